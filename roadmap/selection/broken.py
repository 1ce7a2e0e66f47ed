"""Which rules the work that has begun breaks: no plan is refused for them, and none hides them."""

from dataclasses import replace

from roadmap.plan import Reason
from roadmap.selection.feasibility import Ledger
from roadmap.selection.problem import SelectionProblem


def broken_by_started(problem: SelectionProblem) -> dict[str, tuple[Reason, ...]]:
    """Return, per started option that breaks any, the rules that it would break were it new, sorted by id.

    It is judged beside all other started work and nothing else, so these are no consequence of a plan.
    """
    ledger = Ledger(replace(problem, started={}, must_not=()), problem.started)
    found = {
        name: tuple(reason for reason in ledger.breaches(name) if reason.code != "horizon")
        for name in sorted(problem.started)
    }
    return {name: reasons for name, reasons in found.items() if reasons}
