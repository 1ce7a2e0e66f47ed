"""Money: what is said about it has to be computable and to point the right way."""

from collections.abc import Iterator

from questionnaires.findings import Finding
from roadmap.catalogue import Rows
from roadmap.catalogue_rows import DefaultsRow, EffectRow, InitiativeRow
from roadmap.checking.telling import told
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
            yield told(rows, defaults, "R021.band", ("bands",), band=band)
    missing = [level for level in LEVELS if level not in defaults.adoption]
    if missing:
        yield told(rows, defaults, "R021.levels", ("adoption",), levels=", ".join(map(str, missing)))
    shares = [defaults.adoption[level] for level in LEVELS if level in defaults.adoption]
    if shares != sorted(shares) or any(not 0 <= share <= 1 for share in shares):
        yield told(rows, defaults, "R021.adoption", ("adoption",))
    if sorted(defaults.diminishing, reverse=True) != list(defaults.diminishing):
        yield told(rows, defaults, "R021.weights", ("diminishing",))


def _effect(rows: Rows, effect: EffectRow, defaults: DefaultsRow) -> Iterator[Finding]:
    moved = [effect.parameter, *([effect.without_repeat] if effect.without_repeat not in ("", "none") else [])]
    for parameter in moved:
        if parameter not in PARAMETERS:
            choices = ", ".join(sorted(PARAMETERS))
            yield told(rows, effect, "R019.parameter", ("parameter",), name=parameter, choices=choices)
        elif effect.cap is None and parameter not in defaults.caps:
            yield told(rows, effect, "R021.cap", (), name=parameter)
    facts = SHARES.union(*(facts_of(parameter, "") for parameter in PARAMETERS))
    for key in ("exposed", "charged"):
        fact = getattr(effect, key)
        if fact and fact not in facts:
            yield told(rows, effect, "R019.fact", (key,), name=fact)
    if effect.parameter in PARAMETERS and not _right_way(effect):
        way = "fall" if PARAMETERS[effect.parameter].falls else "rise"
        yield told(rows, effect, f"R020.{way}", ("change",), name=effect.parameter)
    for ident in effect.initiatives:
        if ident in rows.initiatives and rows.initiatives[ident].effect != effect.id:
            yield told(rows, effect, "R012.listed", ("initiatives",), effect=effect.id, id=ident)


def _right_way(effect: EffectRow) -> bool:
    falls = PARAMETERS[effect.parameter].falls
    return effect.change.high <= 0 if falls else effect.change.low >= 0


def _initiative(rows: Rows, row: InitiativeRow, defaults: DefaultsRow) -> Iterator[Finding]:
    if (row.lever is None) == (row.enables is None):
        yield told(rows, row, "R013.either", ("lever",), id=row.id)
    if (row.lever is None) != (row.effect is None):
        yield told(rows, row, "R013.both", ("effect",), id=row.id)
    if row.effect in rows.effects and row.id not in rows.effects[row.effect].initiatives:
        yield told(rows, row, "R012.named", ("effect",), id=row.id, effect=row.effect)
    band = defaults.bands.get(row.cost)
    if band is not None and not band.low <= row.one_off.base <= band.high:
        money = f"{row.one_off.base:,.0f}"
        yield told(rows, row, "R022", ("one_off",), warning=True, id=row.id, money=money, band=row.cost)
    if row.first_benefit[0] > row.first_benefit[1]:
        yield told(rows, row, "R024", ("first_benefit",), id=row.id)
