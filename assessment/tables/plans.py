"""Score runs, roadmap versions, and what happened to the plan afterwards."""

from datetime import date, datetime

from sqlalchemy import Index, Text, UniqueConstraint
from sqlmodel import Field

from assessment.tables.answers import Sequence
from assessment.tables.columns import Table, Utc


class ScoreRunRow(Table, table=True):
    """One scoring, immutable. ``body`` is the canonical JSON whose SHA-256 is ``digest``; ``index`` is 0-100."""

    __tablename__ = "score_run"
    __table_args__ = (Index("ix_score_run_engagement", "engagement_id", "seq"),)
    seq: int | None = Field(default=None, primary_key=True, sa_type=Sequence)  # type: ignore[call-overload]
    engagement_id: str = Field(foreign_key="engagement.id")
    digest: str
    index_score: float | None = None
    attained: int | None = None
    content_version: str
    content_hash: str
    body: str = Field(sa_type=Text)
    made: datetime = Field(sa_type=Utc)
    made_by: str


class RoadmapRow(Table, table=True):
    """One published roadmap version, immutable.

    ``snapshot`` and ``comparisons`` (the same roadmap on every platform) are JSON. ``input_hash`` tells whether a
    new run could give anything else. ``terms`` are those it was built under, as JSON; empty in versions published before
    they were kept.
    """

    __tablename__ = "roadmap_version"
    engagement_id: str = Field(primary_key=True, foreign_key="engagement.id")
    version: int = Field(primary_key=True)
    digest: str
    score_digest: str
    input_hash: str
    platform: str
    items: int
    snapshot: str = Field(sa_type=Text)
    comparisons: str = Field(sa_type=Text)
    made: datetime = Field(sa_type=Utc)
    made_by: str
    made_by_name: str
    terms: str = Field(default="", sa_type=Text)


class TermsEventRow(Table, table=True):
    """The terms of the plan were changed: the whole set before and after, as JSON. Append-only, the last one stands."""

    __tablename__ = "terms_event"
    __table_args__ = (Index("ix_terms_event_engagement", "engagement_id", "seq"),)
    seq: int | None = Field(default=None, primary_key=True, sa_type=Sequence)  # type: ignore[call-overload]
    engagement_id: str = Field(foreign_key="engagement.id")
    before: str = Field(sa_type=Text)
    after: str = Field(sa_type=Text)
    at: datetime = Field(sa_type=Utc)
    user: str
    user_name: str


class ProgressEventRow(Table, table=True):
    """One update of one item. Append-only; ``revision`` counts the updates of the item from 1, without holes."""

    __tablename__ = "progress_event"
    __table_args__ = (UniqueConstraint("engagement_id", "initiative", "revision", name="uq_progress_revision"),)
    seq: int | None = Field(default=None, primary_key=True, sa_type=Sequence)  # type: ignore[call-overload]
    engagement_id: str = Field(foreign_key="engagement.id")
    initiative: str
    revision: int
    status: str
    remaining_days: int | None = None
    finish: date | None = None
    actual_start: date | None = None
    actual_finish: date | None = None
    blocker: str = ""
    blocker_owner: str = ""
    note: str = ""
    reported: date | None = None
    at: datetime = Field(sa_type=Utc)
    user: str
    user_name: str


class OwnerEventRow(Table, table=True):
    """Somebody was made owner of an item (an empty name takes the owner away). Append-only, the last one counts."""

    __tablename__ = "owner_event"
    __table_args__ = (Index("ix_owner_event_initiative", "engagement_id", "initiative", "seq"),)
    seq: int | None = Field(default=None, primary_key=True, sa_type=Sequence)  # type: ignore[call-overload]
    engagement_id: str = Field(foreign_key="engagement.id")
    initiative: str
    person: str
    at: datetime = Field(sa_type=Utc)
    user: str
    user_name: str
