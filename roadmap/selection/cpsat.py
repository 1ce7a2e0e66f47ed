"""CP-SAT with one worker and linearization level 2: the second engine, and the judge of what can hold together.

More workers on few cores find the plan but not the proof (measured); one worker with full linearization proves it.
"""

from collections.abc import Collection
from fractions import Fraction
from math import ceil, floor, inf, isfinite, lcm

from ortools.sat.python import cp_model

from roadmap.plan import Reason
from roadmap.selection.program import Program, Row
from roadmap.selection.scip import SEED, Answer

LARGEST_FACTOR = 10**6
STEPS = 1000
"""Steps into which a variable of the program that is not whole is cut; ranks and "used by" end at 0 or 1 anyway."""


def solve(program: Program, seconds: float, gap: float) -> Answer:
    """Maximise ``program`` on whole numbers; the bound is that of the scaled program, widened by its rounding."""
    model = cp_model.CpModel()
    variables = [
        model.new_int_var(0, _size(upper, whole=whole), "")
        for upper, whole in zip(program.upper, program.whole, strict=True)
    ]
    units = [upper / _size(upper, whole=whole) for upper, whole in zip(program.upper, program.whole, strict=True)]
    for row in program.rows:
        _add(model, row, variables, units)
    largest = max((abs(amount) * units[n] for n, amount in program.objective.items()), default=1.0) or 1.0
    scale = 10**7 / largest
    terms = [(n, round(amount * units[n] * scale)) for n, amount in program.objective.items()]
    model.maximize(sum(whole * variables[n] for n, whole in terms))
    solver = _solver(seconds)
    solver.parameters.relative_gap_limit = gap
    status = solver.solve(model)
    if status == cp_model.INFEASIBLE:
        return Answer("infeasible", None, -inf)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return Answer("clock", None, inf)
    values = [solver.value(variable) * unit for variable, unit in zip(variables, units, strict=True)]
    rounding = sum(0.5 * _size(program.upper[n], whole=program.whole[n]) for n, _ in terms)
    bound = (solver.best_objective_bound + rounding) / scale + program.constant
    return Answer("solved" if status == cp_model.OPTIMAL else "clock", values, bound)


class RuleModel:
    """The rules of a program, each with a switch, so that any subset can be asked whether it can hold."""

    def __init__(self, program: Program) -> None:
        """Build the model once; ``rules`` are the distinct rules in the program's order."""
        self.model = cp_model.CpModel()
        self.rules: list[Reason] = []
        self.switches: list[cp_model.IntVar] = []
        known: dict[str, int] = {}
        variables = [self.model.new_int_var(0, ceil(upper), "") for upper in program.upper]
        units = [1.0] * len(variables)
        for row in program.rows:
            added = _add(self.model, row, variables, units)
            if row.rule is not None:
                index = known.setdefault(repr(row.rule), len(self.rules))
                if index == len(self.rules):
                    self.rules.append(row.rule)
                    self.switches.append(self.model.new_bool_var(""))
                for constraint in added:
                    constraint.only_enforce_if(self.switches[index])  # pyright: ignore[reportUnknownMemberType]

    def _status(self, seconds: float) -> tuple[cp_model.CpSolver, bool | None]:
        solver = _solver(seconds)
        status = solver.solve(self.model)
        known = {cp_model.INFEASIBLE: False, cp_model.OPTIMAL: True, cp_model.FEASIBLE: True}
        return solver, known.get(status)

    def possible(self, kept: Collection[int], seconds: float) -> bool | None:
        """Return whether these rules can hold together; None when time ran out."""
        self.model.clear_objective()
        self.model.clear_assumptions()
        self.model.add_assumptions([self.switches[index] for index in sorted(kept)])
        return self._status(seconds)[1]

    def core(self, seconds: float) -> set[int] | None:
        """Return rules that cannot hold together, or None when all can (or time ran out)."""
        if self.possible(range(len(self.rules)), seconds) is not False:
            return None
        solver, _ = self._status(seconds)
        wanted = set(solver.sufficient_assumptions_for_infeasibility())
        found = {index for index, switch in enumerate(self.switches) if switch.index in wanted}
        return found or set(range(len(self.rules)))

    def largest_possible(self, required: Collection[int], seconds: float) -> set[int] | None:
        """Return a largest set of rules that can hold and contains ``required``; None when time ran out."""
        self.model.clear_assumptions()
        model = self.model.clone()
        for index in required:
            model.add(self.switches[index] == 1)
        model.maximize(sum(self.switches))
        solver = _solver(seconds)
        status = solver.solve(model)
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return None
        return {index for index, switch in enumerate(self.switches) if solver.boolean_value(switch)}


def _solver(seconds: float) -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2
    solver.parameters.random_seed = SEED
    solver.parameters.max_time_in_seconds = max(seconds, 0.1)
    return solver


def _size(upper: float, *, whole: bool) -> int:
    return round(upper) if whole else max(1, ceil(upper * STEPS)) if upper > 1 else 1


def _add(
    model: cp_model.CpModel, row: Row, variables: list[cp_model.IntVar], units: list[float]
) -> list[cp_model.Constraint]:
    """Add a row in whole numbers: exactly where a small common factor exists, else rounded to the safe side."""
    amounts = [amount * units[n] for n, amount in row.terms.items()]
    factor = _factor([*amounts, *(side for side in (row.low, row.high) if isfinite(side))])
    # a row without terms (an impossible demand) must still be a constraint, to be switched on and off like any other
    nothing = model.new_constant(0)
    terms = nothing + sum(
        ceil(amount * factor - 1e-9) * variables[n] for n, amount in zip(row.terms, amounts, strict=True)
    )
    added: list[cp_model.Constraint] = []
    if isfinite(row.high):
        added.append(model.add(terms <= floor(row.high * factor + 1e-9)))
    if isfinite(row.low):
        added.append(model.add(terms >= ceil(row.low * factor - 1e-9)))
    return added


def _factor(numbers: list[float]) -> int:
    factor = lcm(*(Fraction(number).limit_denominator(10**4).denominator for number in numbers)) if numbers else 1
    return min(factor, LARGEST_FACTOR)
