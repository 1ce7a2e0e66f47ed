"""Leverage chart: value against use, radius = readiness, number = table row, tinted corner = overlooked."""

import math
from dataclasses import dataclass

from reports.charts.canvas import HOT, TICK, Canvas, Pen
from reports.charts.legend import legend
from reports.charts.scales import Scale
from reports.charts.theme import ThemeName
from reports.phrases.numbers import percent, plain


@dataclass(frozen=True, slots=True)
class LeveragePoint:
    """One resource: ``number`` is its row in the table, ``use`` a share (None: not tracked, drawn at 0)."""

    number: int
    id: str
    label: str
    value: float
    use: float | None
    readiness: int
    hot: bool = False


@dataclass(frozen=True, slots=True)
class LeverageSpec:
    """Points and the words of axes and legend. The corner is value ≥ ``value_limit`` and use < ``use_limit``."""

    title: str
    desc: str
    points: tuple[LeveragePoint, ...]
    value_label: str
    use_label: str
    corner_label: str
    hot_label: str
    size_label: str
    value_limit: float = 3.5
    use_limit: float = 0.2
    width: float = 313
    height: float = 230


RADII = (7.0, 7.8, 8.6, 9.6, 10.6, 11.6)
DOT, CLEAR = 1.8, 1.0
STEP, RINGS, TURNS = 2, 80, 24
"""How places beside a taken one are tried: rings this far apart, this many of them, spots on each."""


def leverage(spec: LeverageSpec, theme: ThemeName = "paper") -> str:
    """Draw the resources; circles that would touch one another are moved aside, each tied to its place."""
    canvas = Canvas(spec.title, spec.desc, spec.width, theme)
    most = max([point.use or 0 for point in spec.points] + [0.4])
    end = 1.0 if most > 0.6 else 0.6 if most > 0.4 else 0.5
    least = min([point.value for point in spec.points] + [3.0])
    low = 1.0 if least < 2 else 2.0 if least < 2.75 else 2.5
    x = Scale(0, end, 34, spec.width - 14)
    y = Scale(low, 5, spec.height - 34, 18)
    canvas.rect(x(0), y(5), x(spec.use_limit) - x(0), y(spec.value_limit) - y(5), "hot-soft", opacity=0.38)
    step = 0.2 if end == 1.0 else 0.1
    for index in range(round(end / step) + 1):
        canvas.vline(x(index * step), y(5), y(low))
        canvas.text(x(index * step), y(low) + 13, percent(index * step), TICK, "middle")
    for half in range(round(low * 2), 11):
        canvas.hline(x(0), x(end), y(half / 2))
        canvas.text(x(0) - 5, y(half / 2) + 3, plain(half / 2, 1), TICK, "end")
    canvas.hline(x(0), x(end), y(low), "ch-axis")
    canvas.vline(x(0), y(5), y(low), "ch-axis")
    canvas.text(0, 9, f"↑ {spec.value_label}", TICK)
    canvas.text(x(end), spec.height - 6, f"{spec.use_label} →", TICK, "end")
    canvas.text(
        x(spec.use_limit) - 5, y(5) + 12, canvas.fit(spec.corner_label, x(spec.use_limit) - x(0) - 10, HOT), HOT, "end"
    )
    _points(canvas, spec, x, y)
    last = legend(canvas, spec.height + 12, [("hot", spec.hot_label), ("size", spec.size_label)])
    return canvas.svg(last + 5)


def _points(canvas: Canvas, spec: LeverageSpec, x: Scale, y: Scale) -> None:
    """Draw every circle at its place or beside it; a moved one is tied to a dot at its place, under all circles."""
    placed: list[tuple[float, float, float]] = []
    points = sorted(spec.points, key=lambda p: p.number)
    for point in points:
        r = RADII[min(max(point.readiness, 0), 5)]
        own = (x(point.use or 0), y(point.value))
        px, py = _free(*own, r, placed, (x.start, x.end, y.end, y.start))
        placed.append((px, py, r))
        if (px, py) != own:
            paint = "hot" if point.hot else "data"
            canvas.path(f"M{own[0]:.1f} {own[1]:.1f}L{px:.1f} {py:.1f}", stroke=paint, stroke_width=0.8)
            canvas.circle(*own, DOT, paint)
    for point, (px, py, r) in zip(points, placed, strict=True):
        use = percent(point.use or 0)
        values = {"value": plain(point.value, 1), "use": use, "readiness": point.readiness}
        with canvas.group(point.id, f"{point.number} {point.label}", values):
            canvas.circle(px, py, r, "hot" if point.hot else "data", stroke="surface", stroke_width=1.5)
            canvas.text(px, py + 3.3, str(point.number), Pen(9, bold=True, fill="surface"), "middle")


def _free(
    px: float, py: float, r: float, placed: list[tuple[float, float, float]], frame: tuple[float, float, float, float]
) -> tuple[float, float]:
    """Return the nearest spot, ring by ring, where the circle touches none drawn before."""
    left, right, top, bottom = frame
    for ring in range(RINGS):
        for turn in range(TURNS if ring else 1):
            angle = 2 * math.pi * turn / TURNS
            sx, sy = px + ring * STEP * math.cos(angle), py + ring * STEP * math.sin(angle)
            inside = not ring or (left + r <= sx <= right - r and top + r <= sy <= bottom - r)
            if inside and all(math.hypot(sx - qx, sy - qy) >= r + q + CLEAR for qx, qy, q in placed):
                return sx, sy
    return px, py
