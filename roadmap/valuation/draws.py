"""Seeded draws: every uncertain quantity has its own stream, so that adding one leaves the others as they were."""

import hashlib
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from roadmap.initiatives import Range
from roadmap.plan import Money

Draws: TypeAlias = NDArray[np.float64]


class Dice:
    """Triangular draws by name; the same seed, name and range give the same numbers."""

    def __init__(self, seed: int, draws: int) -> None:
        """Keep seed and number of draws."""
        self.seed = seed
        self.draws = draws

    def triangular(self, name: str, over: Range) -> Draws:
        """Draw from a triangular distribution; a range without width gives its one value."""
        if over.low >= over.high:
            return self.constant(over.base)
        key = int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big")
        stream = np.random.Generator(np.random.PCG64(np.random.SeedSequence([self.seed, key])))
        return stream.triangular(over.low, over.base, over.high, self.draws)

    def constant(self, amount: float) -> Draws:
        """Return the same amount for every draw."""
        return np.full(self.draws, float(amount))


def money(amounts: Draws, stress: float) -> Money:
    """Return P10, P50 and P90 in whole minor units with a stress amount."""
    low, middle, high = (round(float(n)) for n in np.percentile(amounts, (10, 50, 90)))
    return Money(low, middle, high, round(stress))


def stressed(benefit: Draws, cost: Draws, benefit_factor: float, cost_factor: float) -> tuple[Money, Money]:
    """Return benefit and net with their stress lines: a part of the median benefit, more than the median cost."""
    gained = benefit_factor * float(np.median(benefit))
    lost = cost_factor * float(np.median(cost))
    return money(benefit, gained), money(benefit - cost, gained - lost)
