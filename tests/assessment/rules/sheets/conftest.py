"""Workbooks and CSV files built in memory, and the codes of what is wrong with them."""

import csv
import io
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from openpyxl import Workbook

from assessment.content import ContentPack
from assessment.samples import SampleEngagement
from assessment.sheets import InvalidSheet, SheetContext, read_table

Rows = Sequence[Sequence[Any]]


def workbook(**sheets: Rows) -> bytes:
    """Return an XLSX with these sheets."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(list(row))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def text_table(rows: Rows, delimiter: str = ",") -> bytes:
    """Return a CSV."""
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    return stream.getvalue().encode()


@pytest.fixture
def context(pack: ContentPack, sample: SampleEngagement) -> SheetContext:
    return SheetContext(pack, sample.work.stores, sample.work.people, sample.systems)


@pytest.fixture
def read(context: SheetContext) -> Callable[..., tuple[Any, ...]]:
    """Read rows as a CSV (default) or as a workbook of one sheet."""

    def reading(kind: str, *rows: Sequence[Any], xlsx: bool = False) -> tuple[Any, ...]:
        data = workbook(**{kind.replace(":", "_"): rows}) if xlsx else text_table(rows)
        return read_table(kind, "t.xlsx" if xlsx else "t.csv", data, context)

    return reading


@pytest.fixture
def wrong(read) -> Callable[..., list[tuple[str, str]]]:
    """Return code and place of every problem."""

    def problems(kind: str, *rows: Sequence[Any], xlsx: bool = False) -> list[tuple[str, str]]:
        with pytest.raises(InvalidSheet) as caught:
            read(kind, *rows, xlsx=xlsx)
        assert all(p.text.zh and p.text.en for p in caught.value.found)
        return [(p.code, p.where.split("!", 1)[-1]) for p in caught.value.found]

    return problems
