"""How well a platform fits this client: philosophy, what is needed, openness to the client's systems, growth."""

from collections.abc import Mapping, Sequence

from roadmap.carrying import USEFUL_DEPTH, depth_of
from roadmap.catalogue import load_catalogue
from roadmap.initiatives import Catalogue
from roadmap.platforms import Platform, RubricLine
from roadmap.situation import SystemEntry
from scoring.sheet import Gap

WEIGHTS: Mapping[str, float] = {"P1": 0.20, "P2": 0.25, "P3": 0.35, "P4": 0.20}
FULL_LINE = 4


def platform_fit(
    platform: Platform, gaps: Sequence[Gap], systems: Sequence[SystemEntry], catalogue: Catalogue | None = None
) -> Mapping[str, float]:
    """Return P1 to P4 and ``total`` (0-100) and ``knocked_out`` (1 when member and order data cannot be exported).

    P1 and P4 are the means of their rubric lines. P2 is the share of needed capabilities, weighted by the priority of
    their gaps, that an initiative can lift on a module of depth 2 or more; gaps that only people close do not count,
    and a feature nobody needs earns nothing. P3 is the mean of its lines times the share of the client's systems with a
    connector. A knocked-out platform has the total 0. ``catalogue`` None is the built-in one.
    """
    known = catalogue or load_catalogue()
    parts = {
        "P1": _rubric(platform.philosophy),
        "P2": _covered(platform, gaps, known),
        "P3": _rubric(platform.openness) * _connected(platform, systems),
        "P4": _rubric(platform.growth),
    }
    total = sum(WEIGHTS[part] * share for part, share in parts.items())
    out = not platform.exports_members_and_orders
    shares = {**parts, "total": 0.0 if out else total}
    return {**{part: round(100 * share, 1) for part, share in shares.items()}, "knocked_out": float(out)}


def _rubric(lines: Sequence[RubricLine]) -> float:
    return sum(line.score for line in lines) / (FULL_LINE * len(lines)) if lines else 0.0


def _connected(platform: Platform, systems: Sequence[SystemEntry]) -> float:
    """Return the share of systems with a connector; a client without systems has nothing to connect."""
    if not systems:
        return 1.0
    return sum(system.category in platform.connectors for system in systems) / len(systems)


def _covered(platform: Platform, gaps: Sequence[Gap], catalogue: Catalogue) -> float:
    needed = {gap.capability: float(gap.priority) for gap in gaps}
    deepest: dict[str, int] = {}
    for initiative in catalogue.initiatives.values():
        module = platform.modules.get(initiative.module)
        for lifted in initiative.raises:
            if lifted.via == "platform" and lifted.capability in needed:
                depth = depth_of(module, lifted.capability)
                deepest[lifted.capability] = max(deepest.get(lifted.capability, 0), depth)
    total = sum(needed[capability] for capability in deepest)
    served = sum(needed[capability] for capability, depth in deepest.items() if depth >= USEFUL_DEPTH)
    return served / total if total else 1.0
