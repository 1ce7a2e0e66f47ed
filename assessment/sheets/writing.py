"""Write tables as workbooks people can fill in: frozen header, help under it, lists to choose from, a page that explains.

Text stays text, whatever it looks like. The same input gives the same bytes.
"""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import xlsxwriter  # pyright: ignore[reportMissingTypeStubs]

from assessment.sheets.cells import written
from assessment.sheets.coded import entry
from assessment.sheets.columns import Choices, Column, TableSpec
from assessment.sheets.opening import COMMENT, MAX_ROWS
from questionnaires.locale_text import Locale, LocaleText

L = LocaleText
LISTS = "_lists"
FONT = {"zh": "Microsoft YaHei", "en": "Calibri"}
INK, PAPER, ACCENT, QUIET, GREY = "#1F2937", "#FFFFFF", "#0F4C5C", "#F3F4F6", "#E5E7EB"
RULES = (
    L(
        "第一行是列名，请不要改；第二行是说明，导入时跳过。",
        "Row 1 holds the column names, leave them; row 2 explains and is skipped.",
    ),
    L("带 * 的列必填。以 # 开头的行会跳过。", "Columns with * are required. Rows that begin with # are skipped."),
    L("不要写公式，粘贴成数值。", "Write no formulas; paste values."),
    L("几个选项写在一格，用 | 隔开。", "Several choices in one cell are parted by |."),
    L("有一处不对就整份不收，并列出每一处。", "One mistake and nothing is taken; every mistake is listed."),
)
CODES = L("编号", "Codes")
CODES_RULE = L(
    "要编号的列，可填编号、名称，或“编号 名称”；全部编号在“编号”页。",
    "Where a code is asked for, write the code, its name, or both; the page “Codes” lists them all.",
)


@dataclass(frozen=True, slots=True)
class Styles:
    """The formats of one workbook."""

    head: Any
    hint: Any
    cell: Any
    number: Any
    closed: Any
    title: Any
    line: Any
    text: Any
    strong: Any


class Book:
    """A workbook being written, with its formats and the hidden page of lists."""

    def __init__(self, locale: Locale) -> None:
        """Begin a workbook in one language."""
        self.locale: Locale = locale
        self.stream = io.BytesIO()
        options = {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        self.book: Any = xlsxwriter.Workbook(self.stream, options)
        self.book.set_properties({"created": datetime(2000, 1, 1)})  # noqa: DTZ001 - the same input, the same bytes
        self.styles = self._styles()
        self.lists: dict[tuple[str, ...], str] = {}

    def _styles(self) -> Styles:
        base = {"font_name": FONT[self.locale], "font_size": 10, "font_color": INK, "valign": "top", "text_wrap": True}
        edge = {**base, "border": 1, "border_color": GREY}
        made = self.book.add_format
        return Styles(
            head=made({**edge, "bold": True, "font_color": PAPER, "bg_color": ACCENT, "valign": "vcenter"}),
            hint=made({**edge, "italic": True, "font_size": 9, "bg_color": QUIET}),
            cell=made({**edge, "num_format": "@"}),
            number=made({**edge, "num_format": "General"}),
            closed=made({**edge, "bg_color": GREY}),
            title=made({**base, "bold": True, "font_size": 14, "text_wrap": False}),
            line=made({**base, "text_wrap": False}),
            text=made(base),
            strong=made({**base, "bold": True}),
        )

    def page(self, name: LocaleText) -> Any:
        """Add a page."""
        return self.book.add_worksheet(name.in_(self.locale))

    def choose(self, page: Any, index: int, words: Sequence[str], first: int, last: int, *, strict: bool) -> None:
        """Let the cells of a column be chosen from words; not ``strict`` only warns about other ones."""
        key = tuple(words)
        if key not in self.lists:
            letter = column_name(len(self.lists))
            self.lists[key] = f"={LISTS}!${letter}$1:${letter}${len(words)}"
        kind = "stop" if strict else "information"
        page.data_validation(
            first, index, last, index, {"validate": "list", "source": self.lists[key], "error_type": kind}
        )

    def close(self) -> bytes:
        """Add the lists on a hidden page behind all others and return the finished workbook."""
        if self.lists:
            page = self.book.add_worksheet(LISTS)
            page.hide()
            for column, words in enumerate(self.lists):
                for row, word in enumerate(words):
                    page.write_string(row, column, word)
        self.book.close()
        return self.stream.getvalue()


def column_name(index: int) -> str:
    """Return the letter of a column counted from 0."""
    from openpyxl.utils import get_column_letter

    return get_column_letter(index + 1)


def write_spec(spec: TableSpec[Any], rows: Iterable[Any], locale: Locale) -> bytes:
    """Return a workbook with the rows of a table and room for more."""
    book = Book(locale)
    page = book.page(spec.title)
    head(book, page, spec.columns)
    count = 0
    for number, row in enumerate(rows, 2):
        cells = spec.cells(row)
        for index, column in enumerate(spec.columns):
            put(book, page, number, index, column, cells.get(column.key))
        count = number
    last = min(MAX_ROWS, max(count, 2) + 200)
    for index, column in enumerate(spec.columns):
        if column.codes:
            words = [entry(code, name, locale) for code, name in column.codes.items()]
            book.choose(page, index, words, 2, last, strict=False)
        elif column.kind in {"choice", "open_choice"} and column.choices:
            names = [name.in_(locale) for name in column.choices.values()]
            book.choose(page, index, names, 2, last, strict=column.kind == "choice")
        elif column.kind == "flag":
            book.choose(page, index, ["是", "否"] if locale == "zh" else ["yes", "no"], 2, last, strict=True)
    coded = [column for column in spec.columns if column.codes]
    explain(book, spec.title, spec.about, spec.columns, (*((CODES_RULE,) if coded else ()), *spec.examples))
    list_codes(book, coded)
    return book.close()


def list_codes(book: Book, columns: Sequence[Column]) -> None:
    """Add the page that lists every code the table asks for, with its name in both languages."""
    if not columns:
        return
    page, locale = book.page(CODES), book.locale
    for index, width in enumerate((28, 16, 40, 56)):
        page.set_column(index, index, width)
    for index, name in enumerate((L("列", "Column"), CODES, L("中文名", "Chinese name"), L("英文名", "English name"))):
        page.write_string(0, index, name.in_(locale), book.styles.head)
    page.freeze_panes(1, 0)
    lists: dict[tuple[str, ...], tuple[list[str], Choices]] = {}
    for column in columns:
        lists.setdefault(tuple(column.codes), ([], column.codes))[0].append(column.heading(locale))
    row = 1
    for headings, codes in lists.values():
        for code, name in codes.items():
            for index, word in enumerate((" · ".join(headings), code, name.zh, name.en)):
                page.write_string(row, index, word, book.styles.strong if index == 1 else book.styles.text)
            row += 1


def head(book: Book, page: Any, columns: Sequence[Column]) -> None:
    """Write column names and the row of help, freeze both, set the widths."""
    for index, column in enumerate(columns):
        star = " *" if column.required else ""
        page.write_string(0, index, column.heading(book.locale) + star, book.styles.head)
        hint = column.help.in_(book.locale) if column.help else ""
        page.write_string(1, index, f"{COMMENT} {hint}".rstrip() if index == 0 else hint, book.styles.hint)
        page.set_column(index, index, column.width, book.styles.cell if not column.info else book.styles.closed)
    page.set_row(0, 30)
    page.freeze_panes(2, 1)


def put(book: Book, page: Any, row: int, index: int, column: Column, value: Any, style: Any = None) -> None:
    """Write one cell as what it is: a number, or text that stays text."""
    if isinstance(value, LocaleText):
        value = value.in_(book.locale)
    word = written(value, column, book.locale)
    plain = style or (book.styles.closed if column.info else book.styles.cell)
    if word is None:
        page.write_blank(row, index, None, plain)
    elif isinstance(word, int | float) and not isinstance(word, bool):
        page.write_number(row, index, word, style or book.styles.number)
    else:
        page.write_string(row, index, str(word), plain)


def explain(
    book: Book, title: LocaleText, about: LocaleText, columns: Sequence[Column], more: Sequence[LocaleText] = ()
) -> None:
    """Add the page that explains the table: the rules, ``more`` of its own, and every column."""
    locale, styles = book.locale, book.styles
    page = book.page(L("填写说明", "How to fill in"))
    for index, width in enumerate((26, 10, 60, 70)):
        page.set_column(index, index, width)
    page.write_string(0, 0, title.in_(locale), styles.title)
    page.write_string(1, 0, about.in_(locale), styles.line)
    rules = (*RULES, *more)
    for index, rule in enumerate(rules, 2):
        page.write_string(index, 0, f"{index - 1}. {rule.in_(locale)}", styles.line)
    top = len(rules) + 3
    names = (L("列", "Column"), L("必填", "Required"), L("怎么填", "How"), L("可填的词", "Words to use"))
    for index, name in enumerate(names):
        page.write_string(top, index, name.in_(locale), styles.head)
    for row, column in enumerate((c for c in columns if not c.info), top + 1):
        words = " | ".join(name.in_(locale) for name in column.choices.values())
        page.write_string(row, 0, column.heading(locale), styles.strong)
        page.write_string(row, 1, ("是" if locale == "zh" else "yes") if column.required else "", styles.text)
        page.write_string(row, 2, column.help.in_(locale) if column.help else "", styles.text)
        page.write_string(row, 3, words[:2000], styles.text)
