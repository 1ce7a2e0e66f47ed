"""What the initiatives of a plan bring and cost, so that it adds up to the plan's net benefit.

All amounts are medians (P50) over the horizon, discounted to the start, in minor units. The headline of an initiative and
of the plan is the net benefit: gross benefit less one-off cost (external money and internal work) less running cost
(yearly upkeep, discounts, commissions).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from assessment.progress_rules import months_from
from roadmap.initiatives import Catalogue
from roadmap.plan import Money, Plan, PlanItem
from roadmap.valuation.costs import Months, months_of

Step = Literal["items", "overlap", "fees", "rest", "plan"]
Parts = tuple[int | None, int | None, int | None, int]
"""Gross, once, running and net of a row."""


@dataclass(frozen=True, slots=True)
class ItemSum:
    """One initiative: ``gross`` − ``once`` − ``running`` = ``net``, exactly."""

    initiative: str
    gross: int
    once: int
    running: int
    net: int

    @property
    def parts(self) -> tuple[int, int, int, int]:
        """Gross, once, running and net, as a table shows them."""
        return self.gross, self.once, self.running, self.net


@dataclass(frozen=True, slots=True)
class Stress:
    """The stress line, step by step: ``gross`` · 0.44 = ``kept``, ``cost`` · 1.45 = ``raised``, ``kept`` − ``raised``."""

    gross: int
    benefit_factor: float
    kept: int
    cost: int
    cost_factor: float
    raised: int
    net: int


@dataclass(frozen=True, slots=True)
class PlanSum:
    """A plan: the items' sum, less ``overlap`` and shared ``fees`` of modules, with ``rest``, is ``net``, exactly.

    ``rest`` is what medians leave: that of a sum is not the sum of medians.
    """

    items: tuple[ItemSum, ...]
    total: ItemSum
    overlap: int
    fees: int
    rest: int
    net: int
    stress: Stress

    @property
    def ranked(self) -> tuple[ItemSum, ...]:
        """The items, the most profitable first."""
        return tuple(sorted(self.items, key=lambda one: (-one.net, one.initiative)))

    @property
    def steps(self) -> Mapping[Step, Parts]:
        """The rows from the items' sum to the plan, in order, each with its parts; None where a step has none."""
        return {
            "items": self.total.parts,
            "overlap": (-self.overlap, None, None, -self.overlap),
            "fees": (None, None, self.fees, -self.fees),
            "rest": (None, None, None, self.rest),
            "plan": (self.total.gross - self.overlap, self.total.once, self.total.running + self.fees, self.net),
        }


def sums_of(plan: Plan, catalogue: Catalogue) -> PlanSum:
    """Return the sums of a plan. Items that were done before it was made are no part of its profit."""
    months, factor = months_of(catalogue), catalogue.defaults.stress_cost
    counted = [item for item in plan.items if item.initiative not in plan.already_there]
    items = tuple(_item(item, plan, catalogue, months) for item in counted)
    total = ItemSum(
        "",
        gross=sum(one.gross for one in items),
        once=sum(one.once for one in items),
        running=sum(one.running for one in items),
        net=sum(one.net for one in items),
    )
    cost = _cost(plan.benefit, plan.net, factor)
    fees = max(0, cost - sum(_cost(i.valuation.benefit, i.valuation.net, factor) for i in counted))
    overlap = total.gross - plan.benefit.p50
    return PlanSum(
        items=items,
        total=total,
        overlap=overlap,
        fees=fees,
        rest=plan.net.p50 - (total.net - overlap - fees),
        net=plan.net.p50,
        stress=Stress(
            gross=plan.benefit.p50,
            benefit_factor=catalogue.defaults.stress_benefit,
            kept=plan.benefit.stress,
            cost=cost,
            cost_factor=factor,
            raised=plan.benefit.stress - plan.net.stress,
            net=plan.net.stress,
        ),
    )


def _cost(benefit: Money, net: Money, factor: float) -> int:
    """Return the median cost: the stress line subtracts it ``factor`` times from the benefit that is left."""
    return round((benefit.stress - net.stress) / factor)


def _item(item: PlanItem, plan: Plan, catalogue: Catalogue, months: Months) -> ItemSum:
    value = item.valuation
    spent = value.benefit.p50 - value.net.p50
    once = spent
    if value.run_cost_per_month or value.variable_cost_per_month:
        start, length = _months(item, plan)
        labour = sum(item.effort.values()) * catalogue.defaults.person_week
        once = min(spent, round((value.one_off + labour) * months.running(start, length)))
    return ItemSum(item.initiative, value.benefit.p50, once, spent - once, value.net.p50)


def _months(item: PlanItem, plan: Plan) -> tuple[int, int]:
    """Return the month an item starts in, counted from the plan's start, and the months it runs through."""
    first = months_from(plan.start, item.start)
    return first, max(1, months_from(plan.start, item.finish) - first + 1)
