"""Front-line adoption: which share of the staff uses a thing, from the level of the capability DIG5 at the time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

ADOPTION = "DIG5"


def share_at(level: float, table: Mapping[int, float]) -> float:
    """Return the share of staff at a level, interpolated between whole levels.

    >>> share_at(2.5, {1: 0.1, 2: 0.35, 3: 0.65})
    0.5
    """
    known = sorted(table)
    if level <= known[0]:
        return table[known[0]]
    for low, high in pairwise(known):
        if level <= high:
            return table[low] + (table[high] - table[low]) * (level - low) / (high - low)
    return table[known[-1]]


@dataclass(frozen=True, slots=True)
class Lift:
    """An initiative that lifts adoption to ``level``, step by step over ``ramp`` months from month ``finish`` on."""

    finish: int
    level: float
    ramp: int


def adoption_path(level: float, lifts: Sequence[Lift], months: int, table: Mapping[int, float]) -> tuple[float, ...]:
    """Return the share of staff in every month; lifts do not add, the highest level reached holds.

    >>> adoption_path(1, [Lift(1, 3, 2)], 4, {1: 0.1, 2: 0.35, 3: 0.65})
    (0.1, 0.35, 0.65, 0.65)
    """
    found: list[float] = []
    for month in range(months):
        reached = [
            level + (lift.level - level) * min(1.0, (month - lift.finish + 1) / lift.ramp)
            for lift in lifts
            if month >= lift.finish
        ]
        found.append(share_at(max([level, *reached]), table))
    return tuple(found)
