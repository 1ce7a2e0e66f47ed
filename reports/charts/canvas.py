"""A sheet of SVG: every text escaped, every colour a token, every mark placed by number. No scaling, no classes."""

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal
from xml.sax.saxutils import escape, quoteattr

from reports.charts.metrics import cut, width, wrap
from reports.charts.theme import ThemeName, colour

Anchor = Literal["start", "middle", "end"]
FONT_PAPER = "Noto Sans SC"
FONT_WEB = "var(--font)"
WEB_SCALE = 1.2
"""A page shows the paper's units 1.2 times as large: labels 12 px, ticks 11 px."""


@dataclass(frozen=True, slots=True)
class Pen:
    """How a text is written: size in px, weight, token of the fill."""

    size: float = 10
    bold: bool = False
    fill: str = "ink-2"


TEXT = Pen()
STRONG = Pen(bold=True, fill="ink")
HOT = Pen(bold=True, fill="hot")
TICK = Pen(size=9, fill="ink-3")
TICK_STRONG = Pen(size=9, bold=True, fill="ink")


def number(value: float) -> str:
    """Write a coordinate with at most one decimal, as short as possible.

    >>> number(3.0), number(2.25), number(-0.04)
    ('3', '2.2', '0')
    """
    text = f"{value:.1f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


class Canvas:
    """Collects marks and returns one ``<svg>`` with title and description."""

    def __init__(self, title: str, desc: str, width_: float, theme: ThemeName) -> None:
        """Start an empty sheet of a fixed width; the height is set when it is closed."""
        self.title = clean(title)
        self.desc = clean(desc)
        self.width = width_
        self.theme: ThemeName = theme
        self.interactive = False
        self._parts: list[str] = []

    def paint(self, token: str) -> str:
        """Return the paint of a token in this sheet's theme."""
        return colour(token, self.theme)

    def text(self, x: float, y: float, content: str, pen: Pen = TEXT, anchor: Anchor = "start") -> None:
        """Write one line; ``y`` is its baseline."""
        if not content:
            return
        weight = ' font-weight="700"' if pen.bold else ""
        if anchor != "start" and self.theme == "paper":
            # Widths are exact in the report's own face; an anchor would cost the paper engine a layer per label.
            x -= width(clean(content), pen.size, bold=pen.bold) / (2 if anchor == "middle" else 1)
            anchor = "start"
        place = "" if anchor == "start" else f' text-anchor="{anchor}"'
        self._parts.append(
            f'<text x="{number(x)}" y="{number(y)}" font-size="{number(pen.size)}"{weight}{place} '
            f'fill="{self.paint(pen.fill)}">{escape(clean(content))}</text>'
        )

    def label(
        self, x: float, y: float, content: str, room: float, pen: Pen = TEXT, anchor: Anchor = "start", lines: int = 2
    ) -> int:
        """Write a label wrapped to ``room``, centred on baseline ``y``; return its number of lines."""
        rows = wrap(clean(content), room, pen.size, lines=lines, bold=pen.bold)
        step = pen.size * 1.15
        top = y - (len(rows) - 1) * step / 2
        for index, row in enumerate(rows):
            self.text(x, top + index * step, row, pen, anchor)
        return len(rows)

    def plate(self, x: float, y: float, content: str, pen: Pen = TEXT, anchor: Anchor = "start") -> None:
        """Write a text on a patch of the surface, so that lines behind it do not cross it."""
        wide = width(clean(content), pen.size, bold=pen.bold)
        left = x - (0 if anchor == "start" else wide / 2 if anchor == "middle" else wide)
        self.rect(left - 1.5, y - pen.size * 0.86, wide + 3, pen.size * 1.12, "surface")
        self.text(x, y, content, pen, anchor)

    def fit(self, content: str, room: float, pen: Pen = TEXT) -> str:
        """Return ``content`` cut to ``room``."""
        return cut(clean(content), room, pen.size, bold=pen.bold)

    def rect(
        self,
        x: float,
        y: float,
        w: float,
        h: float,
        fill: str,
        *,
        stroke: str = "",
        stroke_width: float = 1,
        radius: float = 0,
        opacity: float = 1,
        title: str = "",
    ) -> None:
        """Draw a rectangle; ``title`` is its tooltip on the web."""
        more = f' rx="{number(radius)}"' if radius else ""
        more += f' stroke="{self.paint(stroke)}" stroke-width="{stroke_width:g}"' if stroke else ""
        more += f' fill-opacity="{opacity:g}"' if opacity < 1 else ""
        head = (
            f'<rect x="{number(x)}" y="{number(y)}" width="{number(max(w, 0))}" height="{number(h)}" '
            f'fill="{self.paint(fill)}"{more}'
        )
        tip = title and self.theme == "web"
        self._parts.append(f"{head}><title>{escape(clean(title))}</title></rect>" if tip else f"{head}/>")

    def circle(
        self, x: float, y: float, r: float, fill: str, *, stroke: str = "", stroke_width: float = 1, opacity: float = 1
    ) -> None:
        """Draw a circle."""
        more = f' stroke="{self.paint(stroke)}" stroke-width="{stroke_width:g}"' if stroke else ""
        more += f' fill-opacity="{opacity:g}"' if opacity < 1 else ""
        self._parts.append(
            f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(r)}" fill="{self.paint(fill)}"{more}/>'
        )

    def path(
        self,
        d: str,
        *,
        stroke: str = "none",
        stroke_width: float = 1,
        fill: str = "none",
        dash: str = "",
        opacity: float = 1,
    ) -> None:
        """Draw a path; ``dash`` as in SVG."""
        more = f' stroke="{self.paint(stroke)}" stroke-width="{stroke_width:g}"' if stroke != "none" else ""
        more += f' stroke-dasharray="{dash}"' if dash else ""
        more += f' opacity="{opacity:g}"' if opacity < 1 else ""
        self._parts.append(f'<path d="{d}" fill="{self.paint(fill)}"{more}/>')

    def hline(self, x1: float, x2: float, y: float, stroke: str = "ch-grid", stroke_width: float = 1) -> None:
        """Draw a horizontal line."""
        self.path(f"M{number(x1)} {number(y)}H{number(x2)}", stroke=stroke, stroke_width=stroke_width)

    def vline(
        self, x: float, y1: float, y2: float, stroke: str = "ch-grid", stroke_width: float = 1, dash: str = ""
    ) -> None:
        """Draw a vertical line."""
        self.path(f"M{number(x)} {number(y1)}V{number(y2)}", stroke=stroke, stroke_width=stroke_width, dash=dash)

    def diamond(self, x: float, y: float, r: float, fill: str, stroke: str, stroke_width: float = 1.2) -> None:
        """Draw a diamond of half-diagonal ``r``: the sign of targets, stores and milestones."""
        n = number
        d = f"M{n(x)} {n(y - r)}L{n(x + r)} {n(y)}L{n(x)} {n(y + r)}L{n(x - r)} {n(y)}Z"
        self.path(d, stroke=stroke, stroke_width=stroke_width, fill=fill)

    def hatch(self, x: float, y: float, w: float, h: float, stroke: str = "ch-axis", gap: float = 5) -> None:
        """Fill a rectangle with thin diagonals: no go-live, or insufficient data. Needs no pattern support."""
        parts: list[str] = []
        offset = gap / 2
        while offset < w + h:
            x1, y1 = (x + offset, y) if offset <= w else (x + w, y + offset - w)
            x2, y2 = (x, y + offset) if offset <= h else (x + offset - h, y + h)
            parts.append(f"M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}")
            offset += gap
        self.path("".join(parts), stroke=stroke, stroke_width=0.5)

    @contextmanager
    def group(self, ident: str, label: str, values: Mapping[str, object] | None = None) -> Generator[None]:
        """Group the marks of one row; on the web it can be reached and clicked. ``values`` are its exact numbers."""
        data = "".join(f" data-{name}={quoteattr(str(value))}" for name, value in (values or {}).items())
        if ident and self.theme == "web":
            self.interactive = True
            touch = f' class="mark" tabindex="0" role="button" aria-label={quoteattr(clean(label))}'
        else:
            touch = ""
        self._parts.append(f"<g data-id={quoteattr(clean(ident))}{touch}{data}>")
        yield
        self._parts.append("</g>")

    def svg(self, height: float) -> str:
        """Close the sheet and return its text."""
        w, h = number(self.width), number(height)
        font = FONT_PAPER if self.theme == "paper" else FONT_WEB
        wide, high = (w, h) if self.theme == "paper" else (number(self.width * WEB_SCALE), number(height * WEB_SCALE))
        # An image role would hide clickable parts from assistive software; a labelled group keeps them.
        role = f'role="group" aria-label={quoteattr(self.title)}' if self.interactive else 'role="img"'
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" width="{wide}" height="{high}" {role} '
            f'font-family="{font}"><title>{escape(self.title)}</title><desc>{escape(self.desc)}</desc>'
            f"{''.join(self._parts)}</svg>"
        )


def clean(text: str) -> str:
    """Drop control characters that XML forbids and fold white space.

    >>> clean("a" + chr(0) + "b" + chr(10) + "c")
    'ab c'
    """
    allowed = "".join(c for c in text if c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff" and not _surrogate(c)))
    return " ".join(allowed.split(" ")).replace("\n", " ").replace("\t", " ").replace("\r", " ")


def _surrogate(character: str) -> bool:
    return 0xD800 <= ord(character) <= 0xDFFF
