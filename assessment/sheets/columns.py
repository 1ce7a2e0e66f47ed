"""The columns of a table: what each holds, what it is called in both languages, and what a cell of it may say."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, Literal, TypeVar

from assessment.content import ContentPack
from assessment.engagement import Person, Store, System
from assessment.sheets.problems import SheetProblem
from questionnaires.locale_text import Locale, LocaleText

Kind = Literal[
    "id", "text", "integer", "number", "share", "money", "date", "flag", "choice", "open_choice", "choices", "list"
]
"""``choice`` takes one of a closed list, ``open_choice`` also own words, ``choices`` several of a closed list, ``list``
several own words. ``money`` is written in yuan and read as minor units. ``share`` takes 0.31 or 31%."""

Choices = Mapping[str, LocaleText]
RowType = TypeVar("RowType")


@dataclass(frozen=True, slots=True)
class Column:
    """One column. ``key`` is its stable name, accepted as a header beside both titles; ``width`` in characters.

    ``limit`` is the longest text; ``low``/``high`` bound numbers. ``info`` columns are written for the reader's sake and
    ignored when the table comes back. ``codes`` names the codes an id or a list of ids is taken from: their names are
    understood too, offered in a list, and printed on a page of the template.
    """

    key: str
    title: LocaleText
    kind: Kind = "text"
    help: LocaleText | None = None
    required: bool = False
    choices: Choices = field(default_factory=dict[str, LocaleText])
    low: float | None = None
    high: float | None = None
    limit: int = 500
    width: int = 16
    info: bool = False
    codes: Choices = field(default_factory=dict[str, LocaleText])

    def names(self) -> tuple[str, ...]:
        """Return every header that means this column, in lower case."""
        return tuple(dict.fromkeys(name.casefold() for name in (self.key, self.title.zh, self.title.en)))

    def heading(self, locale: Locale) -> str:
        """Return the header as written."""
        return self.title.in_(locale)


@dataclass(frozen=True, slots=True)
class SheetContext:
    """What a table is read against: the content, the ids already registered, and the day it is brought in.

    Without ``today`` nothing is held to lie ahead, as in the files of a sample. Without ``scope``, the capabilities looked
    at, everything is asked for.
    """

    content: ContentPack
    stores: tuple[Store, ...] = ()
    people: tuple[Person, ...] = ()
    systems: tuple[System, ...] = ()
    today: date | None = None
    scope: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One row: values by column key, with the place of each for further problems.

    ``broken`` are the columns whose cell could not be understood; they have no value. Rules see such a row too, so that
    everything wrong with a table is said at once; only a table without a problem is built.
    """

    sheet: str
    number: int
    values: Mapping[str, Any]
    letters: Mapping[str, str]
    broken: frozenset[str] = frozenset()

    def text(self, key: str) -> str:
        """Return a text, empty when the cell is blank."""
        value = self.values.get(key)
        return "" if value is None else str(value)

    def items(self, key: str) -> tuple[str, ...]:
        """Return several words, none when the cell is blank."""
        value = self.values.get(key)
        return () if value is None else tuple(value)


Check = Callable[[Sequence[ReadRow]], list[SheetProblem]]


@dataclass(frozen=True, slots=True)
class TableSpec(Generic[RowType]):
    """A table: its columns, how a row becomes an object and back, and what must hold across rows.

    ``check`` sees every row, also those with cells that were not understood (what it says of such a cell is dropped);
    ``build`` runs only when the whole table has no problem. ``examples`` stand on the page that explains.
    """

    kind: str
    title: LocaleText
    about: LocaleText
    columns: tuple[Column, ...]
    build: Callable[[ReadRow], RowType]
    cells: Callable[[RowType], Mapping[str, Any]]
    check: Check
    examples: tuple[LocaleText, ...] = ()

    def sheets(self) -> tuple[str, ...]:
        """Return the names the sheet may have."""
        return self.kind, self.title.zh, self.title.en
