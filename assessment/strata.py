"""The strata of a register: groups of stores that resemble each other."""

from collections.abc import Sequence

from assessment.engagement import Store
from scoring import Stratum


def stratum_of(store: Store) -> str:
    """Return the stratum as the consultant spelt it, or ownership × format × region tier when it is blank."""
    return store.stratum or f"{store.ownership}·{store.format}·{store.region_tier}"


def strata_of(stores: Sequence[Store]) -> tuple[Stratum, ...]:
    """Return the strata with the number of their stores, in register order."""
    counts: dict[str, int] = {}
    for store in stores:
        counts[stratum_of(store)] = counts.get(stratum_of(store), 0) + 1
    return tuple(Stratum(key, n) for key, n in counts.items())
