"""The perception gap: what executives see minus what stores live, on claimed values.

Executives are a census of the owners, so the interval carries only the stores' sampling error: Δ ± t(df_s)·SE_s.
Welch's interval and Hedges' g stand beside it as sensitivity when at least three executives answered. Which gaps are
*called* is decided over all pairs together (Benjamini and Hochberg 1995, q = 0.10), and only from half a level on.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Literal

from scoring.exact import Exact
from scoring.sheet import CapabilityScore, GroupEstimate, PerceptionGap, Welch
from scoring.strata import t_interval, t_p_value
from scoring.unit_values import Unit

MIN_STORES = 3
MIN_EXECUTIVES = 3
WATCH = Fraction(1, 2)
GAP = Fraction(1)
FALSE_DISCOVERY = 0.10


def perception_gap(groups: Mapping[str, GroupEstimate], units: Mapping[str, Sequence[Unit]]) -> PerceptionGap | None:
    """Return the gap of one capability, or None when it is not paired.

    The store side is F when at least 60 % of forms returned, else V; the two are never mixed.
    """
    executives = groups.get("E")
    stores = _store_side(groups)
    if executives is None or executives.claimed is None or stores is None or stores.claimed is None:
        return None
    delta = executives.claimed - stores.claimed
    se, df = stores.claimed_se, stores.claimed_df
    tested = se is not None and df is not None and stores.units >= MIN_STORES
    return PerceptionGap(
        delta=delta,
        executives=executives.claimed,
        executive_range=(executives.low or Fraction(0), executives.high or Fraction(0)),
        n_executives=executives.units,
        store_side=stores.group,
        stores=stores.claimed,
        n_stores=stores.units,
        dont_know_share=stores.dont_know_share,
        verdict=verdict(delta, stores.units),
        se=se,
        df=df,
        ci=t_interval(float(delta), se, df),
        p=t_p_value(float(delta), se or 0.0, df or 0.0) if tested else None,
        welch=welch(_claims(units["E"], executives), _claims(units[stores.group], stores)),
    )


def _store_side(groups: Mapping[str, GroupEstimate]) -> GroupEstimate | None:
    forms = groups.get("F")
    if forms is not None and forms.claimed is not None and not forms.indicative:
        return forms
    return groups.get("V")


def verdict(delta: Fraction, stores: int) -> Literal["gap", "watch", "aligned", "hidden"]:
    """Name a difference: gap from one level on, watch from half a level; hidden with fewer than three stores.

    >>> verdict(Fraction(-1), 5), verdict(Fraction(1, 2), 5), verdict(Fraction(3), 2)
    ('gap', 'watch', 'hidden')
    """
    if stores < MIN_STORES:
        return "hidden"
    return "gap" if abs(delta) >= GAP else "watch" if abs(delta) >= WATCH else "aligned"


def _claims(units: Sequence[Unit], side: GroupEstimate) -> list[Exact]:
    """Return the values behind a side's mean (chosen visits are outside it unless only they answered)."""
    everybody = side.basis in {"mean", "visited"}
    return [u.claimed for u in units if u.owner and u.claimed is not None and (everybody or u.selection != "chosen")]


def welch(executives: Sequence[Exact], stores: Sequence[Exact]) -> Welch | None:
    """Return Welch's standard error, degrees of freedom and 95 % interval, and Hedges' g (Hedges 1981).

    None with fewer than three on either side, or when nobody differs from anybody within both.
    """
    n, m = len(executives), len(stores)
    if n < MIN_EXECUTIVES or m < MIN_STORES:
        return None
    (mean_e, var_e), (mean_s, var_s) = _moments(executives), _moments(stores)
    a, b = var_e / n, var_s / m
    if a + b == 0:
        return None
    se = math.sqrt(a + b)
    df = (a + b) ** 2 / (a**2 / (n - 1) + b**2 / (m - 1))
    low, high = t_interval(mean_e - mean_s, se, df) or (0.0, 0.0)
    pooled = math.sqrt(((n - 1) * var_e + (m - 1) * var_s) / (n + m - 2))
    g = (mean_e - mean_s) / pooled * (1 - 3 / (4 * (n + m) - 9))
    return Welch(se, df, (low, high), g)


def _moments(values: Sequence[Exact]) -> tuple[float, float]:
    numbers = [float(v) for v in values]
    centre = math.fsum(numbers) / len(numbers)
    return centre, math.fsum((v - centre) ** 2 for v in numbers) / (len(numbers) - 1)


def call_gaps(capabilities: Mapping[str, CapabilityScore]) -> dict[str, CapabilityScore]:
    """Return the capabilities with ``called`` decided over all tested pairs together."""
    tested = {c: s.gap.p for c, s in capabilities.items() if s.gap is not None and s.gap.p is not None}
    rejected = benjamini_hochberg(tested, FALSE_DISCOVERY)
    result: dict[str, CapabilityScore] = {}
    for c, s in capabilities.items():
        if s.gap is not None and c in tested:
            result[c] = replace(s, gap=replace(s.gap, called=c in rejected and abs(s.gap.delta) >= WATCH))
        else:
            result[c] = s
    return result


def benjamini_hochberg(p_values: Mapping[str, float], q: float) -> frozenset[str]:
    """Return the keys rejected at false discovery rate ``q``.

    >>> sorted(benjamini_hochberg({"a": 0.01, "b": 0.06, "c": 0.5}, 0.10))
    ['a', 'b']
    """
    ordered = sorted(p_values, key=lambda k: (p_values[k], k))
    last = max((i for i, k in enumerate(ordered, 1) if p_values[k] <= q * i / len(ordered)), default=0)
    return frozenset(ordered[:last])
