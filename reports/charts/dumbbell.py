"""Perception dumbbell: executives ●, stores ◇, slate bar between, sorted by Δ; uncalled gaps pale and in brackets."""

from dataclasses import dataclass
from fractions import Fraction

from reports.charts.canvas import HOT, STRONG, TEXT, TICK, Canvas, Pen
from reports.charts.legend import legend
from reports.charts.metrics import wrap
from reports.charts.scales import Scale
from reports.charts.theme import ThemeName
from reports.phrases.numbers import level, percent, plain


@dataclass(frozen=True, slots=True)
class DumbbellRow:
    """Claimed levels (1-5) of both sides. ``called`` marks a difference worth naming; ``dont_know`` is a share."""

    id: str
    label: str
    executives: Fraction | float
    stores: Fraction | float
    called: bool
    interval: tuple[float, float] | None = None
    dont_know: Fraction | float = 0

    @property
    def delta(self) -> Fraction | float:
        """Executives minus stores."""
        return self.executives - self.stores


@dataclass(frozen=True, slots=True)
class DumbbellSpec:
    """Rows in any order (drawn by falling Δ) and the words of heads and legend."""

    title: str
    desc: str
    rows: tuple[DumbbellRow, ...]
    executives_label: str
    stores_label: str
    delta_label: str
    interval_label: str
    dont_know_label: str
    width: float = 665
    label_room: float = 150
    row_height: float = 20


DONT_KNOW_FINDING = 0.3
PALE = 0.55


def dumbbell(spec: DumbbellSpec, theme: ThemeName = "paper") -> str:
    """Draw both voices on the scale 1-5 with Δ, interval (when there is one) and share of don't-knows."""
    canvas = Canvas(spec.title, spec.desc, spec.width, theme)
    intervals = any(row.interval for row in spec.rows)
    right = spec.width - (190 if intervals else 115)
    scale = Scale(1, 5, spec.label_room + 14, right - 30)
    columns = (right + 25, spec.width - 62, spec.width - 2)
    rows = sorted(spec.rows, key=lambda row: (-row.delta, row.id))
    heights = [_height(spec, row) for row in rows]
    bottom = 16 + sum(heights)
    for tick in range(1, 6):
        canvas.vline(scale(tick), 16, bottom)
        canvas.text(scale(tick), 9, str(tick), TICK, "middle")
    canvas.text(columns[0], 9, canvas.fit(spec.delta_label, 60, TICK), TICK, "end")
    if intervals:
        canvas.text(columns[1], 9, canvas.fit(spec.interval_label, 75, TICK), TICK, "end")
    canvas.text(columns[2], 9, canvas.fit(spec.dont_know_label, 55, TICK), TICK, "end")
    top = 16.0
    for row, height in zip(rows, heights, strict=True):
        _row(canvas, spec, row, top + height / 2, scale, columns)
        top += height
    last = legend(canvas, bottom + 15, [("dot", spec.executives_label), ("store", spec.stores_label)])
    return canvas.svg(last + 5)


def _height(spec: DumbbellSpec, row: DumbbellRow) -> float:
    lines = len(wrap(row.label, spec.label_room, TEXT.size, bold=row.called))
    return spec.row_height + (8 if lines > 1 else 0)


def _row(
    canvas: Canvas, spec: DumbbellSpec, row: DumbbellRow, y: float, scale: Scale, columns: tuple[float, float, float]
) -> None:
    signed = plain(row.delta, 1, signed=True)
    values = {"executives": level(row.executives), "stores": level(row.stores), "delta": signed}
    with canvas.group(row.id, f"{row.label} {signed}", values):
        pen = STRONG if row.called else TEXT
        canvas.label(spec.label_room, y + 3.5, row.label, spec.label_room, pen, "end")
        x1, x2 = scale(float(row.executives)), scale(float(row.stores))
        pale = 1 if row.called else PALE
        canvas.path(f"M{min(x1, x2):.1f} {y:.1f}H{max(x1, x2):.1f}", stroke="data-soft", stroke_width=3, opacity=pale)
        faint = Pen(fill="ink-3")
        canvas.circle(x1, y, 5, "voice-exec" if row.called else "ink-3")
        canvas.diamond(x2, y, 5.5, "surface", "voice-store" if row.called else "ink-3", 2)
        canvas.text(
            columns[0], y + 3.5, signed if row.called else f"({signed})", STRONG if row.called else faint, "end"
        )
        if row.interval:
            low, high = (plain(end, 1, signed=True) for end in row.interval)
            canvas.text(columns[1], y + 3.5, f"{low} – {high}", TICK, "end")
        loud = float(row.dont_know) > DONT_KNOW_FINDING
        shown = percent(row.dont_know)
        canvas.text(columns[2], y + 3.5, shown, HOT if loud else faint, "end")
