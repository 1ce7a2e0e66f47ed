"""Straight scales and round ticks."""

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scale:
    """Maps values from ``low`` to ``high`` on pixels from ``start`` to ``end``.

    >>> Scale(0, 100, 68, 272)(50)
    170.0
    """

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """Return the pixel of ``value``, kept inside the scale."""
        if self.high == self.low:
            return self.start
        share = min(max((value - self.low) / (self.high - self.low), 0.0), 1.0)
        return self.start + share * (self.end - self.start)


def ticks(low: float, high: float, count: int = 5) -> list[float]:
    """Return round values that enclose ``low`` and ``high`` in about ``count`` steps.

    >>> ticks(0, 510)
    [0.0, 200.0, 400.0, 600.0]
    """
    span = max(high - low, 1e-9)
    raw = span / count
    power = 10 ** math.floor(math.log10(raw))
    step = next(m * power for m in (1, 2, 5, 10) if m * power >= raw * 0.999)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [float(index * step) for index in range(first, last + 1)]
