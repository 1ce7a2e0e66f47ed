"""The door of an engagement: who enters to look, who enters to change. Every use case passes through here."""

from datetime import datetime

from sqlmodel import Session, select

from assessment.access import Actor, Permission, may, sees
from assessment.errors import Forbidden, NotFound
from assessment.tables import EngagementRow


def enter(session: Session, actor: Actor, engagement: str, permission: Permission = "engagement.view") -> EngagementRow:
    """Return the engagement if ``actor`` may do ``permission`` in it.

    Raises:
        NotFound: for a stranger, exactly as when there is no such engagement.
        Forbidden: for somebody who may look but not do this.
    """
    return _checked(session.get(EngagementRow, engagement), actor, permission)


def enter_to_change(
    session: Session,
    actor: Actor,
    engagement: str,
    permission: Permission,
    now: datetime,
    *,
    research: bool = True,
) -> EngagementRow:
    """Return the engagement locked for this unit of work and its revision counted up; the same refusals as ``enter``.

    ``research`` False says that nothing changes that scores rest on.
    """
    row = _checked(locked(session, engagement), actor, permission)
    changed(row, now, research=research)
    return row


def locked(session: Session, engagement: str) -> EngagementRow | None:
    """Return the engagement's row, held until the end of the unit: writers of one engagement take turns."""
    return session.exec(select(EngagementRow).where(EngagementRow.id == engagement).with_for_update()).one_or_none()


def changed(row: EngagementRow, now: datetime, *, research: bool = True) -> None:
    """Count a change, so that nobody serves an older picture of the engagement."""
    row.revision += 1
    if research:
        row.researched = row.revision
    row.updated = now


def _checked(row: EngagementRow | None, actor: Actor, permission: Permission) -> EngagementRow:
    if row is None or not sees(actor, row.workspace_id, row.id):
        raise NotFound
    if not may(actor, permission):
        raise Forbidden
    return row
