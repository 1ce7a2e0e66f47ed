"""Engagements: begin one, change its company profile, put it away, and the list everybody starts from."""

import uuid
from collections.abc import Iterator
from datetime import datetime

from sqlmodel import Session

from assessment.access import Actor, may
from assessment.audit import record
from assessment.codec import checked, decode, encode
from assessment.database import Database
from assessment.door import enter, enter_to_change
from assessment.engagement import CompanyProfile
from assessment.engagement_cards import EngagementCard, Phase, list_engagements
from assessment.errors import Forbidden, InvalidInput, Problem
from assessment.tables import EngagementRow
from questionnaires.locale_text import LocaleText

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


def create_engagement(db: Database, actor: Actor, profile: CompanyProfile, now: datetime) -> str:
    """Begin an engagement and return its id.

    Raises:
        Forbidden: for roles that do not begin engagements.
        InvalidInput: listing every field of the profile that cannot be used.
    """
    if not may(actor, "engagement.create"):
        raise Forbidden
    clean = _clean(profile)
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


def edit_profile(db: Database, actor: Actor, engagement: str, profile: CompanyProfile, now: datetime) -> None:
    """Replace the company profile. Raises InvalidInput listing every field that cannot be used."""
    with db.unit() as session:
        row = enter_to_change(session, actor, engagement, "engagement.edit", now)
        _describe(row, _clean(profile))
        record(session, actor, "engagement.profile_edited", f"engagement {row.id}", now, engagement=row.id)


def archive(db: Database, actor: Actor, engagement: str, archived: bool, now: datetime) -> None:
    """Put an engagement away, or take it out again; nothing in it is lost."""
    with db.unit() as session:
        row = enter_to_change(session, actor, engagement, "engagement.edit", now)
        row.archived = archived
        action = "engagement.archived" if archived else "engagement.reopened"
        record(session, actor, action, f"engagement {row.id}", now, engagement=row.id)


def _describe(row: EngagementRow, profile: CompanyProfile) -> None:
    row.profile = encode(CompanyProfile, profile)
    row.name, row.name_en = profile.name, profile.name_en
    row.industry, row.sample = profile.industry, profile.sample


def _clean(profile: CompanyProfile) -> CompanyProfile:
    profile = checked(CompanyProfile, profile)
    problems = tuple(_problems(profile))
    if problems:
        raise InvalidInput(problems)
    return profile


def _problems(profile: CompanyProfile) -> Iterator[Problem]:
    if not profile.name.strip():
        yield Problem("name", LocaleText("请填写公司名称。", "Give the company a name."))
    for where, value in (("industry", profile.industry), ("platform", profile.platform)):
        if not value:
            yield Problem(where, LocaleText("请选择一项。", "Choose one."))
    if profile.budget < 0:
        yield Problem("budget", LocaleText("预算不能为负数。", "A budget is not negative."))
    for role, weeks in sorted(profile.capacity.items()):
        if weeks < 0:
            yield Problem(f"capacity.{role}", LocaleText("人力不能为负数。", "Capacity is not negative."))
    for first, last in profile.blackouts:
        if not (1 <= first <= 12 and 1 <= last <= 12):
            yield Problem("blackouts", LocaleText("月份应为 1 到 12。", "Months run from 1 to 12."))
    for dimension, weight in sorted(profile.dimension_weights.items()):
        if weight < 0:
            yield Problem(f"dimension_weights.{dimension}", LocaleText("权重不能为负数。", "A weight is not negative."))
