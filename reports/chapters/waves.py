"""What a wave amounts to: items, effort, spend, dates, its gate and what the gate funds."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from reports.phrases import numbers
from reports.phrases.numbers import RANGE
from reports.reading import Reading
from roadmap.gates import Gate, gates_of
from roadmap.plan import Plan, PlanItem

BETWEEN = {"zh": "、", "en": ", "}
"""What stands between the figures of a KPI."""


@dataclass(frozen=True, slots=True)
class WaveSummary:
    """One wave of the plan, with the gate that ends it."""

    wave: int
    items: tuple[PlanItem, ...]
    weeks: float
    one_off: int
    start: date
    finish: date
    gate: Gate


def summarise(plan: Plan) -> tuple[WaveSummary, ...]:
    """Return the waves that hold items, in order."""
    found: list[WaveSummary] = []
    for gate in gates_of(plan):
        items = tuple(item for item in plan.items if item.wave == gate.wave)
        weeks, one_off = size_of(items)
        found.append(WaveSummary(gate.wave, items, weeks, one_off, min(item.start for item in items), gate.day, gate))
    return tuple(found)


def size_of(items: Iterable[PlanItem]) -> tuple[float, int]:
    """Return person-weeks and external money of some items."""
    found = tuple(items)
    return sum(sum(item.effort.values()) for item in found), sum(item.valuation.one_off for item in found)


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


def gate_words(r: Reading, group: WaveSummary) -> str:
    """Say when a wave is reviewed and by which figure."""
    return r.t("r8.wave.gate", date=r.day(group.gate.day), kpi=gate_kpi(r, group))


def funds(r: Reading, gate: Gate) -> str:
    """Say what a gate decides on: what starts after it, what already runs, and what is spent or promised by then."""
    if gate.releases:
        first = r.t("gate.releases", n=len(gate.releases), money=r.money(gate.released))
    else:
        first = r.t("gate.last")
    running = r.t("gate.running", ids=[item.initiative for item in gate.running]) if gate.running else ""
    return r.list(part for part in (first, running, r.t("gate.committed", money=r.money(gate.committed))) if part)
