"""Waterfall: gains light slate, costs light orange, hair connectors, the net solid with its range and the stress line."""

from dataclasses import dataclass
from itertools import accumulate

from reports.charts.canvas import HOT, STRONG, Canvas, Pen
from reports.charts.metrics import width
from reports.charts.scales import Scale
from reports.charts.theme import ThemeName
from reports.phrases.numbers import in_unit


@dataclass(frozen=True, slots=True)
class Change:
    """One step in minor units, positive or negative."""

    id: str
    label: str
    amount: int


@dataclass(frozen=True, slots=True)
class WaterfallSpec:
    """Steps that add up to ``net`` exactly; the range and stress line belong to the net."""

    title: str
    desc: str
    changes: tuple[Change, ...]
    net: int
    net_label: str
    unit: int
    p10: int | None = None
    p90: int | None = None
    stress: int | None = None
    stress_label: str = "44%"
    width: float = 400
    height: float = 206

    def __post_init__(self) -> None:
        """Refuse a drawing that does not add up."""
        if sum(change.amount for change in self.changes) != self.net:
            raise ValueError("waterfall: the changes do not add up to the net")


LABELS = 30.0
NAME, NAME_STRONG = Pen(8.5), Pen(8.5, bold=True, fill="ink")
TOP = 24.0


def waterfall(spec: WaterfallSpec, theme: ThemeName = "paper") -> str:
    """Draw steps left to right, the net last."""
    canvas = Canvas(spec.title, spec.desc, spec.width, theme)
    levels = [0, *accumulate(change.amount for change in spec.changes)]
    extent = [*levels, spec.net, 0, *(end for end in (spec.p10, spec.p90, spec.stress) if end is not None)]
    under = 12 if min(extent) < 0 else 2  # room for a number under the lowest mark
    scale = Scale(min(extent), max(extent), spec.height - LABELS - under, TOP)
    slot = (spec.width - 12) / (len(spec.changes) + 1)
    bar = min(slot * 0.68, 42)
    for index, change in enumerate(spec.changes):
        x = 6 + slot * index + (slot - bar) / 2
        y1, y2 = sorted((scale(levels[index]), scale(levels[index + 1])))
        text = in_unit(change.amount, spec.unit, signed=True)
        with canvas.group(change.id, f"{change.label} {text}", {"amount": change.amount}):
            canvas.rect(x, y1, bar, max(y2 - y1, 0.6), "data-soft" if change.amount >= 0 else "hot-soft")
            canvas.hline(x + bar, x + slot, scale(levels[index + 1]), "ch-axis", 0.8)
            canvas.plate(x + bar / 2, y1 - 4 if change.amount >= 0 else y2 + 11, text, STRONG, "middle")
            canvas.label(x + bar / 2, spec.height - 14, change.label, slot - 1, NAME, "middle")
    canvas.hline(2, spec.width, scale(0), "ch-axis")
    _net(canvas, spec, scale, slot, bar)
    return canvas.svg(spec.height)


def _net(canvas: Canvas, spec: WaterfallSpec, scale: Scale, slot: float, bar: float) -> None:
    """Draw the net with its number above everything, its range, and the stress line with its number on the left."""
    x = 6 + slot * len(spec.changes) + (slot - bar) / 2
    middle = x + bar / 2
    top, bottom = sorted((scale(spec.net), scale(0)))
    text = in_unit(spec.net, spec.unit)
    values = {"amount": spec.net, "p10": spec.p10, "p90": spec.p90, "stress": spec.stress}
    with canvas.group("net", f"{spec.net_label} {text}", values):
        canvas.rect(x, top, bar, max(bottom - top, 0.6), "data")
        high = top
        if spec.p10 is not None and spec.p90 is not None:
            high, low = scale(spec.p90), scale(spec.p10)
            d = f"M{middle:.1f} {high:.1f}V{low:.1f}M{middle - 5:.1f} {high:.1f}h10M{middle - 5:.1f} {low:.1f}h10"
            canvas.path(d, stroke="ink", stroke_width=1.3)
        canvas.plate(middle, min(high, top) - 4, text, STRONG, "middle")
        if spec.stress is not None:
            at = scale(spec.stress)
            canvas.rect(x - 1, at - 1.2, bar + 2, 2.4, "hot")
            words = f"{spec.stress_label} {in_unit(spec.stress, spec.unit)}"
            _beside(canvas, x - 4, at + 3.5, words, HOT)
        canvas.label(middle, spec.height - 14, spec.net_label, slot - 1, NAME_STRONG, "middle")


def _beside(canvas: Canvas, x: float, y: float, words: str, pen: Pen) -> None:
    """Write right-aligned before the net bar, on a plate, never outside the sheet."""
    canvas.plate(max(x, width(words, pen.size, bold=pen.bold)), y, words, pen, "end")
