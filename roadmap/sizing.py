"""Efforts, cost bands and fees, written for a chain of about 30 stores, scaled to the stores a client has."""

from dataclasses import replace

from roadmap.initiatives import Catalogue, Chain, Initiative
from roadmap.platforms import Module, Platform
from roadmap.ranges import Range

DECIMALS = 4


def factor_of(stores: float, chain: Chain) -> float:
    """Return what a part done store by store takes in a chain of this size, as a multiple of what is written.

    >>> written = Chain(stores=30, floor=0.2, ceiling=4.0)
    >>> [factor_of(stores, written) for stores in (3, 6, 15, 30, 60, 900)]
    [0.2, 0.2, 0.5, 1.0, 2.0, 4.0]
    """
    return min(chain.ceiling, max(chain.floor, stores / chain.stores))


def sized(catalogue: Catalogue, stores: float) -> Catalogue:
    """Return the catalogue for a chain of so many stores; months stay, for stores are done side by side.

    An initiative that touches stores takes less or more of the roles that work store by store, and its money changes in
    the same share. Fees charged by store or seat follow the stores. A chain whose stores nobody knows (0) changes
    nothing.
    """
    chain = catalogue.defaults.chain
    factor = factor_of(stores, chain) if stores > 0 else 1.0
    if factor == 1:
        return catalogue
    return replace(
        catalogue,
        initiatives={ident: _initiative(one, chain, factor) for ident, one in catalogue.initiatives.items()},
        platforms={ident: _platform(one, chain, factor) for ident, one in catalogue.platforms.items()},
    )


def part_by_store(initiative: Initiative, chain: Chain) -> float:
    """Return the share of an initiative that is done store by store: nothing where it touches no store."""
    if not initiative.touches_stores or not initiative.person_weeks:
        return 0.0
    return sum(initiative.effort.get(role, 0.0) for role in chain.roles) / initiative.person_weeks


def _initiative(one: Initiative, chain: Chain, factor: float) -> Initiative:
    part = part_by_store(one, chain)
    if not part:
        return one
    change = 1 + part * (factor - 1)
    effort = {role: _weeks(weeks, factor if role in chain.roles else 1.0) for role, weeks in one.effort.items()}
    return replace(one, effort=effort, one_off=_times(one.one_off, change), yearly=_times(one.yearly, change))


def _weeks(weeks: float, factor: float) -> float:
    return round(weeks * factor, DECIMALS)


def _platform(one: Platform, chain: Chain, factor: float) -> Platform:
    return replace(one, modules={ident: _module(module, chain, factor) for ident, module in one.modules.items()})


def _module(one: Module, chain: Chain, factor: float) -> Module:
    if one.yearly_fee is None or one.price_model not in chain.fees:
        return one
    return replace(one, yearly_fee=_times(one.yearly_fee, factor))


def _times(over: Range, factor: float) -> Range:
    return Range(over.low * factor, over.base * factor, over.high * factor)
