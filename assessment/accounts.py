"""Users of a workspace: who they are, which engagements they belong to, and their passwords.

These are the operator's acts at the command line (whoever may run it owns the machine), hence without an actor.
"""

import secrets
import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, delete, select

from assessment.access import Role, role_of
from assessment.account_checks import of_engagements, of_password, of_user
from assessment.audit import record
from assessment.database import Database
from assessment.errors import InvalidInput, NotFound
from assessment.passwords import hashed
from assessment.sessions import actor_of, authenticate, close_session
from assessment.tables import EngagementRow, MembershipRow, SessionRow, UserRow
from assessment.workspaces import (
    USUAL_NAME,
    add_workspace,
    ensure_workspace,
    first_workspace,
    new_workspace,
    operator,
    operator_of,
)

__all__ = [
    "UserCard",
    "actor_of",
    "add_user",
    "add_workspace",
    "authenticate",
    "close_session",
    "deactivate",
    "ensure_workspace",
    "join",
    "list_users",
    "operator",
    "reset_password",
]


@dataclass(frozen=True, slots=True)
class UserCard:
    """A user as listed: no password, no session."""

    id: str
    email: str
    name: str
    role: Role
    engagements: tuple[str, ...]
    active: bool
    created: datetime


def add_user(
    db: Database,
    email: str,
    name: str,
    role: Role,
    password: str | None,
    engagements: Collection[str],
    now: datetime,
    *,
    workspace: str | None = None,
) -> str:
    """Add a user and return the password, a random one when none is given.

    Raises:
        InvalidInput: for a bad or taken address, an unknown role, a short password, or an engagement that is not there.
    """
    address, chosen = email.strip().lower(), password or secrets.token_urlsafe(9)
    digest = hashed(chosen)
    with db.unit("workspace") as session:
        home = workspace or first_workspace(session) or new_workspace(session, USUAL_NAME, now)
        problems = (
            *of_user(session, address, role),
            *of_password(chosen),
            *of_engagements(session, engagements, home),
        )
        if problems:
            raise InvalidInput(problems)
        user = UserRow(
            id=uuid.uuid4().hex,
            workspace_id=home,
            email=address,
            name=name.strip() or address,
            role=role,
            password_hash=digest,
            created=now,
        )
        session.add(user)
        session.flush()
        session.add_all(MembershipRow(user_id=user.id, engagement_id=e) for e in sorted(set(engagements)))
        record(session, operator_of(home), "user.added", f"user {address}", now, {"role": role})
    return chosen


def list_users(db: Database, *, workspace: str | None = None) -> tuple[UserCard, ...]:
    """Return the users of the workspace by name."""
    with db.view() as session:
        home = workspace or first_workspace(session)
        rows = session.exec(select(UserRow).where(UserRow.workspace_id == home).order_by(UserRow.name)).all()
        member = session.exec(select(MembershipRow).order_by(MembershipRow.engagement_id)).all()
    of = {row.id: tuple(m.engagement_id for m in member if m.user_id == row.id) for row in rows}
    return tuple(UserCard(r.id, r.email, r.name, role_of(r.role), of[r.id], r.active, r.created) for r in rows)


def join(db: Database, email: str, engagement: str, now: datetime) -> None:
    """Make a user a member of an engagement of the same workspace; done already is done.

    Raises:
        NotFound: for an unknown address or an engagement of another workspace.
    """
    with db.unit() as session:
        user = _by_email(session, email)
        row = session.get(EngagementRow, engagement)
        if row is None or row.workspace_id != user.workspace_id:
            raise NotFound
        session.merge(MembershipRow(user_id=user.id, engagement_id=engagement))
        record(session, operator_of(user.workspace_id), "user.joined", f"user {user.email}", now, engagement=engagement)


def reset_password(db: Database, email: str, now: datetime, password: str | None = None) -> str:
    """Give a user a new password (random by default), end all the user's sessions, return the password.

    Raises:
        NotFound: for an unknown address.
        InvalidInput: for a password that is too short.
    """
    chosen = password or secrets.token_urlsafe(9)
    problems = tuple(of_password(chosen))
    if problems:
        raise InvalidInput(problems)
    digest = hashed(chosen)
    with db.unit() as session:
        user = _by_email(session, email)
        user.password_hash = digest
        session.exec(delete(SessionRow).where(col(SessionRow.user_id) == user.id))
        record(session, operator_of(user.workspace_id), "user.password_reset", f"user {user.email}", now)
    return chosen


def deactivate(db: Database, email: str, now: datetime) -> None:
    """Let a user in no more; what the user did stays on record. Raises NotFound for an unknown address."""
    with db.unit() as session:
        user = _by_email(session, email)
        user.active = False
        session.exec(delete(SessionRow).where(col(SessionRow.user_id) == user.id))
        record(session, operator_of(user.workspace_id), "user.deactivated", f"user {user.email}", now)


def _by_email(session: Session, email: str) -> UserRow:
    user = session.exec(select(UserRow).where(UserRow.email == email.strip().lower())).one_or_none()
    if user is None:
        raise NotFound
    return user
