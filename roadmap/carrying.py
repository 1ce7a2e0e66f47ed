"""How a platform carries an initiative: module, depth, effort, and the level that can be reached on it."""

from collections.abc import Mapping
from math import ceil

from roadmap.initiatives import Catalogue, Initiative, Via
from roadmap.plan import ModuleUse, Reason
from roadmap.platforms import Module, Platform

FACTOR: Mapping[int, float] = {3: 0.7, 2: 1.0, 1: 1.8, 0: 1.8}
"""Effort factor by depth. What is not offered is built or done by hand, which takes no less than development."""
USEFUL_DEPTH = 2
NO_SYSTEM = "ORG"
DECIMALS = 4
TINY = 1e-9


def depth_of(module: Module | None, capability: str) -> int:
    """Return how deep a module serves a capability; 0 without the module."""
    return 0 if module is None else module.overrides.get(capability, module.depth)


def module_use(initiative: Initiative, platform: Platform, catalogue: Catalogue) -> ModuleUse:
    """Return the module an initiative runs on here. People raises need none."""
    by_platform = [lifted.capability for lifted in initiative.raises if lifted.via == "platform"]
    if not by_platform:
        return ModuleUse(NO_SYSTEM, 3, 1.0, offered=True)
    module = platform.modules.get(initiative.module)
    depth = min(depth_of(module, capability) for capability in by_platform)
    offered = depth > 0
    other = None if offered else _other_way(initiative.module, platform, catalogue)
    return ModuleUse(initiative.module, depth, FACTOR[depth], offered=offered, alternative=other)


def _other_way(module: str, platform: Platform, catalogue: Catalogue) -> Reason:
    """Name platforms that offer the module ready or by configuration; failing that, the work is done by hand."""
    others = [
        ident
        for ident, other in sorted(catalogue.platforms.items())
        if ident != platform.id and module in other.modules and other.modules[module].depth >= USEFUL_DEPTH
    ]
    if others:
        return Reason("other_platform", {"module": module, "platforms": others})
    return Reason("by_hand", {"module": module})


def effort_here(initiative: Initiative, use: ModuleUse) -> dict[str, float]:
    """Return person-weeks by role with the factor on the platform share of the effort (share of the raises)."""
    by_platform = sum(lifted.via == "platform" for lifted in initiative.raises)
    share = by_platform / len(initiative.raises) if initiative.raises else 0.0
    factor = 1 + share * (use.factor - 1)
    return {role: round(weeks * factor, DECIMALS) for role, weeks in initiative.effort.items()}


def months_here(initiative: Initiative, effort: Mapping[str, float], capacity: Mapping[str, float]) -> int:
    """Return the months an initiative takes: those planned, or more when a role cannot do its part in them.

    A role without any capacity stretches nothing; what needs it cannot be done at all.

    >>> from types import SimpleNamespace
    >>> months_here(SimpleNamespace(months=1), {"business": 6.5}, {"business": 3.0})
    3
    """
    needed = [ceil(weeks / capacity[role] - TINY) for role, weeks in effort.items() if capacity.get(role, 0.0) > 0]
    return max([initiative.months, *needed])


def reachable(initiative: Initiative, platform: Platform) -> dict[str, tuple[float, Via]]:
    """Return the level each capability can reach here: min(target, depth + 2) through the platform."""
    module = platform.modules.get(initiative.module)
    found: dict[str, tuple[float, Via]] = {}
    for lifted in initiative.raises:
        most = lifted.to if lifted.via == "people" else min(lifted.to, depth_of(module, lifted.capability) + 2)
        found[lifted.capability] = (float(most), lifted.via)
    return found
