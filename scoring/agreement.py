"""How far people agree: descriptions of spread, never folded into a score.

Sources: James, Demaree and Wolf 1984 (r_wg); Burke, Finkelstein and Dusig 1999 (average deviation); Cohen 1968 (weighted
kappa). r_wg is shown beside what random answers would reach, because a bare .70 rule is met by chance in small groups.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from scoring.exact import Exact

PAIR = 2
NULL_SEED = 20240904
NULL_DRAWS = 2000


@dataclass(frozen=True, slots=True)
class Agreement:
    """Standard deviation, average deviation from the mean, and single-item r_wg in [0, 1]."""

    spread: float
    average_deviation: float
    rwg: float


def agreement(values: Sequence[Exact], options: int = 5) -> Agreement | None:
    """Describe how far units agree; None with fewer than two values.

    r_wg = 1 − s² / ((A² − 1)/12), clamped to [0, 1], with A the number of options (variance 2 for five levels).

    >>> agreement([3, 3, 3, 3]).rwg, agreement([1, 5]).rwg
    (1.0, 0.0)
    """
    n = len(values)
    if n < PAIR:
        return None
    numbers = [float(v) for v in values]
    centre = math.fsum(numbers) / n
    variance = math.fsum((v - centre) ** 2 for v in numbers) / (n - 1)
    deviation = math.fsum(abs(v - centre) for v in numbers) / n
    rwg = min(1.0, max(0.0, 1 - variance / ((options**2 - 1) / 12)))
    return Agreement(math.sqrt(variance), deviation, rwg)


@lru_cache(maxsize=1024)
def rwg_null(n: int, options: int = 5, seed: int = NULL_SEED, draws: int = NULL_DRAWS) -> float | None:
    """Return the 95th percentile of r_wg when ``n`` raters answer at random (uniform, simulated, seeded)."""
    if n < PAIR:
        return None
    import numpy as np

    answers = np.random.default_rng(seed).integers(1, options + 1, size=(draws, n))
    variances = answers.var(axis=1, ddof=1)
    return float(np.quantile(np.clip(1 - variances / ((options**2 - 1) / 12), 0, 1), 0.95))


def quadratic_weighted_kappa(first: Sequence[int], second: Sequence[int], options: int = 5) -> float | None:
    """Return Cohen's kappa with quadratic weights for two coders of the same answers (levels 1…options).

    None when both coders used one and the same level throughout: chance agreement is then complete.

    >>> quadratic_weighted_kappa([1, 2, 3, 4], [1, 2, 3, 4])
    1.0
    """
    pairs = list(zip(first, second, strict=True))
    n = len(pairs)
    seen = sum((a - b) ** 2 for a, b in pairs) * n
    chance = sum((a - b) ** 2 * first.count(a) * second.count(b) for a in _levels(options) for b in _levels(options))
    return None if chance == 0 else 1 - seen / chance


def _levels(options: int) -> range:
    return range(1, options + 1)
