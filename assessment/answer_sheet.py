"""A form as it stands: the answers, and what an answer page shows around them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from assessment.access import Actor, Respondent
from assessment.answer_events import answer_of, current, events_of
from assessment.codec import decode
from assessment.database import Database
from assessment.engagement import CompanyProfile, Person, Store
from assessment.fieldwork import StoreVisit
from assessment.respondents import open_sheet, visit_in
from assessment.submitting import last_submission
from assessment.tables import StoreRow
from questionnaires.answers import Answer
from questionnaires.locale_text import LocaleText


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """A form as it stands, with what an answer page shows around it. ``receipt`` is empty before it is handed in."""

    client: LocaleText
    scope: str
    sample: bool
    person: Person
    store: Store | None
    answers: Mapping[str, Answer]
    revision: int
    saved_at: datetime | None
    submitted_at: datetime | None
    receipt: str
    visit: StoreVisit | None = None


def sheet_of(db: Database, who: Actor | Respondent, engagement: str, person: str, instrument: str) -> AnswerSheet:
    """Return the form as it stands. Raises NotFound or Forbidden for those who may not read it."""
    with db.view() as session:
        row, somebody = open_sheet(session, who, engagement, person, instrument)
        events = events_of(session, engagement, person, instrument)
        visit = visit_in(session, engagement, instrument)
        there = visit.store if visit else somebody.store
        store = session.get(StoreRow, (engagement, there)) if there else None
        handed_in = last_submission(session, engagement, person, instrument)
    profile = decode(CompanyProfile, row.profile)
    return AnswerSheet(
        client=LocaleText(profile.name, profile.name_en or profile.name),
        scope=profile.scope,
        sample=profile.sample,
        person=somebody,
        store=decode(Store, store.body) if store else None,
        answers={question: answer_of(event) for question, event in current(events).items()},
        revision=len(events),
        saved_at=events[-1].received if events else None,
        submitted_at=handed_in.at if handed_in else None,
        receipt=handed_in.receipt if handed_in else "",
        visit=visit,
    )
