"""The list of store visits: put a visit on it, take one off, and see how far each form is."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from assessment.access import Actor
from assessment.answer_events import answers_in
from assessment.audit import record
from assessment.codec import decode
from assessment.database import Database
from assessment.door import enter, enter_to_change
from assessment.engagement import CompanyProfile
from assessment.fieldwork import MysteryVisit, StoreVisit
from assessment.forms import VISIT, visit_form
from assessment.mystery import MysteryStore, mystery_stores
from assessment.register_kinds import MYSTERY, STORE_VISITS
from assessment.responses import handed_in, is_answered
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
class VisitBoard:
    """Everything that came and comes from stores by visiting: visits of ours, and visits as a customer."""

    visits: tuple[VisitProgress, ...] = ()
    mystery: tuple[MysteryStore, ...] = ()
    fewest: int = 0


def visit_board(db: Database, actor: Actor, engagement: str, content: "ContentPack") -> VisitBoard:
    """Return the visits in the order of the list, and the stores with mystery visits."""
    with db.view() as session:
        row = enter(session, actor, engagement, "answers.read")
        visits = STORE_VISITS.read(session, engagement)
        mystery: tuple[MysteryVisit, ...] = MYSTERY.read(session, engagement)
        answers = answers_in(session, engagement)
        done = handed_in(session, engagement)
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
    return VisitBoard(tuple(found), mystery_stores(mystery, fewest), fewest)


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
        visit = StoreVisit(_next(visits), store, visitor, day, selection)
        STORE_VISITS.write(session, engagement, (*visits, visit))
        record(session, actor, "store_visits.saved", f"store_visits {visit.id}", now, engagement=engagement)
    return visit


def _next(visits: tuple[StoreVisit, ...]) -> str:
    numbers = [int(visit.id[1:]) for visit in visits if visit.id[:1] == "V" and visit.id[1:].isdecimal()]
    return f"V{max(numbers, default=0) + 1:02d}"
