"""Who was invited and who answered, as far as this person may know."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.access import Actor, may
from assessment.content import ContentPack
from assessment.database import Database
from assessment.invitations import Invitation, invitations
from assessment.responses import Response, responses


@dataclass(frozen=True, slots=True)
class Known:
    """What a reader may know. ``links`` are empty for those who may not invite; ``open`` is False for client roles."""

    forms: Mapping[str, Response]
    links: Mapping[str, Invitation]
    open: bool


def known_of(db: Database, actor: Actor, engagement: str, content: ContentPack, secret: bytes) -> Known:
    """Return person → form and person → link."""
    reads, invites = may(actor, "answers.read"), may(actor, "invite")
    forms = {r.person: r for r in responses(db, actor, engagement, content)} if reads else {}
    links = {i.person: i for i in invitations(db, actor, engagement, secret)} if invites else {}
    return Known(forms, links, reads)
