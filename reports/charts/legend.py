"""The one-line legend under a chart: a small sign and its words."""

from collections.abc import Callable, Mapping
from typing import Literal

from reports.charts.canvas import TICK, Canvas
from reports.charts.metrics import width

Sign = Literal[
    "line",
    "dash",
    "target",
    "dot",
    "store",
    "critical",
    "done",
    "baseline",
    "milestone",
    "hatch",
    "hot",
    "size",
    "api",
    "file",
    "hand",
    "main",
    "island",
    "peak",
    "end",
    "break",
]
SIGN = 20
FLOWS: Mapping[str, tuple[str, float, str]] = {
    "api": ("data", 1.8, ""),
    "file": ("ink-3", 1.2, "7 3"),
    "hand": ("hot", 1.8, "1.8 3"),
}
"""Colour, width and dash of data that move by interface, by file, by hand."""


def legend(canvas: Canvas, y: float, entries: list[tuple[Sign, str]], *, x: float = 0, centre: bool = False) -> float:
    """Write signs and words on baseline ``y``; wrap to a new line when the sheet is full; return the last baseline."""
    total = sum(SIGN + 5 + width(words, TICK.size) + 14 for _, words in entries) - 14
    start = max((canvas.width - total) / 2, 0) if centre else x
    at = start
    for sign, words in entries:
        need = SIGN + 5 + width(words, TICK.size)
        if at > start and at + need > canvas.width:
            at, y = start, y + 14
        _SIGNS[sign](canvas, at, y - 3)
        canvas.text(at + SIGN + 5, y, canvas.fit(words, canvas.width - at - SIGN - 5, TICK), TICK)
        at += need + 14
    return y


def cross(canvas: Canvas, x: float, y: float, r: float = 4.0) -> None:
    """Draw the sign of a place where something breaks."""
    d = f"M{x - r:.1f} {y - r:.1f}L{x + r:.1f} {y + r:.1f}M{x - r:.1f} {y + r:.1f}L{x + r:.1f} {y - r:.1f}"
    canvas.path(d, stroke="hot", stroke_width=2.2)


def _stroke(canvas: Canvas, x: float, y: float, style: tuple[str, float, str]) -> None:
    colour, thick, dash = style
    canvas.path(f"M{x:.1f} {y:.1f}h{SIGN}", stroke=colour, stroke_width=thick, dash=dash)


def _size(canvas: Canvas, x: float, y: float) -> None:
    canvas.circle(x + 4, y, 3, "data")
    canvas.circle(x + 14, y, 5.5, "data")


def _done(canvas: Canvas, x: float, y: float) -> None:
    canvas.rect(x, y - 4.5, SIGN, 9, "data-faint", radius=2)
    canvas.rect(x, y - 4.5, SIGN * 0.6, 9, "wave-1", radius=2)


def _island(canvas: Canvas, x: float, y: float) -> None:
    canvas.path(f"M{x + 1:.1f} {y - 4.5:.1f}h{SIGN - 2}v9h-{SIGN - 2}Z", stroke="hot", stroke_width=1.2, dash="4 3")


_SIGNS: Mapping[Sign, Callable[[Canvas, float, float], None]] = {
    "line": lambda c, x, y: _stroke(c, x, y, ("data", 2, "")),
    "dash": lambda c, x, y: _stroke(c, x, y, ("ink-3", 1, "2.5 2")),
    "target": lambda c, x, y: c.diamond(x + SIGN / 2, y, 4, "surface", "ink"),
    "dot": lambda c, x, y: c.circle(x + SIGN / 2, y, 4.5, "voice-exec"),
    "store": lambda c, x, y: c.diamond(x + SIGN / 2, y, 5, "surface", "voice-store", 2),
    "critical": lambda c, x, y: c.rect(x, y - 4.5, SIGN, 9, "wave-2", stroke="hot", stroke_width=2, radius=2),
    "done": _done,
    "baseline": lambda c, x, y: c.rect(x, y - 1.5, SIGN, 3, "data-soft"),
    "milestone": lambda c, x, y: c.diamond(x + SIGN / 2, y, 4.5, "ink", "ink"),
    "hatch": lambda c, x, y: c.hatch(x, y - 5, SIGN, 10, gap=4),
    "hot": lambda c, x, y: c.circle(x + SIGN / 2, y, 5, "hot"),
    "size": _size,
    "api": lambda c, x, y: _stroke(c, x, y, FLOWS["api"]),
    "file": lambda c, x, y: _stroke(c, x, y, FLOWS["file"]),
    "hand": lambda c, x, y: _stroke(c, x, y, FLOWS["hand"]),
    "main": lambda c, x, y: c.rect(x + 1, y - 4.5, SIGN - 2, 9, "data-faint", stroke="ink", stroke_width=1.4, radius=2),
    "island": _island,
    "peak": lambda c, x, y: c.diamond(x + SIGN / 2, y, 5, "ink", "ink"),
    "end": lambda c, x, y: c.rect(x + SIGN / 2 - 4.5, y - 4.5, 9, 9, "ink"),
    "break": lambda c, x, y: cross(c, x + SIGN / 2, y),
}
