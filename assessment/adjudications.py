"""Consultants' decisions that replace a computed level; every one stays on record, the last one stands."""

from sqlmodel import Session, col, func, select

from assessment.tables import AdjudicationRow
from scoring import Adjudication


def standing_adjudications(session: Session, engagement: str) -> tuple[Adjudication, ...]:
    """Return the decisions in force, by capability."""
    row = AdjudicationRow
    newest = select(func.max(row.seq)).where(row.engagement_id == engagement).group_by(row.capability)
    rows = session.exec(select(row).where(col(row.seq).in_(newest)).order_by(row.capability))
    return tuple(
        Adjudication(r.capability, r.level, r.text, r.author, r.at.isoformat()) for r in rows if r.level is not None
    )
