"""What is behind a plan that is made again: items that are done, and money that is spent for good."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from roadmap.plan import Plan, PlanItem, Progress, Reason


def left_of(item: PlanItem, known: Progress, today: date) -> tuple[date, date] | None:
    """Return the first and last day of the work of a dropped item that is not done any more; None when all was done.

    Work that had not begun is left as planned. Work that had begun went on until the day it was reported dropped, and
    would have taken its planned length from the day it began.
    """
    if known.actual_start is None:
        return item.start, item.finish
    first = max(known.reported or today, known.actual_start)
    last = known.actual_start + (item.finish - item.start)
    return (first, last) if first <= last else None


def spent_on(items: Iterable[PlanItem], reports: Mapping[str, Progress], today: date) -> int:
    """Return the external money, in minor units, that done and dropped items have used, evenly over their days."""
    return round(sum(item.valuation.one_off * _share_used(item, reports[item.initiative], today) for item in items))


def _share_used(item: PlanItem, known: Progress, today: date) -> float:
    if known.status == "done":
        return 1.0
    if known.status != "dropped":
        return 0.0
    left = left_of(item, known, today)
    return 1.0 if left is None else 1 - ((left[1] - left[0]).days + 1) / ((item.finish - item.start).days + 1)


def finished_item(item: PlanItem, known: Progress) -> PlanItem:
    """Return a done item as the next version keeps it: on the days it really took, holding nothing up."""
    finish = known.actual_finish or item.finish
    start = min(known.actual_start or item.start, finish)
    because = (Reason("actual", {"date": start.isoformat()}),)
    return replace(item, start=start, finish=finish, critical=False, total_slack=0, free_slack=0, because=because)


def with_finished(plan: Plan, finished: Iterable[PlanItem]) -> Plan:
    """Return the plan with items that were done before it was made, all of them among ``plan.already_there``.

    Their people and days ask nothing of the plan, and its profit does not count them: the business of today contains
    them. Their work and money count once, in the totals, so that these stay comparable with the budget.
    """
    planned = {item.initiative for item in plan.items}
    kept = tuple(item for item in finished if item.initiative not in planned)
    items = sorted((*plan.items, *kept), key=lambda item: (item.start, item.finish, item.initiative))
    return replace(
        plan,
        items=tuple(items),
        finish=max((plan.finish, *(item.finish for item in kept))),
        one_off=plan.one_off + sum(item.valuation.one_off for item in kept),
        person_weeks=round(plan.person_weeks + sum(sum(item.effort.values()) for item in kept), 2),
    )
