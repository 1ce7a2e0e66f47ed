"""Answers as tables: one row per person with a column per question, or one row per answer. Both read the same.

In the wide form a question has three columns: its id (the level or the text), ``#evidence`` and ``#note``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from assessment.engagement import Person
from assessment.forms import form_of
from assessment.sheets.cells import CellError
from assessment.sheets.columns import Column, ReadRow, SheetContext
from assessment.sheets.levels import level_of
from assessment.sheets.observed import is_silent, seen_in
from assessment.sheets.opening import open_table
from assessment.sheets.problems import InvalidSheet, SheetProblem, problem
from assessment.sheets.reading import at, doubled, match_columns, said_of, understand_rows
from assessment.sheets.words import L
from questionnaires import Answer, Instrument, Question
from questionnaires.instruments import OBSERVED

SHEETS = ("answers", "答案", "Answers")
EVIDENCE, NOTE = "#evidence", "#note"
REVISION = Column("_revision", L("_版本", "_revision"), "integer", low=0, width=8)
"""Written hidden. It tells an old copy from a fresh one when the table comes back."""
LONG = frozenset({"question", "题号", "question id"})


@dataclass(frozen=True, slots=True)
class PersonAnswers:
    """What one person answered to one instrument, in the order of its questions.

    ``revision`` is how often the person's form had been saved when the table was written, None in a table made by hand.
    ``place`` is where the person stands in the table.
    """

    person: str
    answers: tuple[Answer, ...]
    revision: int | None = field(default=None, compare=False)
    place: str = field(default="", compare=False)


def who_columns() -> tuple[Column, ...]:
    """Return the columns that say whose answers they are."""
    return (
        Column("person", L("人员编号", "Person id"), "id", width=10),
        Column("store", L("门店编号", "Store id"), "id", width=10),
        Column("name", L("姓名", "Name"), info=True, width=12),
        Column("where", L("门店或职务", "Store or title"), info=True, width=18),
    )


def question_columns(question: Question, context: SheetContext) -> tuple[Column, ...]:
    """Return the columns of one question."""
    value = Column(question.id, L(question.id, question.id), limit=4000, width=14 if question.kind == "level" else 30)
    note = Column(question.id + NOTE, L(f"{question.id} 记录", f"{question.id} note"), limit=2000, width=18)
    if question.kind != "level":
        return (value,)
    kinds = {k.id: k.name for k in context.content.library.framework.evidence_kinds.values()}
    title = L(f"{question.id} 证据", f"{question.id} evidence")
    return value, Column(question.id + EVIDENCE, title, "choices", choices=kinds, width=12), note


def read_answers(
    instrument: Instrument, filename: str, data: bytes, context: SheetContext
) -> tuple[PersonAnswers, ...]:
    """Return the answers in a table, in the order of its rows; people without any answer are left out.

    Raises InvalidSheet with every problem; nothing is accepted then.
    """
    raw = open_table(filename, data, SHEETS)
    is_long = any(name.casefold() in LONG for name in raw.header)
    columns = _long_columns(context) if is_long else _wide_columns(instrument, context)
    places, problems = match_columns(raw, columns)
    problems += raw.problems
    rows = understand_rows(raw, places, problems)
    if not raw.rows:
        problems.append(problem("no_rows", raw.sheet))
    rules: list[SheetProblem] = []
    owners = {row.number: _person(row, instrument, context, rules) for row in rows}
    owned = [row for row in rows if owners[row.number]]
    if is_long:
        rules += _long_problems(rows, owned, owners, instrument)
    else:
        rules += doubled(owned, "person", lambda r: owners[r.number] or "")
    answers = [(owners[row.number], a) for row in rows for a in _answers(row, instrument, is_long, rules)]
    problems += said_of(rows, rules)
    if problems:
        raise InvalidSheet(problems)
    order = {q.id: index for index, q in enumerate(instrument.questions)}
    found: dict[str, list[Answer]] = {}
    for person, answer in answers:
        found.setdefault(person or "", []).append(answer)
    first = {owners[row.number] or "": row for row in reversed(rows)}
    return tuple(
        PersonAnswers(
            person,
            tuple(sorted(given, key=lambda a: order[a.question])),
            first[person].values.get(REVISION.key),
            f"{raw.sheet}!{first[person].number}",
        )
        for person, given in found.items()
    )


def _wide_columns(instrument: Instrument, context: SheetContext) -> tuple[Column, ...]:
    return (*who_columns(), *(c for q in instrument.questions for c in question_columns(q, context)), REVISION)


def _long_columns(context: SheetContext) -> tuple[Column, ...]:
    kinds = {k.id: k.name for k in context.content.library.framework.evidence_kinds.values()}
    return (
        *who_columns(),
        Column("question", L("题号", "Question id"), required=True, limit=40),
        Column("value", L("答案", "Answer"), limit=4000),
        Column("evidence", L("证据", "Evidence"), "choices", choices=kinds),
        Column("note", L("记录", "Note"), limit=2000),
        REVISION,
    )


def _person(row: ReadRow, instrument: Instrument, context: SheetContext, problems: list[SheetProblem]) -> str | None:
    """Return whose answers a row holds; a store stands for its only manager."""
    people = {p.id: p for p in context.people}
    ident, store = row.text("person"), row.text("store")
    found: Person | None = None
    if ident:
        found = people.get(ident)
        if found is None:
            problems.append(at(row, "person", "unknown_reference", value=ident, what_zh="人员", what_en="person"))
    elif not store:
        problems.append(at(row, "person", "person_or_store"))
    else:
        managers = [p for p in context.people if p.kind == "manager" and p.store == store]
        if len(managers) == 1:
            found = managers[0]
        else:
            problems.append(at(row, "store", "several_managers" if managers else "no_manager", value=store))
    if found is not None and form_of(found) != instrument.id:
        problems.append(at(row, "person" if ident else "store", "wrong_audience", value=found.name))
    return found.id if found else None


def _long_problems(
    rows: Sequence[ReadRow], owned: Sequence[ReadRow], owners: Mapping[int, str | None], instrument: Instrument
) -> list[SheetProblem]:
    known = {q.id for q in instrument.questions}
    strange = [row for row in rows if row.text("question") not in known]
    words = {"what_zh": "题目", "what_en": "question"}
    found = [at(row, "question", "unknown_reference", value=row.text("question"), **words) for row in strange]
    return found + doubled(owned, "question", lambda r: f"{owners[r.number]} {r.text('question')}")


def _answers(row: ReadRow, instrument: Instrument, is_long: bool, problems: list[SheetProblem]) -> list[Answer]:
    found: list[Answer] = []
    for question in instrument.questions:
        if is_long and question.id != row.text("question"):
            continue
        keys = ("value", "evidence", "note") if is_long else (question.id, question.id + EVIDENCE, question.id + NOTE)
        try:
            answer = _answer(row, question, *keys)
        except CellError as error:
            params = {"column": question.id, **error.params}
            problems.append(at(row, keys[0], error.code, **params))
        else:
            if answer is not None:
                found.append(answer)
    return found


def _answer(row: ReadRow, question: Question, value: str, evidence: str, note: str) -> Answer | None:
    text, kinds, words = row.text(value), row.items(evidence), row.text(note)
    if not text:
        if kinds or words:
            raise CellError("answer_blank")
        return None
    if question.kind == "text":
        return Answer(question.id, text, note=words)
    if question.kind in OBSERVED and not is_silent(question, text):
        return Answer(question.id, seen_in(question, text), evidence=kinds, note=words)
    said = level_of(text)
    return Answer(question.id, said.level, said.reason, said.na_reason, kinds, words)


def answer_cells(answer: Answer, locale: Any) -> dict[str, Any]:
    """Return the cells of one answer in the wide form; nothing for one that is missing without a word."""
    from assessment.sheets.levels import level_word

    if isinstance(answer.value, str):
        return {answer.question: answer.value, answer.question + NOTE: answer.note}
    value = level_word(answer.value, answer.reason, answer.na_reason, locale)
    if value is None:
        return {}
    return {answer.question: value, answer.question + EVIDENCE: answer.evidence, answer.question + NOTE: answer.note}
