"""Log-ins that last: a random token goes to the browser, its hash stays here; idle, absolute and guessing limits."""

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlmodel import Session, col, delete, func, or_, select

from assessment.access import Actor, role_of
from assessment.database import Database
from assessment.errors import AssessmentError, Throttled
from assessment.passwords import matches
from assessment.tables import LoginAttemptRow, MembershipRow, SessionRow, UserRow
from questionnaires.locale_text import LocaleText

IDLE = timedelta(hours=24)
LONGEST = timedelta(days=14)
SEEN_EVERY = timedelta(minutes=5)
"""How often a busy session is written down as seen; more often would turn every page view into a write."""

WINDOW = timedelta(minutes=15)
FAILURES_PER_PAIR, FAILURES_PER_ADDRESS, FAILURES_PER_CLIENT = 5, 20, 30
FORGOTTEN = timedelta(days=1)


def token_hash(token: str) -> str:
    """Return what is kept of a random token; the token has 256 bits, so a plain hash is enough."""
    return hashlib.sha256(token.encode()).hexdigest()


def authenticate(db: Database, email: str, password: str, client: str, now: datetime) -> str:
    """Log in and return a new session token; every log-in gets its own, so an old or planted one gains nothing.

    Raises:
        AssessmentError: ``wrong_login``, the same for an unknown address and a wrong password.
        Throttled: after too many failures of this address and this client within a quarter of an hour.
    """
    address = email.strip().lower()[:320]
    attempt = _announce(db, address, client[:64], now)
    with db.view() as session:
        user = session.exec(select(UserRow).where(UserRow.email == address, col(UserRow.active))).one_or_none()
    if not matches(password, user.password_hash if user else None) or user is None:
        raise _wrong_login()
    token = secrets.token_urlsafe(32)
    with db.unit() as session:
        session.get_one(LoginAttemptRow, attempt).succeeded = True
        session.exec(delete(SessionRow).where(or_(col(SessionRow.expires) <= now, col(SessionRow.seen) <= now - IDLE)))
        session.add(
            SessionRow(token_hash=token_hash(token), user_id=user.id, created=now, seen=now, expires=now + LONGEST)
        )
    return token


def _announce(db: Database, email: str, client: str, now: datetime) -> int:
    """Write the attempt down as failed before the password is looked at, so that parallel guesses count too."""
    since = now - WINDOW
    with db.unit("log-in") as session:
        session.exec(delete(LoginAttemptRow).where(col(LoginAttemptRow.at) < now - FORGOTTEN))
        by_address, by_client = LoginAttemptRow.email == email, LoginAttemptRow.client == client
        limits = (
            (FAILURES_PER_PAIR, (by_address, by_client)),
            (FAILURES_PER_ADDRESS, (by_address,)),
            (FAILURES_PER_CLIENT, (by_client,)),
        )
        for limit, which in limits:
            failed = (
                select(func.count())
                .select_from(LoginAttemptRow)
                .where(*which, col(LoginAttemptRow.succeeded).is_(False), LoginAttemptRow.at > since)
            )
            if session.exec(failed).one() >= limit:
                raise Throttled(int(WINDOW.total_seconds() // 60))
        row = LoginAttemptRow(email=email, client=client, at=now)
        session.add(row)
        session.flush()
        return row.id or 0


def actor_of(db: Database, token: str, now: datetime) -> Actor | None:
    """Return the person behind a session token; None when it is unknown, closed, idle for a day or two weeks old."""
    with db.view() as session:
        row = session.get(SessionRow, token_hash(token))
        if row is None or now >= row.expires or now >= row.seen + IDLE:
            return None
        user = session.get(UserRow, row.user_id)
        actor = _actor(session, user) if user is not None and user.active else None
        stale = now >= row.seen + SEEN_EVERY
    if actor is not None and stale:
        with db.unit() as session:
            seen = session.get(SessionRow, token_hash(token))
            if seen is not None:
                seen.seen = max(seen.seen, now)
    return actor


def actor_of_user(session: Session, user_id: str) -> Actor | None:
    """Return a user as an actor, None when there is no such active user."""
    user = session.get(UserRow, user_id)
    return _actor(session, user) if user is not None and user.active else None


def close_session(db: Database, token: str) -> None:
    """Log out. An unknown token is no error: the wish is fulfilled."""
    with db.unit() as session:
        session.exec(delete(SessionRow).where(col(SessionRow.token_hash) == token_hash(token)))


def _actor(session: Session, user: UserRow) -> Actor:
    engagements = session.exec(select(MembershipRow.engagement_id).where(MembershipRow.user_id == user.id)).all()
    return Actor(user.id, user.name, user.email, role_of(user.role), user.workspace_id, frozenset(engagements))


def _wrong_login() -> AssessmentError:
    text = LocaleText("邮箱或密码不对。", "The address or the password is wrong.")
    return AssessmentError("wrong_login", text)
