"""Customer journey: numbered steps on a line, the peak a diamond, the end a square, breaks crossed in the hot colour."""

from dataclasses import dataclass
from typing import Literal

from reports.charts.canvas import Canvas, Pen, number
from reports.charts.legend import Sign, cross, legend
from reports.charts.metrics import wrap
from reports.charts.theme import ThemeName

Mark = Literal["peak", "end", "break"]
MOST_IN_A_ROW = 7
LINES = 3
NODE = 8.0
STEP_LINE = 10.5
NAME = Pen(size=9, fill="ink-2")
ABOVE = Pen(size=9, bold=True, fill="ink")
BELOW = Pen(size=9, bold=True, fill="hot")
INSIDE = Pen(size=9, bold=True, fill="surface")


@dataclass(frozen=True, slots=True)
class JourneyStep:
    """One step with what marks it: a sentence each for the peak, the end, a break."""

    id: str
    label: str
    marks: tuple[tuple[Mark, str], ...] = ()

    def said(self, *kinds: Mark) -> list[str]:
        """Return the sentences of some kinds of marks."""
        return [text for kind, text in self.marks if kind in kinds]


@dataclass(frozen=True, slots=True)
class JourneySpec:
    """The way of a customer in order. ``legend`` words peak, end and break."""

    title: str
    desc: str
    steps: tuple[JourneyStep, ...]
    legend: tuple[str, str, str]
    width: float = 665


def journey(spec: JourneySpec, theme: ThemeName = "paper") -> str:
    """Draw the journey in one row, or in rows of equal length where there are more steps than one row can name."""
    canvas = Canvas(spec.title, spec.desc, spec.width, theme)
    rows = -(-len(spec.steps) // MOST_IN_A_ROW)
    per_row = -(-len(spec.steps) // max(rows, 1))
    y = 4.0
    for row in range(rows):
        steps = spec.steps[row * per_row : (row + 1) * per_row]
        y = _row(canvas, spec, steps, row * per_row, per_row, y, last=row == rows - 1) + 12
    signs: tuple[Sign, ...] = ("peak", "end", "break")
    return canvas.svg(legend(canvas, y + 6, list(zip(signs, spec.legend, strict=True))) + 5)


def _row(
    canvas: Canvas,
    spec: JourneySpec,
    steps: tuple[JourneyStep, ...],
    offset: int,
    per_row: int,
    top: float,
    *,
    last: bool,
) -> float:
    """Draw one row below ``top`` and return its lower edge: words of peak and end, line, step names, words of breaks."""
    pitch = spec.width / per_row
    room = pitch - 10
    above = max(_high(_lines(step.said("peak", "end"), room)) for step in steps)
    y = top + above + NODE + 6
    ends = pitch / 2, (len(steps) - 0.5) * pitch
    canvas.hline(*ends, y, "data-soft", 2)
    if not last:
        tip = spec.width - 2
        canvas.path(f"M{number(ends[1])} {number(y)}H{number(tip)}", stroke="data-soft", stroke_width=2, dash="3 3")
    if offset:
        canvas.path(f"M2 {number(y)}H{number(ends[0])}", stroke="data-soft", stroke_width=2, dash="3 3")
    low = y + NODE + 4
    for index, step in enumerate(steps):
        x = (index + 0.5) * pitch
        marks = " ".join(kind for kind, _ in step.marks)
        with canvas.group(
            step.id, f"{offset + index + 1} {step.label}", {"number": offset + index + 1, "marks": marks}
        ):
            _node(canvas, step, offset + index + 1, x, y)
            told = _lines(step.said("peak", "end"), room)
            for line, words in enumerate(told):
                canvas.text(x, y - NODE - 7 - (len(told) - 1 - line) * STEP_LINE, words, ABOVE, "middle")
            below = y + NODE + 11
            for words in wrap(step.label, room, NAME.size, lines=LINES):
                canvas.text(x, below, words, NAME, "middle")
                below += STEP_LINE
            for words in _lines(step.said("break"), room):
                canvas.text(x, below, words, BELOW, "middle")
                below += STEP_LINE
            low = max(low, below - STEP_LINE + 4)
    return low


def _lines(texts: list[str], room: float) -> list[str]:
    return [line for text in texts for line in wrap(text, room, ABOVE.size, lines=LINES, bold=True)]


def _high(lines: list[str]) -> float:
    return len(lines) * STEP_LINE


def _node(canvas: Canvas, step: JourneyStep, at: int, x: float, y: float) -> None:
    kinds = {kind for kind, _ in step.marks}
    if "peak" in kinds:
        canvas.diamond(x, y, NODE + 3.5, "ink", "surface", 1.5)
    elif "end" in kinds:
        canvas.rect(x - NODE, y - NODE, 2 * NODE, 2 * NODE, "ink", stroke="surface", stroke_width=1.5)
    else:
        canvas.circle(x, y, NODE, "data", stroke="surface", stroke_width=1.5)
    canvas.text(x, y + 3.2, str(at), INSIDE, "middle")
    if "break" in kinds:
        cross(canvas, x + NODE + 8, y, 4.5)
