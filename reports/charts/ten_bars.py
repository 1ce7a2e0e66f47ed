"""Ten bars: solid to the lower bound, light to the upper, tick at the estimate, diamond at the target."""

from dataclasses import dataclass
from fractions import Fraction

from reports.charts.canvas import HOT, STRONG, TEXT, TICK, Canvas
from reports.charts.metrics import wrap
from reports.charts.scales import Scale
from reports.charts.theme import ThemeName
from reports.phrases.numbers import plain


@dataclass(frozen=True, slots=True)
class BarRow:
    """One bar on 0-100. ``value`` None prints ``note`` (insufficient data) on a hatch, never 0."""

    id: str
    label: str
    value: Fraction | float | None
    low: float | None = None
    high: float | None = None
    target: Fraction | float | None = None
    hot: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class TenBarsSpec:
    """Rows in order; ``break_after`` leaves a gap between foundations and areas."""

    title: str
    desc: str
    rows: tuple[BarRow, ...]
    break_after: int | None = 4
    width: float = 313
    label_room: float = 62
    row_height: float = 20
    ticks: tuple[int, ...] = (0, 20, 40, 60, 80, 100)


def ten_bars(spec: TenBarsSpec, theme: ThemeName = "paper") -> str:
    """Draw the bars with values at the right edge."""
    canvas = Canvas(spec.title, spec.desc, spec.width, theme)
    scale = Scale(0, 100, spec.label_room + 6, spec.width - 46)
    tops: list[tuple[float, float]] = []
    y = 12.0
    for index, row in enumerate(spec.rows):
        lines = len(wrap(row.label, spec.label_room, TEXT.size, bold=row.hot))
        height = spec.row_height + (7 if lines > 1 else 0)
        tops.append((y, height))
        y += height + (5 if spec.break_after == index + 1 else 0)
    for tick in spec.ticks:
        canvas.vline(scale(tick), 12, y, "ch-axis" if tick == 0 else "ch-grid")
        canvas.text(scale(tick), 8, str(tick), TICK, "middle")
    for row, (top, height) in zip(spec.rows, tops, strict=True):
        _row(canvas, spec, row, top + height / 2, scale)
    return canvas.svg(y + 4)


def _row(canvas: Canvas, spec: TenBarsSpec, row: BarRow, middle: float, scale: Scale) -> None:
    shown = row.note if row.value is None else plain(row.value, 1)
    values = {"value": "" if row.value is None else plain(row.value, 1)}
    if row.target is not None:
        values["target"] = plain(row.target, 1)
    with canvas.group(row.id, f"{row.label} {shown}", values):
        name, strong = (HOT, HOT) if row.hot else (TEXT, STRONG)
        canvas.label(spec.label_room, middle + 3.5, row.label, spec.label_room, name, "end")
        top, zero = middle - 4.5, scale(0)
        if row.value is None:
            canvas.hatch(zero, top, scale(100) - zero, 9)
            canvas.plate(zero + 8, middle + 3, canvas.fit(row.note, (scale(100) - zero) * 0.4, TICK), TICK)
        else:
            value = scale(float(row.value))
            low = scale(row.low) if row.low is not None else value
            high = scale(row.high) if row.high is not None else value
            canvas.rect(zero, top, low - zero, 9, "hot" if row.hot else "data")
            canvas.rect(low, top, high - low, 9, "hot-soft" if row.hot else "data-soft")
            canvas.vline(value, top - 2, top + 11, "ink", 2)
            canvas.text(spec.width - 2, middle + 3.5, shown, strong, "end")
        if row.target is not None:
            canvas.diamond(scale(float(row.target)), middle, 4, "surface", "ink")
