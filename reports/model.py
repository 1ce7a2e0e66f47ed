"""What a report says, before anybody decides how it looks: sections of blocks in words, numbers and chart specs."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from questionnaires.locale_text import Locale
from reports.charts import ChartSpec

Tone = Literal["plain", "strong", "hot", "faint"]


@dataclass(frozen=True, slots=True)
class Lede:
    """The paragraph under a title: the answer in two or three sentences."""

    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str
    small: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """Short statements."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """The line under a figure or table: signs, n, where it comes from."""

    text: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart. Its numbers stand in a table of the same section."""

    spec: ChartSpec


@dataclass(frozen=True, slots=True)
class Column:
    """A column: head, width in per cent of the table, side, whether its cells stay on one line."""

    head: str
    share: float
    right: bool = False
    nowrap: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with an optional smaller second line."""

    text: str
    tone: Tone = "plain"
    note: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row; ``group`` marks a heading row over the full width (its first cell)."""

    cells: tuple[Cell, ...]
    group: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with fixed widths; at most forty rows are printed, ``rest`` says how many more there are."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Figures:
    """A strip of key figures: label, value, note."""

    items: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Hero:
    """The one number of a page with the two lines beside it."""

    value: str
    strong: str
    text: str


@dataclass(frozen=True, slots=True)
class Numbered:
    """Numbered statements: sign (1, A), bold start, text. ``asks`` are the decisions wanted."""

    items: tuple[tuple[str, str, str], ...]
    asks: bool = False
    title: str = ""


@dataclass(frozen=True, slots=True)
class WaveCards:
    """Three waves side by side: number, head, lines."""

    items: tuple[tuple[int, str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A hairline between parts of a page."""


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents, filled by the renderer with true page numbers."""

    title: str


Simple = (
    Lede
    | Heading
    | Paragraph
    | Bullets
    | Source
    | Figure
    | Table
    | Figures
    | Hero
    | Numbered
    | WaveCards
    | Rule
    | Contents
)


@dataclass(frozen=True, slots=True)
class Columns:
    """Two columns; ``share`` is the left one's part of the width in per cent."""

    left: tuple[Simple, ...]
    right: tuple[Simple, ...]
    share: float = 50


Block = Simple | Columns


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter. ``title`` is a conclusion; ``label`` is its place (``R3 · …``).

    It starts on a new page unless it ``flows``: then it follows on the same page where its start fits.
    """

    id: str
    label: str
    title: str
    blocks: tuple[Block, ...]
    foot: str
    flows: bool = False


@dataclass(frozen=True, slots=True)
class ReportModel:
    """One report in one language. ``title`` is the document's with the client's name, ``heading`` runs on every page.

    ``digest_line`` names content version, score digest and plan digest.
    """

    kind: Literal["report"]
    locale: Locale
    title: str
    heading: str
    description: str
    subject: str
    sample: bool
    confidentiality: str
    as_of: date
    dateline: str
    authors: tuple[str, ...]
    sections: tuple[Section, ...]
    digest_line: str
    identifier: str
    keywords: tuple[str, ...] = ()

    def texts(self) -> tuple[str, ...]:
        """Return every sentence and cell of the model in reading order (for checks against the printed page)."""
        return tuple(text for section in self.sections for text in (section.title, *_texts(section.blocks)))


def _texts(blocks: tuple[Block, ...]) -> list[str]:
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Columns):
            found += _texts(block.left) + _texts(block.right)
        elif isinstance(block, Table):
            found += [column.head for column in block.columns]
            found += [text for row in block.rows for cell in row.cells for text in (cell.text, cell.note)]
        elif isinstance(block, Lede | Heading | Paragraph | Source):
            found.append(block.text)
        elif isinstance(block, Bullets):
            found += block.items
        elif isinstance(block, Figures | Numbered):
            found += [text for item in block.items for text in item]
        elif isinstance(block, WaveCards):
            found += [text for _, head, lines in block.items for text in (head, *lines)]
        elif isinstance(block, Hero):
            found += [block.value, block.strong, block.text]
    return [text for text in found if text]
