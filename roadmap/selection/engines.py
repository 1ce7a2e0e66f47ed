"""Which engine is asked when, and what is believed of its answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from time import monotonic
from typing import Literal, Protocol

from roadmap.selection import cpsat, scip
from roadmap.selection.choices import Choices
from roadmap.selection.evaluation import Starts
from roadmap.selection.feasibility import TOLERANCE, violations
from roadmap.selection.problem import SelectionProblem
from roadmap.selection.program import Program
from roadmap.selection.scip import Answer

SEARCH_SHARE = 0.25
SEARCH_SIZE = 1_500
"""Most 0-1 variables with which a search phase pays; on larger programs the first relaxations eat it (measured)."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan that keeps every rule, and who found it."""

    starts: Starts
    engine: str


@dataclass(frozen=True, slots=True)
class Found:
    """What the engines made of a program: their plans, the best bound, and how the search ended."""

    plans: tuple[Plan, ...]
    bound: float
    end: Literal["solved", "limit", "clock", "infeasible"]


class Engine(Protocol):
    """Something that maximises a program from a hint."""

    def __call__(self, program: Program, seconds: float, gap: float, hint: list[float] | None) -> Answer:
        """Return its word on the program."""
        ...


@dataclass(frozen=True, slots=True)
class Phase:
    """An engine and the share of the remaining time it may take."""

    name: str
    engine: Engine
    share: float


def phases(problem: SelectionProblem, program: Program) -> tuple[Phase, ...]:
    """Return the engines to ask in turn.

    Measured: where gaps must be closed CP-SAT proves in seconds what keeps SCIP busy for minutes; without such a demand
    the linear relaxation leads and SCIP is far ahead.
    """
    if problem.coverage is not None:
        return (Phase("cp-sat", _by_cpsat, 1.0),)
    if sum(program.whole) > SEARCH_SIZE:
        return (Phase("scip", _proving, 1.0),)
    return Phase("scip", _searching, SEARCH_SHARE), Phase("scip", _proving, 1.0)


def last_resort(problem: SelectionProblem) -> Phase:
    """Return the engine to ask when the others found nothing at all."""
    if problem.coverage is not None:
        return Phase("scip", _proving, SEARCH_SHARE)
    return Phase("cp-sat", _by_cpsat, SEARCH_SHARE)


def _by_cpsat(program: Program, seconds: float, gap: float, hint: list[float] | None) -> Answer:  # noqa: ARG001
    return cpsat.solve(program, seconds, gap)  # measured: without a hint it is sooner done, more often than not


def _searching(program: Program, seconds: float, gap: float, hint: list[float] | None) -> Answer:
    return scip.solve(program, seconds, gap, hint, scip.SEARCH)


def _proving(program: Program, seconds: float, gap: float, hint: list[float] | None) -> Answer:
    return scip.solve(program, seconds, gap, hint, scip.PROOF)


def ask(program: Program, choices: Choices, seconds: float, gap: float, known: Sequence[Plan], ceiling: float) -> Found:
    """Ask one engine after the other; SCIP starts from the best complete plan known so far.

    ``ceiling`` is a bound that holds without any engine. An answer that denies a plan in hand is not believed.
    """
    until = monotonic() + seconds
    hints = [scip.complete(program, choices.fixed(plan.starts)) for plan in known]
    best = max((hint for hint in hints if hint is not None), key=program.worth, default=None)
    found: list[Plan] = []
    end: Literal["limit", "clock"] = "limit"
    resort = last_resort(choices.problem)
    for phase in (*phases(choices.problem, program), resort):
        if phase is resort and (best is not None or known):
            break
        left = seconds if phase is resort else until - monotonic()
        answer = phase.engine(program, left * phase.share, gap, best)
        if best is not None and contradicts(answer, program.worth(best)):
            continue
        if answer.end == "infeasible":
            return Found((), ceiling, "infeasible")
        ceiling = min(ceiling, answer.bound)
        end = "clock" if answer.end == "clock" else end
        starts = checked(choices, answer)
        if starts is not None and answer.values is not None:
            found.append(Plan(starts, phase.name))
            if best is None or program.worth(answer.values) > program.worth(best):
                best = answer.values
            if answer.end == "solved":
                # what an earlier phase handed over depends on where the clock stopped it
                return Found(tuple(found), ceiling, "clock" if end == "clock" else "solved")
    return Found(tuple(found), ceiling, end)


def contradicts(answer: Answer, worth: float) -> bool:
    """Return whether an answer denies a plan in hand, worth this much: it is then an engine's error and not believed."""
    return answer.end == "infeasible" or answer.bound < worth - TOLERANCE * max(1.0, abs(worth))


def checked(choices: Choices, answer: Answer) -> Starts | None:
    """Read the plan off an answer; None when there is none or when it breaks a rule by more than rounding."""
    if answer.values is None:
        return None
    starts = choices.starts(answer.values)
    return None if violations(choices.problem, starts) else starts
