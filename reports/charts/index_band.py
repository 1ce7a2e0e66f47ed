"""Index band: five level segments, the interval as a box, the verified value as a tick, the claimed one dashed."""

from dataclasses import dataclass
from fractions import Fraction

from reports.charts.canvas import STRONG, TICK, TICK_STRONG, Canvas
from reports.charts.metrics import width
from reports.charts.scales import Scale
from reports.charts.theme import ThemeName
from reports.phrases.numbers import plain

LINES_END, NAMES = 33.0, 42.0
"""Where the marks of values end and the baseline of the names of levels: no mark runs through a name."""


@dataclass(frozen=True, slots=True)
class IndexBandSpec:
    """The index on 0-100 with its five levels. ``cuts`` are the four lower limits of levels 2-5."""

    title: str
    desc: str
    cuts: tuple[float, ...]
    level_names: tuple[str, ...]
    value: Fraction | float | None
    claimed: Fraction | float | None = None
    interval: tuple[float, float] | None = None
    level: int | None = None
    verified_label: str = "verified"
    claimed_label: str = "claimed"
    insufficient: str = ""
    width: float = 313


def index_band(spec: IndexBandSpec, theme: ThemeName = "paper") -> str:
    """Draw the index band; with no value the segments stand alone and the reason is written above."""
    canvas = Canvas(spec.title, spec.desc, spec.width, theme)
    scale = Scale(0, 100, 0, spec.width)
    edges = (0.0, *map(float, spec.cuts), 100.0)
    # Where one name would be cut, only the attained level keeps its name; the chapter of the scores shows them all.
    whole = all(
        width(f"{index + 1} {name}", TICK.size, bold=spec.level == index + 1) <= scale(high) - scale(low) - 4
        for index, (name, low, high) in enumerate(zip(spec.level_names, edges, edges[1:], strict=False))
    )
    for index, name in enumerate(spec.level_names):
        x1, x2 = scale(edges[index]), scale(edges[index + 1])
        canvas.rect(x1, 20, x2 - x1 - 1, 9, f"lvl-{index + 1}")
        pen = TICK_STRONG if spec.level == index + 1 else TICK
        words = f"{index + 1} {name}" if whole or spec.level == index + 1 else str(index + 1)
        canvas.text(x1, NAMES, canvas.fit(words, x2 - x1 - 4, pen), pen)
    if spec.value is None:
        canvas.text(0, 9, canvas.fit(spec.insufficient, spec.width, TICK), TICK)
        return canvas.svg(45)
    x = scale(float(spec.value))
    if spec.interval:
        low, high = (scale(end) for end in spec.interval)
        canvas.rect(low, 17, high - low, LINES_END - 17, "none", stroke="ink", stroke_width=1.2, radius=2)
    verified = f"{spec.verified_label} {plain(spec.value, 1)}"
    with canvas.group("verified", verified, {"value": plain(spec.value, 1)}):
        canvas.vline(x, 12, LINES_END, "ink", 2.4)
    _labels(canvas, spec, verified, x, scale)
    return canvas.svg(45)


def _labels(canvas: Canvas, spec: IndexBandSpec, verified: str, x: float, scale: Scale) -> None:
    """Write both values above the band, each away from the other."""
    own = width(verified, STRONG.size, bold=True)
    if spec.claimed is None or plain(spec.claimed, 1) == plain(spec.value or 0, 1):
        canvas.text(min(max(x, own / 2), spec.width - own / 2), 8, verified, STRONG, "middle")
        return
    claimed = f"{spec.claimed_label} {plain(spec.claimed, 1)}"
    other = width(claimed, TICK.size)
    cx = scale(float(spec.claimed))
    with canvas.group("claimed", claimed, {"value": plain(spec.claimed, 1)}):
        canvas.vline(cx, 14, LINES_END, "ink-3", 1, "2 2")
    gap = 8
    if cx >= x:
        right = min(max(x + 4, own), spec.width - other - gap)
        canvas.text(right, 8, verified, STRONG, "end")
        canvas.text(max(min(cx - 2, spec.width - other), right + gap), 8, claimed, TICK)
    else:
        left = max(min(x - 4, spec.width - own), other + gap)
        canvas.text(left, 8, verified, STRONG)
        canvas.text(min(max(cx + 2, other), left - gap), 8, claimed, TICK, "end")
