"""The log of random draws of stores."""

from datetime import datetime

from sqlalchemy import Index, Text
from sqlmodel import Field

from assessment.tables.answers import Sequence
from assessment.tables.columns import Table, Utc


class VisitDrawRow(Table, table=True):
    """One draw of stores to visit. Append-only. ``strata`` holds, as JSON, the frame and what came of each stratum."""

    __tablename__ = "visit_draw"
    __table_args__ = (Index("ix_visit_draw_engagement", "engagement_id", "seq"),)
    seq: int | None = Field(default=None, primary_key=True, sa_type=Sequence)  # type: ignore[call-overload]
    engagement_id: str = Field(foreign_key="engagement.id")
    seed: int
    strata: str = Field(sa_type=Text)
    at: datetime = Field(sa_type=Utc)
    user: str
    user_name: str
