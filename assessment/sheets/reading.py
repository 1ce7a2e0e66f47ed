"""Read one table of a known shape: match the columns, understand every cell, collect all problems, build at the end."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from openpyxl.utils import get_column_letter

from assessment.sheets.cells import CellError, understand
from assessment.sheets.coded import near_words
from assessment.sheets.columns import Column, ReadRow, TableSpec
from assessment.sheets.opening import RawTable, open_table
from assessment.sheets.problems import InvalidSheet, SheetProblem, problem
from questionnaires.locale_text import LocaleText

RowType = TypeVar("RowType")


def read_spec(spec: TableSpec[RowType], filename: str, data: bytes) -> tuple[RowType, ...]:
    """Return the rows of a table; InvalidSheet lists every problem and nothing is accepted."""
    raw = open_table(filename, data, spec.sheets())
    places, problems = match_columns(raw, spec.columns)
    problems += raw.problems
    rows = understand_rows(raw, places, problems)
    if not raw.rows:
        problems.append(problem("no_rows", raw.sheet))
    problems += said_of(rows, spec.check(rows))
    if problems:
        raise InvalidSheet(problems)
    return tuple(spec.build(row) for row in rows)


def match_columns(raw: RawTable, columns: Sequence[Column]) -> tuple[dict[int, Column], list[SheetProblem]]:
    """Return position → column, and what is missing, unknown or doubled among the names of the first row."""
    known = {name: column for column in columns for name in column.names()}
    places: dict[int, Column] = {}
    problems: list[SheetProblem] = []
    for index, name in enumerate(raw.header):
        letter = get_column_letter(index + 1)
        column = known.get(name.strip().rstrip("*").strip().casefold())
        if column is None:
            problems.append(problem("unknown_column", raw.sheet, 1, letter, column=name or letter))
        elif any(column.key == other.key for other in places.values()):
            problems.append(problem("doubled_column", raw.sheet, 1, letter, column=column.title))
        else:
            places[index] = column
    present = {column.key for column in places.values()}
    problems += [
        problem("missing_column", raw.sheet, 1, column=column.title)
        for column in columns
        if column.required and column.key not in present
    ]
    return places, problems


def understand_rows(raw: RawTable, places: Mapping[int, Column], problems: list[SheetProblem]) -> list[ReadRow]:
    """Return the rows, with what was understood of each; what was not is added to ``problems``."""
    rows: list[ReadRow] = []
    odd = {(p.row, p.column) for p in raw.problems}
    letters = {column.key: get_column_letter(index + 1) for index, column in places.items()}
    for row in raw.rows:
        values: dict[str, Any] = {}
        broken: set[str] = set()
        for index, column in places.items():
            if column.info:
                continue
            try:
                values[column.key] = understand(row.cells[index], column)
            except CellError as error:
                if (row.number, letters[column.key]) not in odd:
                    problems.append(error.at(raw.sheet, row.number, letters[column.key], column))
                broken.add(column.key)
        rows.append(ReadRow(raw.sheet, row.number, values, letters, frozenset(broken)))
    return rows


def said_of(rows: Iterable[ReadRow], problems: Iterable[SheetProblem]) -> list[SheetProblem]:
    """Return the problems that say something new: not those of a cell that was not understood in the first place."""
    known = {(row.number, row.letters[key]) for row in rows for key in row.broken}
    return [found for found in problems if (found.row, found.column) not in known]


def at(row: ReadRow, key: str, code: str, **params: Any) -> SheetProblem:
    """Return a problem about one cell of a row that was understood."""
    return problem(code, row.sheet, row.number, row.letters.get(key, ""), **params)


def doubled(rows: Iterable[ReadRow], key: str, of: Callable[[ReadRow], str]) -> list[SheetProblem]:
    """Return a problem for every row that says again what must stand once; what was not understood says nothing."""
    first: dict[str, int] = {}
    problems: list[SheetProblem] = []
    for row in rows:
        name = of(row)
        if row.broken and name != of(replace(row, values={**row.values, **dict.fromkeys(row.broken, "?")})):
            continue
        if name in first:
            problems.append(at(row, key, "doubled", value=name, first=first[name]))
        else:
            first[name] = row.number
    return problems


def unknown(
    rows: Iterable[ReadRow],
    key: str,
    known: Iterable[str],
    what_zh: str,
    what_en: str,
    codes: Mapping[str, LocaleText] | None = None,
) -> list[SheetProblem]:
    """Return a problem for every id in a column that is not registered; blank cells are fine. ``codes`` names them."""
    ids = set(known)
    names = codes or {ident: LocaleText("", "") for ident in ids}
    found: list[SheetProblem] = []
    for row in rows:
        value = row.values.get(key)
        named = (value,) if isinstance(value, str) else tuple(value or ())
        found += [
            at(
                row,
                key,
                "unknown_reference",
                value=ident,
                what_zh=what_zh,
                what_en=what_en,
                near=near_words(ident, names),
            )
            for ident in named
            if ident not in ids
        ]
    return found
