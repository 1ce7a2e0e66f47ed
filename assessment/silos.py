"""What the system register says: islands, duplicates, single points of failure, seats nobody uses.

Every finding is a code with parameters; which initiatives it suggests is content (``library/silos.yaml``). Money is in
minor units, shares are fractions of 1.
"""

from collections.abc import Iterator, Mapping, Sequence

from assessment.engagement import DataFlow, Silo, System
from assessment.register_content import SiloContent, SiloDefinition
from assessment.register_graph import (
    BY_HAND,
    RegisterFigures,
    cost_per_used_seat,
    feeds,
    holds_member_data,
    register_figures,
)

CODES = frozenset(
    {
        "silo.islands",
        "silo.members_outside",
        "silo.no_main_system",
        "silo.flows_by_hand",
        "silo.duplicate_tools",
        "silo.channel_unconnected",
        "silo.single_person",
        "silo.single_bridge",
        "silo.no_alert",
        "silo.unused_seats",
        "silo.bought_unused",
    }
)


def find_silos(systems: Sequence[System], flows: Sequence[DataFlow], content: SiloContent) -> tuple[Silo, ...]:
    """Return all findings in the order of the content, then by system. An empty register finds nothing."""
    if not systems:
        return ()
    figures = register_figures(systems, flows)
    found = [
        *_whole(figures, systems, flows, content.definitions),
        *_tools(systems, content.definitions),
        *_channels(systems, flows, figures, content),
        *_owners(systems, content.definitions),
    ]
    order = list(content.definitions)
    return tuple(sorted(found, key=lambda silo: order.index(silo.code)))


def _silo(definition: SiloDefinition, **params: object) -> Silo:
    why = {"why_zh": definition.why.zh, "why_en": definition.why.en}
    return Silo(definition.code, {**params, **why}, definition.initiatives)


def _whole(
    figures: RegisterFigures,
    systems: Sequence[System],
    flows: Sequence[DataFlow],
    known: Mapping[str, SiloDefinition],
) -> Iterator[Silo]:
    """Find what concerns the register as a whole."""
    rule = known["silo.islands"]
    if len(figures.islands) > rule.limit:
        alone = tuple(part[0] for part in figures.islands if len(part) == 1)
        parts = tuple(figures.islands)
        yield _silo(rule, n=len(parts), islands=parts, alone=alone, systems=tuple(s for part in parts for s in part))
    rule = known["silo.no_main_system"]
    if figures.main_system is None and any(holds_member_data(s) for s in systems):
        yield _silo(rule, n=sum(holds_member_data(s) for s in systems))
    rule = known["silo.members_outside"]
    if figures.main_share is not None and figures.main_share < rule.limit:
        main = figures.main_system
        records = sum(s.members for s in systems)
        outside = sum(s.members for s in systems if s.id != main)
        yield _silo(rule, system=main, share=figures.main_share, records=records, outside=outside)
    rule = known["silo.flows_by_hand"]
    if figures.automated_share is not None and figures.automated_share < rule.limit:
        by_hand = sum(f.mode == BY_HAND for f in flows)
        yield _silo(rule, share=figures.automated_share, flows=len(flows), by_hand=by_hand)
    rule = known["silo.no_alert"]
    if figures.silent_share is not None and figures.silent_share > rule.limit:
        yield _silo(rule, share=figures.silent_share)
    rule = known["silo.single_bridge"]
    bridges = {system: cut for system, cut in figures.bridges.items() if cut > rule.limit}
    if bridges:
        worst = min(bridges, key=lambda system: (-bridges[system], system))
        yield _silo(rule, systems=tuple(sorted(bridges)), n=len(bridges), system=worst, cut=bridges[worst])


def _tools(systems: Sequence[System], known: Mapping[str, SiloDefinition]) -> Iterator[Silo]:
    """Find tools that were bought twice, are hardly used, or not used at all."""
    same: dict[str, list[System]] = {}
    for system in systems:
        if system.yearly_cost > 0:
            same.setdefault(system.category, []).append(system)
    rule = known["silo.duplicate_tools"]
    for category in sorted(same):
        tools = sorted(same[category], key=lambda s: s.id)
        if len(tools) > rule.limit:
            cost = sum(s.yearly_cost for s in tools)
            yield _silo(rule, category=category, systems=tuple(s.id for s in tools), n=len(tools), cost=cost)
    dead, idle = known["silo.bought_unused"], known["silo.unused_seats"]
    for system in sorted(systems, key=lambda s: s.id):
        if system.yearly_cost <= 0 or not system.accounts or system.active_accounts is None:
            continue
        share = system.active_accounts / system.accounts
        params: dict[str, object] = {
            "system": system.id,
            "accounts": system.accounts,
            "active": system.active_accounts,
            "share": share,
            "cost": system.yearly_cost,
        }
        if share <= dead.limit:
            yield _silo(dead, **params)
        elif share < idle.limit:
            yield _silo(idle, **params, per_seat=cost_per_used_seat(system))


def _channels(
    systems: Sequence[System], flows: Sequence[DataFlow], figures: RegisterFigures, content: SiloContent
) -> Iterator[Silo]:
    """Find channels that collect members but do not feed the main member system."""
    main = figures.main_system
    if main is None:
        return
    for system in sorted(systems, key=lambda s: s.id):
        collects = system.category in content.channels and holds_member_data(system)
        if collects and system.id != main and not feeds(system.id, main, flows):
            rule = content.definitions["silo.channel_unconnected"]
            yield _silo(rule, system=system.id, category=system.category, main=main, members=system.members)


def _owners(systems: Sequence[System], known: Mapping[str, SiloDefinition]) -> Iterator[Silo]:
    """Find people who hold many systems alone."""
    rule = known["silo.single_person"]
    held: dict[str, list[str]] = {}
    for system in systems:
        if system.owner:
            held.setdefault(system.owner, []).append(system.id)
    for owner in sorted(held):
        if len(held[owner]) >= rule.limit:
            yield _silo(rule, person=owner, systems=tuple(sorted(held[owner])), n=len(held[owner]))
