"""Why no plan is possible: the smallest set of rules that cannot hold together, named.

A core from CP-SAT's assumptions is thinned by deletion until every rule in it is needed. Then hitting sets look for a
smaller one: every set of rules that must be given up somewhere is collected, and a conflict has to meet each of them
(Ignatiev et al., "Smallest MUS extraction with minimal hitting set dualization", 2015).
"""

from collections.abc import Collection
from time import monotonic

from ortools.sat.python import cp_model

from roadmap.plan import Reason
from roadmap.selection.cpsat import RuleModel
from roadmap.selection.formulation import rules
from roadmap.selection.problem import SelectionProblem


def smallest_conflict(problem: SelectionProblem, seconds: float) -> tuple[Reason, ...]:
    """Return the smallest conflicting set of rules; an irreducible one when the time is too short to prove it smallest.

    An empty result means that no conflict was established.
    """
    until = monotonic() + seconds
    program, _ = rules(problem)
    model = RuleModel(program)
    core = model.core(max(0.5, until - monotonic()))
    if core is None:
        return ()
    best = _thin(model, core, until)
    return tuple(model.rules[index] for index in sorted(_smaller(model, best, until)))


def _thin(model: RuleModel, core: Collection[int], until: float) -> set[int]:
    """Leave out every rule without which the rest is still a conflict."""
    kept = set(core)
    for index in sorted(core, reverse=True):
        if monotonic() < until and model.possible(kept - {index}, until - monotonic()) is False:
            kept.discard(index)
    return kept


def _smaller(model: RuleModel, best: set[int], until: float) -> set[int]:
    given_up: list[set[int]] = []
    while monotonic() < until:
        guess = _hitting_set(given_up)
        if len(guess) >= len(best):
            return best
        possible = model.possible(guess, until - monotonic())
        if possible is False:
            return guess
        largest = model.largest_possible(guess, until - monotonic()) if possible else None
        if largest is None:
            return best
        given_up.append(set(range(len(model.rules))) - largest)
    return best


def _hitting_set(sets: list[set[int]]) -> set[int]:
    """Return a smallest set that meets each of ``sets``."""
    model = cp_model.CpModel()
    members = {index: model.new_bool_var("") for index in sorted(set[int]().union(*sets))}
    for one in sets:
        model.add_bool_or([members[index] for index in sorted(one)])
    model.minimize(sum(members.values()))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.solve(model)
    return {index for index, member in members.items() if solver.boolean_value(member)}
