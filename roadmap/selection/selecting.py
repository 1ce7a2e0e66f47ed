"""Choose what to do and when: two solves by SCIP, CP-SAT behind it, greedy below, every plan re-valued exactly."""

from time import monotonic

from roadmap.selection import cpsat, scip
from roadmap.selection.checks import check_problem
from roadmap.selection.choices import Choices
from roadmap.selection.conflicts import smallest_conflict
from roadmap.selection.errors import NoPlanInTimeError
from roadmap.selection.evaluation import Starts, closed_weight, plan_value
from roadmap.selection.exclusions import exclusion_reasons
from roadmap.selection.feasibility import TOLERANCE, violations
from roadmap.selection.formulation import coverage_program, demand_coverage, value_program
from roadmap.selection.greedy import greedy, polish
from roadmap.selection.problem import SelectionProblem
from roadmap.selection.program import Program
from roadmap.selection.result import CoverageResult, SelectionResult
from roadmap.selection.scip import Answer

PROVEN = 1e-4
"""Relative gap below which a plan is called optimal."""
SEARCH_SHARE = 0.25
SEARCH_SIZE = 1_500
"""Most 0-1 variables with which a search phase pays; on larger programs the first relaxations eat it (measured)."""
COVERAGE_SHARE = 0.3
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
    plans: list[tuple[Starts, str]] = [] if floor is None else [(floor, "greedy")]
    rules = problem.coverage
    if rules is not None:
        program, choices = coverage_program(problem, rules)
        answer, plan = _solve(program, choices, clock.share(COVERAGE_SHARE), gap, plans)
        if answer.end == "infeasible":
            return _infeasible(problem, clock)
        reproducible = answer.end != "clock"
        if plan is not None:
            plans.append((polish(problem, plan), "scip"))
        if plans:
            best = max(closed_weight(problem, rules, starts) for starts, _ in plans)
            covered = CoverageResult(0.0, best, max(best, answer.bound), rules.theta, rules.theta * best)

    program, choices = value_program(problem)
    if rules is not None and covered is not None:
        demand_coverage(program, choices, rules, covered.required - TOLERANCE * max(1.0, covered.required))
        plans = [plan for plan in plans if _covers(problem, covered, plan[0])]
    answer, plan = _solve(program, choices, clock.left(), gap, plans)
    if answer.end == "infeasible" and not plans:
        return _infeasible(problem, clock)
    engine = "scip"
    if plan is None and not plans:
        engine, answer = "cp-sat", cpsat.solve(program, max(clock.left(), time_limit * SEARCH_SHARE), gap)
        plan = _checked(problem, choices, answer)
        if answer.end == "infeasible":
            return _infeasible(problem, clock)
    if plan is not None:
        plans.append((polish(problem, plan), engine))
    if not plans:
        raise NoPlanInTimeError(time_limit)
    starts, engine = max(plans, key=lambda one: plan_value(problem, one[0]))
    if rules is not None and covered is not None:
        covered = CoverageResult(
            closed_weight(problem, rules, starts), covered.best, covered.bound, covered.theta, covered.required
        )
    return _result(problem, starts, engine, answer, clock, covered, reproducible=reproducible)


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


def _solve(
    program: Program, choices: Choices, seconds: float, gap: float, plans: list[tuple[Starts, str]]
) -> tuple[Answer, Starts | None]:
    """Search broadly for a good plan, then prove; each phase starts from the best complete plan known."""
    until = monotonic() + seconds
    hints = [hint for starts, _ in plans if (hint := scip.complete(program, choices.fixed(starts))) is not None]
    hint = max(hints, key=program.worth, default=None)
    if sum(program.whole) > SEARCH_SIZE:
        only = scip.solve(program, until - monotonic(), gap, hint, scip.PROOF)
        return only, _checked(choices.problem, choices, only)
    first = scip.solve(program, seconds * SEARCH_SHARE, gap, hint, scip.SEARCH)
    if first.end in ("solved", "infeasible"):
        return first, _checked(choices.problem, choices, first)
    best = first.values if first.values is not None else hint
    second = scip.solve(program, until - monotonic(), gap, best, scip.PROOF)
    end = "clock" if "clock" in (first.end, second.end) and second.end != "infeasible" else second.end
    answer = Answer(end, second.values if second.values is not None else best, min(first.bound, second.bound))
    return answer, _checked(choices.problem, choices, answer)


def _checked(problem: SelectionProblem, choices: Choices, answer: Answer) -> Starts | None:
    """Read the plan off an answer; None when there is none or when it breaks a rule by more than rounding."""
    if answer.values is None:
        return None
    starts = choices.starts(answer.values)
    return None if violations(problem, starts) else starts


def _covers(problem: SelectionProblem, covered: CoverageResult, starts: Starts) -> bool:
    least = covered.required - TOLERANCE * max(1.0, covered.required)
    return problem.coverage is None or closed_weight(problem, problem.coverage, starts) >= least


def _infeasible(problem: SelectionProblem, clock: _Clock) -> SelectionResult:
    conflicts = smallest_conflict(problem, max(clock.left(), 2.0))
    return SelectionResult("infeasible", 0.0, 0.0, 0.0, clock.spent(), "scip", reproducible=True, conflicts=conflicts)


def _result(
    problem: SelectionProblem,
    starts: Starts,
    engine: str,
    answer: Answer,
    clock: _Clock,
    covered: CoverageResult | None,
    *,
    reproducible: bool,
) -> SelectionResult:
    value = plan_value(problem, starts)
    bound = max(value, answer.bound)
    gap = (bound - value) / max(abs(value), 1e-9) if bound > value else 0.0
    return SelectionResult(
        status="optimal" if gap <= PROVEN else "feasible",
        value=value,
        bound=bound,
        gap=gap,
        seconds=clock.spent(),
        engine=engine,
        reproducible=reproducible and answer.end != "clock",
        starts={name: starts[name] for name in sorted(starts)},
        excluded=exclusion_reasons(problem, starts),
        coverage=covered,
    )
