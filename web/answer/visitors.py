"""Who is in front of an answer page, and the form they may fill in."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.access import Actor
from assessment.accounts import actor_of
from assessment.answering import AnswerSheet, sheet_of
from assessment.errors import Forbidden, NotFound
from assessment.forms import instrument_of
from assessment.invitations import Respondent, respondent_of
from questionnaires.framework import Framework
from questionnaires.instruments import Instrument, Question
from questionnaires.routing import applicable, scope_of
from web.cookies import ANSWER, SESSION
from web.storage import content, database, now


@dataclass(frozen=True, slots=True)
class Place:
    """The address of a form: engagement, person, instrument."""

    engagement: str
    person: str
    instrument: str

    @property
    def path(self) -> str:
        """Return the path of its first page."""
        return f"/answer/{self.engagement}/{self.person}/{self.instrument}"


@dataclass(frozen=True, slots=True)
class OpenForm:
    """A form opened by somebody who may fill it in. ``coding`` means a consultant does, and sees probes and evidence."""

    place: Place
    visitor: Actor | Respondent
    sheet: AnswerSheet
    instrument: Instrument
    questions: tuple[Question, ...]
    framework: Framework

    @property
    def coding(self) -> bool:
        """Return whether a signed-in consultant fills the form in."""
        return isinstance(self.visitor, Actor)

    @property
    def evidence_kinds(self) -> frozenset[str]:
        """Return the evidence kinds that can be ticked here."""
        return frozenset(self.framework.evidence_kinds) if self.coding else frozenset()


def visitor_of(cookies: Mapping[str, str], place: Place) -> Actor | Respondent:
    """Return the invited person this form belongs to, else the person signed in.

    Raises:
        NotFound: when there is neither.
    """
    pass_ = cookies.get(ANSWER, "")
    respondent = respondent_of(database(), pass_, now()) if pass_ else None
    if respondent and (respondent.engagement, respondent.person, respondent.instrument) == (
        place.engagement,
        place.person,
        place.instrument,
    ):
        return respondent
    token = cookies.get(SESSION, "")
    actor = actor_of(database(), token, now()) if token else None
    if actor is None:
        raise NotFound
    return actor


def open_form(cookies: Mapping[str, str], place: Place) -> OpenForm:
    """Open the form at ``place`` for whoever holds these cookies.

    Raises:
        NotFound: for strangers, for another person's form, for a form that does not exist; they all look the same.
    """
    library = content().library
    instrument = library.instruments.get(instrument_of(place.instrument))
    if instrument is None:
        raise NotFound
    visitor = visitor_of(cookies, place)
    try:
        sheet = sheet_of(database(), visitor, place.engagement, place.person, place.instrument)
    except Forbidden:
        raise NotFound from None
    questions = applicable(
        instrument,
        sheet.person.roles,
        sheet.answers,
        capabilities=scope_of(library.framework, sheet.scope),
    )
    return OpenForm(place, visitor, sheet, instrument, questions, library.framework)
