"""Published roadmap versions as stored: immutable, numbered from 1 without holes."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session, col, select

from assessment.access import Actor
from assessment.codec import canonical, decode, encode
from assessment.dossier import PlatformComparison
from assessment.remembering import Memory
from assessment.tables import RoadmapRow
from assessment.terms import PlanTerms
from roadmap import snapshot_from_json, snapshot_to_json
from roadmap.plan import PlanItem, Snapshot

_snapshots: Memory[Snapshot] = Memory(32)


@dataclass(frozen=True, slots=True)
class RoadmapVersion:
    """One published version as listed."""

    version: int
    digest: str
    score_digest: str
    platform: str
    items: int
    made: datetime
    made_by: str


def version_rows(session: Session, engagement: str) -> tuple[RoadmapRow, ...]:
    """Return all versions, newest first."""
    kept = select(RoadmapRow).where(RoadmapRow.engagement_id == engagement)
    return tuple(session.exec(kept.order_by(col(RoadmapRow.version).desc())))


def latest_row(session: Session, engagement: str) -> RoadmapRow | None:
    """Return the newest version, None before the first."""
    kept = select(RoadmapRow).where(RoadmapRow.engagement_id == engagement)
    return session.exec(kept.order_by(col(RoadmapRow.version).desc()).limit(1)).first()


def add_version(
    session: Session,
    engagement: str,
    snapshot: Snapshot,
    comparisons: Sequence[PlatformComparison],
    input_hash: str,
    actor: Actor,
    now: datetime,
    terms: PlanTerms,
) -> Snapshot:
    """Keep a published version inside a unit of work and return it as everybody will read it from now on."""
    row = RoadmapRow(
        engagement_id=engagement,
        version=snapshot.version,
        digest=snapshot.digest,
        score_digest=snapshot.score_digest,
        input_hash=input_hash,
        platform=snapshot.plan.platform,
        items=len(snapshot.plan.items),
        snapshot=canonical(snapshot_to_json(snapshot)),
        comparisons=encode(tuple[PlatformComparison, ...], tuple(comparisons)),
        made=now,
        made_by=actor.user,
        made_by_name=actor.name,
        terms=encode(PlanTerms, terms),
    )
    session.add(row)
    return snapshot_in(row)


def snapshot_in(row: RoadmapRow) -> Snapshot:
    """Return the snapshot a row keeps; a version never changes, so it is read once."""
    key = (row.engagement_id, row.version, row.made, row.digest)
    return _snapshots.recall(key, lambda: snapshot_from_json(json.loads(row.snapshot)))


def planned_items(newest_first: Iterable[RoadmapRow], wanted: Iterable[str]) -> dict[str, PlanItem]:
    """Return the wanted items as the newest version that has them planned them; older ones are read only for the rest."""
    found: dict[str, PlanItem] = {}
    missing = set(wanted)
    for row in newest_first:
        if not missing:
            break
        found |= {item.initiative: item for item in snapshot_in(row).plan.items if item.initiative in missing}
        missing -= found.keys()
    return found


def start_at(newest_first: Sequence[RoadmapRow], moment: datetime) -> date | None:
    """Return the first day of the plan that stood at this moment; of the first plan when there was none yet."""
    standing = [row for row in newest_first if row.made <= moment] or newest_first[-1:]
    return snapshot_in(standing[0]).plan.start if standing else None


def comparisons_in(row: RoadmapRow) -> tuple[PlatformComparison, ...]:
    """Return how the roadmap would look on each platform compared."""
    return decode(tuple[PlatformComparison, ...], row.comparisons)


def terms_in(row: RoadmapRow) -> PlanTerms | None:
    """Return the terms a version was built under; None for one published before they were kept."""
    return decode(PlanTerms, row.terms) if row.terms else None


def listed(row: RoadmapRow) -> RoadmapVersion:
    """Return a version as listed."""
    return RoadmapVersion(
        row.version, row.digest, row.score_digest, row.platform, row.items, row.made, row.made_by_name
    )
