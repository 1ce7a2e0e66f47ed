"""One invitation link: how its token is made, made again, and kept as a hash only."""

import base64
import hashlib
import hmac
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from assessment.sessions import token_hash
from assessment.tables import InvitationRow

VALID = timedelta(days=30)
TOKEN_BYTES = 24


@dataclass(frozen=True, slots=True)
class Invitation:
    """A link for one person. ``token`` goes into the address; ``opened`` is when it was first used."""

    id: str
    person: str
    instrument: str
    token: str
    created: datetime
    expires: datetime
    opened: datetime | None = None


def live_links(session: Session, engagement: str, now: datetime | None) -> tuple[InvitationRow, ...]:
    """Return the newest link of each person that was not withdrawn (and, with ``now``, has not expired)."""
    kept = select(InvitationRow).where(InvitationRow.engagement_id == engagement, col(InvitationRow.revoked).is_(None))
    if now is not None:
        kept = kept.where(InvitationRow.expires > now)
    rows = session.exec(kept.order_by(InvitationRow.person_id, col(InvitationRow.created)))
    return tuple({row.person_id: row for row in rows}.values())


def new_link(engagement: str, person: str, instrument: str, now: datetime, secret: bytes) -> InvitationRow:
    """Return a new link for a person, valid for 30 days."""
    ident = uuid.uuid4().hex
    return InvitationRow(
        id=ident,
        engagement_id=engagement,
        person_id=person,
        instrument=instrument,
        token_hash=token_hash(token_of(ident, secret)),
        created=now,
        expires=now + VALID,
    )


def token_of(ident: str, secret: bytes) -> str:
    """Return the token of a link: 192 bits nobody can make without the secret."""
    digest = hmac.new(secret, ident.encode(), hashlib.sha256).digest()[:TOKEN_BYTES]
    return base64.urlsafe_b64encode(digest).decode()


def printable(row: InvitationRow, secret: bytes) -> bool:
    """Return whether the link can be made again; not after the secret of the installation was replaced."""
    return hmac.compare_digest(row.token_hash, token_hash(token_of(row.id, secret)))


def link_card(row: InvitationRow, secret: bytes) -> Invitation:
    """Return a link with its token made again."""
    token = token_of(row.id, secret)
    return Invitation(row.id, row.person_id, row.instrument, token, row.created, row.expires, row.opened)
