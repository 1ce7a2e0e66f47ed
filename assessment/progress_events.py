"""Progress as stored: events that only ever come on top, one count per item, and who owns what."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import cast

from sqlmodel import Session, col, func, or_, select

from assessment.access import Actor
from assessment.tables import OwnerEventRow, ProgressEventRow
from roadmap.plan import Progress, Status

FIELDS = (
    "status",
    "remaining_days",
    "finish",
    "actual_start",
    "actual_finish",
    "blocker",
    "blocker_owner",
)
"""What the change log compares; the note is the reason given for a change and stands beside it."""


def progress_in(row: ProgressEventRow) -> Progress:
    """Return the report an event keeps."""
    return Progress(
        initiative=row.initiative,
        status=cast("Status", row.status),
        remaining_days=row.remaining_days,
        finish=row.finish,
        actual_start=row.actual_start,
        actual_finish=row.actual_finish,
        blocker=row.blocker,
        blocker_owner=row.blocker_owner,
        note=row.note,
        reported=row.reported,
    )


def add_event(
    session: Session, engagement: str, progress: Progress, revision: int, actor: Actor, now: datetime
) -> None:
    """Keep a report as the ``revision``-th of its item."""
    session.add(
        ProgressEventRow(
            engagement_id=engagement,
            initiative=progress.initiative,
            revision=revision,
            status=progress.status,
            remaining_days=progress.remaining_days,
            finish=progress.finish,
            actual_start=progress.actual_start,
            actual_finish=progress.actual_finish,
            blocker=progress.blocker,
            blocker_owner=progress.blocker_owner,
            note=progress.note,
            reported=progress.reported,
            at=now,
            user=actor.user,
            user_name=actor.name,
        )
    )


def latest_event(session: Session, engagement: str, initiative: str) -> ProgressEventRow | None:
    """Return the last event of an item, None before the first."""
    event = ProgressEventRow
    mine = select(event).where(event.engagement_id == engagement, event.initiative == initiative)
    return session.exec(mine.order_by(col(event.revision).desc()).limit(1)).first()


def latest_progress(session: Session, engagement: str) -> Mapping[str, Progress]:
    """Return initiative → latest report."""
    event = ProgressEventRow
    newest = select(func.max(event.seq)).where(event.engagement_id == engagement).group_by(event.initiative)
    rows = session.exec(select(event).where(col(event.seq).in_(newest)).order_by(event.initiative))
    return {row.initiative: progress_in(row) for row in rows}


def first_begun(session: Session, engagement: str, initiatives: Iterable[str]) -> datetime | None:
    """Return when it was first reported that one of these items had begun."""
    event = ProgressEventRow
    begun = or_(col(event.actual_start).is_not(None), event.status == "done")
    named = col(event.initiative).in_(sorted(initiatives))
    moments = select(event.at).where(event.engagement_id == engagement, named, begun)
    return session.exec(moments.order_by(col(event.seq)).limit(1)).first()


def progress_events(session: Session, engagement: str) -> tuple[ProgressEventRow, ...]:
    """Return every event, oldest first."""
    event = ProgressEventRow
    return tuple(session.exec(select(event).where(event.engagement_id == engagement).order_by(col(event.seq))))


def owner_events(session: Session, engagement: str) -> tuple[OwnerEventRow, ...]:
    """Return every change of owner, oldest first."""
    event = OwnerEventRow
    return tuple(session.exec(select(event).where(event.engagement_id == engagement).order_by(col(event.seq))))


def owners(session: Session, engagement: str) -> Mapping[str, str]:
    """Return initiative → id of the person who owns it."""
    last = {event.initiative: event.person for event in owner_events(session, engagement)}
    return {initiative: person for initiative, person in sorted(last.items()) if person}
