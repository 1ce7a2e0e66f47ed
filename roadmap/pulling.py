"""A plan pulled forward: among plans worth the same, the one that begins sooner, foundations first."""

from collections.abc import Mapping

from roadmap.selection import SelectionProblem, plan_value
from roadmap.selection.feasibility import Ledger

DEAREST_STEP = 1e-3
"""Largest share of what a plan turns over (its value and its spend) that earlier starts may cost all together."""


def pulled_forward(problem: SelectionProblem, starts: Mapping[str, int]) -> dict[str, int]:
    """Return the plan with every item started as early as the rules allow, where that costs next to nothing.

    To the optimiser the month of work that earns nothing itself is indifferent until something needs it; to a company
    it is not: foundations laid early are there when plans change, and whoever steers the plan has to sit before it
    runs. So what earns moves only where the plan gains by it; then what earns nothing takes the room that is left, what
    most of the plan waits for first.
    """
    ledger = Ledger(problem, dict(starts))
    worth = plan_value(problem, ledger.starts)
    earners = [name for name in ledger.starts if ledger.options[name].benefit_per_period > 0]
    others = [name for name in ledger.starts if name not in earners]
    waiting = _waiting(problem, ledger.starts)
    _settle(ledger, sorted(earners, key=lambda one: (ledger.starts[one], one)), worth)
    least = plan_value(problem, ledger.starts) - _turnover(problem, ledger.starts, worth) * DEAREST_STEP
    _settle(ledger, sorted(others, key=lambda one: (-waiting[one], ledger.starts[one], one)), least)
    _settle(ledger, sorted(ledger.starts, key=lambda one: (ledger.starts[one], one)), least)
    return dict(ledger.starts)


def _settle(ledger: Ledger, names: list[str], least: float) -> None:
    """Move each name forward as long as anything moves and the plan stays worth at least this."""
    moved = True
    while moved:
        moved = False
        for name in names:
            moved = (name not in ledger.problem.started and _earlier(ledger, name, least)) or moved


def _earlier(ledger: Ledger, ident: str, least: float) -> bool:
    now = ledger.starts[ident]
    for start in range(now):
        ledger.withdraw(ident)
        ledger.enter(ident, start)
        if not ledger.breaches(ident) and plan_value(ledger.problem, ledger.starts) >= least:
            return True
    ledger.withdraw(ident)
    ledger.enter(ident, now)
    return False


def _waiting(problem: SelectionProblem, starts: Mapping[str, int]) -> dict[str, int]:
    """Return how many items of the plan wait for each, directly or through others."""
    after: dict[str, set[str]] = {name: set() for name in starts}
    for before, later in problem.precedence:
        if before in after and later in after:
            after[before].add(later)
    found: dict[str, int] = {}
    for name in starts:
        reached: set[str] = set()
        front = list(after[name])
        while front:
            one = front.pop()
            if one not in reached:
                reached.add(one)
                front.extend(after[one])
        found[name] = len(reached)
    return found


def _turnover(problem: SelectionProblem, starts: Mapping[str, int], worth: float) -> float:
    """Return what a plan is worth and what it spends: a measure that stays where a plan is worth next to nothing."""
    spent = sum(o.cost_per_period * o.duration for o in problem.options if o.id in starts)
    charged = sum(abs(one.value) for one in problem.synergies if set(one.pair) & set(starts))
    return abs(worth) + spent + charged
