"""Radar: ten axes from the top clockwise on a full 0-100 scale. Never filled, never two clients."""

import math
from dataclasses import dataclass
from fractions import Fraction

from reports.charts.canvas import HOT, TEXT, TICK, Anchor, Canvas, number
from reports.charts.legend import legend
from reports.charts.metrics import wrap
from reports.charts.theme import ThemeName
from reports.phrases.numbers import plain


@dataclass(frozen=True, slots=True)
class RadarAxis:
    """One axis on 0-100; a missing value leaves a gap in the line."""

    id: str
    label: str
    value: Fraction | float | None
    claimed: Fraction | float | None = None
    target: Fraction | float | None = None
    low: float | None = None
    high: float | None = None
    hot: bool = False


@dataclass(frozen=True, slots=True)
class RadarSpec:
    """Axes in order and the words of the one-line legend."""

    title: str
    desc: str
    axes: tuple[RadarAxis, ...]
    verified_label: str
    claimed_label: str
    target_label: str
    width: float = 313
    radius: float = 86
    label_room: float = 64


def radar(spec: RadarSpec, theme: ThemeName = "paper") -> str:
    """Draw the profile: line = verified, grey ring = interval, dashed = claimed, diamond = target."""
    canvas = Canvas(spec.title, spec.desc, spec.width, theme)
    centre, r = (spec.width / 2, spec.radius + 30), spec.radius
    for ring in (20, 40, 60, 80, 100):
        canvas.path(
            _polygon([_at(centre, r, i, len(spec.axes), ring) for i in range(len(spec.axes))]), stroke="ch-grid"
        )
    for index in range(len(spec.axes)):
        x, y = _at(centre, r, index, len(spec.axes), 100)
        canvas.path(f"M{number(centre[0])} {number(centre[1])}L{number(x)} {number(y)}", stroke="ch-grid")
    for ring in (20, 60, 100):
        canvas.plate(centre[0] + 9, centre[1] - r * ring / 100 + 3, str(ring), TICK, "middle")
    _interval(canvas, spec, centre)
    _line(canvas, [axis.claimed for axis in spec.axes], centre, r, stroke="ink-3", width=1, dash="2.5 2")
    _line(canvas, [axis.value for axis in spec.axes], centre, r, stroke="data", width=2)
    for index, axis in enumerate(spec.axes):
        _axis(canvas, spec, centre, index, axis)
    _legend(canvas, spec, 2 * r + 66)
    return canvas.svg(2 * r + 74)


def _at(centre: tuple[float, float], r: float, index: int, count: int, value: float) -> tuple[float, float]:
    angle = 2 * math.pi * index / count - math.pi / 2
    return centre[0] + math.cos(angle) * r * value / 100, centre[1] + math.sin(angle) * r * value / 100


def _polygon(points: list[tuple[float, float]], *, closed: bool = True) -> str:
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + ("Z" if closed else "")


def _runs(values: list[Fraction | float | None]) -> list[list[int]]:
    """Split the circle where values are missing; a complete circle is one closed run."""
    if all(value is not None for value in values):
        return [list(range(len(values)))]
    start = next(i for i, value in enumerate(values) if value is None)
    runs: list[list[int]] = [[]]
    for step in range(1, len(values) + 1):
        index = (start + step) % len(values)
        if values[index] is None:
            runs.append([])
        else:
            runs[-1].append(index)
    return [run for run in runs if run]


def _line(
    canvas: Canvas,
    values: list[Fraction | float | None],
    centre: tuple[float, float],
    r: float,
    *,
    stroke: str,
    width: float,
    dash: str = "",
) -> None:
    if all(value is None for value in values):
        return
    for run in _runs(values):
        points = [_at(centre, r, i, len(values), float(values[i] or 0)) for i in run]
        canvas.path(_polygon(points, closed=len(run) == len(values)), stroke=stroke, stroke_width=width, dash=dash)


def _interval(canvas: Canvas, spec: RadarSpec, centre: tuple[float, float]) -> None:
    for ends in ([axis.low for axis in spec.axes], [axis.high for axis in spec.axes]):
        if all(end is not None for end in ends):
            _line(canvas, list(ends), centre, spec.radius, stroke="data-soft", width=0.8)


def _axis(canvas: Canvas, spec: RadarSpec, centre: tuple[float, float], index: int, axis: RadarAxis) -> None:
    count = len(spec.axes)
    shown = "" if axis.value is None else plain(axis.value, 1)
    with canvas.group(axis.id, f"{axis.label} {shown}", {"value": shown}):
        if axis.value is not None:
            x, y = _at(centre, spec.radius, index, count, float(axis.value))
            canvas.circle(x, y, 3.4 if axis.hot else 2.4, "hot" if axis.hot else "data")
        if axis.target is not None:
            x, y = _at(centre, spec.radius, index, count, float(axis.target))
            canvas.diamond(x, y, 4, "surface", "ink")
        x, y = _at(centre, spec.radius + 11, index, count, 100)
        offset = x - centre[0]
        anchor: Anchor = "middle" if abs(offset) < spec.radius * 0.2 else "start" if offset > 0 else "end"
        pen = HOT if axis.hot else TEXT
        lines = len(wrap(axis.label, spec.label_room, pen.size, bold=pen.bold))
        lift = -6 if lines > 1 and y < centre[1] - spec.radius * 0.9 else 0
        canvas.label(x, y + 3.5 + lift, axis.label, spec.label_room, pen, anchor)


def _legend(canvas: Canvas, spec: RadarSpec, y: float) -> None:
    legend(
        canvas,
        y,
        [("line", spec.verified_label), ("dash", spec.claimed_label), ("target", spec.target_label)],
        centre=True,
    )
