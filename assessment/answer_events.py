"""Answers as they are stored: events that only ever come on top. The current answer is the last event of a question."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import cast

from sqlmodel import Session, col, func, select

from assessment.tables import AnswerEventRow
from questionnaires.answers import Answer, Missing


@dataclass(frozen=True, slots=True)
class AnswerEvent:
    """One answer given at one moment. ``id`` is made by the client: the same event sent twice is stored once."""

    id: str
    person: str
    question: str
    answer: Answer
    at: datetime


def row_of(
    event: AnswerEvent, engagement: str, instrument: str, now: datetime, by: str, content_hash: str
) -> AnswerEventRow:
    """Return the row that keeps an event; ``by`` is who typed it."""
    value = event.answer.value
    return AnswerEventRow(
        id=event.id,
        engagement_id=engagement,
        person_id=event.person,
        instrument=instrument,
        question=event.question,
        level=value if isinstance(value, int) else None,
        words=value if isinstance(value, str) else None,
        reason=event.answer.reason,
        na_reason=event.answer.na_reason,
        evidence=list(event.answer.evidence),
        note=event.answer.note,
        at=event.at,
        received=now,
        recorded_by=by,
        content_hash=content_hash,
    )


def answer_of(row: AnswerEventRow) -> Answer:
    """Return the answer a row keeps."""
    return Answer(
        question=row.question,
        value=row.words if row.level is None else row.level,
        reason=cast("Missing | None", row.reason),
        na_reason=row.na_reason,
        evidence=tuple(map(str, row.evidence)),
        note=row.note,
    )


def known_ids(session: Session, engagement: str, person: str, ids: Iterable[str]) -> frozenset[str]:
    """Return those of ``ids`` that are stored already."""
    event = AnswerEventRow
    mine = select(event.id).where(event.engagement_id == engagement, event.person_id == person)
    return frozenset(session.exec(mine.where(col(event.id).in_(sorted(ids)))))


def newest_answer(session: Session, engagement: str) -> date | None:
    """Return the day of the last answer; None before there is one."""
    event = AnswerEventRow
    last = select(event.at).where(event.engagement_id == engagement).order_by(col(event.at).desc()).limit(1)
    at = session.exec(last).first()
    return at.date() if at else None


def events_of(session: Session, engagement: str, person: str, instrument: str) -> tuple[AnswerEventRow, ...]:
    """Return every event of one person and instrument, oldest first."""
    event = AnswerEventRow
    mine = select(event).where(
        event.engagement_id == engagement, event.person_id == person, event.instrument == instrument
    )
    return tuple(session.exec(mine.order_by(col(event.seq))))


def revisions_in(session: Session, engagement: str, instrument: str) -> dict[str, int]:
    """Return person → number of events ever saved on this form; whoever saved none is not named."""
    event = AnswerEventRow
    mine = select(event.person_id, func.count()).where(
        event.engagement_id == engagement, event.instrument == instrument
    )
    return dict(session.exec(mine.group_by(event.person_id)).all())


def current(events: Sequence[AnswerEventRow]) -> dict[str, AnswerEventRow]:
    """Return question → last event, of one person and instrument."""
    return {event.question: event for event in events}


def answers_in(session: Session, engagement: str) -> Mapping[tuple[str, str], Mapping[str, Answer]]:
    """Return (person, instrument) → question → current answer, of everybody."""
    event = AnswerEventRow
    newest = (
        select(func.max(event.seq))
        .where(event.engagement_id == engagement)
        .group_by(event.person_id, event.instrument, event.question)
    )
    rows = session.exec(select(event).where(col(event.seq).in_(newest)).order_by(event.person_id, col(event.seq)))
    found: dict[tuple[str, str], dict[str, Answer]] = {}
    for row in rows:
        found.setdefault((row.person_id, row.instrument), {})[row.question] = answer_of(row)
    return found
