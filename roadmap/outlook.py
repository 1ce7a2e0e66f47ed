"""The plan's profit with the dates of today instead of those that were published."""

from collections.abc import Mapping
from datetime import date, timedelta

from roadmap.finished import left_of
from roadmap.initiatives import Catalogue
from roadmap.plan import ForecastItem, Money, Plan, PlanItem, Progress
from roadmap.valuation.costs import Months, months_of

DAYS_A_MONTH = 365.25 / 12


def net_outlook(
    plan: Plan, now: Mapping[str, ForecastItem], known: Mapping[str, Progress], catalogue: Catalogue, today: date
) -> Money:
    """Return the net profit over the plan's horizon as the dates stand today.

    An item that finishes later earns and costs its running money for a shorter time, in proportion to the discounted
    months left along its ramp; a dropped one earns nothing and costs what was spent until then: nothing when it had not
    begun. The plan's benefit changes in the proportion in which its items' benefits do, so overlaps stay what they
    were. Items finished before the plan was made are no part of its profit and change none of it.
    """
    series = _Series(months_of(catalogue), plan.start)
    counted = [item for item in plan.items if item.initiative not in plan.already_there]
    was = sum(max(0, item.valuation.benefit.p50) for item in counted)
    kept, saved = 0.0, 0.0
    for item in counted:
        word = known[item.initiative]
        finish = None if word.status == "dropped" else now[item.initiative].finish
        kept += max(0, item.valuation.benefit.p50) * series.share(item, finish)
        saved += series.saved(item, finish)
        saved += series.unspent(item, left_of(item, word, today)) if finish is None else 0.0
    share = kept / was if was else 1.0
    defaults, net, gain = catalogue.defaults, plan.net, plan.benefit
    return Money(
        *(
            round(n + g * (share - 1) + saved)
            for n, g in ((net.p10, gain.p10), (net.p50, gain.p50), (net.p90, gain.p90))
        ),
        stress=round(net.stress + gain.stress * (share - 1) + defaults.stress_cost * saved),
    )


class _Series:
    """Discounted worth by month of completion, each ramp worked out once."""

    def __init__(self, months: Months, start: date) -> None:
        self.months = months
        self.start = start
        self.running = [months.after(month) for month in range(months.horizon + 1)]
        self.ramps: dict[int, list[float]] = {}

    def share(self, item: PlanItem, finish: date | None) -> float:
        """Return the discounted benefit after this finish as a share of that planned; None never finishes."""
        planned = self._ramped(item, item.finish)
        return 0.0 if finish is None or not planned else self._ramped(item, finish) / planned

    def _ramped(self, item: PlanItem, finish: date) -> float:
        """Return the discounted months of full benefit after this finish."""
        ramp = item.valuation.ramp_months
        if ramp not in self.ramps:
            self.ramps[ramp] = [self.months.ramped(month, ramp) for month in range(self.months.horizon + 1)]
        return self._at(finish, self.ramps[ramp])

    def _adoption(self, item: PlanItem) -> float:
        """Return the share of staff the item was valued with: what its benefit is of that at full adoption."""
        full = item.valuation.benefit_per_month * self._ramped(item, item.finish)
        return min(1.0, item.valuation.benefit.p50 / full) if full else 0.0

    def saved(self, item: PlanItem, finish: date | None) -> float:
        """Return the running cost not paid (negative: paid in addition) because an item finishes then, or never."""
        value = item.valuation
        monthly = value.run_cost_per_month + value.variable_cost_per_month * self._adoption(item)
        planned = monthly * self._at(item.finish, self.running)
        return planned if finish is None else planned - monthly * self._at(finish, self.running)

    def unspent(self, item: PlanItem, left: tuple[date, date] | None) -> float:
        """Return the discounted cost of the work on these days, both included; nothing for None.

        A plan pays by the whole month, months differ in length: the item's days together cost its whole months.
        """
        if left is None:
            return 0.0
        months = ((item.finish - item.start).days + 1) / DAYS_A_MONTH
        worth = self._at(left[0] - timedelta(days=1), self.running) - self._at(left[1], self.running)
        return item.valuation.monthly_cost * max(1, round(months)) / months * worth

    def _at(self, finish: date, worth: list[float]) -> float:
        """Interpolate a series at a date, flat outside the horizon."""
        month = min(max(0.0, ((finish - self.start).days + 1) / DAYS_A_MONTH), len(worth) - 1)
        low = int(month)
        high = min(low + 1, len(worth) - 1)
        return worth[low] + (worth[high] - worth[low]) * (month - low)
