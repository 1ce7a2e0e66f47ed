"""Who was asked and who answered: what every figure of a wave rests on."""

import math
from collections.abc import Collection, Sequence

from assessment.dossier import Coverage
from assessment.engagement import Store
from assessment.fieldwork import Fieldwork
from assessment.forms import GUIDE, visit_of
from assessment.request_states import standing
from assessment.strata import stratum_of
from questionnaires import Library
from scoring import Observation
from scoring.evidence import STATEMENT

FEWEST_VISITS = 3
FORMS = "F"


def visits_wanted(stores: int) -> int:
    """Return how many stores to visit: at least three, else the square root of their number, rounded up.

    >>> [visits_wanted(n) for n in (0, 2, 9, 30, 100)]
    [0, 2, 3, 6, 10]
    """
    return min(stores, max(FEWEST_VISITS, math.ceil(math.sqrt(stores))))


def coverage_of(
    library: Library,
    work: Fieldwork,
    observations: Sequence[Observation],
    submitted: Collection[str] | None = None,
) -> Coverage:
    """Return the coverage of a wave.

    ``submitted`` names the people who sent their form in; None counts everybody with at least one answer (forms brought
    back on paper or in a workbook). A store counts once, however many of its people answered. The evidence share is the
    share of answered levels with something shown beside the words.
    """
    answered = {person for (person, _), answers in work.answers.items() if answers}
    sent = answered if submitted is None else set(submitted)
    managers = {p.id: p.store for p in work.people if p.kind == "manager" and p.store}
    guides = {p.id for p in work.people if p.kind == GUIDE}
    forms = {i.id for i in library.instruments.values() if i.group == FORMS}
    wrote = {person for (person, form), answers in work.answers.items() if form in forms and answers}
    asked = [s for s in work.stores if s.id in set(managers.values())]
    returned = {store for person, store in managers.items() if person in sent and person in wrote}
    given = [o for o in observations if o.state != "blank"]
    unknown = sum(o.state == "dont_know" for o in given)
    valued = [o for o in given if o.state == "value"]
    shown = sum(bool(set(o.evidence) - {STATEMENT}) for o in valued)
    requests = standing(library.requests, work.requests, work.documents)
    return Coverage(
        stores=len(work.stores),
        forms_asked=len(asked),
        forms_returned=len([s for s in asked if s.id in returned]),
        executives=sum(p.kind == "executive" and p.id in answered for p in work.people),
        visits=len(_visited(work)),
        documents=sum(d.value is not None for d in work.documents),
        answers=len(given),
        dont_know_share=unknown / len(given) if given else 0.0,
        evidence_share=shown / len(valued) if valued else 0.0,
        by_stratum=_by_stratum(work.stores, asked, returned),
        missing_forms=tuple(s.id for s in asked if s.id not in returned),
        guides_asked=len(guides),
        guides_returned=len(guides & sent & wrote),
        visits_wanted=visits_wanted(len(work.stores)),
        mystery_visits=len(work.mystery),
        requests_asked=sum(r.status != "open" for r in requests),
        requests_received=sum(r.status == "received" for r in requests),
    )


def _visited(work: Fieldwork) -> set[str]:
    """Return the stores of which a consultant brought something home: a row of the table, or a form begun."""
    begun = {visit_of(form) for (_, form), answers in work.answers.items() if answers}
    return {v.store for v in work.visits} | {v.store for v in work.store_visits if v.id in begun}


def _by_stratum(
    stores: Sequence[Store], asked: Sequence[Store], returned: Collection[str | None]
) -> dict[str, tuple[int, int]]:
    """Return stratum → (forms returned, forms asked), in register order."""
    found: dict[str, tuple[int, int]] = {stratum_of(s): (0, 0) for s in stores}
    for store in asked:
        got, of = found[stratum_of(store)]
        found[stratum_of(store)] = (got + (store.id in returned), of + 1)
    return found
