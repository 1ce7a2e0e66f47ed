"""Work that has begun is a fact, and what it leaves to the rest.

No rule asks when or in what company it began. Where it takes more of something than there is, by itself, nothing may be
added to it: the limit becomes what it takes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate

from roadmap.selection.evaluation import purchases
from roadmap.selection.problem import Concurrent, Option, SelectionProblem, Window

Begun = list[tuple[Option, int]]
"""Started options with their starts."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits on money, people, starts and company, each at least what started work takes by itself.

    ``released`` is a running total when the budget carries over; ``under_way`` maps tag → (start, finish) of started
    work.
    """

    released: tuple[float, ...]
    capacity: Mapping[str, tuple[float, ...]]
    under_way: Mapping[str, tuple[tuple[int, int], ...]]

    def starts(self, window: Window, first: int) -> int:
        """Return how many options may start in the window that begins with period ``first``."""
        begun = sum(first <= start < first + window.length for start, _ in self.under_way.get(window.tag, ()))
        return max(window.max_starts, begun)

    def running(self, limit: Concurrent, period: int) -> int:
        """Return how many options may run in ``period``."""
        busy = sum(start <= period < finish for start, finish in self.under_way.get(limit.tag, ()))
        return max(limit.max_running, busy)


def limits(problem: SelectionProblem) -> Limits:
    """Return the limits that hold for a whole plan."""
    released = totalled(problem, problem.budget.per_period)
    begun: Begun = [(option, problem.started[option.id]) for option in problem.options if option.id in problem.started]
    if not begun:
        return Limits(released, problem.capacity, {})
    under_way: dict[str, tuple[tuple[int, int], ...]] = {}
    for option, start in begun:
        for tag in option.tags:
            under_way[tag] = (*under_way.get(tag, ()), (start, start + option.duration))
    costs = _used(problem, ((option, start, option.cost_per_period) for option, start in begun))
    for period, fee in purchases(problem, problem.started):
        costs[period] += fee
    capacity: dict[str, tuple[float, ...]] = {}
    for role, row in problem.capacity.items():
        taken = _used(problem, ((option, start, option.load.get(role, 0.0)) for option, start in begun))
        capacity[role] = tuple(map(max, row, taken))
    return Limits(tuple(map(max, released, totalled(problem, costs))), capacity, under_way)


def totalled(problem: SelectionProblem, amounts: Iterable[float]) -> tuple[float, ...]:
    """Return money per period as the budget looks at it: a running total when unspent money is carried over."""
    return tuple(accumulate(amounts)) if problem.budget.carry_over else tuple(amounts)


def settled(problem: SelectionProblem) -> frozenset[str]:
    """Return what is no choice any more: started and done."""
    return frozenset((*problem.started, *problem.done))


def _used(problem: SelectionProblem, uses: Iterable[tuple[Option, int, float]]) -> list[float]:
    """Return the sum per period of what options use while they run."""
    total = [0.0] * problem.periods
    for option, start, amount in uses:
        for period in range(max(start, 0), min(start + option.duration, problem.periods)):
            total[period] += amount
    return total
