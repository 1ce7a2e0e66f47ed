"""Answers as append-only events, their submissions, invitations to answer, and consultants' adjudications."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKeyConstraint, Index, Integer, UniqueConstraint
from sqlmodel import Field

from assessment.tables.columns import Table, Utc

Sequence = BigInteger().with_variant(Integer(), "sqlite")


def _person(name: str) -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["engagement_id", "person_id"], ["person.engagement_id", "person.id"], name=name)


class AnswerEventRow(Table, table=True):
    """One answer given. Never updated, never deleted: the last event by ``seq`` is the current answer.

    ``id`` is the client's id of the event; the same event sent twice is stored once. ``at`` is when it was typed by the
    client's clock, ``received`` when the server took it. ``recorded_by`` names the user who coded for the respondent.
    """

    __tablename__ = "answer_event"
    __table_args__ = (
        _person("fk_answer_person"),
        UniqueConstraint("engagement_id", "person_id", "id", name="uq_answer_event"),
        Index("ix_answer_current", "engagement_id", "person_id", "instrument", "question", "seq"),
    )
    seq: int | None = Field(default=None, primary_key=True, sa_type=Sequence)  # type: ignore[call-overload]
    id: str
    engagement_id: str = Field(foreign_key="engagement.id")
    person_id: str
    instrument: str
    question: str
    level: int | None = None
    words: str | None = None
    reason: str | None = None
    na_reason: str = ""
    evidence: list[Any] = Field(default_factory=list, sa_type=JSON)
    note: str = ""
    at: datetime = Field(sa_type=Utc)
    received: datetime = Field(sa_type=Utc)
    recorded_by: str
    content_hash: str = ""


class SubmissionRow(Table, table=True):
    """A form handed in. ``receipt`` is derived from the answers it covers, so it proves what was handed in."""

    __tablename__ = "submission"
    __table_args__ = (_person("fk_submission_person"), Index("ix_submission_person", "engagement_id", "person_id"))
    seq: int | None = Field(default=None, primary_key=True, sa_type=Sequence)  # type: ignore[call-overload]
    engagement_id: str = Field(foreign_key="engagement.id")
    person_id: str
    instrument: str
    receipt: str
    at: datetime = Field(sa_type=Utc)
    submitted_by: str


class InvitationRow(Table, table=True):
    """A link for one person to one instrument. The link's token is not here, only its hash."""

    __tablename__ = "invitation"
    __table_args__ = (_person("fk_invitation_person"), Index("ix_invitation_person", "engagement_id", "person_id"))
    id: str = Field(primary_key=True)
    engagement_id: str = Field(foreign_key="engagement.id")
    person_id: str
    instrument: str
    token_hash: str = Field(unique=True)
    created: datetime = Field(sa_type=Utc)
    expires: datetime = Field(sa_type=Utc)
    opened: datetime | None = Field(default=None, sa_type=Utc)
    revoked: datetime | None = Field(default=None, sa_type=Utc)


class RespondentPassRow(Table, table=True):
    """The narrow cookie an invitation was exchanged for: it opens one form of one person."""

    __tablename__ = "respondent_pass"
    token_hash: str = Field(primary_key=True)
    invitation_id: str = Field(foreign_key="invitation.id", index=True)
    created: datetime = Field(sa_type=Utc)
    expires: datetime = Field(sa_type=Utc)


class AdjudicationRow(Table, table=True):
    """A consultant's reasoned decision on a capability. Append-only; the last one counts, a level of None withdraws."""

    __tablename__ = "adjudication"
    __table_args__ = (Index("ix_adjudication_capability", "engagement_id", "capability", "seq"),)
    seq: int | None = Field(default=None, primary_key=True, sa_type=Sequence)  # type: ignore[call-overload]
    engagement_id: str = Field(foreign_key="engagement.id")
    capability: str
    level: float | None = None
    text: str
    author: str
    at: datetime = Field(sa_type=Utc)
