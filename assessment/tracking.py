"""Moving the plan forward: reports on items, what they would move before they are saved, owners, the change log."""

from datetime import datetime
from typing import TYPE_CHECKING

from sqlmodel import Session

from assessment.access import Actor
from assessment.audit import record
from assessment.changes import Change, changes_of
from assessment.database import Database
from assessment.door import enter, enter_to_change
from assessment.errors import Conflict, InvalidInput, NotFound, Problem
from assessment.progress_events import (
    add_event,
    latest_event,
    latest_progress,
    owner_events,
    owners,
    progress_events,
    progress_in,
)
from assessment.progress_rules import completed
from assessment.register_kinds import PEOPLE
from assessment.roadmap_versions import latest_row, snapshot_in
from assessment.tables import OwnerEventRow
from questionnaires.locale_text import LocaleText
from roadmap import consequence
from roadmap.plan import Consequence, Plan, PlanItem, Progress

if TYPE_CHECKING:
    from assessment.content import ContentPack

__all__ = [
    "Change",
    "assign_owner",
    "change_log",
    "preview_progress",
    "progress_revision",
    "record_progress",
]


def record_progress(
    db: Database,
    actor: Actor,
    engagement: str,
    progress: Progress,
    expected: int,
    now: datetime,
    content: "ContentPack",
) -> int:
    """Keep a report on an item and return the item's new revision. ``expected`` is the revision it was written on.

    Raises:
        NotFound: for an item the plan does not have.
        InvalidInput: listing what cannot be used.
        Conflict: when somebody else reported since; ``theirs`` is their report.
    """
    with db.unit() as session:
        enter_to_change(session, actor, engagement, "progress.record", now, research=False)
        before = latest_event(session, engagement, progress.initiative)
        revision = before.revision if before else 0
        item = _item(_plan(session, engagement), progress.initiative)
        full = completed(progress, progress_in(before) if before else None, item, now.date())
        if expected != revision:
            raise Conflict(full, progress_in(before) if before else None, revision)
        add_event(session, engagement, full, revision + 1, actor, now)
        detail = {"status": full.status, "revision": revision + 1, "content": content.version}
        what = f"initiative {full.initiative}"
        record(session, actor, "progress.recorded", what, now, detail, engagement=engagement)
    return revision + 1


def progress_revision(db: Database, actor: Actor, engagement: str, initiative: str) -> int:
    """Return how often an item has been reported on; 0 before the first time."""
    with db.view() as session:
        enter(session, actor, engagement)
        last = latest_event(session, engagement, initiative)
    return last.revision if last else 0


def preview_progress(
    db: Database, actor: Actor, engagement: str, progress: Progress, content: "ContentPack", now: datetime
) -> Consequence:
    """Return what saving a report would move and cost; nothing is stored. Refuses what ``record_progress`` refuses."""
    with db.view() as session:
        enter(session, actor, engagement, "progress.record")
        plan = _plan(session, engagement)
        reports = latest_progress(session, engagement)
    before = reports.get(progress.initiative)
    full = completed(progress, before, _item(plan, progress.initiative), now.date())
    return consequence(plan, reports, full, now.date(), content.catalogue)


def assign_owner(db: Database, actor: Actor, engagement: str, initiative: str, person: str, now: datetime) -> None:
    """Make a person of the register owner of an item; an empty ``person`` takes the owner away.

    Raises:
        NotFound: for an item the plan does not have.
        InvalidInput: for somebody who is not in the register.
    """
    with db.unit() as session:
        enter_to_change(session, actor, engagement, "owner.assign", now, research=False)
        _item(_plan(session, engagement), initiative)
        if person and person not in {p.id for p in PEOPLE.read(session, engagement)}:
            raise InvalidInput((Problem(person, LocaleText("名单里没有这个人。", "Not in the register.")),))
        if owners(session, engagement).get(initiative, "") == person:
            return
        session.add(
            OwnerEventRow(
                engagement_id=engagement,
                initiative=initiative,
                person=person,
                at=now,
                user=actor.user,
                user_name=actor.name,
            )
        )
        detail = {"person": person}
        record(session, actor, "owner.assigned", f"initiative {initiative}", now, detail, engagement=engagement)


def change_log(db: Database, actor: Actor, engagement: str, limit: int = 200) -> tuple[Change, ...]:
    """Return the newest changes of items, newest first."""
    with db.view() as session:
        enter(session, actor, engagement)
        reports, given = progress_events(session, engagement), owner_events(session, engagement)
    return changes_of(reports, given)[:limit]


def _plan(session: Session, engagement: str) -> Plan:
    row = latest_row(session, engagement)
    if row is None:
        raise NotFound
    return snapshot_in(row).plan


def _item(plan: Plan, initiative: str) -> PlanItem:
    for item in plan.items:
        if item.initiative == initiative:
            return item
    raise NotFound
