"""Whose form is it, and who may open it: the respondent with the invitation, or a consultant who codes."""

from collections.abc import Mapping
from datetime import datetime

from sqlmodel import Session

from assessment.access import Actor, Permission, Respondent
from assessment.audit import record, record_respondent
from assessment.codec import decode
from assessment.door import changed, enter, enter_to_change, locked
from assessment.engagement import Person
from assessment.errors import NotFound
from assessment.fieldwork import StoreVisit
from assessment.forms import GUIDE, form_of, instrument_of, visit_of
from assessment.tables import EngagementRow, PersonRow, StoreVisitRow


def open_sheet(
    session: Session,
    who: Actor | Respondent,
    engagement: str,
    person: str,
    instrument: str,
    permission: Permission = "answers.read",
) -> tuple[EngagementRow, Person]:
    """Return engagement and person of a form this visitor may read.

    Raises:
        NotFound: for strangers, for a form that this person does not have, and for the form of a guide unless the guide
            asks: guides were promised that nobody sees what one person said.
        Forbidden: for insiders whose role may not read answers.
    """
    if isinstance(who, Actor):
        row = enter(session, who, engagement, permission)
        _not_anonymous(instrument)
    else:
        row = _own(session.get(EngagementRow, engagement), who, engagement, person, instrument)
    return row, _person(session, engagement, person, instrument)


def open_sheet_to_write(
    session: Session, who: Actor | Respondent, engagement: str, person: str, instrument: str, now: datetime
) -> tuple[EngagementRow, Person]:
    """Return engagement (locked, its revision counted up) and person of a form this visitor may fill in."""
    if isinstance(who, Actor):
        row = enter_to_change(session, who, engagement, "answers.write", now)
        _not_anonymous(instrument)
    else:
        row = _own(locked(session, engagement), who, engagement, person, instrument)
        changed(row, now)
    return row, _person(session, engagement, person, instrument)


def _own(row: EngagementRow | None, who: Respondent, engagement: str, person: str, instrument: str) -> EngagementRow:
    if row is None or row.archived or (who.engagement, who.person, who.instrument) != (engagement, person, instrument):
        raise NotFound
    return row


def _not_anonymous(form: str) -> None:
    if instrument_of(form) == GUIDE:
        raise NotFound


def _person(session: Session, engagement: str, person: str, form: str) -> Person:
    row = session.get(PersonRow, (engagement, person))
    if row is None:
        raise NotFound
    somebody = decode(Person, row.body)
    visit = visit_in(session, engagement, form)
    if (visit.visitor != person) if visit else (form_of(somebody) != form):
        raise NotFound
    return somebody


def visit_in(session: Session, engagement: str, form: str) -> StoreVisit | None:
    """Return the visit a form is of, None for the form of a person or of a visit that is not on the list."""
    ident = visit_of(form)
    row = session.get(StoreVisitRow, (engagement, ident)) if ident else None
    return decode(StoreVisit, row.body) if row else None


def log_visit(
    session: Session,
    who: Actor | Respondent,
    row: EngagementRow,
    action: str,
    person: str,
    now: datetime,
    detail: Mapping[str, object],
) -> None:
    """Write down what a visitor did with a form, whichever door they came by."""
    if isinstance(who, Actor):
        record(session, who, action, f"person {person}", now, detail, engagement=row.id)
    else:
        record_respondent(session, who, row.workspace_id, action, now, detail)
