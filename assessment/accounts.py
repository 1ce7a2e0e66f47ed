"""Users of a workspace: who they are, which engagements they belong to, and their passwords.

These are the operator's acts at the command line (whoever may run it owns the machine), hence without an actor.
"""

import re
import secrets
import uuid
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, delete, select

from assessment.access import ROLES, Role, role_of
from assessment.audit import record
from assessment.database import Database
from assessment.errors import InvalidInput, NotFound, Problem
from assessment.passwords import SHORTEST, hashed
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
from questionnaires.locale_text import LocaleText

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

ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


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
            *_of_user(session, address, role),
            *_of_password(chosen),
            *_of_engagements(session, engagements, home),
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
    problems = tuple(_of_password(chosen))
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


def _of_user(session: Session, email: str, role: str) -> Iterator[Problem]:
    if not ADDRESS.fullmatch(email):
        yield Problem("email", LocaleText(f"“{email}”不是邮箱地址。", f"“{email}” is not an e-mail address."))
    elif session.exec(select(UserRow.id).where(UserRow.email == email)).first():
        yield Problem("email", LocaleText(f"{email} 已经有账号。", f"{email} already has an account."))
    if role not in ROLES:
        known = "、".join(ROLES), ", ".join(ROLES)
        yield Problem("role", LocaleText(f"角色应为：{known[0]}。", f"The role must be one of {known[1]}."))


def _of_password(password: str) -> Iterator[Problem]:
    if len(password) < SHORTEST:
        text = LocaleText(f"密码至少 {SHORTEST} 个字符。", f"A password has at least {SHORTEST} characters.")
        yield Problem("password", text)


def _of_engagements(session: Session, engagements: Collection[str], workspace: str) -> Iterator[Problem]:
    there = session.exec(select(EngagementRow.id).where(EngagementRow.workspace_id == workspace)).all()
    for missing in sorted(set(engagements) - set(there)):
        yield Problem("engagements", LocaleText(f"没有项目 {missing}。", f"There is no engagement {missing}."))
