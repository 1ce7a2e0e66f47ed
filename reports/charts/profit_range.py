"""Profit range: a shared axis from zero; bar P10-P90, tick P50; the stress row hot."""

from dataclasses import dataclass

from reports.charts.canvas import HOT, STRONG, TICK, Canvas
from reports.charts.metrics import width
from reports.charts.scales import Scale, ticks
from reports.charts.theme import ThemeName
from reports.phrases.numbers import in_unit, plain

GAP, SHORTEST = 6, 60
"""Between a bar and its numbers; the least length of the axis."""


@dataclass(frozen=True, slots=True)
class ProfitRow:
    """One row in minor units. Without ``low``/``high`` (a stress line is one number) the bar runs from zero."""

    id: str
    label: str
    median: int
    low: int | None = None
    high: int | None = None
    hot: bool = False


@dataclass(frozen=True, slots=True)
class ProfitRangeSpec:
    """Rows drawn in ``unit`` major units (the unit stands in the title)."""

    title: str
    desc: str
    rows: tuple[ProfitRow, ...]
    unit: int
    width: float = 313
    label_room: float = 70
    row_height: float = 25


def profit_range(spec: ProfitRangeSpec, theme: ThemeName = "paper") -> str:
    """Draw the ranges with their numbers beside the marks."""
    canvas = Canvas(spec.title, spec.desc, spec.width, theme)
    ends = [end for row in spec.rows for end in (row.low, row.median, row.high, 0) if end is not None]
    marks = ticks(min(ends) / 100 / spec.unit, max(ends) / 100 / spec.unit)
    step = marks[1] - marks[0]
    left = spec.label_room + 8 + (12 if marks[0] < 0 else 0)
    scale = Scale(marks[0], marks[-1], left, _end(spec, marks, left))
    bottom = 13 + spec.row_height * len(spec.rows)
    for mark in marks:
        canvas.vline(scale(mark), 12, bottom, "ch-axis" if mark == 0 else "ch-grid")
        canvas.text(scale(mark), 8, plain(mark, 0 if step >= 1 else 1), TICK, "middle")
    for index, row in enumerate(spec.rows):
        _row(canvas, spec, row, 13 + spec.row_height * (index + 0.5), scale)
    return canvas.svg(bottom + 2)


def _end(spec: ProfitRangeSpec, marks: list[float], left: float) -> float:
    """Return where the axis ends so that every row has room for its numbers right of its bar."""
    end = spec.width - 12
    for row in spec.rows:
        share = (_ends(row)[1] / 100 / spec.unit - marks[0]) / (marks[-1] - marks[0])
        room = spec.width - GAP - width(_numbers(spec, row), STRONG.size, bold=True) - left
        end = min(end, left + room / share) if share > 0 else end
    return max(end, left + SHORTEST)


def _ends(row: ProfitRow) -> tuple[int, int]:
    """Return where the bar of a row begins and ends, in minor units."""
    low = min(row.median, 0) if row.low is None else row.low
    return low, max(row.median, 0) if row.high is None else row.high


def _numbers(spec: ProfitRangeSpec, row: ProfitRow) -> str:
    """Write the median with its range in brackets; a dash between negative numbers needs room."""
    median = in_unit(row.median, spec.unit)
    if row.low is None:
        return median
    low, high = (in_unit(end, spec.unit) for end in _ends(row))
    return f"{median} ({low} – {high})" if row.low < 0 else f"{median} ({low}–{high})"


def _row(canvas: Canvas, spec: ProfitRangeSpec, row: ProfitRow, y: float, scale: Scale) -> None:
    low, high = _ends(row)
    x1, x2 = (scale(end / 100 / spec.unit) for end in (low, high))
    x = scale(row.median / 100 / spec.unit)
    values = {
        "median": row.median,
        "low": "" if row.low is None else row.low,
        "high": "" if row.high is None else row.high,
    }
    strong = HOT if row.hot else STRONG
    with canvas.group(row.id, f"{row.label} {in_unit(row.median, spec.unit)}", values):
        canvas.label(spec.label_room, y + 3.5, row.label, spec.label_room, strong, "end")
        canvas.rect(x1, y - 7, x2 - x1, 14, "hot-soft" if row.hot else "data-soft")
        canvas.vline(x, y - 9, y + 9, "hot" if row.hot else "ink", 2.4)
        canvas.plate(x2 + GAP, y + 3.5, _numbers(spec, row), strong)
