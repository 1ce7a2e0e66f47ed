"""The triangular range that money, effects and draws are given in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Range:
    """A triangular range, low ≤ base ≤ high; money is in minor units (fen), rates are fractions of 1."""

    low: float
    base: float
    high: float
