"""Exact numbers: how a level, weight or cut that was written down becomes a number without rounding."""

import math
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

Exact = int | Fraction
Written = int | float | Decimal | Fraction | str


@lru_cache(maxsize=4096)
def exact(value: Written) -> Exact:
    """Return the number that was written, not its binary neighbour; ValueError when it is not a finite number.

    >>> exact(2.4), exact(3.0), exact("2/5")
    (Fraction(12, 5), 3, Fraction(2, 5))
    """
    if isinstance(value, int):
        return int(value)
    if isinstance(value, float):
        if not math.isfinite(value):
            raise ValueError(f"{value} is not a finite number")
        made = Fraction(str(value))
    else:
        made = Fraction(value)
    return made.numerator if made.denominator == 1 else made


def ratio(value: Exact) -> str:
    """Return the canonical spelling of an exact number, as it enters the digest.

    >>> ratio(3), ratio(Fraction(13, 7))
    ('3/1', '13/7')
    """
    return f"{value.numerator}/{value.denominator}"


def rounded(value: float) -> float:
    """Return a statistic with nine significant digits, as it is printed by programs.

    >>> rounded(0.12345678949)
    0.123456789
    """
    return float(f"{value:.9g}")
