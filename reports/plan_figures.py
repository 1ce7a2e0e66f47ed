"""Chart specifications made from a plan: profit as a range, where it comes from, the plan on its axis."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

from reports.charts import (
    Change,
    GanttLink,
    GanttRow,
    GanttSpec,
    Milestone,
    ProfitRangeSpec,
    ProfitRow,
    WaterfallSpec,
)
from reports.charts.metrics import width as text_width
from reports.phrases import labels, numbers
from reports.reading import Reading
from roadmap.dating import month_start
from roadmap.plan import ForecastItem, Plan, PlanItem

WAVES = (1, 2, 3)


def profit_range(r: Reading, plan: Plan, width: float = 313) -> ProfitRangeSpec:
    """Set the net profit of the plan with the 44 % line beside it."""
    amounts = (plan.net.p10, plan.net.p50, plan.net.p90, plan.net.stress)
    unit, name = numbers.chart_unit(amounts, r.locale)
    rows = (
        ProfitRow("plan", r.t("fig.profit.plan"), plan.net.p50, plan.net.p10, plan.net.p90),
        ProfitRow("stress", r.t("fig.profit.stress"), plan.net.stress, hot=True),
    )
    title = r.t("fig.profit.title", months=plan.horizon_months, unit=name)
    return ProfitRangeSpec(title, r.t("fig.profit.desc"), rows, unit, width)


def waterfall(r: Reading, plan: Plan, width: float = 388) -> WaterfallSpec:
    """Show benefit by lever, what overlaps, what it costs, what stays; the steps add up to the median exactly."""
    by_lever: dict[str, int] = {}
    for item in plan.items:
        known = r.dossier.catalogue.initiatives.get(item.initiative)  # a plan outlives what the content renames
        lever = known.lever if known else "ALL"
        if lever and item.valuation.benefit.p50:
            by_lever[lever] = by_lever.get(lever, 0) + item.valuation.benefit.p50
    steps = [
        Change(lever, r.of(labels.LEVERS, lever), amount)
        for lever, amount in sorted(by_lever.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
    overlap = plan.benefit.p50 - sum(by_lever.values())
    if overlap:
        steps.append(Change("overlap", r.t("fig.waterfall.overlap"), overlap))
    cost = plan.net.p50 - plan.benefit.p50
    if cost:
        steps.append(Change("cost", r.t("fig.waterfall.cost"), cost))
    unit, name = numbers.chart_unit((plan.benefit.p50, plan.net.p90, plan.net.p10), r.locale)
    return WaterfallSpec(
        title=r.t("fig.waterfall.title", months=plan.horizon_months, unit=name),
        desc=r.t("fig.waterfall.desc"),
        changes=tuple(steps),
        net=plan.net.p50,
        net_label=r.t("fig.waterfall.net"),
        unit=unit,
        p10=plan.net.p10,
        p90=plan.net.p90,
        stress=plan.net.stress,
        stress_label=r.t("fig.waterfall.stress"),
        width=width,
    )


def gantt(
    r: Reading, plan: Plan, *, today: date | None = None, width: float = 665, row_height: float = 15.5
) -> GanttSpec:
    """Put the plan on one axis; forecast dates when there are any, the published ones as baseline."""
    forecast = {item.initiative: item for item in r.dossier.forecast.items} if r.dossier.forecast else {}
    items = sorted(plan.items, key=lambda item: (item.wave, item.start, item.finish, item.initiative))
    rows: list[GanttRow] = []
    for item in items:
        now = forecast.get(item.initiative)
        note, late = _standing(r, now)
        rows.append(
            GanttRow(
                id=item.initiative,
                label=r.name(item.initiative),
                owner=r.owner(item),
                effort=numbers.plain(sum(item.effort.values()), 0),
                wave=item.wave,
                start=now.start if now else item.start,
                finish=now.finish if now else item.finish,
                critical=now.critical if now else item.critical,
                baseline=(item.start, item.finish) if now else None,
                done=now.percent / 100 if now else 0.0,
                note=note,
                note_hot=late,
            )
        )
    label_room, owner_room = _rooms(rows)
    return GanttSpec(
        title=r.t("fig.gantt.title"),
        desc=r.t("fig.gantt.desc"),
        locale=r.locale,
        rows=tuple(rows),
        waves=tuple((wave, wave_words(r, wave, [item for item in items if item.wave == wave])) for wave in WAVES),
        heads=(r.t("word.initiative"), r.t("word.owner"), r.t("word.person_weeks")),
        links=_links(items),
        milestones=_milestones(r, items),
        blackouts=_closed(r, plan),
        today=today,
        today_label=r.t("word.today"),
        legend=tuple(
            r.t(f"fig.gantt.legend.{sign}") for sign in ("critical", "done", "baseline", "milestone", "hatch")
        ),  # pyright: ignore[reportArgumentType]
        width=width,
        row_height=row_height,
        label_room=label_room,
        owner_room=owner_room,
    )


def _standing(r: Reading, now: ForecastItem | None) -> tuple[str, bool]:
    """Say what a forecast adds to a bar: dropped, or later than planned (which is hot)."""
    if now is None:
        return "", False
    if now.rag == "dropped":
        return r.t("fig.gantt.dropped"), False
    return (r.t("fig.gantt.slip", days=now.slip_days), True) if now.slip_days > 0 else ("", False)


def _rooms(rows: Sequence[GanttRow]) -> tuple[float, float]:
    """Return the room names and owners need, within what leaves the bars most of the sheet."""
    size = GanttSpec.__dataclass_fields__["size"].default
    labels_ = max((text_width(row.label, size) + (18 if row.critical else 6) for row in rows), default=0)
    owners = max((text_width(row.owner, size) + 8 for row in rows), default=0)
    return min(max(labels_, 80), 176), min(max(owners, 36), 72)


def wave_words(r: Reading, wave: int, items: Sequence[PlanItem]) -> str:
    """Name a wave with its size: 第 1 波 · 先上车　9 项 · 24 人周."""
    weeks = numbers.plain(sum(sum(item.effort.values()) for item in items))
    return r.t("wave.head", wave=wave, name=r.of(labels.WAVES, wave), n=len(items), weeks=weeks)


def _links(items: Sequence[PlanItem]) -> tuple[GanttLink, ...]:
    critical = {item.initiative: item.critical for item in items}
    return tuple(
        GanttLink(need, item.initiative, critical[need] and item.critical)
        for item in items
        for need in sorted(item.needs)
        if need in critical
    )


def _milestones(r: Reading, items: Sequence[PlanItem]) -> tuple[Milestone, ...]:
    """Mark the end of each wave as a gate: the last item of the wave carries it."""
    found: list[Milestone] = []
    for wave in WAVES:
        last = max((i for i in items if i.wave == wave), key=lambda i: (i.finish, i.initiative), default=None)
        if last:
            found.append(Milestone(last.initiative, last.finish, r.t("fig.gantt.gate", wave=wave)))
    return tuple(found)


def _closed(r: Reading, plan: Plan) -> tuple[tuple[date, date], ...]:
    """Return the peak season the plan was made with; of a plan that did not keep it, the profile's."""
    if plan.blackouts is None:
        return blackout_dates(r.dossier.profile.blackouts, plan.start, plan.finish)
    found: list[tuple[date, date]] = []
    for month in sorted(plan.blackouts):
        first, following = month_start(plan.start, month), month_start(plan.start, month + 1)
        if first > plan.finish + timedelta(days=31):
            break
        if found and found[-1][1] + timedelta(days=1) == first:
            first = found.pop()[0]
        found.append((first, following - timedelta(days=1)))
    return tuple(found)


def blackout_dates(blackouts: Sequence[tuple[int, int]], start: date, finish: date) -> tuple[tuple[date, date], ...]:
    """Turn months of peak season (first, last) into dates within the plan."""
    found: list[tuple[date, date]] = []
    for year in range(start.year - 1, finish.year + 1):
        for first, last in blackouts:
            end_year = year if last >= first else year + 1
            begin, end = date(year, first, 1), date(end_year, last, monthrange(end_year, last)[1])
            if end >= start and begin <= finish + timedelta(days=31):
                found.append((max(begin, start), end))
    return tuple(sorted(found))
