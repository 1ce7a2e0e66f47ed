"""Profit range: a shared axis from zero; bar P10-P90, tick P50; the stress row hot."""

from dataclasses import dataclass

from reports.charts.canvas import HOT, STRONG, TICK, Canvas
from reports.charts.metrics import width
from reports.charts.scales import Scale, ticks
from reports.charts.theme import ThemeName
from reports.phrases.numbers import in_unit, plain


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
    scale = Scale(marks[0], marks[-1], left, spec.width - 12)
    bottom = 13 + spec.row_height * len(spec.rows)
    for mark in marks:
        canvas.vline(scale(mark), 12, bottom, "ch-axis" if mark == 0 else "ch-grid")
        canvas.text(scale(mark), 8, plain(mark, 0 if step >= 1 else 1), TICK, "middle")
    for index, row in enumerate(spec.rows):
        _row(canvas, spec, row, 13 + spec.row_height * (index + 0.5), scale)
    return canvas.svg(bottom + 2)


def _row(canvas: Canvas, spec: ProfitRangeSpec, row: ProfitRow, y: float, scale: Scale) -> None:
    low = min(row.median, 0) if row.low is None else row.low
    high = max(row.median, 0) if row.high is None else row.high
    x1, x2 = (scale(end / 100 / spec.unit) for end in (low, high))
    x = scale(row.median / 100 / spec.unit)
    median = in_unit(row.median, spec.unit)
    ends = "" if row.low is None else f"{in_unit(low, spec.unit)}–{in_unit(high, spec.unit)}"
    if row.low is not None and low < 0:
        ends = f"{in_unit(low, spec.unit)} – {in_unit(high, spec.unit)}"
    values = {
        "median": row.median,
        "low": "" if row.low is None else row.low,
        "high": "" if row.high is None else row.high,
    }
    strong = HOT if row.hot else STRONG
    with canvas.group(row.id, f"{row.label} {median}", values):
        canvas.label(spec.label_room, y + 3.5, row.label, spec.label_room, strong, "end")
        canvas.rect(x1, y - 7, x2 - x1, 14, "hot-soft" if row.hot else "data-soft")
        canvas.vline(x, y - 9, y + 9, "hot" if row.hot else "ink", 2.4)
        text = f"{median} ({ends})" if ends else median
        room = width(text, strong.size, bold=True)
        if x2 + 6 + room <= spec.width:
            canvas.plate(x2 + 6, y + 3.5, text, strong)
        elif x1 - 6 - room >= scale.start:
            canvas.plate(x1 - 6, y + 3.5, text, strong, "end")
        else:
            # The bar fills the axis: the median goes inside, on the longer side; the ends stand in the source line.
            after = x2 - x >= x - x1
            canvas.text(x + 6 if after else x - 6, y + 3.5, median, strong, "start" if after else "end")
