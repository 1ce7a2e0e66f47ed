"""Understand one cell: the value a column wants, or the problem it has."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from assessment.sheets.coded import near_words, resolve
from assessment.sheets.columns import Choices, Column, Kind
from assessment.sheets.opening import Cell
from assessment.sheets.problems import SheetProblem, problem
from questionnaires.locale_text import LocaleText
from roadmap.pack_rows import MINOR_UNITS

ID = re.compile(r"[A-Za-z0-9_-]{1,40}")
ID_LIMIT = 40
BARS = re.compile(r"[|｜\n]")
SEPARATORS = re.compile(r"[|｜、,，;；\n]")
YES = frozenset({"true", "yes", "y", "1", "是", "有", "√", "✓", "x"})
NO = frozenset({"false", "no", "n", "0", "否", "无", "×"})
HUGE = 1e15


class CellError(Exception):
    """A cell that cannot be understood: code and parameters of the problem."""

    def __init__(self, code: str, **params: Any) -> None:
        """Keep code and parameters."""
        super().__init__(code)
        self.code = code
        self.params = params

    def at(self, sheet: str, row: int, letter: str, column: Column) -> SheetProblem:
        """Return the problem with its place."""
        return problem(self.code, sheet, row, letter, column=column.title, **self.params)


def understand(cell: Cell, column: Column) -> Any:
    """Return the value of a cell, None when it is blank; CellError when it cannot be used."""
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        if column.required:
            raise CellError("required")
        return None
    return READERS[column.kind](cell, column)


def words_of(cell: Cell) -> str:
    """Return a cell as a person would write it: 2014 and not 2014.0."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < HUGE:
        return str(int(cell))
    return str(cell).strip()


def _ident(cell: Cell, column: Column) -> str:
    text = words_of(cell)
    code = resolve(text, column.codes)
    if code is not None:
        return code
    if not ID.fullmatch(text):
        if column.codes:
            raise CellError("unknown_code", value=text[:ID_LIMIT], near=near_words(text, column.codes))
        raise CellError("bad_id", value=text[:ID_LIMIT], limit=ID_LIMIT)
    return text


def _text(cell: Cell, column: Column) -> str:
    text = words_of(cell)
    if len(text) > column.limit:
        raise CellError("too_long", limit=column.limit)
    return text


def _number(cell: Cell, column: Column) -> float | int:
    text = words_of(cell).replace(",", "").replace("，", "").lstrip("¥￥")
    try:
        value = float(text) if not isinstance(cell, bool) else float("nan")
    except ValueError:
        value = float("nan")
    if value != value or abs(value) > HUGE:  # noqa: PLR0124 - not a number
        raise CellError("not_a_number", value=words_of(cell)[:40])
    if column.kind == "integer" and not value.is_integer():
        raise CellError("not_whole", value=words_of(cell)[:40])
    if (column.low is not None and value < column.low) or (column.high is not None and value > column.high):
        low, high = _plain(column.low), _plain(column.high)
        raise CellError("out_of_range", value=_plain(value), low=low, high=high)
    if column.kind == "money":
        return round(value * MINOR_UNITS)
    return int(value) if column.kind == "integer" else value


def _plain(value: float | None) -> str:
    return "∞" if value is None else f"{value:g}"


def _share(cell: Cell, _: Column) -> float:
    text = words_of(cell)
    try:
        value = float(text[:-1]) / 100 if text.endswith(("%", "％")) else float(text)
    except ValueError:
        value = -1.0
    if isinstance(cell, bool) or not 0 <= value <= 1:
        raise CellError("not_a_share", value=text[:40])
    return round(value, 12)


def _date(cell: Cell, _: Column) -> str:
    text = words_of(cell)
    try:
        return date.fromisoformat(text.replace("/", "-").replace(".", "-")).isoformat()
    except ValueError:
        raise CellError("not_a_date", value=text[:40]) from None


def _flag(cell: Cell, _: Column) -> bool:
    text = words_of(cell)
    if text.casefold() in YES:
        return True
    if text.casefold() in NO:
        return False
    raise CellError("not_yes_no", value=text[:40])


def _choice(cell: Cell, column: Column) -> str:
    """Return the code behind a word: the code itself, or its name in either language."""
    text = _text(cell, column)
    code = code_of(text, column.choices)
    if code is not None:
        return code
    if column.kind in {"open_choice", "list"}:
        return text
    names = LocaleText(
        "、".join(n.zh for n in column.choices.values()), ", ".join(n.en for n in column.choices.values())
    )
    raise CellError("unknown_choice", value=text[:40], choices=names)


def _several(cell: Cell, column: Column) -> tuple[str, ...]:
    text = _text(cell, column)
    if column.codes:
        return _coded(text, column)
    parts = (part.strip() for part in SEPARATORS.split(text))
    return tuple(dict.fromkeys(_choice(part, column) for part in parts if part))


def _coded(text: str, column: Column) -> tuple[str, ...]:
    """Return several codes; a name may hold a comma, so bars alone part where there are any, and one name stands whole."""
    parts = BARS.split(text) if BARS.search(text) else [text]
    whole = len(parts) > 1 or resolve(text, column.codes) is not None
    found = parts if whole else SEPARATORS.split(text)
    return tuple(dict.fromkeys(_ident(part.strip(), column) for part in found if part.strip()))


READERS: Mapping[Kind, Callable[[Cell, Column], Any]] = {
    "id": _ident,
    "text": _text,
    "integer": _number,
    "number": _number,
    "money": _number,
    "share": _share,
    "date": _date,
    "flag": _flag,
    "choice": _choice,
    "open_choice": _choice,
    "choices": _several,
    "list": _several,
}


def code_of(text: str, choices: Choices) -> str | None:
    """Return the code of a word in either language, or None."""
    wanted = text.strip().casefold()
    for code, name in choices.items():
        if wanted in {code.casefold(), name.zh.casefold(), name.en.casefold()}:
            return code
    return None


def written(value: Any, column: Column, names: str) -> Any:
    """Return what to write for a value: names of codes in the language ``names``, money in yuan, yes and no."""
    if value is None or value == "":
        return None
    if column.kind in {"choice", "open_choice"}:
        return _name(str(value), column.choices, names)
    if column.kind in {"choices", "list"}:
        return " | ".join(_name(str(v), column.choices, names) for v in value) or None
    if column.kind == "flag":
        return ("是" if value else "否") if names == "zh" else ("yes" if value else "no")
    if column.kind == "money":
        return value / MINOR_UNITS
    return value


def _name(code: str, choices: Choices, names: str) -> str:
    if code not in choices:
        return code
    return choices[code].zh if names == "zh" else choices[code].en
