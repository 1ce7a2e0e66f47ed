"""Who was invited and who answered, as far as this person may know."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from assessment.access import Actor, may
from assessment.answering import submitted_at
from assessment.database import Database
from assessment.engagement import Person
from assessment.invitations import Invitation, invitations

INSTRUMENTS: Mapping[str, str] = {"executive": "executive", "manager": "manager"}
"""Kind of person → the form they fill in; the client's team and the consultants fill in none."""


@dataclass(frozen=True, slots=True)
class Response:
    """What is known of one person's form; ``known`` is False for readers who may not see answers."""

    invitation: Invitation | None = None
    submitted: datetime | None = None
    known: bool = True


def responses_of(
    db: Database, actor: Actor, engagement: str, people: Iterable[Person], secret: bytes
) -> dict[str, Response]:
    """Return person → response. Links are read by those who may invite, states by those who may read answers."""
    links = {i.person: i for i in invitations(db, actor, engagement, secret)} if may(actor, "invite") else {}
    known = may(actor, "answers.read")
    found: dict[str, Response] = {}
    for person in people:
        form = INSTRUMENTS.get(person.kind)
        sent = submitted_at(db, actor, engagement, person.id, form) if form and known else None
        found[person.id] = Response(links.get(person.id), sent, known)
    return found
