"""The system register as graphs: where member data can flow, which systems hold the rest together. Pure figures."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

import networkx as nx

from assessment.engagement import DataFlow, System

MEMBER_DATA = frozenset({"members", "contacts", "leads"})
AUTOMATIC = frozenset({"api", "live"})
BY_HAND = "manual"


@dataclass(frozen=True, slots=True)
class RegisterFigures:
    """Figures of a register; shares are None when there is nothing to share.

    ``islands`` are the parts of the member-data graph that never exchange member data, largest first. ``main_share`` is
    the main system's member records over all records held anywhere (duplicates included: nobody knows them yet).
    ``automated_share`` counts flows by API or live. ``silent_share`` is the share of flows not done by hand that can fail
    unnoticed. ``seat_cost`` maps a system to its yearly cost per used seat in minor units (None: nobody uses it).
    ``bridges`` maps a system to the number of systems cut off from the largest remaining part when it fails.
    """

    islands: tuple[tuple[str, ...], ...]
    main_system: str | None
    main_share: float | None
    automated_share: float | None
    silent_share: float | None
    seat_cost: Mapping[str, int | None]
    bridges: Mapping[str, int]


def register_figures(systems: Sequence[System], flows: Sequence[DataFlow]) -> RegisterFigures:
    """Return the figures of a register. Flows from or to a system that is not registered are left out."""
    known = {s.id for s in systems}
    inside = [f for f in flows if f.source in known and f.target in known]
    main = next((s for s in sorted(systems, key=lambda s: s.id) if s.main_member_system), None)
    records = sum(s.members for s in systems)
    moving = [f for f in inside if f.mode != BY_HAND]
    return RegisterFigures(
        islands=_islands(systems, inside),
        main_system=main.id if main else None,
        main_share=main.members / records if main and records else None,
        automated_share=sum(f.mode in AUTOMATIC for f in inside) / len(inside) if inside else None,
        silent_share=sum(not f.failure_alert for f in moving) / len(moving) if moving else None,
        seat_cost={s.id: cost_per_used_seat(s) for s in systems if s.accounts and s.active_accounts is not None},
        bridges=_bridges(inside),
    )


def holds_member_data(system: System) -> bool:
    """Return whether a system holds members, contacts or leads."""
    return system.members > 0 or bool(MEMBER_DATA & set(system.holds))


def cost_per_used_seat(system: System) -> int | None:
    """Return the yearly cost per seat that was used, in whole minor units (half up); None when no seat is.

    >>> cost_per_used_seat(System("crm", "CRM", "crm", yearly_cost=8_600_000, accounts=64, active_accounts=31))
    277419
    """
    used = system.active_accounts
    return (2 * system.yearly_cost + used) // (2 * used) if used else None


def feeds(source: str, target: str, flows: Iterable[DataFlow]) -> bool:
    """Return whether member data gets from one system to another, through whatever lies between."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from((source, target))
    graph.add_edges_from((f.source, f.target) for f in flows if MEMBER_DATA & set(f.objects))
    return bool(nx.has_path(graph, source, target))  # pyright: ignore[reportUnknownMemberType]


def _islands(systems: Sequence[System], flows: Sequence[DataFlow]) -> tuple[tuple[str, ...], ...]:
    holding = {s.id for s in systems if holds_member_data(s)}
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(sorted(holding))
    carrying = [f for f in flows if MEMBER_DATA & set(f.objects)]
    graph.add_edges_from((f.source, f.target) for f in carrying if f.source in holding and f.target in holding)
    parts = cast("Iterable[set[str]]", nx.weakly_connected_components(graph))
    return tuple(sorted((tuple(sorted(part)) for part in parts), key=lambda part: (-len(part), part)))


def _bridges(flows: Sequence[DataFlow]) -> dict[str, int]:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edges_from((f.source, f.target) for f in flows if f.source != f.target)
    cut: dict[str, int] = {}
    for system in sorted(cast("Iterable[str]", nx.articulation_points(graph))):
        rest = graph.copy()
        rest.remove_node(system)
        component = nx.node_connected_component(graph, system) - {system}
        parts = [part for part in cast("Iterable[set[str]]", nx.connected_components(rest)) if part <= component]
        cut[system] = len(component) - max(len(part) for part in parts)
    return cut
