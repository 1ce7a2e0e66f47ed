"""What a wave amounts to: items, effort, spend, dates, themes, its gate."""

from dataclasses import dataclass
from datetime import date

from reports.phrases import labels, numbers
from reports.phrases.numbers import RANGE
from reports.reading import Reading
from roadmap.plan import Plan, PlanItem

BETWEEN = {"zh": "、", "en": ", "}
"""What stands between the figures of a KPI."""


@dataclass(frozen=True, slots=True)
class WaveSummary:
    """One wave of the plan. ``themes`` are dimension ids, the most profitable first."""

    wave: int
    items: tuple[PlanItem, ...]
    weeks: float
    one_off: int
    start: date
    finish: date
    themes: tuple[str, ...]


def summarise(plan: Plan) -> tuple[WaveSummary, ...]:
    """Return the waves that hold items, in order."""
    found: list[WaveSummary] = []
    for wave in (1, 2, 3):
        items = tuple(item for item in plan.items if item.wave == wave)
        if items:
            found.append(
                WaveSummary(
                    wave,
                    items,
                    sum(sum(item.effort.values()) for item in items),
                    sum(item.valuation.one_off for item in items),
                    min(item.start for item in items),
                    max(item.finish for item in items),
                    _themes(items),
                )
            )
    return tuple(found)


def dimension_of(initiative: str) -> str:
    """Return the dimension an initiative belongs to by its id.

    >>> dimension_of("I-RES05")
    'RES'
    """
    return "".join(c for c in initiative.removeprefix("I-") if c.isalpha())


def _themes(items: tuple[PlanItem, ...]) -> tuple[str, ...]:
    """Rank dimensions by profit, then by number of items, then by id."""
    weight: dict[str, tuple[int, int]] = {}
    for item in items:
        key = dimension_of(item.initiative)
        benefit, count = weight.get(key, (0, 0))
        weight[key] = (benefit + max(item.valuation.benefit.p50, 0), count + 1)
    return tuple(sorted(weight, key=lambda key: (-weight[key][0], -weight[key][1], key)))


def span(r: Reading, wave: WaveSummary) -> str:
    """Write the months of a wave: 12月–次年3月, Dec–Mar."""
    a, b = wave.start, wave.finish
    if (a.year, a.month) == (b.year, b.month):
        return numbers.month(a, r.locale, year=False)
    if r.locale == "zh":
        return f"{a.month}{RANGE if a.year == b.year else '月' + RANGE + '次年 '}{b.month}月"
    return f"{numbers.MONTHS[a.month - 1]}{RANGE}{numbers.MONTHS[b.month - 1]}"


def size(r: Reading, wave: WaveSummary) -> dict[str, object]:
    """Return the three figures every wave is described by."""
    return {"n": len(wave.items), "weeks": numbers.plain(wave.weeks), "money": r.money(wave.one_off)}


def gate_kpi(r: Reading, wave: WaveSummary) -> str:
    """Name the one figure a gate looks at, and which way it has to move: the first of the most profitable item's KPI."""
    best = max(wave.items, key=lambda item: (item.valuation.benefit.p50, item.initiative))
    initiative = r.dossier.catalogue.initiatives[best.initiative]
    figure = r.text(initiative.kpi).split(BETWEEN[r.locale])[0]
    return r.t("gate.fall" if initiative.kpi_falls else "gate.rise", kpi=figure)


def action(r: Reading, dimension: str) -> str:
    """Return the verb phrase of a dimension."""
    return r.of(labels.ACTIONS, dimension)
