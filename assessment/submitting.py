"""Handing a form in: a receipt derived from exactly the answers handed in."""

from collections.abc import Mapping
from datetime import datetime

from sqlmodel import Session, col, select

from assessment.access import Actor, Respondent
from assessment.answer_events import current, events_of
from assessment.database import Database
from assessment.errors import InvalidInput, Problem
from assessment.receipts import receipt_of
from assessment.respondents import log_visit, open_sheet_to_write
from assessment.tables import AnswerEventRow, EngagementRow, SubmissionRow
from questionnaires.locale_text import LocaleText


def submit(db: Database, who: Actor | Respondent, engagement: str, person: str, instrument: str, now: datetime) -> str:
    """Hand the form in and return the receipt; handed in again unchanged, it is the same receipt.

    Raises:
        InvalidInput: when nothing has been answered.
    """
    with db.unit() as session:
        row, _ = open_sheet_to_write(session, who, engagement, person, instrument, now)
        events = current(events_of(session, engagement, person, instrument))
        if not events:
            nothing = LocaleText("还没有回答任何问题。", "Nothing has been answered yet.")
            raise InvalidInput((Problem(instrument, nothing),))
        return hand_in(session, who, row, person, instrument, events, now)


def hand_in(
    session: Session,
    who: Actor | Respondent,
    row: EngagementRow,
    person: str,
    instrument: str,
    events: Mapping[str, AnswerEventRow],
    now: datetime,
) -> str:
    """Keep a submission of ``events`` inside a unit of work and return its receipt."""
    receipt = receipt_of(row.id, person, instrument, {q: e.id for q, e in events.items()})
    last = last_submission(session, row.id, person, instrument)
    if last is None or last.receipt != receipt:
        by = who.user if isinstance(who, Actor) else f"respondent:{who.person}"
        session.add(
            SubmissionRow(
                engagement_id=row.id, person_id=person, instrument=instrument, receipt=receipt, at=now, submitted_by=by
            )
        )
        log_visit(session, who, row, "form.submitted", person, now, {"instrument": instrument, "receipt": receipt})
    return receipt


def last_submission(session: Session, engagement: str, person: str, instrument: str) -> SubmissionRow | None:
    """Return the newest submission of a form, None when it was never handed in."""
    kept = SubmissionRow
    mine = select(kept).where(kept.engagement_id == engagement, kept.person_id == person, kept.instrument == instrument)
    return session.exec(mine.order_by(col(kept.seq).desc()).limit(1)).first()
