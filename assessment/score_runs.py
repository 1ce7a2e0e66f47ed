"""Score runs: every scoring that gave something new, kept for good with the exact document its digest is of."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from assessment.database import Database
from assessment.door import locked
from assessment.tables import ScoreRunRow
from scoring import ScoreSheet
from scoring.digest import canonical, document

SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class ScoreRun:
    """One scoring. ``document`` is canonical JSON; its SHA-256 is ``digest``."""

    digest: str
    index: float | None
    attained: int | None
    content_version: str
    content_hash: str
    document: str
    made: datetime


def keep_run(db: Database, engagement: str, sheet: ScoreSheet, now: datetime, by: str = SYSTEM) -> None:
    """Keep a scoring unless the last one kept is the same, or nothing was scored."""
    with db.view() as session:
        if not sheet.n_answers or _last_digest(session, engagement) == sheet.digest:
            return
    body = canonical(document(sheet))
    score = sheet.index.score
    with db.unit() as session:
        locked(session, engagement)
        if _last_digest(session, engagement) != sheet.digest:
            session.add(
                ScoreRunRow(
                    engagement_id=engagement,
                    digest=sheet.digest,
                    index_score=None if score is None else float(score * 100),
                    attained=sheet.attained.level,
                    content_version=sheet.content_version,
                    content_hash=sheet.content_hash,
                    body=body,
                    made=now,
                    made_by=by,
                )
            )


def last_run(session: Session, engagement: str) -> ScoreRun | None:
    """Return the last scoring kept, None when there is none."""
    run = ScoreRunRow
    row = session.exec(
        select(run).where(run.engagement_id == engagement).order_by(col(run.seq).desc()).limit(1)
    ).first()
    if row is None:
        return None
    return ScoreRun(
        row.digest, row.index_score, row.attained, row.content_version, row.content_hash, row.body, row.made
    )


def _last_digest(session: Session, engagement: str) -> str | None:
    run = ScoreRunRow
    newest = select(run.digest).where(run.engagement_id == engagement).order_by(col(run.seq).desc()).limit(1)
    return session.exec(newest).first()
