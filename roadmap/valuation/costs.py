"""What an initiative costs: money once, internal work, upkeep a year; and what modules cost, once for all that use them."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from roadmap.carrying import module_use
from roadmap.initiatives import Catalogue, Platform, Range
from roadmap.plan import Candidate, ModuleUse
from roadmap.prerequisites import closure
from roadmap.valuation.draws import Dice, Draws

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Cost:
    """Money in minor units: ``one_off`` external, ``labour`` internal work, ``yearly`` upkeep."""

    one_off: Draws
    labour: float
    yearly: Draws


def cost_of(candidate: Candidate, catalogue: Catalogue, dice: Dice) -> Cost:
    """Return a candidate's own cost. The external money is that of the initiative, the work that of this platform."""
    initiative = catalogue.initiatives[candidate.initiative]
    return Cost(
        one_off=dice.triangular(f"one_off {initiative.id}", initiative.one_off),
        labour=labour_of(candidate, catalogue),
        yearly=dice.triangular(f"yearly {initiative.id}", initiative.yearly),
    )


def labour_of(candidate: Candidate, catalogue: Catalogue) -> float:
    """Return the cost of internal work: person-weeks at the default rate."""
    return sum(candidate.effort.values()) * catalogue.defaults.person_week


def modules_of(candidates: Iterable[Candidate], platform: Platform) -> tuple[str, ...]:
    """Return the modules that candidates run on, with those these require, sorted."""
    return modules_behind((candidate.module for candidate in candidates), platform)


def modules_behind(uses: Iterable[ModuleUse], platform: Platform) -> tuple[str, ...]:
    """Return the modules used, with those these require, sorted."""
    used = {use.module for use in uses if use.offered and use.module in platform.modules}
    return closure(used, lambda module: [m for m in platform.modules[module].requires if m in platform.modules])


def modules_there(catalogue: Catalogue, platform: Platform, done: Iterable[str]) -> frozenset[str]:
    """Return the modules that finished initiatives run on already: nothing more is due for them."""
    uses = [module_use(catalogue.initiatives[ident], platform, catalogue) for ident in done]
    return frozenset(modules_behind(uses, platform))


def fee_of(module: str, platform: Platform) -> Range:
    """Return the yearly fee of a module."""
    return platform.modules[module].yearly_fee or Range(0, 0, 0)


@dataclass(frozen=True, slots=True)
class Months:
    """The months in which money is counted, with what an amount of each is worth at the start."""

    discounts: tuple[float, ...]

    @property
    def horizon(self) -> int:
        """Months counted."""
        return len(self.discounts)

    def running(self, start: int, months: int) -> float:
        """Return the worth of one unit spread evenly over the running months; months before the start are sunk."""
        return sum(self.discounts[max(start, 0) : max(start + months, 0)]) / months

    def after(self, finish: int) -> float:
        """Return the worth of one unit in every month from ``finish`` on."""
        return sum(self.discounts[max(finish, 0) :])

    def ramped(self, finish: int, ramp: int) -> float:
        """Return the worth of one unit a month from ``finish`` on, along the ramp."""
        return sum(worth * ramp_at(month, finish, ramp) for month, worth in enumerate(self.discounts))


def ramp_at(month: int, finish: int, ramp: int) -> float:
    """Return the share of the full effect in a month: linear over ``ramp`` months from ``finish`` on.

    >>> [ramp_at(month, 2, 4) for month in range(7)]
    [0.0, 0.0, 0.25, 0.5, 0.75, 1.0, 1.0]
    """
    return min(1.0, max(0, month - finish + 1) / ramp)


def monthly_rate(catalogue: Catalogue) -> float:
    """Return the discount rate of a month."""
    return float((1 + catalogue.defaults.discount_per_year) ** (1 / MONTHS) - 1)


def months_of(catalogue: Catalogue) -> Months:
    """Return the horizon's months, discounted at the catalogue's yearly rate."""
    rate = monthly_rate(catalogue)
    return Months(tuple(float(d) for d in np.power(1 + rate, -np.arange(catalogue.defaults.horizon_months))))
