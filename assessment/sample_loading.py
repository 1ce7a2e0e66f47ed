"""Load a sample engagement into a workspace, through the same checks as a client's own tables."""

import uuid
from datetime import UTC, datetime, time

from sqlmodel import Session, select

from assessment.access import Actor, may
from assessment.answer_events import AnswerEvent, row_of
from assessment.audit import record
from assessment.content import ContentPack
from assessment.database import Database
from assessment.engagements import new_engagement
from assessment.errors import Forbidden
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
from assessment.samples import SampleEngagement, read_sample
from assessment.submitting import hand_in
from assessment.tables import AnswerEventRow, EngagementRow
from questionnaires.answers import Answer

MORNING = time(9)
"""When, on the day its research was closed, the last answers of a sample came in."""


def load_sample(db: Database, actor: Actor, content: ContentPack, now: datetime, name: str = "home") -> str:
    """Load the sample called ``name`` and return its engagement; loaded once already, that one is returned untouched.

    Raises:
        KeyError: when the package carries no such sample.
        Forbidden: for roles that do not begin engagements.
    """
    if not may(actor, "engagement.create"):
        raise Forbidden
    with db.view() as session:
        there = _loaded(session, actor.workspace, name)
    if there is not None:
        return there
    sample = read_sample(name, content)
    with db.unit("sample") as session:
        there = _loaded(session, actor.workspace, name)
        if there is not None:
            return there
        row = new_engagement(session, actor, sample.profile, now, name, _free_id(session, f"sample-{name}"))
        row.wave, row.as_of, row.consultants = sample.wave, sample.as_of, list(sample.consultants)
        _fill(session, actor, row, sample, content, now)
        record(session, actor, "sample.loaded", f"sample {name}", now, engagement=row.id)
    return row.id


def _loaded(session: Session, workspace: str, name: str) -> str | None:
    mine = select(EngagementRow.id).where(EngagementRow.workspace_id == workspace, EngagementRow.origin == name)
    return session.exec(mine).first()


def _free_id(session: Session, wish: str) -> str:
    """Return a name people can type at the command line, unless another workspace has it already."""
    return wish if session.get(EngagementRow, wish) is None else f"{wish}-{uuid.uuid4().hex[:8]}"


def _fill(
    session: Session, actor: Actor, row: EngagementRow, sample: SampleEngagement, content: ContentPack, now: datetime
) -> None:
    ident, work = row.id, sample.work
    STORES.write(session, ident, work.stores)
    PEOPLE.write(session, ident, work.people)
    SYSTEMS.write(session, ident, sample.systems)
    FLOWS.write(session, ident, sample.flows)
    FACTS.write(session, ident, sample.facts)
    RESOURCES.write(session, ident, sample.resources)
    NEEDS.write(session, ident, sample.needs)
    TARGETS.write(session, ident, sample.targets)
    VISITS.write(session, ident, work.visits)
    DOCUMENTS.write(session, ident, work.documents)
    APPROVALS.write(session, ident, work.approvals)
    STORE_VISITS.write(session, ident, work.store_visits)
    MYSTERY.write(session, ident, work.mystery)
    REQUESTS.write(session, ident, work.requests)
    given = min(
        now, datetime.combine(sample.as_of, MORNING, UTC)
    )  # before the research was closed, not when it is loaded
    for (person, instrument), answers in work.answers.items():
        events = {q: _event_row(row.id, person, instrument, a, content, given, now) for q, a in answers.items()}
        session.add_all(events.values())
        session.flush()
        hand_in(session, actor, row, person, instrument, events, given)


def _event_row(
    engagement: str, person: str, instrument: str, answer: Answer, content: ContentPack, at: datetime, now: datetime
) -> AnswerEventRow:
    ident = uuid.uuid5(uuid.NAMESPACE_OID, f"{person}|{instrument}|{answer!r}")
    event = AnswerEvent(str(ident), person, answer.question, answer, at)
    return row_of(event, engagement, instrument, now, "sample", content.hash)
