"""Generalised (power) means: how children become a parent, and what each child contributes.

``M_p = (Σ w_i s_i^p / Σ w_i)^(1/p)``; p = 1 arithmetic, p → 0 geometric, p → −∞ the minimum. p = 1 and −∞ are exact;
the others are computed in decimal with guard digits and rounded to 50 digits, so that a mean that is a short decimal
comes out exactly. For p ≤ 0 values are floored at 0.01, and "all at the floor" is 0. Weights are positive here:
a child of weight 0 never reaches a mean.
"""

import math
from collections.abc import Mapping
from decimal import Context, Decimal, localcontext
from fractions import Fraction

from scoring.exact import Exact

FLOOR = Fraction(1, 100)
DIGITS = 50
_WORKING = Context(prec=DIGITS + 12)
_SHOWN = Context(prec=DIGITS)

Scores = Mapping[str, Fraction]
Weights = Mapping[str, Exact]


def mean(scores: Scores, weights: Weights, p: float = 1) -> Fraction:
    """Return the generalised mean of ``scores`` (at least one, on [0, 1]).

    >>> mean({"a": Fraction(9, 10), "b": Fraction(1, 10)}, {"a": 1, "b": 1}, p=0)
    Fraction(3, 10)
    >>> mean({"a": Fraction(1), "b": Fraction(0)}, {"a": 3, "b": 1})
    Fraction(3, 4)
    """
    values = _floored(scores) if p <= 0 else dict(scores)
    if p <= 0 and all(v == FLOOR for v in values.values()):
        return Fraction(0)
    if p == -math.inf or len(set(values.values())) == 1:
        return min(values.values())
    total = sum(Fraction(weights[c]) for c in values)
    if p == 1:
        return sum((weights[c] * v for c, v in values.items()), Fraction(0)) / total
    with localcontext(_WORKING):
        if p == 0:
            logs = (_decimal(Fraction(weights[c]) / total) * _decimal(v).ln() for c, v in sorted(values.items()))
            made = sum(logs, Decimal(0)).exp()
        else:
            exponent = Decimal(str(p))
            powers = sum((weights[c] * t for c, t in _powers(values, p).items()), Fraction(0))
            made = _decimal(powers / total) ** (1 / exponent)
        return Fraction(_SHOWN.plus(made))


def contributions(scores: Scores, weights: Weights, p: float = 1) -> dict[str, Fraction]:
    """Return c_i = M·w_i·s_i^p / Σ w_j·s_j^p, which sum exactly to M.

    For p = −∞ the minimum carries the whole score (children that tie share it by weight).

    >>> contributions({"a": Fraction(1), "b": Fraction(0)}, {"a": 3, "b": 1})
    {'a': Fraction(3, 4), 'b': Fraction(0, 1)}
    """
    whole = mean(scores, weights, p)
    values = _floored(scores) if p <= 0 else dict(scores)
    if p == -math.inf:
        lowest = min(values.values())
        terms = {c: Fraction(weights[c]) if v == lowest else Fraction(0) for c, v in values.items()}
    else:
        terms = {c: weights[c] * t for c, t in _powers(values, p).items()}
    total = sum(terms.values(), Fraction(0))
    return {c: whole * t / total if total else Fraction(0) for c, t in terms.items()}


def imbalance(scores: Scores, weights: Weights) -> Fraction:
    """Return the cost of imbalance: arithmetic − geometric mean, never below 0 (the floor could push it there)."""
    return max(Fraction(0), mean(scores, weights, 1) - mean(scores, weights, 0))


def _floored(scores: Scores) -> dict[str, Fraction]:
    return {c: max(s, FLOOR) for c, s in scores.items()}


def _powers(values: Scores, p: float) -> dict[str, Fraction]:
    if p == 1:
        return dict(values)
    if p == 0:
        return dict.fromkeys(values, Fraction(1))
    exponent = Decimal(str(p))
    with localcontext(_WORKING):
        return {c: Fraction(_decimal(v) ** exponent) if v else Fraction(0) for c, v in values.items()}


def _decimal(value: Fraction) -> Decimal:
    """Divide in the working context (converting numerator and denominator first keeps every digit)."""
    return Decimal(value.numerator) / Decimal(value.denominator)
