"""What an initiative claims to earn in a year, draw by draw, before adoption and ramp, and what that costs in a year."""

from dataclasses import dataclass

from roadmap.initiatives import Catalogue, Defaults, Effect, Initiative, Range
from roadmap.plan import Candidate
from roadmap.valuation.business import PARAMETERS, Business, Worth, facts_of, worth_of
from roadmap.valuation.draws import Dice, Draws

WHOLE = Range(1.0, 1.0, 1.0)
SHORTEST_RAMP, LONGEST_RAMP = 10, 18
"""Months; linear ramps of this length have a first-year mean of 0.63 and 0.36."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A year at full adoption: ``benefit`` (gross profit gained or cost saved) and ``variable`` (discounts, rewards …).

    ``cap`` is the most the parameter may bring in a year. ``on_d`` says whether the effect or a fact behind it is of
    grade D. All money in minor units.
    """

    parameter: str
    benefit: Draws
    variable: Draws
    cap: float
    on_d: bool


def ramp_months(initiative: Initiative) -> int:
    """Return the months from completion to full effect; slow first benefits mean a slow rest.

    Two months for every month between completion and the latest first benefit, on top of the shortest ramp.
    """
    wait = max(0, initiative.first_benefit[1] - initiative.months)
    return min(LONGEST_RAMP, SHORTEST_RAMP + 2 * wait)


def parameter_of(effect: Effect, *, repeat: bool) -> tuple[str, str] | None:
    """Return the parameter an effect moves in this trade and what its change is a share of; None claims nothing."""
    if repeat or not effect.without_repeat:
        return effect.parameter, effect.of
    return None if effect.without_repeat == "none" else (effect.without_repeat, "")


def claim_of(candidate: Candidate, catalogue: Catalogue, business: Business, dice: Dice) -> Claim | None:
    """Return a candidate's claim.

    None for enabling work, for effects that mean nothing in this trade, and for what the platform does not offer.
    """
    initiative = catalogue.initiatives[candidate.initiative]
    effect = catalogue.effects.get(initiative.effect or "")
    moved = parameter_of(effect, repeat=business.repeat) if effect else None
    if effect is None or moved is None or not candidate.module.offered:
        return None
    parameter, of = moved
    worth = worth_of(business, parameter, of)
    change = dice.triangular(f"change {effect.id}", effect.change)
    if PARAMETERS[parameter].falls:
        change = -change
    reached = change * _share(effect.exposed, effect.exposed_share, f"exposed {effect.id}", business, dice)
    reached = reached * dice.triangular(f"incremental {effect.id}", effect.incremental or WHOLE)
    value = 1 + dice.triangular(f"value {effect.id}", effect.worth.get("customer_value", Range(0, 0, 0)))
    kept = 1 + dice.triangular(f"kept {effect.id}", effect.worth.get("member_retention", Range(0, 0, 0)))
    cap = _cap(effect, parameter, worth, business, catalogue.defaults)
    return Claim(
        parameter=parameter,
        benefit=reached * (worth.profit * value + worth.follow_on * kept),
        variable=_variable(effect, reached, worth, business, dice),
        cap=cap,
        on_d=_on_d(effect, parameter, of, business),
    )


def _share(fact: str, over: Range | None, name: str, business: Business, dice: Dice) -> Draws:
    if fact:
        return dice.constant(business[fact])
    return dice.triangular(name, over or WHOLE)


def _variable(effect: Effect, reached: Draws, worth: Worth, business: Business, dice: Dice) -> Draws:
    """Charge the rates on the sales gained and on the sales that would have come anyway and cost it too."""
    total = dice.constant(0.0)
    if effect.variable_cost:
        anyway = _share(effect.charged, effect.charged_share, f"charged {effect.id}", business, dice)
        volume = (reached + anyway) * worth.sales
        for kind, rate in sorted(effect.variable_cost.items()):
            total = total + volume * dice.triangular(f"{kind} {effect.id}", rate)
    return total


def _cap(effect: Effect, parameter: str, worth: Worth, business: Business, defaults: Defaults) -> float:
    most = defaults.caps.get(parameter, 1.0) if effect.cap is None else effect.cap
    if parameter == "lost_order_share":
        most = min(most, business["lost_order_share"])
    new = effect.incremental or WHOLE
    return most * new.high * (worth.profit + worth.follow_on)


def _on_d(effect: Effect, parameter: str, of: str, business: Business) -> bool:
    """Return whether the effect, or any fact in its money, is of grade D (assumed ones and missing ones are)."""
    facts = business.facts.values
    used = inputs_of(effect, parameter, of)
    return effect.grade == "D" or any(fact not in facts or facts[fact].grade == "D" for fact in used)


def inputs_of(effect: Effect, parameter: str, of: str) -> tuple[str, ...]:
    """Return the facts in the money of an effect that moves this parameter, as a share of ``of``."""
    return tuple(dict.fromkeys((*facts_of(parameter, of), *filter(None, (effect.exposed, effect.charged)))))
