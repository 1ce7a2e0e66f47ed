"""The record of who did what. Written in the same unit of work as the deed itself: neither stands without the other."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from assessment.access import Actor, Respondent, may
from assessment.codec import canonical
from assessment.database import Database
from assessment.errors import Forbidden
from assessment.tables import AuditRow


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One deed: ``action`` (``answers.saved``) on ``object`` (``person P01``) by ``who``."""

    at: datetime
    who: str
    action: str
    object: str
    engagement: str | None
    detail: Mapping[str, Any]


def record(
    session: Session,
    actor: Actor,
    action: str,
    object: str,  # noqa: A002 - the word of the field
    now: datetime,
    detail: Mapping[str, Any] | None = None,
    *,
    engagement: str | None = None,
) -> None:
    """Write down a deed. ``detail`` holds counts and names, never answers and never secrets."""
    _write(session, actor.workspace, actor.user, actor.name, action, object, now, detail, engagement)


def record_respondent(
    session: Session,
    who: Respondent,
    workspace: str,
    action: str,
    now: datetime,
    detail: Mapping[str, Any] | None = None,
) -> None:
    """Write down the deed of somebody who came by an invitation."""
    user = f"respondent:{who.person}"
    _write(session, workspace, user, who.person, action, f"person {who.person}", now, detail, who.engagement)


def _write(
    session: Session,
    workspace: str,
    user: str,
    name: str,
    action: str,
    what: str,
    now: datetime,
    detail: Mapping[str, Any] | None,
    engagement: str | None,
) -> None:
    session.add(
        AuditRow(
            workspace_id=workspace,
            engagement_id=engagement,
            at=now,
            user=user,
            user_name=name,
            action=action,
            object=what,
            detail=canonical(dict(detail or {})),
        )
    )


def audit_log(db: Database, actor: Actor, limit: int = 200, *, engagement: str | None = None) -> tuple[AuditEntry, ...]:
    """Return the newest entries of the actor's workspace, newest first. Raises Forbidden for all but owners and leads."""
    if not may(actor, "audit.view"):
        raise Forbidden
    wanted = select(AuditRow).where(AuditRow.workspace_id == actor.workspace)
    if engagement is not None:
        wanted = wanted.where(AuditRow.engagement_id == engagement)
    with db.view() as session:
        rows = session.exec(wanted.order_by(col(AuditRow.seq).desc()).limit(limit)).all()
    return tuple(AuditEntry(r.at, r.user_name, r.action, r.object, r.engagement_id, json.loads(r.detail)) for r in rows)
