"""Where the plan stands today: what is done stays, the rest is dated again, and the profit follows the dates."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from roadmap.calendar import Calendar, load_calendar
from roadmap.initiatives import Catalogue
from roadmap.network import Link, Network, Task
from roadmap.outlook import net_outlook
from roadmap.plan import Consequence, Forecast, ForecastItem, Moved, Plan, PlanItem, Progress
from roadmap.rating import is_stale, percent_done, rag_of
from roadmap.schedule import Dated, schedule

RUNNING = ("on_track", "at_risk", "off_track")


def forecast(
    plan: Plan,
    progress: Mapping[str, Progress],
    today: date,
    catalogue: Catalogue,
    *,
    calendar: Calendar | None = None,
) -> Forecast:
    """Return the plan re-dated with what is known today.

    Done items keep their dates whatever happens around them. Running items finish on the date reported, or after the
    working days reported as remaining, and never before today. Work not begun starts in its planned month, once what it
    waits for is finished, and not before today. Dropped items hold nobody up and earn nothing. The finish of the plan
    and its percentage (weighted by person-weeks) leave dropped items out.
    """
    days = calendar or load_calendar()
    known = {
        item.initiative: progress.get(item.initiative, Progress(item.initiative, "not_started")) for item in plan.items
    }
    dated = _dated(plan, known, today, days)
    items = tuple(_item(item, known[item.initiative], dated, today, days) for item in plan.items)
    live = [(item, now) for item, now in zip(plan.items, items, strict=True) if now.rag != "dropped"]
    weeks = sum(sum(item.effort.values()) for item, _ in live)
    earned = sum(sum(item.effort.values()) * now.percent for item, now in live)
    return Forecast(
        today=today,
        items=items,
        finish=max((now.finish for _, now in live), default=plan.finish),
        percent=round(earned / weeks, 1) if weeks else 0.0,
        net=net_outlook(plan, {now.initiative: now for now in items}, known, catalogue, today),
    )


def consequence(
    plan: Plan,
    progress: Mapping[str, Progress],
    change: Progress,
    today: date,
    catalogue: Catalogue,
    *,
    calendar: Calendar | None = None,
) -> Consequence:
    """Return what saving ``change`` would move and cost; its forecast is what `forecast` gives after saving.

    Raises `KeyError` when the change is about an initiative that is not in the plan.
    """
    if change.initiative not in {item.initiative for item in plan.items}:
        raise KeyError(change.initiative)
    days = calendar or load_calendar()
    before = forecast(plan, progress, today, catalogue, calendar=days)
    after = forecast(plan, {**progress, change.initiative: change}, today, catalogue, calendar=days)
    moved = tuple(
        Moved(now.initiative, days.offset(was.finish, now.finish), now.finish)
        for was, now in zip(before.items, after.items, strict=True)
        if was.finish != now.finish and now.rag != "dropped"
    )
    return Consequence(
        change.initiative, before.finish, after.finish, moved, after.net.p50 - before.net.p50, forecast=after
    )


@dataclass(frozen=True, slots=True)
class _Fixed:
    """Dates of an item that no longer depend on others."""

    start: date
    finish: date


def _dated(plan: Plan, known: Mapping[str, Progress], today: date, days: Calendar) -> dict[str, Dated]:
    """Date the network of what is not dropped; finished and running work is fixed, the rest follows it."""
    live = [item for item in plan.items if known[item.initiative].status != "dropped"]
    fixed = {item.initiative: _fixed(item, known[item.initiative], today, days) for item in live}
    waits = {item.initiative: _waits_for(item) for item in live}
    tasks = tuple(_task(item, known[item.initiative], fixed[item.initiative], today, days) for item in live)
    links = tuple(Link(before, i) for i, needs in waits.items() for before in needs if before in fixed)
    return dict(schedule(Network(plan.start, tasks, links, days)).tasks)


def _waits_for(item: PlanItem) -> tuple[str, ...]:
    """Return what an item waits for: its prerequisites, and work that keeps its people or its stores busy."""
    busy = {str(r.params["task"]) for r in item.because if r.code in ("role_busy", "stores_busy")}
    return tuple(sorted({*item.needs, *busy}))


def _fixed(item: PlanItem, known: Progress, today: date, days: Calendar) -> _Fixed | None:
    if known.status == "done":
        finish = known.actual_finish or known.finish or known.reported or min(item.finish, today)
        start = known.actual_start or item.start
        return _Fixed(min(start, finish), finish)
    if known.status not in RUNNING:
        return None
    start = known.actual_start or min(item.start, known.reported or today, today)
    if known.finish is not None:
        finish = known.finish
    elif known.remaining_days is not None:
        finish = days.at(days.first(known.reported or today), max(0, known.remaining_days - 1))
    else:
        finish = days.at(start, days.offset(item.start, item.finish))
    return _Fixed(start, max(finish, today, start))


def _task(item: PlanItem, known: Progress, fixed: _Fixed | None, today: date, days: Calendar) -> Task:
    if fixed is not None:
        length = max(1, days.offset(fixed.start, fixed.finish + timedelta(days=1)))
        return Task(item.initiative, length, actual_start=fixed.start, actual_finish=fixed.finish)
    length = max(1, days.offset(item.start, item.finish + timedelta(days=1)))
    if known.remaining_days is not None:
        length = max(1, known.remaining_days)
    first = max(item.start, today)
    if known.finish is not None:  # promised for a day, whenever it starts: it keeps its length and ends then
        first = max(first, days.at(known.finish, 1 - length))
    return Task(item.initiative, length, not_before=first)


def _item(item: PlanItem, known: Progress, dated: Mapping[str, Dated], today: date, days: Calendar) -> ForecastItem:
    if known.status == "dropped":
        return ForecastItem(item.initiative, item.start, item.finish, 0, 0.0, "dropped", critical=False, stale=False)
    now = dated[item.initiative]
    fixed = _fixed(item, known, today, days)  # actual dates are shown as they are, also when nobody works on that day
    start, finish = (fixed.start, fixed.finish) if fixed else (now.start, now.finish)
    slip = days.offset(item.finish, finish)
    return ForecastItem(
        initiative=item.initiative,
        start=start,
        finish=finish,
        slip_days=slip,
        percent=percent_done(start, finish, known, today, days),
        rag=rag_of(item, known, start, slip, today),
        critical=now.critical,
        stale=is_stale(min(item.start, start), known, today),
    )
