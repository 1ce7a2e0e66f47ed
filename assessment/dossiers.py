"""The dossier of an engagement: composed from what is stored, remembered until something changes or a day has passed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

from sqlmodel import Session

from assessment.access import Actor, may
from assessment.codec import fingerprint
from assessment.database import Database
from assessment.door import enter
from assessment.dossier import Dossier, PlatformComparison
from assessment.gathering import Gathered
from assessment.picture import Picture, View, view_of
from assessment.plan_inputs import changed_since, inputs_of
from assessment.privacy import for_client, thresholded, told_gaps
from assessment.progress_events import latest_progress, owners
from assessment.reasons import WeighedReason, weigh_reasons
from assessment.remembering import Memory
from assessment.roadmap_versions import comparisons_in, latest_row, snapshot_in, terms_in
from assessment.score_runs import keep_run
from assessment.terms import PlanTerms
from assessment.wave import industry_of
from roadmap import forecast
from roadmap.plan import Progress, Snapshot
from scoring import Gap, ScoreSheet

if TYPE_CHECKING:
    from assessment.content import ContentPack

Reader = Literal["team", "client", "paper"]
"""Who reads: consultants see everything, client roles no answers; paper shows what clients may see, with its sources."""

_dossiers: Memory[Dossier] = Memory(48)


def dossier_of(db: Database, actor: Actor, engagement: str, content: "ContentPack", now: datetime) -> Dossier:
    """Return everything a page prints about an engagement, as far as this actor may see it."""
    reader: Reader = "team" if may(actor, "answers.read") else "client"
    return _dossier(db, actor, engagement, content, now, reader)


def dossier_for_report(db: Database, actor: Actor, engagement: str, content: "ContentPack", now: datetime) -> Dossier:
    """Return what a report prints: the same for everybody who may read one, thresholds of confidentiality applied."""
    return _dossier(db, actor, engagement, content, now, "paper")


def _dossier(
    db: Database, actor: Actor, engagement: str, content: "ContentPack", now: datetime, reader: Reader
) -> Dossier:
    with db.view() as session:
        row = enter(session, actor, engagement, "report.read" if reader == "paper" else "engagement.view")
        key = (db.identity, row.id, row.revision, content.hash, now.date(), reader)
        found = _dossiers.find(key)
        if found is not None:
            return found
        seen, track = view_of(db, session, row, content), _track(session, row.id)
    keep_run(db, row.id, seen.picture.sheet, now)
    return _dossiers.keep(key, compose_dossier(seen, track, content, now, reader))


@dataclass(frozen=True, slots=True)
class _Track:
    """The plan and what has happened to it."""

    snapshot: Snapshot | None
    comparisons: tuple[PlatformComparison, ...]
    progress: Mapping[str, Progress]
    owners: Mapping[str, str]
    terms: PlanTerms | None = None


def _track(session: Session, engagement: str) -> _Track:
    row = latest_row(session, engagement)
    return _Track(
        snapshot=snapshot_in(row) if row else None,
        comparisons=comparisons_in(row) if row else (),
        progress=latest_progress(session, engagement),
        owners=owners(session, engagement),
        terms=terms_in(row) if row else None,
    )


def compose_dossier(seen: View, track: _Track, content: "ContentPack", now: datetime, reader: Reader) -> Dossier:
    """Put the dossier together. Pure."""
    gathered, picture = seen.gathered, seen.picture
    today, plan = now.date(), track.snapshot.plan if track.snapshot else None
    dossier = Dossier(
        engagement_id=gathered.engagement,
        profile=gathered.profile,
        wave=gathered.wave,
        as_of=_as_of(gathered, today),
        composed_at=now,
        consultants=gathered.consultants,
        framework=content.library.framework,
        catalogue=content.catalogue,
        industry=industry_of(gathered.profile, content),
        narratives=content.narratives,
        titles=content.titles,
        sales_moments=content.library.sales_moments,
        stores=gathered.work.stores,
        people=gathered.work.people,
        coverage=picture.coverage,
        sheet=_for(reader, picture.sheet),
        targets=picture.targets.targets,
        gaps=_gaps_for(reader, picture),
        resources=picture.resources,
        systems=gathered.systems,
        flows=gathered.flows,
        silos=picture.silos,
        facts=picture.facts,
        needs=gathered.needs,
        reasons=_reasons(seen, content),
        snapshot=track.snapshot,
        progress=track.progress,
        forecast=forecast(plan, track.progress, today, content.catalogue) if plan else None,
        comparisons=track.comparisons,
        owners=track.owners,
        content_version=content.version,
        content_hash=content.hash,
        digest="",
        changed=_changed(seen, track, content),
        terms=track.terms,
    )
    return replace(dossier, digest=_digest(dossier, today))


def _as_of(gathered: Gathered, today: date) -> date:
    """Return the day the figures are of: when the research was closed, but never before an answer they count."""
    newest = min(gathered.newest or today, today)
    return max(gathered.as_of, newest) if gathered.as_of else today


def _reasons(seen: View, content: "ContentPack") -> tuple[WeighedReason, ...]:
    gathered, work = seen.gathered, seen.gathered.work
    cards = content.library.reasons
    return weigh_reasons(cards, work.people, work.answers, seen.picture.facts, gathered.systems, gathered.flows)


def _changed(seen: View, track: _Track, content: "ContentPack") -> tuple[str, ...]:
    if track.snapshot is None:
        return ()
    return changed_since(track.snapshot, inputs_of(seen.gathered, seen.picture, content), seen.picture.sheet)


def _for(reader: Reader, sheet: ScoreSheet) -> ScoreSheet:
    if reader == "team":
        return sheet
    return for_client(sheet) if reader == "client" else thresholded(sheet)


def _gaps_for(reader: Reader, picture: Picture) -> tuple[Gap, ...]:
    if reader == "team":
        return picture.gaps
    told = told_gaps(picture.gaps, picture.sheet)
    return told if reader == "paper" else tuple(replace(gap, answers=()) for gap in told)


def _digest(d: Dossier, today: date) -> str:
    """Return the hash of what the dossier says; the moment of composing is no part of it, the day of forecast is."""
    plan = (d.snapshot.digest, d.progress, d.owners, d.comparisons, d.terms, today) if d.snapshot else ()
    register = (d.profile, d.stores, d.people, d.systems, d.flows, d.resources, d.needs, d.facts, d.reasons)
    return fingerprint(d.engagement_id, d.wave, d.as_of, d.content_hash, d.sheet.digest, d.targets, register, plan)
