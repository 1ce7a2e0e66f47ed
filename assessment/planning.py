"""From scores and reasons to the next published roadmap version. Runs for seconds, so pages leave it to a worker."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlmodel import Session

from assessment.access import Actor
from assessment.audit import record
from assessment.codec import fingerprint
from assessment.comparing import compared, other_platforms, unplanned
from assessment.conflicts import Infeasible
from assessment.database import Database
from assessment.door import enter, enter_to_change
from assessment.dossier import PlatformComparison
from assessment.errors import InvalidInput, Problem
from assessment.gathering import Gathered
from assessment.picture import Picture, input_of, view_of
from assessment.plan_inputs import inputs_of
from assessment.platform_runs import Progress, nothing_to_plan, plan_beside, plan_on
from assessment.progress_events import first_begun, latest_progress
from assessment.progress_rules import has_begun
from assessment.replanning import History, carried_on
from assessment.roadmap_versions import (
    RoadmapVersion,
    add_version,
    latest_row,
    listed,
    planned_items,
    snapshot_in,
    start_at,
    version_rows,
)
from assessment.score_runs import keep_run
from assessment.situation import system_entries
from assessment.terms import terms_of
from questionnaires.locale_text import LocaleText
from roadmap import PlanInput, publish
from roadmap.plan import Plan, Snapshot
from roadmap.situation import SystemEntry

if TYPE_CHECKING:
    from assessment.content import ContentPack

__all__ = ["PATIENCE", "Infeasible", "RoadmapVersion", "build_roadmap", "roadmap_versions", "snapshot_of_version"]

PATIENCE = 60.0
"""Seconds after which a search is stopped; on a free machine the deterministic limits of the engines end it sooner."""


def build_roadmap(
    db: Database,
    actor: Actor,
    engagement: str,
    content: "ContentPack",
    now: datetime,
    *,
    time_limit: float = PATIENCE,
    seed: int | None = None,
    platform: str | None = None,
    progress: Progress | None = None,
) -> Snapshot:
    """Publish the next roadmap version and return it; the latest one when nothing it depends on has changed.

    ``platform`` replaces the profile's. The same roadmap is run on every other platform of the content and kept beside
    it. ``time_limit`` in seconds stops the search; on the other platforms `COMPARED_PATIENCE` may stop it sooner.
    ``progress`` is told before each run.

    Raises:
        InvalidInput: for a platform the content does not have.
        AssessmentError: ``nothing_to_plan`` without scores or reasons to move.
        Infeasible: when the constraints contradict each other; no version is published.
    """
    with db.view() as session:
        row = enter(session, actor, engagement, "plan.build")
        seen = view_of(db, session, row, content)
        history, last = _history(session, engagement, content), latest_row(session, engagement)
    gathered, picture = seen.gathered, seen.picture
    ask = _question(gathered, picture, history, content, now.date(), platform, time_limit, seed)
    if last is not None and last.input_hash == ask.hash:
        return snapshot_in(last)
    plan, table = _side_by_side(ask, picture, system_entries(gathered.systems), progress)
    keep_run(db, engagement, picture.sheet, now, actor.user)
    with db.unit() as session:
        enter_to_change(session, actor, engagement, "plan.build", now, research=False)
        last = latest_row(session, engagement)
        if last is not None and last.input_hash == ask.hash:  # somebody else published the same meanwhile
            return snapshot_in(last)
        version = last.version + 1 if last else 1
        made_from = inputs_of(gathered, picture, content)
        published = publish(plan, version, picture.sheet.digest, content.version, content.hash, made_from)
        terms = terms_of(gathered.profile, content.catalogue.defaults)
        snapshot = add_version(session, engagement, published, table, ask.hash, actor, now, terms)
        detail = {"version": version, "digest": snapshot.digest, "platform": snapshot.plan.platform}
        record(session, actor, "roadmap.published", f"roadmap {version}", now, detail, engagement=engagement)
    return snapshot


def roadmap_versions(db: Database, actor: Actor, engagement: str) -> tuple[RoadmapVersion, ...]:
    """Return the published versions, newest first."""
    with db.view() as session:
        enter(session, actor, engagement)
        return tuple(listed(row) for row in version_rows(session, engagement))


def snapshot_of_version(db: Database, actor: Actor, engagement: str, version: int) -> Snapshot | None:
    """Return a published version, None when there is none of this number."""
    with db.view() as session:
        enter(session, actor, engagement)
        row = next((r for r in version_rows(session, engagement) if r.version == version), None)
    return snapshot_in(row) if row else None


def _history(session: Session, engagement: str, content: "ContentPack") -> History:
    """Read what has happened to the plans so far; a plan keeps its first day once work on it has begun."""
    reports, versions = latest_progress(session, engagement), version_rows(session, engagement)
    begun = {i for i, report in reports.items() if has_begun(report) and i in content.catalogue.initiatives}
    moment = first_begun(session, engagement, begun)
    start = None if moment is None else start_at(versions, moment)
    return History(reports, planned_items(versions, reports), start)


@dataclass(frozen=True, slots=True)
class _Question:
    """What is asked of the engine, the platforms to compare with, and the hash of everything the answer depends on."""

    given: PlanInput
    others: tuple[str, ...]
    hash: str


def _question(
    gathered: Gathered,
    picture: Picture,
    history: History,
    content: "ContentPack",
    today: date,
    platform: str | None,
    time_limit: float,
    seed: int | None,
) -> _Question:
    """Put the question. What is done or under way stays where it is; the catalogue is named by the content's hash."""
    main = platform or gathered.profile.platform
    _check_platform(main, content)
    given = carried_on(input_of(gathered, picture, content, today, main, history.start), history, today)
    given = replace(given, time_limit=float(time_limit), seed=given.seed if seed is None else seed)
    if not given.gaps and not given.suggestions:
        raise nothing_to_plan()
    others = other_platforms(gathered.profile, main, content)
    reasons = (
        given.gaps,
        given.standing,
        given.suggestions,
        given.industry,
        given.facts,
        given.constraints,
        given.finished,
    )
    notes = (gathered.profile.term_notes,) if gathered.profile.term_notes else ()  # a version prints its reasons
    asked = fingerprint(content.hash, main, others, given.seed, given.draws, given.time_limit, *reasons, *notes)
    return _Question(given, others, asked)


def _side_by_side(
    ask: _Question, picture: Picture, systems: Sequence[SystemEntry], progress: Progress | None
) -> tuple[Plan, tuple[PlatformComparison, ...]]:
    """Return the plan, and the same roadmap on every platform, its own first."""
    told: Progress = progress or (lambda _done, _all: None)
    catalogue, count = ask.given.catalogue, 1 + len(ask.others)
    told(0, count)
    plan = plan_on(ask.given)
    rows = [compared(plan, picture.gaps, systems, catalogue)]
    for done, platform in enumerate(ask.others, 1):
        told(done, count)
        beside = plan_beside(ask.given, platform)
        rows.append(
            compared(beside, picture.gaps, systems, catalogue)
            if beside
            else unplanned(platform, picture.gaps, systems, catalogue)
        )
    return plan, tuple(rows)


def _check_platform(platform: str, content: "ContentPack") -> None:
    if platform not in content.catalogue.platforms:
        known = ", ".join(sorted(content.catalogue.platforms))
        text = LocaleText(f"没有平台 {platform}，可选：{known}。", f"There is no platform {platform}; choose {known}.")
        raise InvalidInput((Problem("platform", text),))
