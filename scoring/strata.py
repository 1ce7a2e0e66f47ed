"""Estimates from stores as a stratified sample without replacement.

Formulas: Cochran, *Sampling Techniques*, 3rd ed., ch. 5 (stratified mean, finite-population correction, Satterthwaite
degrees of freedom) and ch. 5A.14 (ratio estimator of a domain mean, used when some stores are not applicable).
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from scoring.exact import Exact
from scoring.observation import Stratum

MIN_UNITS = 4
PAIR = 2


@dataclass(frozen=True, slots=True)
class StratumSample:
    """What was seen in one stratum: ``size`` stores in all (None: no register), applicable ``values``, ``out`` N/A."""

    id: str
    size: int | None
    values: tuple[Exact, ...]
    out: int = 0

    @property
    def n(self) -> int:
        """Units that answered, N/A included."""
        return len(self.values) + self.out

    @property
    def complete(self) -> bool:
        """Whether every store of the stratum was seen: certainty, without sampling error."""
        return self.size is not None and self.n >= self.size


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean with its standard error and degrees of freedom (∞ when nothing varies or everything was seen).

    ``outside`` is the share of the register in strata without any unit: outside the statement, inside the bounds.
    """

    mean: Fraction
    se: float | None
    df: float | None
    outside: Fraction = Fraction(0)


def stratified(samples: Sequence[StratumSample], *, interval: bool = True) -> Estimate | None:
    """Return Σ N̂_h ȳ_h / Σ N̂_h, where N̂_h is the estimated number of applicable stores of the stratum.

    Without N/A units N̂_h = N_h, the plain stratified mean. ``interval`` False, or fewer than four units, gives no
    error. Returns None when no unit has a value.

    >>> stratified([StratumSample("a", 10, (2, 4)), StratumSample("b", 30, (1,))]).mean
    Fraction(3, 2)
    """
    seen = [s for s in samples if s.n]
    weights = [Fraction((s.size or s.n) * len(s.values), s.n) for s in seen]
    total = sum(weights, Fraction(0))
    if not total:
        return None
    above = sum((w * sum(s.values) / len(s.values) for w, s in zip(weights, seen, strict=True) if s.values), Fraction())
    mean = above / total
    register = sum(s.size or 0 for s in samples)
    outside = Fraction(sum(s.size or 0 for s in samples if not s.n), register) if register else Fraction(0)
    if not interval or sum(s.n for s in seen) < MIN_UNITS:
        return Estimate(mean, None, None, outside)
    return Estimate(mean, *_error(_collapsed(seen), float(mean), float(total)), outside)


def _collapsed(seen: Sequence[StratumSample]) -> list[StratumSample]:
    """Pool a stratum with one unit with its neighbour in register order, for the variance only.

    The neighbour is the one before it, for the first stratum the one after it. A stratum whose stores were all seen is
    certainty, adds no variance and is never pooled.
    """
    result: list[StratumSample] = []
    for sample in seen:
        if sample.complete:
            continue
        if result and (sample.n < PAIR or result[-1].n < PAIR):
            last = result.pop()
            size = None if last.size is None or sample.size is None else last.size + sample.size
            result.append(StratumSample(last.id, size, last.values + sample.values, last.out + sample.out))
        else:
            result.append(sample)
    return result


def _error(samples: Sequence[StratumSample], mean: float, total: float) -> tuple[float | None, float | None]:
    """Return standard error and Satterthwaite degrees of freedom of the (domain) mean.

    Residuals are y − mean for applicable units and 0 for the others; with none N/A this is the textbook variance.
    """
    terms: list[tuple[float, int]] = []
    for s in samples:
        if s.n < PAIR:
            return None, None  # one unit and no neighbour to pool it with: nothing can be said about the error
        residuals = [float(v) - mean for v in s.values] + [0.0] * s.out
        centre = math.fsum(residuals) / s.n
        spread = math.fsum((r - centre) ** 2 for r in residuals) / (s.n - 1)
        g = s.n if s.size is None else s.size * (s.size - s.n) / s.n
        if g * spread > 0:
            terms.append((g * spread, s.n))
    if not terms:
        return 0.0, math.inf
    variance = math.fsum(term for term, _ in terms)
    df = variance**2 / math.fsum(term**2 / (n - 1) for term, n in terms)
    return math.sqrt(variance) / total, df


def samples_of(values: Mapping[str, tuple[str, Exact | None]], strata: Sequence[Stratum]) -> list[StratumSample]:
    """Group unit → (stratum, value or None for N/A) into samples, in register order."""
    inside: dict[str, list[Exact]] = {s.id: [] for s in strata}
    out = dict.fromkeys(inside, 0)
    for unit in sorted(values):
        stratum, value = values[unit]
        if value is None:
            out[stratum] += 1
        else:
            inside[stratum].append(value)
    return [StratumSample(s.id, s.stores, tuple(inside[s.id]), out[s.id]) for s in strata]


def t_interval(mean: float, se: float | None, df: float | None, level: float = 0.95) -> tuple[float, float] | None:
    """Return the two-sided t interval, or None when there is no standard error."""
    if se is None or df is None:
        return None
    half = 0.0 if se == 0 else se * t_quantile(0.5 + level / 2, df)
    return mean - half, mean + half


@lru_cache(maxsize=4096)
def t_quantile(probability: float, df: float) -> float:
    """Return the t quantile; SciPy is imported here because only intervals need it."""
    from scipy.special import ndtri, stdtrit  # pyright: ignore[reportMissingTypeStubs]

    return float(ndtri(probability) if math.isinf(df) else stdtrit(df, probability))


def t_p_value(difference: float, se: float, df: float) -> float:
    """Return the two-sided p value of a difference; without sampling error it is 0 for any real difference."""
    if se == 0:
        return 1.0 if difference == 0 else 0.0
    from scipy.special import ndtr, stdtr  # pyright: ignore[reportMissingTypeStubs]

    statistic = -abs(difference / se)
    return float(2 * (ndtr(statistic) if math.isinf(df) else stdtr(df, statistic)))
