"""What a chosen and dated set of initiatives earns and costs, month by month and draw by draw."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from roadmap.initiatives import Catalogue
from roadmap.plan import Candidate, Money, Quarter, Valuation, Valued
from roadmap.situation import Constraints, Facts, IndustryRules
from roadmap.valuation.adoption import ADOPTION, Lift, adoption_path
from roadmap.valuation.business import business
from roadmap.valuation.claims import Claim, claim_of, ramp_months
from roadmap.valuation.costs import MONTHS, Cost, cost_of, fee_of, modules_of, modules_there, months_of, ramp_at
from roadmap.valuation.draws import Dice, Draws, stressed
from roadmap.valuation.valuing import indication_only

QUARTER = 3


@dataclass(frozen=True, slots=True)
class PlanMoney:
    """The money of a plan; see `roadmap.plan.Plan` for the fields. ``valuations`` are the items' at their dates."""

    valuations: Mapping[str, Valuation]
    one_off: int
    benefit: Money
    net: Money
    quarters: tuple[Quarter, ...]
    payback_month: int | None
    stress_payback_month: int | None
    d_share: float
    indication_only: bool


def plan_money(
    starts: Mapping[str, int],
    valued: Valued,
    catalogue: Catalogue,
    facts: Facts,
    industry: IndustryRules,
    constraints: Constraints,
) -> PlanMoney:
    """Value a plan whose items start in these months.

    Effects on one parameter combine in order of size with falling weights under the parameter's cap; adoption follows
    the plan's own work on it, which may get anywhere between nothing and its target; module fees are paid once, whoever uses the module.
    """
    books = _Books(starts, valued, catalogue, facts, industry, constraints)
    defaults = catalogue.defaults
    discounts = np.array(books.months.discounts)[:, None]
    gains, costs = books.gains(), books.costs()
    benefit, net = stressed(
        (gains * discounts).sum(axis=0),
        (costs * discounts).sum(axis=0),
        defaults.stress_benefit,
        defaults.stress_cost,
    )
    strained = defaults.stress_benefit * np.median(gains, axis=1) - defaults.stress_cost * np.median(costs, axis=1)
    valuations = {ident: books.valuation(ident) for ident in sorted(starts)}
    return PlanMoney(
        valuations=valuations,
        one_off=sum(valuation.one_off for valuation in valuations.values()),
        benefit=benefit,
        net=net,
        quarters=books.quarters(gains, costs),
        payback_month=_payback(np.median(np.cumsum(gains - costs, axis=0), axis=1)),
        stress_payback_month=_payback(np.cumsum(strained)),
        d_share=_share_on_d(valuations.values()),
        indication_only=indication_only(facts),
    )


def _payback(cumulative: Draws) -> int | None:
    """Return the first month, counted from 1, from which on the cumulative sum is not negative again."""
    if not len(cumulative) or cumulative[-1] < 0:
        return None
    negative = np.flatnonzero(cumulative < 0)
    return int(negative[-1]) + 2 if len(negative) else 1


def _share_on_d(valuations: Iterable[Valuation]) -> float:
    """Return the share of the benefit that rests on grade-D inputs, by the medians of the items.

    A plan that earns nothing but costs something has a P50 made of effort and prices alone; these are planning defaults
    of grade D, all of it.
    """
    items = list(valuations)
    total = sum(abs(one.benefit.p50) for one in items)
    if not total:
        return 1.0 if any(one.net.p50 for one in items) else 0.0
    return sum(abs(one.benefit.p50) * one.d_share for one in items) / total


class _Books:
    """Claims, costs and paths of one plan."""

    def __init__(
        self,
        starts: Mapping[str, int],
        valued: Valued,
        catalogue: Catalogue,
        facts: Facts,
        industry: IndustryRules,
        constraints: Constraints,
    ) -> None:
        self.starts = dict(sorted(starts.items()))
        self.valued = valued
        self.catalogue = catalogue
        self.platform = catalogue.platforms[valued.proposal.platform]
        self.there = modules_there(catalogue, self.platform, constraints.done)
        self.months = months_of(catalogue)
        self.dice = Dice(valued.seed, valued.draws)
        today = business(facts, repeat=industry.repeat_business)
        self.candidates: dict[str, Candidate] = {i: valued.proposal.candidates[i] for i in self.starts}
        self.finish = {i: start + self.candidates[i].months for i, start in self.starts.items()}
        self.ramps = {i: ramp_months(catalogue.initiatives[i]) for i in self.starts}
        self.claims: dict[str, Claim | None] = {
            i: claim_of(c, catalogue, today, self.dice) for i, c in self.candidates.items()
        }
        self.cost: dict[str, Cost] = {i: cost_of(c, catalogue, self.dice) for i, c in self.candidates.items()}
        self.adoption = self._adoption()

    def _adoption(self) -> Draws:
        """Return the share of staff by month and draw; how far the work gets is one uncertainty for the whole plan."""
        defaults, level = self.catalogue.defaults, self.valued.levels.get(ADOPTION) or 1.0
        reached = self.dice.triangular("adoption reached", defaults.adoption_reached)
        lifts = [
            Lift(self.finish[i], level + (candidate.raises[ADOPTION][0] - level) * reached, self.ramps[i])
            for i, candidate in self.candidates.items()
            if ADOPTION in candidate.raises and candidate.raises[ADOPTION][0] > level
        ]
        return adoption_path(level, lifts, self.months.horizon, defaults.adoption)

    def gains(self) -> Draws:
        """Return the benefit of every month (rows) and draw."""
        total = np.zeros((self.months.horizon, self.dice.draws))
        claims: dict[str, list[str]] = {}
        for ident, claim in self.claims.items():
            if claim is not None:
                claims.setdefault(claim.parameter, []).append(ident)
        for parameter, idents in claims.items():
            cap = self.valued.caps[parameter]
            combined: dict[tuple[float, ...], Draws] = {}
            for month in range(self.months.horizon):
                ramps = tuple(ramp_at(month, self.finish[i], self.ramps[i]) for i in idents)
                if any(ramps):
                    if ramps not in combined:
                        combined[ramps] = self._combined(idents, ramps)
                    total[month] += np.minimum(combined[ramps] * self.adoption[month], cap)
        return total

    def _combined(self, idents: Sequence[str], ramps: Sequence[float]) -> Draws:
        """Combine claims on one parameter, largest first with falling weights, before adoption."""
        weights = self.catalogue.defaults.diminishing
        rows = [
            claim.benefit * (ramp / MONTHS)
            for ident, ramp in zip(idents, ramps, strict=True)
            if ramp and (claim := self.claims[ident]) is not None
        ]
        ordered = -np.sort(-np.stack(rows), axis=0)
        falling = np.array([weights[min(rank, len(weights) - 1)] for rank in range(len(rows))])
        return falling @ ordered

    def costs(self) -> Draws:
        """Return the cost of every month (rows) and draw: external money, internal work, upkeep, variable, fees."""
        total = np.zeros((self.months.horizon, self.dice.draws))
        for ident, start in self.starts.items():
            cost, finish = self.cost[ident], self.finish[ident]
            total[max(start, 0) : max(finish, 0)] += (cost.one_off + cost.labour) / self.candidates[ident].months
            total[max(finish, 0) :] += cost.yearly / MONTHS
            claim = self.claims[ident]
            if claim is not None:
                total[max(finish, 0) :] += claim.variable / MONTHS * self.adoption[max(finish, 0) :]
        for module, first in self.modules().items():
            fee = self.dice.triangular(f"fee {self.platform.id} {module}", fee_of(module, self.platform))
            total[first:] += fee / MONTHS
        return total

    def modules(self) -> dict[str, int]:
        """Return the modules to be paid for, with the month from which on."""
        first: dict[str, int] = {}
        for ident, start in self.starts.items():
            for module in modules_of([self.candidates[ident]], self.platform):
                if module not in self.there:
                    first[module] = min(first.get(module, self.months.horizon), max(start, 0))
        return dict(sorted(first.items()))

    def valuation(self, ident: str) -> Valuation:
        """Return what one item earns by itself and costs at its dates; overlaps and fees are the plan's."""
        claim, cost, defaults = self.claims[ident], self.cost[ident], self.catalogue.defaults
        start, finish, duration = self.starts[ident], self.finish[ident], self.candidates[ident].months
        spent = (cost.one_off + cost.labour) * self.months.running(start, duration)
        spent = spent + cost.yearly / MONTHS * self.months.after(finish)
        benefit = self.dice.constant(0.0)
        if claim is not None:
            worth = np.array(self.months.discounts)
            ramped = worth * [ramp_at(month, finish, self.ramps[ident]) for month in range(self.months.horizon)]
            benefit = np.minimum(claim.benefit, claim.cap) / MONTHS * (ramped @ self.adoption)
            later = slice(max(finish, 0), None)
            spent = spent + claim.variable / MONTHS * (worth[later] @ self.adoption[later])
        gained, net = stressed(benefit, spent, defaults.stress_benefit, defaults.stress_cost)
        return replace(self.valued.valuations[ident], benefit=gained, net=net)

    def quarters(self, gains: Draws, costs: Draws) -> tuple[Quarter, ...]:
        """Return the quarters of the horizon, undiscounted."""
        defaults = self.catalogue.defaults
        found: list[Quarter] = []
        for index, first in enumerate(range(0, self.months.horizon, QUARTER), 1):
            benefit = gains[first : first + QUARTER].sum(axis=0)
            cost = costs[first : first + QUARTER].sum(axis=0)
            gained, net = stressed(benefit, cost, defaults.stress_benefit, defaults.stress_cost)
            found.append(Quarter(index, round(float(np.median(cost))), gained, net))
        return tuple(found)
