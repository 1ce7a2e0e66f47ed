"""SCIP through MathOpt: one thread, fixed seed, stopped by gap or nodes; wall time is only the safety stop."""

from dataclasses import dataclass
from datetime import timedelta
from math import inf, isfinite
from time import monotonic
from typing import Literal

from ortools.math_opt.python import mathopt  # pyright: ignore[reportMissingTypeStubs]

from roadmap.selection.program import Program

SEED = 1
END = mathopt.TerminationReason


@dataclass(frozen=True, slots=True)
class Style:
    """How SCIP works on a program: effort on heuristics and cuts, and the nodes after which it stops."""

    heuristics: mathopt.Emphasis
    cuts: mathopt.Emphasis
    nodes: int


SEARCH = Style(mathopt.Emphasis.HIGH, mathopt.Emphasis.OFF, 1_000)
"""Good plans soon: measured best without cuts and with many heuristics."""
PROOF = Style(mathopt.Emphasis.MEDIUM, mathopt.Emphasis.LOW, 20_000)
"""Good bounds: measured best with few cut rounds, more cost more than they bring."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A solver's word on a program: values of the variables (None: no solution), proven bound, and how it ended."""

    end: Literal["solved", "limit", "clock", "infeasible"]
    values: list[float] | None
    bound: float


def solve(
    program: Program, seconds: float, gap: float, hint: list[float] | None = None, style: Style = PROOF
) -> Answer:
    """Maximise ``program``; ``hint`` is a complete feasible solution or nothing."""
    until = monotonic() + seconds
    model, variables = as_model(program)
    parameters = mathopt.SolveParameters(
        time_limit=timedelta(seconds=max(until - monotonic(), 0.1)),
        relative_gap_tolerance=gap,
        node_limit=style.nodes,
        threads=1,
        random_seed=SEED,
        heuristics=style.heuristics,
        cuts=style.cuts,
    )
    extra = mathopt.ModelSolveParameters()
    if hint is not None:
        extra.solution_hints.append(mathopt.SolutionHint(variable_values=dict(zip(variables, hint, strict=True))))
    result = mathopt.solve(model, mathopt.SolverType.GSCIP, params=parameters, model_params=extra)
    return _answer(result, variables)


def complete(program: Program, fixed: dict[int, float]) -> list[float] | None:
    """Return the best solution with these variables fixed (the others are then a small linear program), if any."""
    model, variables = as_model(program, relaxed=True)
    for number, value in fixed.items():
        variables[number].lower_bound = variables[number].upper_bound = value
    result = mathopt.solve(model, mathopt.SolverType.GLOP, params=mathopt.SolveParameters(threads=1))
    return _answer(result, variables).values


def as_model(program: Program, *, relaxed: bool = False) -> tuple[mathopt.Model, list[mathopt.Variable]]:
    """Translate a program."""
    model = mathopt.Model()
    variables = [
        model.add_variable(lb=0, ub=upper, is_integer=whole and not relaxed)
        for upper, whole in zip(program.upper, program.whole, strict=True)
    ]
    for row in program.rows:
        constraint = model.add_linear_constraint(lb=row.low, ub=row.high)  # pyright: ignore[reportUnknownMemberType]
        for number, amount in row.terms.items():
            constraint.set_coefficient(variables[number], amount)
    model.maximize(mathopt.LinearSum(variables[n] * amount for n, amount in program.objective.items()))
    model.objective.offset += program.constant
    return model, variables


def _answer(result: mathopt.SolveResult, variables: list[mathopt.Variable]) -> Answer:
    reason = result.termination.reason
    if reason in (END.INFEASIBLE, END.INFEASIBLE_OR_UNBOUNDED):
        return Answer("infeasible", None, -inf)
    found = result.has_primal_feasible_solution()
    values = result.variable_values(variables) if found else None
    bound = result.termination.objective_bounds.dual_bound
    stopped = "limit" if result.termination.limit == mathopt.Limit.NODE else "clock"
    end = "solved" if reason == END.OPTIMAL else stopped
    return Answer(end, values, bound if isfinite(bound) else inf)
