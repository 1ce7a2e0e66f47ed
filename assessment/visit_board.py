"""The list of store visits: put a visit on it, take one off, and see how far each form is."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from assessment.access import Actor
from assessment.answer_events import answers_in
from assessment.audit import record
from assessment.codec import decode
from assessment.coverage import visits_wanted
from assessment.database import Database
from assessment.door import enter, enter_to_change
from assessment.drawing import VisitDraw, frame_of, shares, taken
from assessment.engagement import CompanyProfile, Store
from assessment.fieldwork import MysteryVisit, StoreVisit, VisitFinding
from assessment.forms import VISIT, visit_form
from assessment.mystery import MysteryStore, mystery_stores
from assessment.register_kinds import MYSTERY, STORE_VISITS, STORES, VISITS
from assessment.responses import handed_in, is_answered
from assessment.visit_draws import draws_in, next_number
from questionnaires import applicable, scope_of
from scoring.observation import Selection

if TYPE_CHECKING:
    from assessment.content import ContentPack


@dataclass(frozen=True, slots=True)
class VisitProgress:
    """One visit: ``answered`` of ``asked`` questions of its form, and when the coding was finished."""

    visit: StoreVisit
    answered: int
    asked: int
    submitted: datetime | None

    @property
    def form(self) -> str:
        """Return the form on which the visit is coded."""
        return visit_form(self.visit.id)


@dataclass(frozen=True, slots=True)
class TabledVisit:
    """A store whose visit came as rows of a table: how it was chosen, and on how many capabilities something was found."""

    store: str
    selection: Selection
    findings: int


@dataclass(frozen=True, slots=True)
class StratumLeft:
    """A stratum to draw from: ``left`` stores are neither visited nor on the list, ``wanted`` are still due of it."""

    stratum: str
    stores: int
    left: int
    wanted: int


@dataclass(frozen=True, slots=True)
class VisitBoard:
    """Everything that came and comes from stores by visiting: visits of ours, and visits as a customer.

    ``tabled`` visits came as a table; ``draws`` is the log of random draws, and ``strata`` what there is to draw from.
    """

    visits: tuple[VisitProgress, ...] = ()
    mystery: tuple[MysteryStore, ...] = ()
    fewest: int = 0
    tabled: tuple[TabledVisit, ...] = ()
    draws: tuple[VisitDraw, ...] = ()
    strata: tuple[StratumLeft, ...] = ()


def visit_board(db: Database, actor: Actor, engagement: str, content: "ContentPack") -> VisitBoard:
    """Return the visits in the order of the list, and the stores with mystery visits."""
    with db.view() as session:
        row = enter(session, actor, engagement, "answers.read")
        visits = STORE_VISITS.read(session, engagement)
        mystery: tuple[MysteryVisit, ...] = MYSTERY.read(session, engagement)
        answers = answers_in(session, engagement)
        done = handed_in(session, engagement)
        findings = VISITS.read(session, engagement)
        draws = draws_in(session, engagement)
        stores = STORES.read(session, engagement)
    library = content.library
    scope = scope_of(library.framework, decode(CompanyProfile, row.profile).scope)
    found: list[VisitProgress] = []
    for visit in visits:
        place = (visit.visitor, visit_form(visit.id))
        given = answers.get(place, {})
        asked = applicable(library.instruments[VISIT], (), given, capabilities=scope)
        answered = sum(is_answered(given.get(question.id)) for question in asked)
        found.append(VisitProgress(visit, answered, len(asked), done.get(place)))
    fewest = library.mystery.visits[0]
    strata = strata_left(stores, taken(visits, findings))
    return VisitBoard(tuple(found), mystery_stores(mystery, fewest), fewest, _tabled(findings), draws, strata)


def _tabled(findings: Sequence[VisitFinding]) -> tuple[TabledVisit, ...]:
    by_store: dict[str, list[VisitFinding]] = {}
    for finding in findings:
        by_store.setdefault(finding.store, []).append(finding)
    return tuple(TabledVisit(store, rows[0].selection, len(rows)) for store, rows in sorted(by_store.items()))


def strata_left(stores: Sequence[Store], gone: Collection[str]) -> tuple[StratumLeft, ...]:
    """Return the strata with what is left to draw from, and how many of the sample are still due of each."""
    sizes = {key: len(ids) for key, ids in frame_of(stores, ()).items()}
    due = shares(sizes, visits_wanted(len(stores)))
    left = {key: len(ids) for key, ids in frame_of(stores, gone).items()}
    return tuple(
        StratumLeft(key, n, left[key], min(left[key], max(due[key] - (n - left[key]), 0))) for key, n in sizes.items()
    )


def plan_visit(
    db: Database,
    actor: Actor,
    engagement: str,
    store: str,
    visitor: str,
    day: date,
    selection: Selection,
    now: datetime,
) -> StoreVisit:
    """Put a visit on the list under the next free number and return it.

    Raises:
        InvalidInput: for a store that is not registered, or a visitor who is no consultant of the register.
    """
    with db.unit() as session:
        enter_to_change(session, actor, engagement, STORE_VISITS.to_write, now)
        visits = STORE_VISITS.read(session, engagement)
        visit = StoreVisit(f"V{next_number(visits):02d}", store, visitor, day, selection)
        STORE_VISITS.write(session, engagement, (*visits, visit))
        record(session, actor, "store_visits.saved", f"store_visits {visit.id}", now, engagement=engagement)
    return visit
