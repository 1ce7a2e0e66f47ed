"""Everything an engagement holds, read at one moment: the only input of scores, plans and dossiers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, select

from assessment.adjudications import standing_adjudications
from assessment.answer_events import answers_in, newest_answer
from assessment.codec import decode
from assessment.engagement import CompanyProfile, DataFlow, Need, Person, System
from assessment.facts import GivenFact
from assessment.fieldwork import Fieldwork
from assessment.industries import TargetChange
from assessment.register_kinds import (
    APPROVALS,
    DOCUMENTS,
    FACTS,
    FLOWS,
    MYSTERY,
    NEEDS,
    PEOPLE,
    REQUESTS,
    RESOURCES,
    STORE_VISITS,
    STORES,
    SYSTEMS,
    TARGETS,
    VISITS,
)
from assessment.resources import Resource
from assessment.tables import EngagementRow, SubmissionRow
from questionnaires.answers import Answer
from scoring import Adjudication


@dataclass(frozen=True, slots=True)
class Gathered:
    """What consultants and respondents brought together. ``newest`` is the day of the last answer."""

    engagement: str
    profile: CompanyProfile
    wave: int
    as_of: date | None
    consultants: tuple[str, ...]
    work: Fieldwork
    systems: tuple[System, ...]
    flows: tuple[DataFlow, ...]
    facts: tuple[GivenFact, ...]
    resources: tuple[Resource, ...]
    needs: tuple[Need, ...]
    targets: tuple[TargetChange, ...]
    adjudications: tuple[Adjudication, ...]
    newest: date | None = None


def gather(session: Session, row: EngagementRow) -> Gathered:
    """Read an engagement inside a unit of work."""
    ident = row.id
    people = PEOPLE.read(session, ident)
    work = Fieldwork(
        stores=STORES.read(session, ident),
        people=people,
        answers=_counting(session, ident, people),
        visits=VISITS.read(session, ident),
        documents=DOCUMENTS.read(session, ident),
        approvals=APPROVALS.read(session, ident),
        store_visits=STORE_VISITS.read(session, ident),
        mystery=MYSTERY.read(session, ident),
        requests=REQUESTS.read(session, ident),
    )
    return Gathered(
        engagement=ident,
        profile=decode(CompanyProfile, row.profile),
        wave=row.wave,
        as_of=row.as_of,
        consultants=tuple(map(str, row.consultants)),
        work=work,
        systems=SYSTEMS.read(session, ident),
        flows=FLOWS.read(session, ident),
        facts=FACTS.read(session, ident),
        resources=RESOURCES.read(session, ident),
        needs=NEEDS.read(session, ident),
        targets=TARGETS.read(session, ident),
        adjudications=standing_adjudications(session, ident),
        newest=newest_answer(session, ident),
    )


def _counting(
    session: Session, engagement: str, people: tuple[Person, ...]
) -> Mapping[tuple[str, str], Mapping[str, Answer]]:
    """Return the answers that count: a form of the stores counts once it is handed in, what we code counts at once."""
    form = SubmissionRow
    handed_in = set(session.exec(select(form.person_id, form.instrument).where(form.engagement_id == engagement)))
    stores = {person.id for person in people if person.kind in {"manager", "guide"}}
    return {
        place: answers
        for place, answers in answers_in(session, engagement).items()
        if place[0] not in stores or place in handed_in
    }
