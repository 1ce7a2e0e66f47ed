"""Value every candidate alone: what it would earn and cost, its open prerequisites paid for, started as soon as can be."""

from collections.abc import Mapping

import numpy as np

from roadmap.initiatives import Catalogue, Platform
from roadmap.plan import Candidate, Proposal, Valuation, Valued
from roadmap.prerequisites import closure, earliest_starts
from roadmap.situation import Constraints, Facts, IndustryRules, Standing
from roadmap.valuation.adoption import ADOPTION, share_at
from roadmap.valuation.business import business
from roadmap.valuation.claims import Claim, claim_of, ramp_months
from roadmap.valuation.costs import MONTHS, Cost, Months, cost_of, fee_of, modules_of, modules_there, months_of
from roadmap.valuation.draws import Dice, Draws, stressed

SEED = 20261124
ENOUGH_MONTHS, ENOUGH_STORES = 12, 3


def value(
    proposal: Proposal,
    catalogue: Catalogue,
    facts: Facts,
    industry: IndustryRules,
    standing: Standing,
    constraints: Constraints,
    *,
    seed: int = SEED,
    draws: int | None = None,
) -> Valued:
    """Return cost and benefit of every candidate over the horizon, as ranges from seeded draws.

    Effects are defaults from the catalogue on the client's own figures, at today's front-line adoption; a plan that
    lifts adoption is worth more, which choosing and dating count. ``draws`` None takes the catalogue's number.
    """
    dice = Dice(seed, draws or catalogue.defaults.draws)
    today = business(facts, repeat=industry.repeat_business)
    level = standing.levels.get(ADOPTION)
    case = _Case(proposal, catalogue, dice, constraints, share_at(level or 1.0, catalogue.defaults.adoption))
    claims = {ident: claim_of(c, catalogue, today, dice) for ident, c in proposal.candidates.items()}
    thin = indication_only(facts)
    valuations = {ident: case.valuation(ident, claim, thin=thin) for ident, claim in claims.items()}
    return Valued(proposal, valuations, seed, dice.draws, caps_of(claims), dict(standing.levels))


def indication_only(facts: Facts) -> bool:
    """Return whether there is too little data for more than an indication: under 12 months or 3 pilot stores."""
    return facts.months_of_data < ENOUGH_MONTHS or facts.pilot_stores < ENOUGH_STORES


def caps_of(claims: Mapping[str, Claim | None]) -> dict[str, float]:
    """Return, per parameter, the most all claims together may bring in a month."""
    found: dict[str, float] = {}
    for claim in claims.values():
        if claim is not None:
            found[claim.parameter] = max(found.get(claim.parameter, 0.0), claim.cap / MONTHS)
    return dict(sorted(found.items()))


class _Case:
    """What all candidates of one valuation share."""

    def __init__(
        self, proposal: Proposal, catalogue: Catalogue, dice: Dice, constraints: Constraints, adoption: float
    ) -> None:
        self.candidates = proposal.candidates
        self.catalogue = catalogue
        self.platform: Platform = catalogue.platforms[proposal.platform]
        self.dice = dice
        self.adoption = adoption
        self.months: Months = months_of(catalogue)
        self.costs: dict[str, Cost] = {i: cost_of(c, catalogue, dice) for i, c in self.candidates.items()}
        needs = {ident: candidate.needs for ident, candidate in self.candidates.items()}
        months = {ident: c.months for ident, c in self.candidates.items()}
        self.starts = earliest_starts(needs, months, constraints.not_before, constraints.started)
        self.there = modules_there(catalogue, self.platform, constraints.done)
        self.enabled: dict[str, list[str]] = {}
        for ident, candidate in self.candidates.items():
            for need in candidate.needs:
                self.enabled.setdefault(need, []).append(ident)

    def valuation(self, ident: str, claim: Claim | None, *, thin: bool) -> Valuation:
        candidate = self.candidates[ident]
        initiative = self.catalogue.initiatives[ident]
        cost, defaults = self.costs[ident], self.catalogue.defaults
        finish = self.starts[ident] + candidate.months
        ramp = ramp_months(initiative)
        benefit = self.dice.constant(0.0)
        spent = self._cost_with_prerequisites(candidate)
        if claim is not None:
            reached = np.minimum(claim.benefit * self.adoption, claim.cap) / MONTHS
            benefit = reached * self.months.ramped(finish, ramp)
            spent = spent + claim.variable / MONTHS * self.adoption * self.months.after(finish)
        gained, net = stressed(benefit, spent, defaults.stress_benefit, defaults.stress_cost)
        full = 0 if claim is None else round(float(np.median(np.minimum(claim.benefit, claim.cap))) / MONTHS)
        return Valuation(
            initiative=ident,
            one_off=round(initiative.one_off.base),
            monthly_cost=round((initiative.one_off.base + cost.labour) / candidate.months),
            run_cost_per_month=round(initiative.yearly.base / MONTHS),
            benefit_per_month=full,
            ramp_months=ramp,
            benefit=gained,
            net=net,
            parameter=None if claim is None else claim.parameter,
            enables=() if initiative.lever else self._enables(ident),
            d_share=1.0 if claim is not None and claim.on_d and gained.p50 else 0.0,
            indication_only=thin,
            variable_cost_per_month=0 if claim is None else round(float(np.median(claim.variable)) / MONTHS),
        )

    def _enables(self, ident: str) -> tuple[str, ...]:
        lever = self.catalogue.initiatives[ident].enables
        return tuple(sorted(self.enabled.get(ident, ()))) or ((lever,) if lever else ())

    def _cost_with_prerequisites(self, candidate: Candidate) -> Draws:
        chain = [self.candidates[i] for i in closure([candidate.initiative], lambda one: self.candidates[one].needs)]
        total = self.dice.constant(0.0)
        for one in chain:
            cost, start = self.costs[one.initiative], self.starts[one.initiative]
            total = total + (cost.one_off + cost.labour) * self.months.running(start, one.months)
            total = total + cost.yearly / MONTHS * self.months.after(start + one.months)
        for module in sorted(set(modules_of(chain, self.platform)) - self.there):
            first = min(self.starts[c.initiative] for c in chain if module in modules_of([c], self.platform))
            fee = self.dice.triangular(f"fee {self.platform.id} {module}", fee_of(module, self.platform))
            total = total + fee / MONTHS * self.months.after(first)
        return total
