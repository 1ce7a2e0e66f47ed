"""Charts as pure functions: typed specification → SVG text, the same on paper and on the web.

Theme ``paper`` writes resolved light colours; ``web`` writes custom properties and makes rows clickable
(``<g data-id tabindex role="button" aria-label>``). ``draw`` picks the function by the type of the specification.
"""

from collections.abc import Callable
from typing import Any

from reports.charts.dumbbell import DumbbellRow, DumbbellSpec, dumbbell
from reports.charts.gantt import GanttLink, GanttRow, GanttSpec, Milestone, gantt_sheets
from reports.charts.gantt_drawing import gantt
from reports.charts.index_band import IndexBandSpec, index_band
from reports.charts.journey import JourneySpec, JourneyStep, journey
from reports.charts.leverage import LeveragePoint, LeverageSpec, leverage
from reports.charts.profit_range import ProfitRangeSpec, ProfitRow, profit_range
from reports.charts.radar import RadarAxis, RadarSpec, radar
from reports.charts.silo_map import SiloMapSpec, SystemBox, SystemFlow, silo_map
from reports.charts.ten_bars import BarRow, TenBarsSpec, ten_bars
from reports.charts.theme import ThemeName, light_tokens
from reports.charts.waterfall import Change, WaterfallSpec, waterfall

ChartSpec = (
    IndexBandSpec
    | TenBarsSpec
    | RadarSpec
    | DumbbellSpec
    | LeverageSpec
    | ProfitRangeSpec
    | WaterfallSpec
    | GanttSpec
    | SiloMapSpec
    | JourneySpec
)

_DRAWINGS: dict[type, Callable[[Any, ThemeName], str]] = {
    IndexBandSpec: index_band,
    TenBarsSpec: ten_bars,
    RadarSpec: radar,
    DumbbellSpec: dumbbell,
    LeverageSpec: leverage,
    ProfitRangeSpec: profit_range,
    WaterfallSpec: waterfall,
    GanttSpec: gantt,
    SiloMapSpec: silo_map,
    JourneySpec: journey,
}


def draw(spec: ChartSpec, theme: ThemeName = "paper") -> str:
    """Draw any chart specification."""
    return _DRAWINGS[type(spec)](spec, theme)


__all__ = [
    "BarRow",
    "Change",
    "ChartSpec",
    "DumbbellRow",
    "DumbbellSpec",
    "GanttLink",
    "GanttRow",
    "GanttSpec",
    "IndexBandSpec",
    "JourneySpec",
    "JourneyStep",
    "LeveragePoint",
    "LeverageSpec",
    "Milestone",
    "ProfitRangeSpec",
    "ProfitRow",
    "RadarAxis",
    "RadarSpec",
    "SiloMapSpec",
    "SystemBox",
    "SystemFlow",
    "TenBarsSpec",
    "ThemeName",
    "WaterfallSpec",
    "draw",
    "dumbbell",
    "gantt",
    "gantt_sheets",
    "index_band",
    "journey",
    "leverage",
    "light_tokens",
    "profit_range",
    "radar",
    "silo_map",
    "ten_bars",
    "waterfall",
]
