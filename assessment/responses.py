"""The response board: who was invited, who opened the link, how far each form is, what was handed in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlmodel import Session, func, select

from assessment.access import Actor
from assessment.answer_events import answers_in
from assessment.codec import decode
from assessment.database import Database
from assessment.door import enter
from assessment.engagement import CompanyProfile
from assessment.forms import form_of
from assessment.register_kinds import PEOPLE
from assessment.tables import InvitationRow, SubmissionRow
from questionnaires import applicable, scope_of
from questionnaires.answers import Answer
from questionnaires.instruments import Question

if TYPE_CHECKING:
    from assessment.content import ContentPack


@dataclass(frozen=True, slots=True)
class Response:
    """One form: ``answered`` of ``asked`` questions (a skipped text is not answered), and what became of the link.

    ``invited``, ``expires`` and ``opened`` belong to the last link that was not withdrawn; ``revoked`` says that there
    were links and all were withdrawn.
    """

    person: str
    instrument: str
    invited: datetime | None
    expires: datetime | None
    opened: datetime | None
    revoked: bool
    answered: int
    asked: int
    submitted: datetime | None


def responses(db: Database, actor: Actor, engagement: str, content: "ContentPack") -> tuple[Response, ...]:
    """Return the forms of everybody who answers one, in the order of the register."""
    with db.view() as session:
        row = enter(session, actor, engagement, "answers.read")
        people = PEOPLE.read(session, engagement)
        answers = answers_in(session, engagement)
        links = tuple(session.exec(select(InvitationRow).where(InvitationRow.engagement_id == engagement)))
        done = handed_in(session, engagement)
    scope = scope_of(content.library.framework, decode(CompanyProfile, row.profile).scope)
    found: list[Response] = []
    for person in people:
        instrument = content.library.instruments.get(form_of(person) or "")
        if instrument is not None:
            place = (person.id, instrument.id)
            mine = [link for link in links if link.person_id == person.id]
            given = answers.get(place, {})
            asked = applicable(instrument, person.roles, given, capabilities=scope)
            found.append(_response(place, given, asked, mine, done.get(place)))
    return tuple(found)


def _response(
    place: tuple[str, str],
    given: Mapping[str, Answer],
    asked: Sequence[Question],
    links: Sequence[InvitationRow],
    submitted: datetime | None,
) -> Response:
    live = max((link for link in links if link.revoked is None), key=lambda link: link.created, default=None)
    return Response(
        person=place[0],
        instrument=place[1],
        invited=live.created if live else None,
        expires=live.expires if live else None,
        opened=live.opened if live else None,
        revoked=bool(links) and live is None,
        answered=sum(is_answered(given.get(question.id)) for question in asked),
        asked=len(asked),
        submitted=submitted,
    )


def handed_in(session: Session, engagement: str) -> Mapping[tuple[str, str], datetime]:
    """Return (person, form) → when it was last handed in."""
    form = SubmissionRow
    rows = session.exec(
        select(form.person_id, form.instrument, func.max(form.at))
        .where(form.engagement_id == engagement)
        .group_by(form.person_id, form.instrument)
    )
    return {(person, instrument): at for person, instrument, at in rows}


def is_answered(answer: Answer | None) -> bool:
    """Return whether a question was answered; one that was skipped was not."""
    return answer is not None and answer.reason != "skipped"
