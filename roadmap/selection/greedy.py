"""Insertion by value for cost: the floor under every plan, the first hint, and the last polish."""

from collections.abc import Iterable

from roadmap.selection.evaluation import (
    Starts,
    fees_value,
    kpi_value,
    module_starts,
    own_value,
    plan_value,
    synergy_value,
)
from roadmap.selection.feasibility import Ledger, violations
from roadmap.selection.problem import Option, SelectionProblem


def insertion_gain(ledger: Ledger, option: Option, start: int) -> float:
    """Return what the plan's value changes by when ``option`` is added with this start."""
    problem, starts = ledger.problem, ledger.starts
    gain = own_value(problem, option, start)
    if option.benefit_per_period:
        members = [
            (other, starts[other.id])
            for other in problem.options
            if option.kpi is not None and other.kpi == option.kpi and other.id in starts and other.id != option.id
        ]
        kpi = option.kpi or ""
        gain += kpi_value(problem, kpi, [*members, (option, start)]) - kpi_value(problem, kpi, members)
    if problem.synergies or (problem.modules and option.modules):
        more = {**starts, option.id: start}
        gain += synergy_value(problem, more) - synergy_value(problem, starts)
        if option.modules:
            gain += fees_value(problem, module_starts(problem, more))
            gain -= fees_value(problem, module_starts(problem, starts))
    return gain


def ratio(problem: SelectionProblem, option: Option) -> float:
    """Return the value of an option alone, started first, for a unit of its cost."""
    start = problem.starts(option)[0]
    return insertion_gain(Ledger(problem), option, start) / max(1e-9, option.cost_per_period * option.duration)


def greedy(problem: SelectionProblem) -> dict[str, int] | None:
    """Return a plan that keeps every rule except coverage, or None when the demands could not be met this way."""
    ledger = Ledger(problem, problem.started)
    for name in problem.must:
        if name not in ledger.starts and name not in ledger.done:
            _insert_bundle(ledger, name, worth=False)
    fill(ledger)
    return ledger.starts if not violations(problem, ledger.starts) else None


def fill(ledger: Ledger) -> None:
    """Add to a plan, best value for cost first and each with its open prerequisites, whatever raises its value."""
    problem = ledger.problem
    open_ = [option for option in problem.options if option.id not in ledger.starts and problem.starts(option)]
    order = sorted(open_, key=lambda option: (-ratio(problem, option), option.id))
    added = True
    while added:
        added = False
        for option in order:
            if option.id not in ledger.starts and option.id not in problem.must_not:
                added = _insert_bundle(ledger, option.id, worth=True) or added


def _insert_bundle(ledger: Ledger, name: str, *, worth: bool) -> bool:
    """Add an option and the prerequisites it lacks; undo all when one does not fit or (``worth``) value would fall."""
    gain = 0.0
    entered: list[str] = []
    for member in _open_prerequisites(ledger, name):
        option = ledger.options[member]
        found = _best_start(ledger, option, earliest=member != name)
        if found is None:
            break
        gain += found[1]
        ledger.enter(member, found[0])
        entered.append(member)
    if entered and entered[-1] == name and (gain > 1e-9 or not worth):
        return True
    for member in entered:
        ledger.withdraw(member)
    return False


def _open_prerequisites(ledger: Ledger, name: str) -> list[str]:
    """Return what must be added for ``name``, itself last, each after its own prerequisites."""
    ordered: list[str] = []

    def visit(member: str) -> None:
        for need in ledger.before[member]:
            if need not in ledger.starts and need not in ledger.done and need not in ordered:
                visit(need)
        ordered.append(member)

    visit(name)
    return ordered


def _best_start(ledger: Ledger, option: Option, *, earliest: bool) -> tuple[int, float] | None:
    best: tuple[int, float] | None = None
    for start in feasible_starts(ledger, option, ledger.problem.starts(option)):
        gain = insertion_gain(ledger, option, start)
        if best is None or gain > best[1] + 1e-9:
            best = start, gain
        if earliest:
            break
    return best


def feasible_starts(ledger: Ledger, option: Option, starts: Iterable[int]) -> Iterable[int]:
    """Yield the starts with which an option not in the plan would fit into it."""
    for start in starts:
        ledger.enter(option.id, start)
        fits = not ledger.breaches(option.id)
        ledger.withdraw(option.id)
        if fits:
            yield start


def polish(problem: SelectionProblem, starts: Starts) -> dict[str, int]:
    """Return a plan at least as good: whatever still fits and raises its value is added."""
    ledger = Ledger(problem, starts)
    fill(ledger)
    better = {name: ledger.starts[name] for name in sorted(ledger.starts)}
    return better if plan_value(problem, better) >= plan_value(problem, starts) else dict(starts)
