"""Charts of an engagement by name, for a page: the same drawings as in the report, in the colours of the page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from assessment.dossier import Dossier
from questionnaires.locale_text import Locale
from reports import figures, plan_figures, register_charts
from reports.charts import ChartSpec, draw
from reports.charts.canvas import WEB_SCALE
from reports.charts.theme import ThemeName
from reports.errors import ChartError
from reports.reading import Reading
from roadmap.plan import Plan

GANTT_ROW = 26 / WEB_SCALE
VOICES = 24


@dataclass(frozen=True, slots=True)
class _Wish:
    """What a page asked for: width in units of the drawing, and the day of the today line."""

    width: float
    today: date | None


Make = Callable[[Reading, _Wish], ChartSpec]


def _dumbbell(r: Reading, wish: _Wish) -> ChartSpec:
    if not r.voices:
        raise ChartError("chart.empty", "There is no paired capability to draw yet.")
    return figures.dumbbell(r, r.voices[:VOICES], wish.width, label_room=170)


def _leverage(r: Reading, wish: _Wish) -> ChartSpec:
    if not r.dossier.resources:
        raise ChartError("chart.empty", "No resource is registered yet.")
    ranked = figures.rank(r)
    return figures.leverage(r, ranked, wish.width, wish.width * 0.72)


def _silo_map(r: Reading, wish: _Wish) -> ChartSpec:
    if not r.dossier.systems:
        raise ChartError("chart.empty", "No system is registered yet.")
    return register_charts.silo_map(r, wish.width)


def _gantt(r: Reading, wish: _Wish) -> ChartSpec:
    return plan_figures.gantt(r, _plan(r), today=wish.today, width=wish.width, row_height=GANTT_ROW)


def _plan(r: Reading) -> Plan:
    if r.plan is None:
        raise ChartError("chart.no_plan", "There is no roadmap yet; build it first.")
    return r.plan


CHARTS: Mapping[str, tuple[float, Make]] = {
    "index_band": (460, lambda r, wish: figures.index_band(r, wish.width)),
    "ten_bars": (460, lambda r, wish: figures.ten_bars(r, wish.width, label_room=100)),
    "radar": (420, lambda r, wish: figures.radar(r, wish.width)),
    "dumbbell": (860, _dumbbell),
    "leverage": (460, _leverage),
    "silo_map": (860, _silo_map),
    "journey": (860, lambda r, wish: register_charts.journey(r, wish.width)),
    "gantt": (1080, _gantt),
    "profit": (420, lambda r, wish: plan_figures.profit_range(r, _plan(r), wish.width)),
    "waterfall": (560, lambda r, wish: plan_figures.waterfall(r, _plan(r), wish.width)),
}
"""Name → usual width on a page in px, and how the specification is made."""


def charts_for(
    dossier: Dossier,
    name: str,
    locale: Locale,
    *,
    today: date | None = None,
    width: float | None = None,
    theme: ThemeName = "web",
) -> str:
    """Draw the chart ``name`` as SVG text, ``width`` px wide.

    In theme ``web`` colours are custom properties, so that the page's theme decides, and every mark of a row, point or
    bar is a ``<g class="mark" data-id tabindex="0" role="button" aria-label>``. Theme ``paper`` has resolved colours, for
    a file of its own. Raises ``ChartError``: ``chart.unknown``, ``chart.no_plan`` or ``chart.empty``.
    """
    if name not in CHARTS:
        raise ChartError("chart.unknown", f"There is no chart “{name}”; there are {', '.join(CHARTS)}.")
    usual, make = CHARTS[name]
    scale = WEB_SCALE if theme == "web" else 1.0
    return draw(make(Reading(dossier, locale), _Wish((width or usual) / scale, today)), theme)
