"""Engagements: one company assessed and accompanied by one workspace."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Text, UniqueConstraint
from sqlmodel import Field

from assessment.tables.columns import Table, Utc


class EngagementRow(Table, table=True):
    """One engagement.

    ``profile`` is the company profile as JSON; name, industry and sample repeat it for the list. ``revision`` grows with
    every change of anything inside the engagement, so that a composed dossier knows when it is out of date; its row lock
    also puts writers of one engagement in a queue. ``researched`` is the revision at which anything scores rest on last
    changed. ``as_of`` is the day the research was closed, None while it runs.
    ``origin`` names the sample the engagement was loaded from.
    """

    __tablename__ = "engagement"
    __table_args__ = (UniqueConstraint("workspace_id", "origin", name="uq_engagement_origin"),)
    id: str = Field(primary_key=True)
    workspace_id: str = Field(foreign_key="workspace.id", index=True)
    name: str
    name_en: str = ""
    industry: str
    sample: bool = False
    origin: str | None = None
    archived: bool = False
    wave: int = 1
    as_of: date | None = None
    consultants: list[Any] = Field(default_factory=list, sa_type=JSON)
    profile: str = Field(sa_type=Text)
    revision: int = 1
    researched: int = 1
    created: datetime = Field(sa_type=Utc)
    updated: datetime = Field(sa_type=Utc)
