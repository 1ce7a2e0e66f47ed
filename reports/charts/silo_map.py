"""Silo map: a box per system, arrows by how data moves, the main member system tinted, islands dashed in the hot colour."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from reports.charts.canvas import Canvas, Pen, number
from reports.charts.layering import WAY, Edge, Layers, layered
from reports.charts.legend import FLOWS, Sign, legend
from reports.charts.metrics import wrap
from reports.charts.theme import ThemeName

Mode = Literal["manual", "file", "api", "live"]
HIGH, GAP, TOP = 38.0, 12.0, 6.0
EDGE = 1.0
"""Room for the stroke of the outermost boxes."""
NAME = Pen(size=9, bold=True, fill="ink")
NOTE = Pen(size=8.5, fill="ink-3")


@dataclass(frozen=True, slots=True)
class SystemBox:
    """One system. ``note`` is its number of member records, ``island`` whether its member data reach the main one."""

    id: str
    label: str
    note: str = ""
    main: bool = False
    island: bool = False


@dataclass(frozen=True, slots=True)
class SystemFlow:
    """Data that goes from one system to another."""

    source: str
    target: str
    mode: Mode


@dataclass(frozen=True, slots=True)
class SiloMapSpec:
    """Systems and flows. ``legend`` words API, file, by hand, main system and island, in this order."""

    title: str
    desc: str
    boxes: tuple[SystemBox, ...]
    flows: tuple[SystemFlow, ...]
    legend: tuple[str, str, str, str, str]
    width: float = 665


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a box or a waypoint stands: left edge, middle height, width. A waypoint is as wide as its column."""

    x: float
    y: float
    wide: float

    def port(self, side: int) -> float:
        """Return the x of the right (1) or left (-1) side."""
        return self.x + self.wide if side > 0 else self.x


STYLE: Mapping[Mode, tuple[str, float, str]] = {
    "live": FLOWS["api"],
    "api": FLOWS["api"],
    "file": FLOWS["file"],
    "manual": FLOWS["hand"],
}


def silo_map(spec: SiloMapSpec, theme: ThemeName = "paper") -> str:
    """Draw the map: connected systems in columns, systems without any flow in rows below."""
    canvas = Canvas(spec.title, spec.desc, spec.width, theme)
    ends = {end for flow in spec.flows for end in (flow.source, flow.target)}
    joined = [box.id for box in spec.boxes if box.id in ends]
    edges: list[Edge] = [(flow.source, flow.target) for flow in spec.flows]
    layers = layered(joined, edges)
    places, bottom = _placed(layers, spec.width)
    lonely = [box for box in spec.boxes if box.id not in ends]
    apart, bottom = _rows(lonely, bottom + (2 * GAP if joined else 0), spec.width)
    places |= apart
    ports = _ports(layers, places)
    for flow in spec.flows:
        route = layers.routes.get((flow.source, flow.target))
        if route:
            _arrow(canvas, flow.mode, route, places, ports)
    for box in spec.boxes:
        _box(canvas, box, places[box.id])
    signs: tuple[Sign, ...] = ("api", "file", "hand", "main", "island")
    last = legend(canvas, bottom + 18, list(zip(signs, spec.legend, strict=True)))
    return canvas.svg(last + 5)


def _placed(layers: Layers, width: float) -> tuple[dict[str, _Place], float]:
    """Return the place of every box and waypoint, columns centred on the tallest one, and the lower edge."""
    if not layers.columns:
        return {}, TOP
    count = len(layers.columns)
    gap = 54.0 if count < 5 else 40.0
    wide = min((width - 2 * EDGE - gap * (count - 1)) / count, 132.0)
    pitch = (width - 2 * EDGE - wide) / (count - 1) if count > 1 else 0.0
    heights = [_height(column) for column in layers.columns]
    tallest = max(heights)
    places: dict[str, _Place] = {}
    for index, (column, height) in enumerate(zip(layers.columns, heights, strict=True)):
        x = EDGE + index * pitch if count > 1 else (width - wide) / 2
        y = TOP + (tallest - height) / 2
        for key in column:
            high = _high(key)
            places[key] = _Place(x, y + high / 2, wide)
            y += high + GAP
    return places, TOP + tallest


def _high(key: str) -> float:
    return 4.0 if key.startswith(WAY) else HIGH


def _height(column: tuple[str, ...]) -> float:
    return sum(_high(key) for key in column) + GAP * (len(column) - 1)


def _rows(boxes: list[SystemBox], top: float, width: float, per_row: int = 5) -> tuple[dict[str, _Place], float]:
    """Return the places of the systems without any flow, in rows of five."""
    if not boxes:
        return {}, top
    gap = 14.0
    wide = (width - 2 * EDGE - gap * (per_row - 1)) / per_row
    places = {
        box.id: _Place(EDGE + (i % per_row) * (wide + gap), top + (i // per_row) * (HIGH + GAP) + HIGH / 2, wide)
        for i, box in enumerate(boxes)
    }
    lines = -(-len(boxes) // per_row)
    return places, top + lines * HIGH + (lines - 1) * GAP


def _ports(layers: Layers, places: Mapping[str, _Place]) -> dict[tuple[Edge, bool], float]:
    """Return where each arrow leaves and enters its boxes (height), spread over the side in the order of the far ends."""
    sides: dict[tuple[str, int], list[tuple[float, Edge, bool]]] = {}
    for edge, route in layers.routes.items():
        for leaving, key, far in ((True, edge[0], route[1]), (False, edge[1], route[-2])):
            side = _side(places[key], places[far])
            sides.setdefault((key, side), []).append((places[far].y, edge, leaving))
    ports: dict[tuple[Edge, bool], float] = {}
    for (key, _), found in sides.items():
        step = min(9.0, (HIGH - 8) / max(len(found), 1))
        for index, (_, edge, leaving) in enumerate(sorted(found)):
            ports[edge, leaving] = places[key].y + (index - (len(found) - 1) / 2) * step
    return ports


def _side(place: _Place, far: _Place) -> int:
    """Return on which side of a box an arrow stands; within one column both ends stand on the right."""
    across = far.x + far.wide / 2 - place.x - place.wide / 2
    return -1 if across < -1 else 1


def _arrow(
    canvas: Canvas,
    mode: Mode,
    route: tuple[str, ...],
    places: Mapping[str, _Place],
    ports: Mapping[tuple[Edge, bool], float],
) -> None:
    colour, thick, dash = STYLE[mode]
    edge = (route[0], route[-1])
    source, target = places[route[0]], places[route[-1]]
    out = _side(source, places[route[1]])
    into = _side(target, places[route[-2]])
    points = [(source.port(out), ports[edge, True])]
    for key in route[1:-1]:  # straight past the boxes of the column, then on
        points += [(places[key].port(-out), places[key].y), (places[key].port(out), places[key].y)]
    tip = (target.port(into) + into * 1.5, ports[edge, False])
    if len(route) == 2 and out == into:  # two boxes of one column: round the outside
        points.append((points[0][0] + 20, (points[0][1] + tip[1]) / 2))
    x, y = points[-1]
    long = max(((tip[0] - x) ** 2 + (tip[1] - y) ** 2) ** 0.5, 1.0)
    ux, uy = (tip[0] - x) / long, (tip[1] - y) / long
    neck = (tip[0] - ux * 6, tip[1] - uy * 6)
    line = "L".join(f"{number(px)} {number(py)}" for px, py in (*points, neck))
    canvas.path(f"M{line}", stroke=colour, stroke_width=thick, dash=dash)
    left, right = (neck[0] - uy * 3, neck[1] + ux * 3), (neck[0] + uy * 3, neck[1] - ux * 3)
    head = "L".join(f"{number(px)} {number(py)}" for px, py in (tip, left, right))
    canvas.path(f"M{head}Z", fill=colour)


def _box(canvas: Canvas, box: SystemBox, place: _Place) -> None:
    top = place.y - HIGH / 2
    values = {"members": box.note} if box.note else {}
    with canvas.group(box.id, f"{box.label} {box.note}".strip(), values):
        fill, stroke, thick = ("data-faint", "ink", 1.4) if box.main else ("surface", "line-strong", 1.0)
        if box.island:
            canvas.rect(place.x, top, place.wide, HIGH, "surface", radius=3)
            n, right, low = number, place.x + place.wide, top + HIGH
            d = f"M{n(place.x)} {n(top)}H{n(right)}V{n(low)}H{n(place.x)}Z"
            canvas.path(d, stroke="hot", stroke_width=1.2, dash="4 3")
        else:
            canvas.rect(place.x, top, place.wide, HIGH, fill, stroke=stroke, stroke_width=thick, radius=3)
        middle, room = place.x + place.wide / 2, place.wide - 10
        lines = wrap(box.label, room, NAME.size, lines=2, bold=True)
        told = [*((line, NAME) for line in lines), *([(canvas.fit(box.note, room, NOTE), NOTE)] if box.note else [])]
        step = 10.4 if len(told) > 2 else 12.0
        for index, (words, pen) in enumerate(told):
            canvas.text(middle, place.y + 3.2 + (index - (len(told) - 1) / 2) * step, words, pen, "middle")
