"""What the gaps ask of a platform, module by module, and how much of it each platform serves. Pure figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reports.reading import Reading
from roadmap import platform_fit
from roadmap.carrying import USEFUL_DEPTH, depth_of
from roadmap.initiatives import Catalogue
from roadmap.situation import SystemEntry
from scoring.sheet import Gap

MOST = 3
"""Platforms that stand side by side on a page."""


@dataclass(frozen=True, slots=True)
class ModuleNeed:
    """A module that initiatives could close gaps with. ``weights`` are the priorities of those gaps by capability."""

    module: str
    weights: Mapping[str, float]

    @property
    def total(self) -> float:
        """Priority of all gaps the module works on."""
        return sum(self.weights.values())


def module_needs(gaps: Sequence[Gap], catalogue: Catalogue) -> tuple[ModuleNeed, ...]:
    """Return the modules the gaps ask for, the most needed first. Several modules may work on the same gap."""
    priority = {gap.capability: float(gap.priority) for gap in gaps}
    found: dict[str, dict[str, float]] = {}
    for initiative in catalogue.initiatives.values():
        for lifted in initiative.raises:
            if lifted.via == "platform" and lifted.capability in priority:
                found.setdefault(initiative.module, {})[lifted.capability] = priority[lifted.capability]
    needs = (ModuleNeed(module, weights) for module, weights in found.items())
    return tuple(sorted(needs, key=lambda need: (-need.total, need.module)))


def served(need: ModuleNeed, platform: str, catalogue: Catalogue) -> float:
    """Return the share of a module's need that the platform serves at depth 2 or more."""
    module = catalogue.platforms[platform].modules.get(need.module)
    reached = sum(weight for c, weight in need.weights.items() if depth_of(module, c) >= USEFUL_DEPTH)
    return reached / need.total if need.total else 1.0


def depth_in(need: ModuleNeed, platform: str, catalogue: Catalogue) -> int:
    """Return the depth of a module on a platform: the lowest over the capabilities it is needed for."""
    module = catalogue.platforms[platform].modules.get(need.module)
    return min((depth_of(module, capability) for capability in need.weights), default=0)


def fits_of(r: Reading) -> dict[str, Mapping[str, float]]:
    """Return the fit (P1 to P4, total, knocked_out) of the platforms to print, in their order.

    First the platform of the plan, then the best-fitting of those it was compared on, the one the profile names among
    them, then the best of the others. A fit that was stored with the plan stands, so that page and report say the same.
    """
    catalogue = r.dossier.catalogue
    systems = tuple(SystemEntry(s.id, s.category, s.name) for s in r.dossier.systems)
    stored = {one.platform: one.fit for one in r.dossier.comparisons if one.platform in catalogue.platforms}
    fits = {
        ident: stored.get(ident) or platform_fit(platform, r.dossier.gaps, systems, catalogue)
        for ident, platform in catalogue.platforms.items()
    }
    first = r.published.platform if r.published else r.dossier.profile.platform
    order = sorted(fits, key=lambda ident: (ident != first, ident not in stored, -fits[ident]["total"], ident))
    wish = r.dossier.profile.compare_platform
    shown = order[:MOST]
    if wish in stored and wish not in shown:
        shown = [*shown[:-1], wish]
    return {ident: fits[ident] for ident in shown}
