"""Choose what to do and when: two solves by SCIP and CP-SAT, greedy below, every plan re-valued exactly."""

from dataclasses import replace
from time import monotonic

from roadmap.selection.broken import broken_by_started
from roadmap.selection.checks import check_problem
from roadmap.selection.conflicts import smallest_conflict
from roadmap.selection.engines import Plan, ask
from roadmap.selection.errors import NoPlanInTimeError
from roadmap.selection.evaluation import Starts, claim, closed_weight, own_value, plan_value
from roadmap.selection.exclusions import exclusion_reasons
from roadmap.selection.feasibility import TOLERANCE
from roadmap.selection.formulation import coverage_program, demand_coverage, value_program
from roadmap.selection.greedy import greedy, polish
from roadmap.selection.problem import SelectionProblem
from roadmap.selection.result import CoverageResult, SelectionResult

PROVEN = 1e-4
"""Relative gap below which a plan is called optimal."""
TINY = 1e-6
"""Share of everything that could be earned by which a bound may pass a value and be rounding, not a better plan."""
COVERAGE_SHARE = 0.35
LEAST = 0.05
"""Share of the time limit that the second solve gets, however long the first one took."""
AFTERWARDS = 2.0
"""Polishing a plan and explaining what is left out take up to this many times as long as the greedy plan (measured)."""


def select(problem: SelectionProblem, time_limit: float, *, gap: float = 0.005) -> SelectionResult:
    """Return the most valuable plan found, with a proven bound.

    ``time_limit`` in seconds is a safety stop for both solves together; ``gap`` is the relative gap that is good enough.
    An infeasible problem gives the smallest conflicting set; never a relaxed plan. Raises `SelectionInputError` for a
    problem that does not hang together and `NoPlanInTimeError` when nothing was established in time.
    """
    check_problem(problem)
    clock = _Clock(time_limit)
    floor = greedy(problem)
    clock.limit -= AFTERWARDS * clock.spent()
    covered: CoverageResult | None = None
    reproducible = True
    plans: list[Plan] = [] if floor is None else [Plan(floor, "greedy")]
    rules = problem.coverage
    if rules is not None:
        program, choices = coverage_program(problem, rules)
        weight = sum(one.weight for one in rules.gaps)
        found = ask(program, choices, clock.share(COVERAGE_SHARE), gap, plans, weight)
        if found.end == "infeasible":
            return _infeasible(problem, clock)
        reproducible = found.end != "clock"
        plans += [Plan(polish(problem, plan.starts), plan.engine) for plan in found.plans]
        if plans:
            best = max(closed_weight(problem, rules, plan.starts) for plan in plans)
            covered = CoverageResult(0.0, best, max(best, found.bound), rules.theta, rules.theta * best)

    program, choices = value_program(problem)
    if rules is not None and covered is not None:
        demand_coverage(program, choices, rules, covered.required - TOLERANCE * max(1.0, covered.required))
        plans = [plan for plan in plans if _covers(problem, covered, plan.starts)]
    found = ask(program, choices, max(clock.left(), time_limit * LEAST), gap, plans, ceiling(problem))
    if found.end == "infeasible" and not plans:
        return _infeasible(problem, clock)
    plans += [Plan(polish(problem, plan.starts), plan.engine) for plan in found.plans]
    if not plans:
        raise NoPlanInTimeError(time_limit)
    chosen = max(plans, key=lambda plan: plan_value(problem, plan.starts))
    if rules is not None and covered is not None:
        covered = replace(covered, closed=closed_weight(problem, rules, chosen.starts))
    return _result(problem, chosen, found.bound, clock, covered, reproducible=reproducible and found.end != "clock")


class _Clock:
    def __init__(self, limit: float) -> None:
        self.limit = limit
        self.begun = monotonic()

    def left(self) -> float:
        return max(0.0, self.limit - self.spent())

    def share(self, part: float) -> float:
        return min(self.left(), self.limit * part)

    def spent(self) -> float:
        return monotonic() - self.begun


def gross(problem: SelectionProblem) -> float:
    """Return what all options would earn if they started at once, undisturbed and for nothing."""
    total = sum(abs(synergy.value) for synergy in problem.synergies)
    for option in problem.options:
        for start in problem.starts(option)[:1]:
            earned = sum(problem.discount(q) * claim(option, start, q) for q in range(problem.horizon))
            total += earned * max(1.0, *problem.diminishing.get(option.kpi or "", (1.0,)))
    return total


def ceiling(problem: SelectionProblem) -> float:
    """Return a bound no plan can pass, however short the search: everything that pays, at once and undisturbed."""
    total = sum(max(0.0, synergy.value) for synergy in problem.synergies)
    for option in problem.options:
        weight = max(1.0, *problem.diminishing.get(option.kpi or "", (1.0,)))
        worths = [
            own_value(problem, option, start)
            + weight * sum(problem.discount(q) * claim(option, start, q) for q in range(problem.horizon))
            for start in problem.starts(option)
        ]
        total += max([0.0, *worths])
    return total


def _covers(problem: SelectionProblem, covered: CoverageResult, starts: Starts) -> bool:
    least = covered.required - TOLERANCE * max(1.0, covered.required)
    return problem.coverage is None or closed_weight(problem, problem.coverage, starts) >= least


def _infeasible(problem: SelectionProblem, clock: _Clock) -> SelectionResult:
    conflicts = smallest_conflict(problem, max(clock.left(), 2.0))
    return SelectionResult("infeasible", 0.0, 0.0, 0.0, clock.spent(), "scip", reproducible=True, conflicts=conflicts)


def _result(
    problem: SelectionProblem,
    chosen: Plan,
    proven: float,
    clock: _Clock,
    covered: CoverageResult | None,
    *,
    reproducible: bool,
) -> SelectionResult:
    value = plan_value(problem, chosen.starts)
    bound = proven if proven > value + TINY * gross(problem) else value
    gap = (bound - value) / max(abs(value), 1e-9) if bound > value else 0.0
    return SelectionResult(
        status="optimal" if gap <= PROVEN else "feasible",
        value=value,
        bound=bound,
        gap=gap,
        seconds=clock.spent(),
        engine=chosen.engine,
        reproducible=reproducible,
        starts={name: chosen.starts[name] for name in sorted(chosen.starts)},
        excluded=exclusion_reasons(problem, chosen.starts),
        broken=broken_by_started(problem),
        coverage=covered,
    )
