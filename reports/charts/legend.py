"""The one-line legend under a chart: a small sign and its words."""

from typing import Literal

from reports.charts.canvas import TICK, Canvas
from reports.charts.metrics import width

Sign = Literal[
    "line", "dash", "target", "dot", "store", "critical", "done", "baseline", "milestone", "hatch", "hot", "size"
]
SIGN = 20


def legend(canvas: Canvas, y: float, entries: list[tuple[Sign, str]], *, x: float = 0, centre: bool = False) -> float:
    """Write signs and words on baseline ``y``; wrap to a new line when the sheet is full; return the last baseline."""
    total = sum(SIGN + 5 + width(words, TICK.size) + 14 for _, words in entries) - 14
    start = max((canvas.width - total) / 2, 0) if centre else x
    at = start
    for sign, words in entries:
        need = SIGN + 5 + width(words, TICK.size)
        if at > start and at + need > canvas.width:
            at, y = start, y + 14
        _sign(canvas, sign, at, y - 3)
        canvas.text(at + SIGN + 5, y, canvas.fit(words, canvas.width - at - SIGN - 5, TICK), TICK)
        at += need + 14
    return y


def _sign(canvas: Canvas, sign: Sign, x: float, y: float) -> None:
    if sign in ("line", "dash"):
        solid = sign == "line"
        canvas.path(
            f"M{x:.1f} {y:.1f}h{SIGN}",
            stroke="data" if solid else "ink-3",
            stroke_width=2 if solid else 1,
            dash="" if solid else "2.5 2",
        )
    elif sign == "target":
        canvas.diamond(x + SIGN / 2, y, 4, "surface", "ink")
    elif sign == "dot":
        canvas.circle(x + SIGN / 2, y, 4.5, "voice-exec")
    elif sign == "store":
        canvas.diamond(x + SIGN / 2, y, 5, "surface", "voice-store", 2)
    elif sign == "milestone":
        canvas.diamond(x + SIGN / 2, y, 4.5, "ink", "ink")
    elif sign == "baseline":
        canvas.rect(x, y - 1.5, SIGN, 3, "data-soft")
    elif sign == "hatch":
        canvas.hatch(x, y - 5, SIGN, 10, gap=4)
    elif sign == "critical":
        canvas.rect(x, y - 4.5, SIGN, 9, "wave-2", stroke="hot", stroke_width=2, radius=2)
    elif sign == "done":
        canvas.rect(x, y - 4.5, SIGN, 9, "data-faint", radius=2)
        canvas.rect(x, y - 4.5, SIGN * 0.6, 9, "wave-1", radius=2)
    elif sign == "hot":
        canvas.circle(x + SIGN / 2, y, 5, "hot")
    else:
        canvas.circle(x + 4, y, 3, "data")
        canvas.circle(x + 14, y, 5.5, "data")
