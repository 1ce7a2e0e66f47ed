"""The two doors of this package: a kind of table by name, read or written."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from assessment.facts import GivenFact
from assessment.sheets.answer_table import PersonAnswers, read_answers
from assessment.sheets.answer_writing import write_answers
from assessment.sheets.columns import SheetContext, TableSpec
from assessment.sheets.findings import approvals_table, documents_table, facts_table, targets_table, visits_table
from assessment.sheets.need_table import needs_table
from assessment.sheets.reading import read_spec
from assessment.sheets.registers import flows_table, people_table, stores_table, systems_table
from assessment.sheets.resource_table import resources_table
from assessment.sheets.visiting import listed, mystery_table, requests_table, store_visits_table
from assessment.sheets.writing import write_spec
from questionnaires import Instrument
from questionnaires.locale_text import Locale

ANSWERS = "answers:"
TABLES: Mapping[str, Callable[[SheetContext], TableSpec[Any]]] = {
    "stores": stores_table,
    "people": people_table,
    "systems": systems_table,
    "flows": flows_table,
    "facts": facts_table,
    "resources": resources_table,
    "needs": needs_table,
    "visits": visits_table,
    "store_visits": store_visits_table,
    "mystery": mystery_table,
    "requests": requests_table,
    "documents": documents_table,
    "approvals": approvals_table,
    "targets": targets_table,
}
KINDS = tuple(TABLES)
"""Kinds of tables, beside ``answers:<instrument>``."""


def read_table(kind: str, filename: str, data: bytes, context: SheetContext) -> tuple[Any, ...]:
    """Return the objects in a table, in the order of its rows.

    ``stores`` → Store · ``people`` → Person · ``systems`` → System · ``flows`` → DataFlow · ``facts`` → GivenFact ·
    ``resources`` → Resource · ``needs`` → Need · ``visits`` → VisitFinding · ``documents`` → DocumentFinding ·
    ``store_visits`` → StoreVisit · ``mystery`` → MysteryVisit · ``requests`` → RequestState ·
    ``approvals`` → NaApproval · ``targets`` → TargetChange · ``answers:<instrument>`` → PersonAnswers.
    Raises KeyError for an unknown kind and InvalidSheet with every problem of the table: then nothing is accepted.
    """
    if kind.startswith(ANSWERS):
        return read_answers(_instrument(kind, context), filename, data, context)
    rows = read_spec(TABLES[kind](context), filename, data)
    if kind == "facts":
        return tuple(row for row in rows if row.value is not None)
    return rows


def write_template(kind: str, context: SheetContext, locale: Locale, rows: Sequence[Any] = ()) -> bytes:
    """Return a workbook with what is known (``rows``, the objects ``read_table`` gives) and room for more.

    The sheet of facts lists every number of the profit model, answered or not; that of requests every one made of this
    company; a workbook of answers everybody the instrument is for. Raises KeyError for an unknown kind.
    """
    if kind.startswith(ANSWERS):
        given: Sequence[PersonAnswers] = rows
        answers = {row.person: {a.question: a for a in row.answers} for row in given}
        revisions = {row.person: row.revision for row in given}
        return write_answers(_instrument(kind, context), context, answers, locale, revisions)
    if kind == "facts":
        known: Mapping[str, GivenFact] = {row.id: row for row in rows}
        rows = [known.get(key, GivenFact(key, None)) for key in context.content.fact_definitions]
    if kind == "requests":
        rows = listed(rows, context)
    return write_spec(TABLES[kind](context), rows, locale)


def _instrument(kind: str, context: SheetContext) -> Instrument:
    return context.content.library.instruments[kind.removeprefix(ANSWERS)]
