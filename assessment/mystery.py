"""Mystery visits: what a customer met, as observations of the store, and when a single store may be spoken about."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assessment.fieldwork import Fieldwork, MysteryVisit
from assessment.speaking import SEEN, value_of
from assessment.strata import stratum_of
from questionnaires import Answer, Library
from scoring import Observation
from scoring.observation import Selection


@dataclass(frozen=True, slots=True)
class MysteryStore:
    """How often one store was visited as a customer. Below ``enough`` its visits count for the chain only."""

    store: str
    visits: int
    enough: bool


def mystery_stores(visits: Sequence[MysteryVisit], fewest: int) -> tuple[MysteryStore, ...]:
    """Return the stores with at least one mystery visit, by id; ``fewest`` visits make a store speak for itself."""
    counts: dict[str, int] = {}
    for visit in visits:
        counts[visit.store] = counts.get(visit.store, 0) + 1
    return tuple(MysteryStore(store, n, n >= fewest) for store, n in sorted(counts.items()))


def met(library: Library, work: Fieldwork, scope: Collection[str]) -> Iterator[Observation]:
    """Yield the observations of all mystery visits, source group V.

    How the store came to be visited is what the list of visits says of it; a store on no list was chosen by somebody.
    """
    strata = {s.id: stratum_of(s) for s in work.stores}
    chosen = _selections(work)
    points = {p.id: p for p in library.mystery.points}
    for number, visit in enumerate(work.mystery, 1):
        for key, value in visit.seen.items():
            point = points.get(key)
            level = value_of(point, Answer(key, value)) if point is not None else None
            if point is None or level is None or point.capability not in scope:
                continue
            yield Observation(
                capability=point.capability or "",
                group="V",
                unit=visit.store,
                respondent=f"mystery:{visit.visitor}",
                answer=f"mystery:{number}:{visit.store}:{key}",
                value=level,
                stratum=strata.get(visit.store),
                selection=chosen.get(visit.store, "chosen"),
                evidence=SEEN,
            )


def _selections(work: Fieldwork) -> Mapping[str, Selection]:
    listed: dict[str, Selection] = {finding.store: finding.selection for finding in work.visits}
    listed.update({visit.store: visit.selection for visit in work.store_visits})
    return listed
