"""Money: what is said about it has to be computable and to point the right way."""

from collections.abc import Iterator

from questionnaires.findings import Finding
from roadmap.catalogue import Rows
from roadmap.catalogue_rows import DefaultsRow, EffectRow, InitiativeRow
from roadmap.initiatives import CostBand
from roadmap.valuation.business import PARAMETERS, facts_of

SHARES = frozenset({"booking_share", "pickup_share", "top_tier_share", "guide_turnover", "member_order_share"})
"""Facts that say how much of the business is reached, besides those of the profit model itself."""
BANDS: tuple[CostBand, ...] = ("C0", "C1", "C2", "C3", "C4")
LEVELS = (1, 2, 3, 4, 5)


def check_earnings(rows: Rows, defaults: DefaultsRow) -> Iterator[Finding]:
    """Yield R012, R013, R019 to R022 and R024."""
    yield from _defaults(rows, defaults)
    for effect in rows.effects.values():
        yield from _effect(rows, effect, defaults)
    for initiative in rows.initiatives.values():
        yield from _initiative(rows, initiative, defaults)


def _defaults(rows: Rows, defaults: DefaultsRow) -> Iterator[Finding]:
    for band in BANDS:
        if band not in defaults.bands:
            yield rows.about(defaults, "R021", f"Cost band {band} has no money.", "Add it to bands.", "bands")
    missing = [level for level in LEVELS if level not in defaults.adoption]
    if missing:
        message = f"Adoption has no share for level {', '.join(map(str, missing))}."
        yield rows.about(defaults, "R021", message, "Give a share for each level from 1 to 5.", "adoption")
    shares = [defaults.adoption[level] for level in LEVELS if level in defaults.adoption]
    if shares != sorted(shares) or any(not 0 <= share <= 1 for share in shares):
        message = "Adoption has to rise with the level, between 0 and 1."
        yield rows.about(defaults, "R021", message, "Put the shares in order.", "adoption")
    if sorted(defaults.diminishing, reverse=True) != list(defaults.diminishing):
        message = "The weights of further effects must never rise."
        yield rows.about(defaults, "R021", message, "Put them in falling order.", "diminishing")


def _effect(rows: Rows, effect: EffectRow, defaults: DefaultsRow) -> Iterator[Finding]:
    moved = [effect.parameter, *([effect.without_repeat] if effect.without_repeat not in ("", "none") else [])]
    for parameter in moved:
        if parameter not in PARAMETERS:
            message = f"The profit model has no parameter {parameter}."
            yield rows.about(effect, "R019", message, f"Use one of {', '.join(sorted(PARAMETERS))}.", "parameter")
        elif effect.cap is None and parameter not in defaults.caps:
            message = f"Nothing caps what effects on {parameter} may come to together."
            yield rows.about(effect, "R021", message, "Give the effect a cap, or the parameter one in defaults.")
    facts = SHARES.union(*(facts_of(parameter, "") for parameter in PARAMETERS))
    for key in ("exposed", "charged"):
        fact = getattr(effect, key)
        if fact and fact not in facts:
            message = f"The profit model does not know the fact {fact}."
            yield rows.about(effect, "R019", message, "Name a fact that is asked for, or give a range instead.", key)
    if effect.parameter in PARAMETERS and not _right_way(effect):
        falls = PARAMETERS[effect.parameter].falls
        message = f"{effect.parameter} has to {'fall' if falls else 'rise'} to bring profit."
        yield rows.about(effect, "R020", message, "Turn the signs of the change.", "change")
    for ident in effect.initiatives:
        if ident in rows.initiatives and rows.initiatives[ident].effect != effect.id:
            message = f"{effect.id} lists {ident}, which names another effect."
            yield rows.about(effect, "R012", message, "Let both name each other.", "initiatives")


def _right_way(effect: EffectRow) -> bool:
    falls = PARAMETERS[effect.parameter].falls
    return effect.change.high <= 0 if falls else effect.change.low >= 0


def _initiative(rows: Rows, row: InitiativeRow, defaults: DefaultsRow) -> Iterator[Finding]:
    if (row.lever is None) == (row.enables is None):
        message = f"{row.id} has to name either a lever it moves or what it enables."
        yield rows.about(row, "R013", message, "Keep one of lever and enables.", "lever")
    if (row.lever is None) != (row.effect is None):
        message = f"{row.id} claims profit by a lever without an effect, or by an effect without a lever."
        yield rows.about(row, "R013", message, "Give it both, or neither.", "effect")
    if row.effect in rows.effects and row.id not in rows.effects[row.effect].initiatives:
        message = f"{row.id} names {row.effect}, which does not list it."
        yield rows.about(row, "R012", message, "Let both name each other.", "effect")
    band = defaults.bands.get(row.cost)
    if band is not None and not band.low <= row.one_off.base <= band.high:
        message = f"{row.id} costs {row.one_off.base:,.0f} once, outside band {row.cost}."
        yield rows.about(row, "R022", message, "Change the band or the money.", "one_off", warning=True)
    if row.first_benefit[0] > row.first_benefit[1]:
        message = f"{row.id} has its first benefit latest before earliest."
        yield rows.about(row, "R024", message, "Write the earlier month first.", "first_benefit")
