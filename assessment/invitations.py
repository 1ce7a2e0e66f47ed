"""Links that let one person answer one form: made again from a secret for every print, kept only as a hash."""

import secrets
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime, timedelta

from sqlmodel import Session, col, delete, select

from assessment.access import Actor, Respondent
from assessment.audit import record
from assessment.codec import decode
from assessment.database import Database
from assessment.door import enter, enter_to_change
from assessment.engagement import Person
from assessment.errors import InvalidInput, InvitationGone, Problem
from assessment.forms import form_of
from assessment.invitation_links import Invitation, link_card, live_links, new_link, printable
from assessment.sessions import token_hash
from assessment.tables import EngagementRow, InvitationRow, PersonRow, RespondentPassRow
from questionnaires.locale_text import LocaleText

__all__ = ["Invitation", "Respondent", "exchange", "invitations", "invite", "respondent_of", "revoke"]

PASS_VALID = timedelta(days=14)


def invite(
    db: Database, actor: Actor, engagement: str, persons: Collection[str], now: datetime, secret: bytes
) -> tuple[Invitation, ...]:
    """Return one link per person, in the order given; a link that still works is returned again, not replaced.

    Raises:
        InvalidInput: naming the persons who are not in the register or answer no form.
    """
    with db.unit() as session:
        enter_to_change(session, actor, engagement, "invite", now, research=False)
        rows = session.exec(select(PersonRow).where(PersonRow.engagement_id == engagement))
        forms = {row.id: form_of(decode(Person, row.body)) for row in rows}
        problems = tuple(_uninvitable(persons, forms))
        if problems:
            raise InvalidInput(problems)
        live = {
            row.person_id: row
            for row in live_links(session, engagement, now)
            if printable(row, secret) and row.instrument == forms.get(row.person_id)
        }
        wanted = dict.fromkeys(persons)
        fresh = {p: new_link(engagement, p, forms[p] or "", now, secret) for p in wanted if p not in live}
        session.add_all(fresh.values())
        detail = {"persons": sorted(fresh)}
        record(session, actor, "invitations.made", f"engagement {engagement}", now, detail, engagement=engagement)
    return tuple(link_card(live.get(p) or fresh[p], secret) for p in wanted)


def invitations(
    db: Database, actor: Actor, engagement: str, secret: bytes, now: datetime | None = None
) -> tuple[Invitation, ...]:
    """Return the links that have not been withdrawn (with ``now``, nor have expired), by person."""
    with db.view() as session:
        enter(session, actor, engagement, "invite")
        rows = live_links(session, engagement, now)
    return tuple(link_card(row, secret) for row in rows if printable(row, secret))


def revoke(db: Database, actor: Actor, engagement: str, person: str, now: datetime) -> None:
    """Withdraw the links of a person at once, the browsers that came in by them included."""
    with db.unit() as session:
        enter_to_change(session, actor, engagement, "invite", now, research=False)
        rows = [row for row in live_links(session, engagement, None) if row.person_id == person]
        for row in rows:
            row.revoked = now
            session.exec(delete(RespondentPassRow).where(col(RespondentPassRow.invitation_id) == row.id))
        detail = {"links": len(rows)}
        record(session, actor, "invitation.revoked", f"person {person}", now, detail, engagement=engagement)


def exchange(db: Database, token: str, now: datetime) -> tuple[str, Respondent]:
    """Return a cookie token that opens the form of an invitation, and whose form that is.

    Raises:
        InvitationGone: for a link that is unknown, expired or withdrawn, or whose engagement was put away.
    """
    cookie = secrets.token_urlsafe(32)
    with db.unit() as session:
        row = session.exec(select(InvitationRow).where(InvitationRow.token_hash == token_hash(token))).one_or_none()
        respondent = _respondent(session, row, now)
        if row is None or respondent is None:
            raise InvitationGone
        row.opened = row.opened or now
        session.exec(delete(RespondentPassRow).where(col(RespondentPassRow.expires) <= now))
        expires = min(row.expires, now + PASS_VALID)
        session.add(
            RespondentPassRow(token_hash=token_hash(cookie), invitation_id=row.id, created=now, expires=expires)
        )
    return cookie, respondent


def respondent_of(db: Database, cookie_token: str, now: datetime) -> Respondent | None:
    """Return whose form a cookie opens; None when it is unknown, expired or its link was withdrawn."""
    with db.view() as session:
        held = session.get(RespondentPassRow, token_hash(cookie_token))
        if held is None or now >= held.expires:
            return None
        return _respondent(session, session.get(InvitationRow, held.invitation_id), now)


def _respondent(session: Session, row: InvitationRow | None, now: datetime) -> Respondent | None:
    if row is None or row.revoked is not None or now >= row.expires:
        return None
    engagement = session.get(EngagementRow, row.engagement_id)
    if engagement is None or engagement.archived:
        return None
    return Respondent(row.engagement_id, row.person_id, row.instrument)


def _uninvitable(persons: Collection[str], forms: Mapping[str, str | None]) -> Iterator[Problem]:
    for person in persons:
        if person not in forms:
            yield Problem(person, LocaleText("名单里没有这个人。", "This person is not in the register."))
        elif forms[person] is None:
            yield Problem(person, LocaleText("这个人没有要填的问卷。", "This person has no form to fill in."))
