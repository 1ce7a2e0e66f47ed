"""The workbook of one instrument: a row per person, columns per question, and every anchor so that it can be answered."""

from collections.abc import Mapping, Sequence
from typing import Any

from assessment.engagement import Person
from assessment.forms import form_of
from assessment.sheets.answer_table import EVIDENCE, REVISION, answer_cells, question_columns, who_columns
from assessment.sheets.columns import Column, SheetContext
from assessment.sheets.opening import COMMENT
from assessment.sheets.words import L
from assessment.sheets.writing import Book, explain, head, put
from questionnaires import Answer, Instrument, Question
from questionnaires.locale_text import Locale
from questionnaires.routing import applicable, minutes

DONT_KNOW = L("不知道", "don't know")
NOT_APPLICABLE = L("不适用：", "n/a: ")
LEVELS = ("1", "2", "3", "4", "5")
HOW = (
    L(
        "“选项”页列出每题的五级：选完全做到的最高一级，填 1 到 5。",
        "The page “Anchors” lists five levels for each question: write the highest that is fully true, 1 to 5.",
    ),
    L(
        "说不清就填“不知道”；不适用要写原因，如“不适用：工厂直发”。",
        "Write “don't know” when unsure; for “n/a” give the reason, such as “n/a: made to order”.",
    ),
    L(
        "“证据”填看到的是什么，“记录”写原话或出处；没问的题留空。",
        "“evidence” says what was shown, “note” the words or the source; leave blank what was not asked.",
    ),
)
STEM_HEIGHT = 120
FIXED = 4


def write_answers(
    instrument: Instrument,
    context: SheetContext,
    answers: Mapping[str, Mapping[str, Answer]],
    locale: Locale,
    revisions: Mapping[str, int | None] | None = None,
) -> bytes:
    """Return the workbook with everybody the instrument is for and what they have answered so far.

    ``answers`` maps a person to answers by question, ``revisions`` to how often the form was saved (0 for whoever is not
    named), which goes into a hidden column. Questions outside somebody's role are grey; an answer there is read
    all the same.
    """
    book = Book(locale)
    page = book.page(L("答案", "Answers"))
    columns = (*who_columns(), *(c for q in instrument.questions for c in question_columns(q, context)), REVISION)
    head(book, page, columns)
    page.set_column(len(columns) - 1, len(columns) - 1, REVISION.width, book.styles.number, {"hidden": True})
    _stems(book, page, instrument, columns)
    people = audience(instrument, context.people)
    for row, person in enumerate(people, 2):
        _person(book, page, row, person, instrument, columns, answers.get(person.id, {}), context)
        put(book, page, row, len(columns) - 1, REVISION, (revisions or {}).get(person.id, 0))
    _choices(book, page, instrument, columns, len(people))
    _anchors(book, instrument, context)
    long = _minutes(instrument, people)
    about = L(f"{instrument.intro.zh}约 {long} 分钟。", f"{instrument.intro.en} About {long} minutes.")
    extra = sum(q.optional for q in instrument.questions)
    if extra:
        about = L(f"{about.zh}另有 {extra} 道选答题。", f"{about.en} {extra} optional questions besides.")
    explain(book, instrument.title, about, columns[:FIXED], HOW)
    return book.close()


def _minutes(instrument: Instrument, people: Sequence[Person]) -> str:
    """Return how long the form takes those it is for, as their own pages say it; the whole form without anybody."""
    asked = {minutes(applicable(instrument, p.roles)) for p in people} or {minutes(instrument.questions)}
    return str(min(asked)) if len(asked) == 1 else f"{min(asked)}–{max(asked)}"


def audience(instrument: Instrument, people: Sequence[Person]) -> tuple[Person, ...]:
    """Return the people an instrument is for, in the order of the register."""
    return tuple(p for p in people if form_of(p) == instrument.id)


def _stems(book: Book, page: Any, instrument: Instrument, columns: Sequence[Column]) -> None:
    """Write the questions under their ids."""
    stems = {q.id: q.stem.in_(book.locale) for q in instrument.questions}
    for index, column in enumerate(columns):
        text = COMMENT if index == 0 else stems.get(column.key, "")
        page.write_string(1, index, text, book.styles.hint)
    page.set_row(1, STEM_HEIGHT)
    page.freeze_panes(2, FIXED)


def _person(
    book: Book,
    page: Any,
    row: int,
    person: Person,
    instrument: Instrument,
    columns: Sequence[Column],
    answers: Mapping[str, Answer],
    context: SheetContext,
) -> None:
    stores = {s.id: L(s.name, s.name_en or s.name) for s in context.stores}
    where = stores.get(person.store or "", L(person.title, person.title_en or person.title))
    cells: dict[str, Any] = {
        "person": person.id,
        "store": person.store,
        "name": L(person.name, person.name_en or person.name),
        "where": where,
    }
    for answer in answers.values():
        cells |= answer_cells(answer, book.locale)
    asked = {q.id for q in applicable(instrument, person.roles)} if instrument.group == "E" else None
    for index, column in enumerate(columns):
        question = column.key.split("#", 1)[0]
        closed = asked is not None and index >= FIXED and question not in asked
        put(book, page, row, index, column, cells.get(column.key), book.styles.closed if closed else None)


def _choices(book: Book, page: Any, instrument: Instrument, columns: Sequence[Column], people: int) -> None:
    levels = {q.id for q in instrument.questions if q.kind == "level"}
    words = [*LEVELS, DONT_KNOW.in_(book.locale), NOT_APPLICABLE.in_(book.locale)]
    last = max(people + 1, 2)
    for index, column in enumerate(columns):
        if column.key in levels:
            book.choose(page, index, words, 2, last, strict=False)
        elif column.key.endswith(EVIDENCE):
            book.choose(page, index, [n.in_(book.locale) for n in column.choices.values()], 2, last, strict=False)


def _anchors(book: Book, instrument: Instrument, context: SheetContext) -> None:
    """Add the page with every question and its five anchors: pick the highest that is fully true."""
    locale, styles = book.locale, book.styles
    page = book.page(L("选项", "Anchors"))
    names = [
        L("题号", "Question id"),
        L("问题", "Question"),
        *(L(n, n) for n in LEVELS),
        L("看什么证据", "Evidence to ask for"),
    ]
    for index, (name, width) in enumerate(zip(names, (12, 40, 26, 26, 26, 26, 26, 30), strict=True)):
        page.write_string(0, index, name.in_(locale), styles.head)
        page.set_column(index, index, width)
    page.freeze_panes(1, 1)
    for row, question in enumerate(instrument.questions, 1):
        page.write_string(row, 0, question.id, styles.strong)
        page.write_string(row, 1, question.stem.in_(locale), styles.text)
        for index, text in enumerate(_anchor_texts(question, context, locale), 2):
            page.write_string(row, index, text, styles.text)
        ask = question.evidence_ask.in_(locale) if question.evidence_ask else ""
        page.write_string(row, len(names) - 1, ask, styles.text)


def _anchor_texts(question: Question, context: SheetContext, locale: Locale) -> tuple[str, ...]:
    if question.capability is None:
        return ()
    return tuple(
        a.text.in_(locale) for a in context.content.library.framework.capabilities[question.capability].anchors
    )
