"""Front-line adoption: which share of the staff uses a thing, from the level of the capability DIG5 at the time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from roadmap.initiatives import Range
from roadmap.valuation.draws import Draws

ADOPTION = "DIG5"


def share_at(level: float, table: Mapping[int, float]) -> float:
    """Return the share of staff at a level, interpolated between whole levels and flat outside them.

    >>> share_at(2.5, {1: 0.1, 2: 0.35, 3: 0.65})
    0.5
    """
    known = sorted(table)
    return float(np.interp(level, known, [table[one] for one in known]))


@dataclass(frozen=True, slots=True)
class Lift:
    """An initiative that lifts adoption to ``level``, step by step over ``ramp`` months from month ``finish`` on.

    ``level`` is one number, or one for each draw.
    """

    finish: int
    level: float | Draws
    ramp: int


def adoption_path(level: float, lifts: Sequence[Lift], months: int, table: Mapping[int, float]) -> Draws:
    """Return the share of staff in every month (rows) and draw; lifts do not add, the highest level reached holds.

    >>> adoption_path(1, [Lift(1, 3, 2)], 4, {1: 0.1, 2: 0.35, 3: 0.65})[:, 0].tolist()
    [0.1, 0.35, 0.65, 0.65]
    """
    known = sorted(table)
    rows = np.full((months, max((np.size(lift.level) for lift in lifts), default=1)), float(level))
    for month in range(months):
        for lift in lifts:
            done = min(1.0, max(0, month - lift.finish + 1) / lift.ramp)
            rows[month] = np.maximum(rows[month], level + (lift.level - level) * done)
    return np.interp(rows, known, [table[one] for one in known])


def usually_reached(level: float, target: float, share: Range) -> float:
    """Return the level that adoption work reaches in the median, ``share`` of the way being uncertain.

    >>> round(usually_reached(2, 4, Range(0, 1, 1)), 2), usually_reached(2, 4, Range(1, 1, 1))
    (3.41, 4.0)
    """
    width, below, above = share.high - share.low, share.base - share.low, share.high - share.base
    middle = share.low + sqrt(width * below / 2) if below >= above else share.high - sqrt(width * above / 2)
    return float(level + (target - level) * middle)
