"""Drawing stores at random for visits, so that nobody picks only show stores. Pure; the same seed draws the same stores.

A store's place is the SHA-256 of seed and id: whoever has the list and the seed can draw again, with any tool.
"""

import hashlib
import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from assessment.engagement import Store
from assessment.fieldwork import StoreVisit, VisitFinding
from assessment.strata import stratum_of

HIGHEST_SEED = 999_999_999


@dataclass(frozen=True, slots=True)
class StratumDraw:
    """What was drawn of one stratum: ``frame`` are the stores it was drawn from, ``stores`` those that came."""

    stratum: str
    frame: tuple[str, ...]
    stores: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VisitDraw:
    """One draw, as it is logged: the seed, who drew and when, and what came of each stratum."""

    seed: int
    at: datetime
    who: str
    strata: tuple[StratumDraw, ...]

    @property
    def stores(self) -> tuple[str, ...]:
        """Return every store drawn."""
        return tuple(store for part in self.strata for store in part.stores)


def frame_of(stores: Iterable[Store], taken: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Return stratum → the stores there are to draw from: those not visited and not on the list yet."""
    frame: dict[str, list[str]] = {}
    for store in stores:
        frame.setdefault(stratum_of(store), [])
        if store.id not in taken:
            frame[stratum_of(store)].append(store.id)
    return {stratum: tuple(ids) for stratum, ids in frame.items()}


def taken(visits: Iterable[StoreVisit], findings: Iterable[VisitFinding]) -> frozenset[str]:
    """Return the stores that are on the list of visits, or from which a table brought something home."""
    return frozenset({visit.store for visit in visits} | {finding.store for finding in findings})


def drawn(frame: Mapping[str, Sequence[str]], wanted: Mapping[str, int], seed: int) -> tuple[StratumDraw, ...]:
    """Draw ``wanted`` stores of each stratum, in the order of the frame; strata of which none is wanted are left out.

    >>> drawn({"a": ("S1", "S2", "S3"), "b": ("S4",)}, {"a": 2}, 7)
    (StratumDraw(stratum='a', frame=('S1', 'S2', 'S3'), stores=('S2', 'S3')),)
    """
    found: list[StratumDraw] = []
    for stratum, stores in frame.items():
        if wanted.get(stratum, 0) > 0:
            ranked = sorted(stores, key=lambda store: (_place(seed, store), store))
            found.append(StratumDraw(stratum, tuple(stores), tuple(ranked[: wanted[stratum]])))
    return tuple(found)


def _place(seed: int, store: str) -> str:
    return hashlib.sha256(f"{seed}:{store}".encode()).hexdigest()


def shares(sizes: Mapping[str, int], total: int) -> dict[str, int]:
    """Split ``total`` visits over strata by their stores, each at least one as long as it has any; rests go to the largest.

    >>> shares({"own": 20, "franchise": 9, "outlet": 1}, 6)
    {'own': 4, 'franchise': 1, 'outlet': 1}
    >>> shares({"own": 1, "none": 0}, 3)
    {'own': 1, 'none': 0}
    """
    every = sum(sizes.values())
    found = {key: min(size, max(1, math.floor(total * size / every))) if size else 0 for key, size in sizes.items()}
    by_rest = sorted(sizes, key=lambda key: (-(total * sizes[key] / every % 1) if every else 0, -sizes[key]))
    for key in by_rest * max(total, 0):
        if sum(found.values()) >= min(total, every):
            break
        found[key] += found[key] < sizes[key]
    return found
