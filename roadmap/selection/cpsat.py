"""CP-SAT with one worker and linearization level 2: proves plans that must close gaps, judges what can hold together.

More workers on few cores find the plan but not the proof (measured); one worker with full linearization proves it.
"""

from collections.abc import Collection, Sequence
from fractions import Fraction
from math import ceil, floor, inf, isfinite, lcm

from ortools.sat.python import cp_model

from roadmap.plan import Reason
from roadmap.selection.feasibility import TOLERANCE
from roadmap.selection.program import Program, Row
from roadmap.selection.scip import SEED, Answer

EXACT = 10**6
"""Largest factor with which a row is made whole exactly; beyond it numbers are rounded behind ten decimals or fewer."""
DECIMALS = 10**10
LARGEST = 10**15
"""Largest coefficient of a row: sums stay far from overflow."""
SLACK = TOLERANCE / 2
"""Room a rounded row is given, so that no plan that keeps the rules is cut off; half of what the rules themselves allow."""
OBJECTIVE = 10**17
"""Largest value of a whole-number objective: sums stay far from overflow, coefficients are rounded in the last figures."""
FINEST = 1e-8
"""Smallest gap worth closing, of the value or of all there is to earn: below it only steps of money are told apart."""
STEPS = 10**7
"""Steps into which a unit of money is cut. A factor is a multiple of it, so that rows hold these steps exactly."""
WORK = 1.0
"""Units of deterministic work for a second: measured, a unit takes about one."""


def solve(program: Program, seconds: float, gap: float) -> Answer:
    """Maximise ``program`` on whole numbers; the bound is that of the scaled program, widened by its rounding and its steps.

    It stops by proven gap or by work, which is repeatable; ``seconds`` is the safety stop on the clock.
    """
    model = cp_model.CpModel()
    units = [1 / STEPS if fine else 1.0 for fine in program.fine]
    sizes = [floor(upper / unit + 1e-9) for upper, unit in zip(program.upper, units, strict=True)]
    variables: list[cp_model.LinearExpr] = [
        # CP-SAT tries small values first: of an amount to be earned it had better know what is lost of it
        size - model.new_int_var(0, size, "") if fine else model.new_int_var(0, size, "")
        for size, fine in zip(sizes, program.fine, strict=True)
    ]
    for row in program.rows:
        _add(model, row, variables, units)
    terms = {n: amount * units[n] for n, amount in program.objective.items() if amount}
    scale = OBJECTIVE / (sum(abs(amount) * sizes[n] for n, amount in terms.items()) or 1.0)
    model.maximize(sum(round(amount * scale) * variables[n] for n, amount in terms.items()))
    solver = _solver(seconds)
    solver.parameters.max_deterministic_time = max(seconds * WORK, 0.1)
    solver.parameters.relative_gap_limit = max(gap, FINEST)
    solver.parameters.absolute_gap_limit = FINEST * OBJECTIVE
    status = solver.solve(model)
    if status == cp_model.INFEASIBLE:
        return Answer("infeasible", None, -inf)
    stopped = "clock" if solver.wall_time >= seconds else "limit"
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return Answer(stopped, None, inf)
    values = [solver.value(variable) * unit for variable, unit in zip(variables, units, strict=True)]
    rounding = sum(0.5 * sizes[n] for n in terms) / scale
    steps = sum(2 * abs(amount) for n, amount in terms.items() if program.fine[n])
    bound = solver.best_objective_bound / scale + rounding + steps + program.constant
    return Answer("solved" if status == cp_model.OPTIMAL else stopped, values, bound)


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
    # OR-Tools 9.15 drops a row that is not redundant when two share large coefficients, and calls a wrong plan optimal:
    # earned <= 7 x and earned' <= 7 x, in small steps. A test holds the case.
    solver.parameters.presolve_inclusion_work_limit = 0
    solver.parameters.random_seed = SEED
    solver.parameters.max_time_in_seconds = max(seconds, 0.1)
    return solver


def _add(
    model: cp_model.CpModel, row: Row, variables: Sequence[cp_model.LinearExpr], units: list[float]
) -> list[cp_model.Constraint]:
    """Add a row in whole numbers: exactly where a small common factor exists, else rounded with a little room."""
    amounts = [amount * units[n] for n, amount in row.terms.items()]
    factor = _factor([*amounts, *(side for side in (row.low, row.high) if isfinite(side))])
    # a row without terms (an impossible demand) must still be a constraint, to be switched on and off like any other
    nothing = model.new_constant(0)
    terms = nothing + sum(round(amount * factor) * variables[n] for n, amount in zip(row.terms, amounts, strict=True))
    added: list[cp_model.Constraint] = []
    if isfinite(row.high):
        added.append(model.add(terms <= floor((row.high + SLACK * max(1.0, abs(row.high))) * factor)))
    if isfinite(row.low):
        added.append(model.add(terms >= ceil((row.low - SLACK * max(1.0, abs(row.low))) * factor)))
    return added


def _factor(numbers: list[float]) -> float:
    """Return what to multiply a row by so that its numbers are whole, or as good as whole."""
    if not numbers:
        return 1.0
    exact = 1
    for number in numbers:
        exact = lcm(exact, Fraction(number).limit_denominator(10**4).denominator)
        if exact > EXACT:
            break
    if exact <= EXACT and all(abs(number * exact - round(number * exact)) < 1e-9 * exact for number in numbers):
        return float(exact)
    factor = DECIMALS
    while factor > STEPS and max(abs(number) for number in numbers) * factor > LARGEST:
        factor //= 10
    return float(factor)
