"""The plan's profit with the dates of today instead of those that were published."""

from collections.abc import Mapping
from datetime import date

from roadmap.initiatives import Catalogue
from roadmap.plan import ForecastItem, Money, Plan, PlanItem, Progress
from roadmap.valuation.costs import Months, months_of

DAYS_A_MONTH = 365.25 / 12


def net_outlook(
    plan: Plan, now: Mapping[str, ForecastItem], known: Mapping[str, Progress], catalogue: Catalogue
) -> Money:
    """Return the net profit over the plan's horizon as the dates stand today.

    An item that finishes later earns and costs its running money for a shorter time, in proportion to the discounted
    months left along its ramp; a dropped one earns nothing and, not begun, costs nothing. The plan's benefit changes in
    the proportion in which its items' benefits do, so overlaps stay what they were.
    """
    months = months_of(catalogue)
    was = sum(max(0, item.valuation.benefit.p50) for item in plan.items)
    kept, saved = 0.0, 0.0
    for item in plan.items:
        dropped = known[item.initiative].status == "dropped"
        share = 0.0 if dropped else _share(item, now[item.initiative].finish, plan.start, months)
        kept += max(0, item.valuation.benefit.p50) * share
        saved += _saved(item, now[item.initiative].finish, plan.start, months, dropped=dropped)
    share = kept / was if was else 1.0
    defaults, net, gain = catalogue.defaults, plan.net, plan.benefit
    return Money(
        *(
            round(n + g * (share - 1) + saved)
            for n, g in ((net.p10, gain.p10), (net.p50, gain.p50), (net.p90, gain.p90))
        ),
        stress=round(net.stress + gain.stress * (share - 1) + defaults.stress_cost * saved),
    )


def _month(start: date, finish: date) -> float:
    """Return how many months after the plan's start an item is finished."""
    return ((finish - start).days + 1) / DAYS_A_MONTH


def _between(month: float, worth: list[float]) -> float:
    """Interpolate a series by month, flat outside."""
    low = min(max(0, int(month)), len(worth) - 1)
    high = min(low + 1, len(worth) - 1)
    part = min(max(month - low, 0.0), 1.0)
    return worth[low] * (1 - part) + worth[high] * part


def _share(item: PlanItem, finish: date, start: date, months: Months) -> float:
    """Return the discounted benefit after this finish as a share of that planned."""
    ramp = item.valuation.ramp_months
    worth = [months.ramped(month, ramp) for month in range(months.horizon + 1)]
    planned = _between(_month(start, item.finish), worth)
    return _between(_month(start, finish), worth) / planned if planned else 0.0


def _saved(item: PlanItem, finish: date, start: date, months: Months, *, dropped: bool) -> float:
    """Return the cost that is not paid (negative: paid in addition) because an item finishes then, or never."""
    monthly = item.valuation.run_cost_per_month + item.valuation.variable_cost_per_month
    worth = [months.after(month) for month in range(months.horizon + 1)]
    running = monthly * _between(_month(start, item.finish), worth)
    if dropped:
        return running + item.valuation.monthly_cost * max(1, round(_month(item.start, item.finish)))
    return running - monthly * _between(_month(start, finish), worth)
