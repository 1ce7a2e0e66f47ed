"""What holds an item at its month: the work it waits for, people or stores still busy, season, money, systems."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from roadmap.plan import Reason
from roadmap.selection import SelectionProblem
from roadmap.selection.broken import broken_by_started
from roadmap.selection.feasibility import Ledger


@dataclass(frozen=True, slots=True)
class Hold:
    """An item that another waits for although it does not need it: ``role`` (or the stores) is busy with it until then."""

    task: str
    kind: Literal["role", "stores"]
    role: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """Why an item does not start a month sooner: items that keep people or stores busy, and other rules.

    Nothing holds an item that has begun; ``broken`` are the codes of the rules that it breaks.
    """

    by: tuple[Hold, ...] = ()
    rules: tuple[Reason, ...] = ()
    broken: tuple[str, ...] = ()


def holds(problem: SelectionProblem, starts: Mapping[str, int]) -> dict[str, Held]:
    """Return, for every item, what starting it one month earlier would break.

    Full roles and stores are traced to an item that ends just before and would, a month late, leave no room: of several
    the one with most of that work. What cannot be traced so stays a rule (``capacity``, ``budget``, ``forbidden_period``, ``window``, ``concurrent``, ``gate``).
    """
    ledger = Ledger(problem, dict(starts))
    broken = {ident: tuple(dict.fromkeys(r.code for r in rules)) for ident, rules in broken_by_started(problem).items()}
    return {
        ident: Held(broken=broken.get(ident, ())) if ident in problem.started else _held(ledger, ident)
        for ident in sorted(starts)
    }


def _held(ledger: Ledger, ident: str) -> Held:
    start = ledger.starts[ident]
    if start <= 0:
        return Held()
    if start == ledger.problem.first_start:
        return Held(rules=(Reason("replanned", {}),))
    ledger.withdraw(ident)
    ledger.enter(ident, start - 1)
    broken = ledger.breaches(ident)
    ledger.withdraw(ident)
    ledger.enter(ident, start)
    by: dict[str, Hold] = {}
    rules: list[Reason] = []
    for reason in broken:
        hold = _traced(ledger, ident, reason)
        if hold is not None:
            by.setdefault(hold.task, hold)
        elif reason.code != "precedence":
            rules.append(reason)
    return Held(tuple(by.values()), tuple(rules))


def _traced(ledger: Ledger, ident: str, reason: Reason) -> Hold | None:
    """Return the item that keeps ``ident`` from its people, or from the stores, until it starts.

    It ends just before, and were it a month late it would still leave no room; of several, the one with most of the
    work in question. An item that may be late without touching ``ident`` does not hold it: a delay of it moves nothing.
    """
    options, start = ledger.options, ledger.starts[ident]
    weight: dict[str, float] = {}
    for other, begun in ledger.starts.items():
        option = options[other]
        if other != ident and begun + option.duration == start:
            if reason.code == "capacity":
                weight[other] = option.load.get(reason.params["role"], 0.0)
            elif reason.code == "concurrent" and reason.params["tag"] in option.tags:
                weight[other] = 1.0
    holding = [other for other in weight if weight[other] and _collides(ledger, other, ident, reason)]
    heaviest = min(holding, key=lambda other: (-weight[other], other), default=None)
    if heaviest is None:
        return None
    return Hold(heaviest, "role", reason.params["role"]) if reason.code == "capacity" else Hold(heaviest, "stores")


def _collides(ledger: Ledger, before: str, ident: str, reason: Reason) -> bool:
    """Return whether ``ident`` would break the same rule if ``before`` ended a month later."""
    start = ledger.starts[before]
    ledger.withdraw(before)
    ledger.enter(before, start + 1)
    what = (reason.code, reason.params.get("role"), reason.params.get("tag"))
    found = [(one.code, one.params.get("role"), one.params.get("tag")) for one in ledger.breaches(ident)]
    ledger.withdraw(before)
    ledger.enter(before, start)
    return what in found
