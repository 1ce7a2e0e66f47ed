"""Workspaces, users, their sessions and failed log-ins."""

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field

from assessment.tables.columns import Table, Utc


class WorkspaceRow(Table, table=True):
    """A consulting firm. Everything belongs to exactly one."""

    __tablename__ = "workspace"
    id: str = Field(primary_key=True)
    name: str
    created: datetime = Field(sa_type=Utc)


class UserRow(Table, table=True):
    """Somebody who can log in. ``email`` is stored in lower case; ``active`` False keeps the history of a leaver."""

    __tablename__ = "app_user"
    id: str = Field(primary_key=True)
    workspace_id: str = Field(foreign_key="workspace.id", index=True)
    email: str = Field(unique=True)
    name: str
    role: str
    password_hash: str
    active: bool = True
    created: datetime = Field(sa_type=Utc)


class MembershipRow(Table, table=True):
    """A client user's membership of one engagement."""

    __tablename__ = "membership"
    user_id: str = Field(primary_key=True, foreign_key="app_user.id")
    engagement_id: str = Field(primary_key=True, foreign_key="engagement.id")


class SessionRow(Table, table=True):
    """A log-in that lasts. Only the hash of its token is kept; ``expires`` is absolute, ``seen`` serves the idle limit."""

    __tablename__ = "login_session"
    token_hash: str = Field(primary_key=True)
    user_id: str = Field(foreign_key="app_user.id", index=True)
    created: datetime = Field(sa_type=Utc)
    seen: datetime = Field(sa_type=Utc)
    expires: datetime = Field(sa_type=Utc)


class LoginAttemptRow(Table, table=True):
    """One attempt to log in; counted to slow guessing down, forgotten after a day."""

    __tablename__ = "login_attempt"
    __table_args__ = (
        Index("ix_login_attempt_email_at", "email", "at"),
        Index("ix_login_attempt_client_at", "client", "at"),
    )
    id: int | None = Field(default=None, primary_key=True)
    email: str
    client: str
    at: datetime = Field(sa_type=Utc)
    succeeded: bool = False
