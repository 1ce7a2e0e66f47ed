"""Which candidates to do, and from which month: the most profitable choice that keeps θ of the best gap coverage."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from roadmap.adoption_work import courses, lifters
from roadmap.choice_problem import UNIT, choice_problem
from roadmap.initiatives import Catalogue
from roadmap.plan import Chosen, Reason, Selection, Solution, Valued
from roadmap.pruning import pruned, without
from roadmap.pulling import pulled_forward
from roadmap.selection import SelectionProblem, SelectionResult, plan_value, select
from roadmap.selection.greedy import greedy
from roadmap.situation import Constraints
from scoring.sheet import Gap

MONEY_PARAMS = ("value", "alone")
PROMISED = 0.005
"""Relative gap to the proven bound that a plan may leave."""


def choose(
    valued: Valued,
    gaps: Sequence[Gap],
    catalogue: Catalogue,
    constraints: Constraints,
    *,
    time_limit: float = 15.0,
) -> Selection:
    """Return the most profitable choice under budget, people, stores, order and season, with proven bound and reasons.

    It closes gaps worth at least θ of the most that can be closed. Demands that cannot hold together give status
    "infeasible" and the smallest conflict, never a plan that breaks one. Raises `NoPlanInTimeError` when nothing was
    established within ``time_limit`` seconds.
    """
    barred = _barred_demands(valued, constraints)
    if barred:
        return _nothing(constraints, barred)
    whole = choice_problem(valued, gaps, catalogue, constraints)
    left_out = pruned(whole, lifters(valued))
    kept = without(whole, left_out)
    problem = caught_up(_best_course(valued, gaps, catalogue, constraints, kept))
    result = proven(problem, time_limit)
    late = problem.deadlines.keys() & constraints.grounds.keys()
    if result.status == "infeasible" and late:  # what only a rule demands makes no plan impossible by coming late
        problem = replace(problem, deadlines={i: by for i, by in problem.deadlines.items() if i not in late})
        result = proven(problem, time_limit)
    if result.status == "infeasible":
        return replace(_nothing(constraints, result.conflicts), solution=_solution(result, 0.0))
    starts = pulled_forward(problem, result.starts)
    excluded = {ident: _worded(reason, valued) for ident, reason in {**left_out, **result.excluded}.items()}
    coverage = result.coverage
    return Selection(
        chosen=tuple(Chosen(ident, start) for ident, start in sorted(starts.items(), key=lambda one: (one[1], one[0]))),
        excluded=dict(sorted(excluded.items())),
        coverage=coverage.closed if coverage else 0.0,
        best_coverage=coverage.best if coverage else 0.0,
        theta=constraints.theta,
        solution=_solution(result, plan_value(problem, starts)),
    )


def _barred_demands(valued: Valued, constraints: Constraints) -> tuple[Reason, ...]:
    """Return the first demand for something that must not be generated, with the rule that bars it."""
    for ident in sorted({*constraints.must, *constraints.started}):
        if ident in valued.proposal.forbidden:
            rule = valued.proposal.forbidden[ident]
            return Reason("must", {"id": ident}), Reason(rule.code, {**rule.params, "id": ident})
    return ()


def proven(problem: SelectionProblem, time_limit: float) -> SelectionResult:
    """Return the plan, searched on where the solver's own measure of the gap was met and the promised one was not."""
    result = select(problem, time_limit)
    left = time_limit - result.seconds
    if result.status == "infeasible" or result.gap <= PROMISED or left < time_limit / 2:
        return result
    finer = select(problem, left, gap=PROMISED / 5)
    return finer if finer.value >= result.value else result


def _best_course(
    valued: Valued, gaps: Sequence[Gap], catalogue: Catalogue, constraints: Constraints, kept: Sequence[str]
) -> SelectionProblem:
    """Return the problem under the course whose quick plan is worth most; without any work when none has a plan."""
    posed: list[SelectionProblem] = []
    for course in courses(valued, catalogue, constraints, kept):
        problem = choice_problem(valued, gaps, catalogue, constraints, kept=kept, adoption=course.share)
        posed.append(course.laid_over(problem))
    if len(posed) == 1:
        return posed[0]
    values = [plan_value(problem, plan) if (plan := greedy(problem)) is not None else None for problem in posed]
    best = max(range(len(posed)), key=lambda at: (values[at] is not None, values[at] or 0.0, -at))
    return posed[best]


def caught_up(problem: SelectionProblem) -> SelectionProblem:
    """Return the problem with what running work has begun without demanded, as far as a quick plan finds room for it.

    No rule brings it into the plan any more, and yet the work needs it.
    """
    settled = {*problem.started, *problem.done}
    for need in sorted({before for before, after in problem.precedence if after in problem.started} - settled):
        demanded = replace(problem, must=(*problem.must, need))
        if need not in problem.must and greedy(demanded) is not None:
            problem = demanded
    return problem


def _worded(reason: Reason, valued: Valued) -> Reason:
    """Return a reason of the optimiser in minor units and in levels."""
    params: dict[str, Any] = dict(reason.params)
    for key in MONEY_PARAMS:
        if key in params:
            params[key] = round(params[key] * UNIT)
    if reason.code == "gate":
        capability, _, level = str(params["area"]).partition(" ≥ ")
        reached = valued.levels.get(capability)
        params |= {"area": capability, "at_least": float(level), "reached": reached if reached is not None else 1.0}
    return Reason(reason.code, params)


def _solution(result: SelectionResult, value: float) -> Solution:
    bound = max(result.bound, value)
    return Solution(
        status=result.status,
        value=value * UNIT,
        bound=bound * UNIT,
        gap=(bound - value) / abs(value) if value and bound > value else 0.0,
        seconds=result.seconds,
        engine=result.engine,
        reproducible=result.reproducible,
    )


def _nothing(constraints: Constraints, conflicts: tuple[Reason, ...]) -> Selection:
    none = Solution("infeasible", 0.0, 0.0, 0.0, 0.0, "", reproducible=True)
    return Selection((), {}, 0.0, 0.0, constraints.theta, none, conflicts)
