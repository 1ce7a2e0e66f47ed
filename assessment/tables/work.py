"""Slow work and the record of who did what."""

from datetime import datetime

from sqlalchemy import Index, Text
from sqlmodel import Field

from assessment.tables.answers import Sequence
from assessment.tables.columns import Table, Utc


class JobRow(Table, table=True):
    """Something that takes longer than a page may wait. ``params``, ``result`` and ``error`` are JSON."""

    __tablename__ = "job"
    __table_args__ = (Index("ix_job_engagement_kind", "engagement_id", "kind"),)
    seq: int | None = Field(default=None, primary_key=True, sa_type=Sequence)  # type: ignore[call-overload]
    id: str = Field(unique=True)
    engagement_id: str = Field(foreign_key="engagement.id")
    user: str
    kind: str
    params: str = Field(sa_type=Text)
    state: str = "queued"
    percent: int = 0
    step: str = ""
    result: str | None = Field(default=None, sa_type=Text)
    error: str | None = Field(default=None, sa_type=Text)
    created: datetime = Field(sa_type=Utc)


class AuditRow(Table, table=True):
    """Who did what to which object, when. Append-only; ``detail`` is JSON without answers and without secrets."""

    __tablename__ = "audit_entry"
    __table_args__ = (Index("ix_audit_workspace", "workspace_id", "seq"),)
    seq: int | None = Field(default=None, primary_key=True, sa_type=Sequence)  # type: ignore[call-overload]
    workspace_id: str
    engagement_id: str | None = None
    at: datetime = Field(sa_type=Utc)
    user: str
    user_name: str
    action: str
    object: str
    detail: str = Field(default="{}", sa_type=Text)
