"""Open a workbook or a CSV somebody handed in: names in the first row, plain values below, nothing evaluated."""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from assessment.sheets.archives import MEGABYTE, guard
from assessment.sheets.problems import InvalidSheet, SheetProblem, problem
from questionnaires.locale_text import LocaleText

MAX_BYTES = 5 * MEGABYTE
MAX_ROWS = 5_000
MAX_COLUMNS = 600
MAX_CELLS = 3_000_000
LAST_ROW = 1_048_576
COMMENT = "#"
NAMES = 3
"""A sheet is known by its kind and by its title in both languages."""
BROKEN = (
    InvalidFileException,
    zipfile.BadZipFile,
    ParseError,
    SyntaxError,
    KeyError,
    IndexError,
    ValueError,
    TypeError,
    AttributeError,
    OSError,
    EOFError,
)


@dataclass(frozen=True, slots=True)
class Odd:
    """A cell without a value of its own: a formula, or the error a formula left behind."""

    code: str
    value: str = ""


Cell = str | float | int | bool | None
Line = tuple[int, Sequence[Cell | Odd]]


@dataclass(frozen=True, slots=True)
class Row:
    """One row with its number as the spreadsheet shows it (from 1) and one cell per column name."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class RawTable:
    """A table as it stands: its sheet, the names in the first row, the rows below that are neither empty nor comments.

    ``problems`` are cells that hold no value (formulas, errors); in the rows they are None.
    """

    sheet: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    problems: tuple[SheetProblem, ...]


def open_table(filename: str, data: bytes, names: Sequence[str]) -> RawTable:
    """Read the first sheet that has one of ``names``; a CSV is one table whatever it is called.

    A workbook without a sheet of such a name is taken when it has one sheet only. Raises InvalidSheet when there is
    nothing that can be read.
    """
    if len(data) > MAX_BYTES:
        raise InvalidSheet([problem("too_large", filename, limit=MAX_BYTES // MEGABYTE)])
    kind = filename.rsplit(".", 1)[-1].lower() if "." in filename else ""
    if kind == "xlsx":
        guard(filename, data)
        return _from_workbook(filename, data, names)
    if kind == "csv":
        return _collect(names[0], _csv_lines(filename, data))
    raise InvalidSheet([problem("wrong_type", filename)])


def _from_workbook(filename: str, data: bytes, names: Sequence[str]) -> RawTable:
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
        there = [str(name) for name in book.sheetnames]
        wanted = {name.casefold() for name in names}
        found = next((n for n in there if n.casefold() in wanted), there[0] if len(there) == 1 else None)
        page: Any = None if found is None else book[found]
        table = None if found is None else _collect(found, _lines(page))
        book.close()
    except InvalidSheet:
        raise
    except BROKEN as error:
        raise InvalidSheet([problem("unreadable", filename)]) from error
    if table is None:
        raise InvalidSheet(
            [problem("wrong_sheet", filename, wanted=LocaleText(*names[1:3]) if len(names) >= NAMES else names[0])]
        )
    return table


def _lines(page: Any) -> Iterator[Line]:
    """Yield the rows of a worksheet; what the file says about its own size is not believed."""
    page.reset_dimensions()
    cells = 0
    lines: Iterable[Sequence[Any]] = page.iter_rows()
    for number, line in enumerate(lines, 1):
        cells += len(line)
        if cells > MAX_CELLS or number > LAST_ROW:
            raise InvalidSheet([problem("suspicious", str(page.title))])
        if line:  # rows the file leaves out cost next to nothing
            yield number, [_value(cell) for cell in line]


def _value(cell: Any) -> Cell | Odd:
    kind = getattr(cell, "data_type", "n")
    if kind == "f":
        return Odd("formula")
    if kind == "e":
        return Odd("cell_error", str(cell.value))
    value = cell.value
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    return value if value is None or isinstance(value, bool | int | float | str) else str(value)


def _csv_lines(filename: str, data: bytes) -> Iterator[Line]:
    """Yield the records: a CSV opens in a spreadsheet with one row per record, however many lines it spans."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidSheet([problem("not_utf8", filename)]) from error
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    try:
        for number, line in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True), 1):
            yield number, [cell if cell != "" else None for cell in line]
    except csv.Error as error:
        raise InvalidSheet([problem("unreadable", filename)]) from error


def _collect(sheet: str, lines: Iterable[Line]) -> RawTable:
    header: tuple[str, ...] = ()
    rows: list[Row] = []
    problems: list[SheetProblem] = []
    for number, cells in lines:
        if number == 1:
            header = _header(sheet, cells)
        elif not _is_empty(cells) and not _is_comment(cells):
            if len(rows) == MAX_ROWS:
                raise InvalidSheet([problem("too_many_rows", sheet, number, limit=MAX_ROWS)])
            if not _is_empty(cells[len(header) :]):
                problems.append(problem("value_without_name", sheet, number, get_column_letter(len(header) + 1)))
            padded = (*cells[: len(header)], *(None,) * (len(header) - len(cells)))
            problems += _odd(sheet, number, header, padded)
            rows.append(Row(number, tuple(None if isinstance(c, Odd) else c for c in padded)))
    if not any(header):
        raise InvalidSheet([problem("no_header", sheet, 1)])
    return RawTable(sheet, header, tuple(rows), tuple(problems))


def _header(sheet: str, cells: Sequence[Cell | Odd]) -> tuple[str, ...]:
    names = ["" if c is None or isinstance(c, Odd) else str(c).strip() for c in cells]
    while names and not names[-1]:
        names.pop()
    if len(names) > MAX_COLUMNS:
        raise InvalidSheet([problem("too_many_columns", sheet, 1, limit=MAX_COLUMNS)])
    return tuple(names)


def _odd(sheet: str, number: int, header: Sequence[str], cells: Sequence[Cell | Odd]) -> Iterator[SheetProblem]:
    for index, cell in enumerate(cells):
        if isinstance(cell, Odd):
            letter = get_column_letter(index + 1)
            yield problem(cell.code, sheet, number, letter, column=header[index] or letter, value=cell.value)


def _is_empty(cells: Sequence[Cell | Odd]) -> bool:
    return all(c is None or (isinstance(c, str) and not c.strip()) for c in cells)


def _is_comment(cells: Sequence[Cell | Odd]) -> bool:
    return isinstance(cells[0], str) and cells[0].startswith(COMMENT)
