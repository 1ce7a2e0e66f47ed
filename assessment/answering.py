"""Answers: taken as events, acknowledged from the database, handed in with a receipt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from assessment.access import Actor, Respondent
from assessment.answer_checks import check_events
from assessment.answer_events import AnswerEvent, answer_of, current, events_of, known_ids, row_of
from assessment.answer_sheet import AnswerSheet, sheet_of
from assessment.database import Database
from assessment.errors import Conflict
from assessment.respondents import log_visit, open_sheet_to_write
from assessment.submitting import submit
from questionnaires.answers import Answer

if TYPE_CHECKING:
    from assessment.content import ContentPack

__all__ = [
    "AnswerEvent",
    "AnswerSheet",
    "Saved",
    "answers_of",
    "revision_of",
    "save_answers",
    "sheet_of",
    "submit",
    "submitted_at",
]


@dataclass(frozen=True, slots=True)
class Saved:
    """The proof: of ``total`` questions answered so far, ``safe`` are read back from the database at ``at``."""

    safe: int
    total: int
    at: datetime
    revision: int


def save_answers(
    db: Database,
    who: Actor | Respondent,
    engagement: str,
    person: str,
    instrument: str,
    events: Sequence[AnswerEvent],
    now: datetime,
    *,
    expected: int | None = None,
    content: "ContentPack | None" = None,
) -> Saved:
    """Store answers whole or not at all, and acknowledge them from the database. Sent twice they are stored once.

    ``expected`` is the revision the answers were typed on; without it the later event simply wins. With ``content`` the
    questions are checked against the instrument and its hash is kept with every answer.

    Raises:
        NotFound: when this visitor has no such form.
        InvalidInput: listing the answers that cannot be used.
        Conflict: when somebody else saved on this form since ``expected``.
    """
    check_events(events, person, instrument, content)
    with db.unit() as session:
        row, _ = open_sheet_to_write(session, who, engagement, person, instrument, now)
        before = events_of(session, engagement, person, instrument)
        known = known_ids(session, engagement, person, (e.id for e in events))
        fresh = {event.id: event for event in events if event.id not in known}
        if fresh and expected is not None and expected != len(before):
            raise Conflict(tuple(events), {q: answer_of(e) for q, e in current(before).items()})
        if fresh:
            by = who.user if isinstance(who, Actor) else f"respondent:{who.person}"
            digest = content.hash if content else ""
            session.add_all(row_of(e, engagement, instrument, now, by, digest) for e in fresh.values())
            log_visit(
                session, who, row, "answers.saved", person, now, {"instrument": instrument, "answers": len(fresh)}
            )
    return _acknowledged(db, engagement, person, instrument, events, now)


def _acknowledged(
    db: Database, engagement: str, person: str, instrument: str, events: Sequence[AnswerEvent], now: datetime
) -> Saved:
    """Read back what is really there, in a new transaction after the commit."""
    with db.view() as session:
        stored = events_of(session, engagement, person, instrument)
    safe = set(current(stored))
    return Saved(len(safe), len(safe | {e.question for e in events}), now, len(stored))


def answers_of(
    db: Database, who: Actor | Respondent, engagement: str, person: str, instrument: str
) -> Mapping[str, Answer]:
    """Return question → current answer. Raises NotFound or Forbidden for those who may not read them."""
    return sheet_of(db, who, engagement, person, instrument).answers


def revision_of(db: Database, who: Actor | Respondent, engagement: str, person: str, instrument: str) -> int:
    """Return the number of answers ever saved on this form; it only grows."""
    return sheet_of(db, who, engagement, person, instrument).revision


def submitted_at(
    db: Database, who: Actor | Respondent, engagement: str, person: str, instrument: str
) -> datetime | None:
    """Return when the form was last handed in, None when it never was."""
    return sheet_of(db, who, engagement, person, instrument).submitted_at
