"""Engagements: begin one, change its company profile, put it away, and the list everybody starts from."""

import uuid
from datetime import datetime
from typing import TYPE_CHECKING

from sqlmodel import Session

from assessment.access import Actor, may
from assessment.audit import record
from assessment.codec import decode, encode, print_of
from assessment.database import Database
from assessment.door import enter, enter_to_change
from assessment.engagement import CompanyProfile
from assessment.engagement_cards import EngagementCard, Phase, list_engagements
from assessment.errors import Conflict, Forbidden
from assessment.profile_checks import clean_profile
from assessment.tables import EngagementRow

if TYPE_CHECKING:
    from assessment.content import ContentPack

__all__ = [
    "EngagementCard",
    "Phase",
    "archive",
    "create_engagement",
    "edit_profile",
    "list_engagements",
    "new_engagement",
    "profile_of",
]


def create_engagement(
    db: Database, actor: Actor, profile: CompanyProfile, now: datetime, *, content: "ContentPack | None" = None
) -> str:
    """Begin an engagement and return its id. With ``content`` every id in the profile is checked.

    Raises:
        Forbidden: for roles that do not begin engagements.
        InvalidInput: listing every field of the profile that cannot be used.
    """
    if not may(actor, "engagement.create"):
        raise Forbidden
    clean = clean_profile(profile, content, today=now.date())
    with db.unit() as session:
        row = new_engagement(session, actor, clean, now)
        record(session, actor, "engagement.created", f"engagement {row.id}", now, engagement=row.id)
    return row.id


def new_engagement(
    session: Session,
    actor: Actor,
    profile: CompanyProfile,
    now: datetime,
    origin: str | None = None,
    ident: str | None = None,
) -> EngagementRow:
    """Add an engagement inside a unit of work. ``origin`` names the sample it is loaded from."""
    row = EngagementRow(
        id=ident or uuid.uuid4().hex[:16],
        workspace_id=actor.workspace,
        origin=origin,
        consultants=[actor.name],
        name="",
        industry="",
        profile="",
        created=now,
        updated=now,
    )
    _describe(row, profile)
    session.add(row)
    session.flush()
    return row


def profile_of(db: Database, actor: Actor, engagement: str) -> CompanyProfile:
    """Return the company profile."""
    with db.view() as session:
        return decode(CompanyProfile, enter(session, actor, engagement).profile)


def edit_profile(
    db: Database,
    actor: Actor,
    engagement: str,
    profile: CompanyProfile,
    now: datetime,
    *,
    content: "ContentPack | None" = None,
    expected: str | None = None,
) -> None:
    """Replace the company profile. ``expected`` is the print of the one the change was made on (see ``print_of``).

    Raises:
        InvalidInput: listing every field that cannot be used.
        Conflict: when somebody else changed the profile since; ``theirs`` is what stands now.
    """
    with db.unit() as session:
        row = enter_to_change(session, actor, engagement, "engagement.edit", now)
        there = decode(CompanyProfile, row.profile)
        clean = clean_profile(profile, content, start_of=there, today=now.date())
        if expected is not None and expected != print_of(there) and there != clean:
            raise Conflict(clean, there)
        _describe(row, clean)
        record(session, actor, "engagement.profile_edited", f"engagement {row.id}", now, engagement=row.id)


def archive(db: Database, actor: Actor, engagement: str, archived: bool, now: datetime) -> None:
    """Put an engagement away, or take it out again; nothing in it is lost."""
    with db.unit() as session:
        row = enter_to_change(session, actor, engagement, "engagement.edit", now, research=False)
        row.archived = archived
        action = "engagement.archived" if archived else "engagement.reopened"
        record(session, actor, action, f"engagement {row.id}", now, engagement=row.id)


def _describe(row: EngagementRow, profile: CompanyProfile) -> None:
    row.profile = encode(CompanyProfile, profile)
    row.name, row.name_en = profile.name, profile.name_en
    row.industry, row.sample = profile.industry, profile.sample
