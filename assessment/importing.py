"""Tables in and out: a spreadsheet becomes a register or answers, whole or not at all."""

import uuid
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlmodel import Session

from assessment.access import Actor
from assessment.answer_events import AnswerEvent, answer_of, answers_in, current, events_of, revisions_in, row_of
from assessment.audit import record
from assessment.codec import decode
from assessment.database import Database
from assessment.door import enter, enter_to_change
from assessment.engagement import CompanyProfile
from assessment.errors import InvalidInput, NotFound, Problem
from assessment.forms import GUIDE, VISIT, form_of
from assessment.register_kinds import DOCUMENTS, PEOPLE, REGISTERS, REQUESTS, STORES, SYSTEMS
from assessment.registers import Register
from assessment.request_states import standing
from assessment.sheets import PersonAnswers, SheetContext, read_table, write_template
from assessment.submitting import hand_in
from assessment.tables import AnswerEventRow, EngagementRow
from questionnaires import scope_of
from questionnaires.answers import Answer
from questionnaires.locale_text import Locale, LocaleText

if TYPE_CHECKING:
    from assessment.content import ContentPack

ANSWERS = "answers:"


def import_table(
    db: Database,
    actor: Actor,
    engagement: str,
    kind: str,
    filename: str,
    data: bytes,
    content: "ContentPack",
    now: datetime,
) -> int:
    """Take a workbook or CSV in and return the number of rows; a register becomes what the table says.

    Answers come on top of those there are: a blank cell takes nothing back. Everybody in a workbook of answers has
    handed the form in. A row of an exported workbook is refused when it would change a form saved since the export; a
    table made by hand says nothing of when it was written and is taken as the newest word.

    Raises:
        NotFound: for an unknown kind.
        InvalidInput: with every problem by sheet, row and column; then nothing was stored.
    """
    register: Register[Any] | None = REGISTERS.get(kind)
    with db.view() as session:  # read the file outside of the write lock: a big workbook must not hold up answers
        enter(session, actor, engagement, register.to_write if register else "answers.write")
        context = replace(_context(session, engagement, kind, content), today=now.date())
    rows = read_table(kind, filename, data, context)
    with db.unit() as session:
        permission = register.to_write if register else "answers.write"
        row = enter_to_change(session, actor, engagement, permission, now)
        if register is not None:
            detail: Mapping[str, int] = register.write(session, engagement, rows)
        else:
            detail = _take_answers(session, actor, row, kind.removeprefix(ANSWERS), rows, content, now)
        record(session, actor, f"{kind}.imported", filename[:200], now, detail, engagement=engagement)
    return len(rows)


def export_template(
    db: Database, actor: Actor, engagement: str, kind: str, content: "ContentPack", locale: Locale
) -> bytes:
    """Return a workbook with what is known and room for more. Raises NotFound for an unknown kind."""
    register: Register[Any] | None = REGISTERS.get(kind)
    with db.view() as session:
        row = enter(session, actor, engagement, register.to_read if register else "answers.read")
        scope = scope_of(content.library.framework, decode(CompanyProfile, row.profile).scope)
        context = replace(_context(session, engagement, kind, content), scope=frozenset(scope))
        rows: tuple[Any, ...]
        if register is REQUESTS:
            known, documents = REQUESTS.read(session, engagement), DOCUMENTS.read(session, engagement)
            rows = standing(content.library.requests, known, documents)
        elif register is not None:
            rows = register.read(session, engagement)
        else:
            rows = _given(session, engagement, kind.removeprefix(ANSWERS))
    return write_template(kind, context, locale, rows)


def _context(session: Session, engagement: str, kind: str, content: "ContentPack") -> SheetContext:
    if kind not in REGISTERS and (not kind.startswith(ANSWERS) or not _by_sheet(kind, content)):
        raise NotFound
    people, systems = PEOPLE.read(session, engagement), SYSTEMS.read(session, engagement)
    return SheetContext(content, STORES.read(session, engagement), people, systems)


def _by_sheet(kind: str, content: "ContentPack") -> bool:
    """Return whether answers to an instrument come as a workbook; those of a visit hang on the visit, not on a person."""
    instrument = kind.removeprefix(ANSWERS)
    return instrument in content.library.instruments and instrument != VISIT


def _given(session: Session, engagement: str, instrument: str) -> tuple[PersonAnswers, ...]:
    if instrument == GUIDE:
        return ()  # paper forms of guides can be brought in, but nobody reads what one guide said
    found = answers_in(session, engagement)
    revisions = revisions_in(session, engagement, instrument)
    return tuple(
        PersonAnswers(person, tuple(answers.values()), revisions.get(person, 0))
        for (person, form), answers in found.items()
        if form == instrument
    )


def _take_answers(
    session: Session,
    actor: Actor,
    row: EngagementRow,
    instrument: str,
    rows: tuple[PersonAnswers, ...],
    content: "ContentPack",
    now: datetime,
) -> dict[str, int]:
    """Store the answers that differ from those there are, and hand the forms in."""
    problems = tuple(_strangers(session, row.id, instrument, rows))
    if problems:
        raise InvalidInput(problems)
    forms = {given.person: events_of(session, row.id, given.person, instrument) for given in rows}
    problems = tuple(_stale(rows, forms))
    if problems:
        raise InvalidInput(problems)
    stored = 0
    for given in rows:
        before = current(forms[given.person])
        fresh = [_event(given.person, answer, before, now) for answer in given.answers if _differs(answer, before)]
        kept = [row_of(event, row.id, instrument, now, actor.user, content.hash) for event in fresh]
        session.add_all(kept)
        session.flush()
        stored += len(kept)
        events = {**before, **{event.question: event for event in kept}}
        if events:
            hand_in(session, actor, row, given.person, instrument, events, now)
    return {"people": len(rows), "answers": stored}


def _strangers(
    session: Session, engagement: str, instrument: str, rows: tuple[PersonAnswers, ...]
) -> Iterator[Problem]:
    """Yield the people who have no such form; the table was read before the lock was taken."""
    asked = {p.id for p in PEOPLE.read(session, engagement) if form_of(p) == instrument}
    for given in rows:
        if given.person not in asked:
            yield Problem(given.person, LocaleText("这个人没有这份问卷。", "This person does not have this form."))


def _stale(rows: tuple[PersonAnswers, ...], forms: Mapping[str, tuple[AnswerEventRow, ...]]) -> Iterator[Problem]:
    """Yield the rows that would put older answers over newer ones; a row that changes nothing does no harm."""
    for given in rows:
        events = forms[given.person]
        old = given.revision is not None and given.revision < len(events)
        if old and any(_differs(answer, current(events)) for answer in given.answers):
            text = LocaleText(
                f"导出这张表之后，{given.person} 的答案又有改动；请重新导出，在新表里改。",
                f"The answers of {given.person} changed after this table was exported; export it again and edit that.",
            )
            yield Problem(given.place or given.person, text)


def _differs(answer: Answer, before: Mapping[str, AnswerEventRow]) -> bool:
    last = before.get(answer.question)
    return last is None or answer_of(last) != answer


def _event(person: str, answer: Answer, before: Mapping[str, AnswerEventRow], now: datetime) -> AnswerEvent:
    last = before.get(answer.question)
    ident = uuid.uuid5(uuid.NAMESPACE_OID, f"{person}|{answer!r}|{last.id if last else ''}")
    return AnswerEvent(str(ident), person, answer.question, answer, now)
