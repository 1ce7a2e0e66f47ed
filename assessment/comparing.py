"""The same roadmap on every other platform of the content, side by side, and which of them speak against the choice."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assessment.dossier import PlatformComparison
from assessment.engagement import CompanyProfile
from roadmap import platform_fit
from roadmap.initiatives import Catalogue, Platform
from roadmap.plan import Plan
from roadmap.situation import SystemEntry
from scoring import Gap

if TYPE_CHECKING:
    from assessment.content import ContentPack

MONTHS = 12


def other_platforms(profile: CompanyProfile, main: str, content: "ContentPack") -> tuple[str, ...]:
    """Return every platform of the content but the plan's own: first those the profile names, then by id."""
    wishes = (profile.compare_platform, profile.platform, *sorted(content.catalogue.platforms))
    known = (p for p in wishes if p and p != main and p in content.catalogue.platforms)
    return tuple(dict.fromkeys(known))


def compared(
    plan: Plan, gaps: Sequence[Gap], systems: Sequence[SystemEntry], catalogue: Catalogue
) -> PlatformComparison:
    """Return what a plan would earn and cost on its platform, with the fit and what the platform does not offer."""
    platform = catalogue.platforms[plan.platform]
    spend = platform_spend(plan, platform)
    return PlatformComparison(
        platform=plan.platform,
        items=len(plan.items),
        one_off=plan.one_off,
        person_weeks=plan.person_weeks,
        net_p50=plan.net.p50,
        fit=platform_fit(platform, gaps, systems, catalogue),
        not_offered=tuple(item.initiative for item in plan.items if not item.module.offered),
        profit_per_yuan=plan.net.p50 / spend if spend else None,
        status=plan.selection.solution.status,
    )


def unplanned(
    platform: str, gaps: Sequence[Gap], systems: Sequence[SystemEntry], catalogue: Catalogue
) -> PlatformComparison:
    """Return the row of a platform on which no plan was found in time: its fit, and no figure of a plan."""
    fit = platform_fit(catalogue.platforms[platform], gaps, systems, catalogue)
    return PlatformComparison(platform, 0, 0, 0.0, 0, fit, (), None, "no_plan")


def rivals(comparisons: Sequence[PlatformComparison], main: str) -> tuple[PlatformComparison, ...]:
    """Return the platforms to hold the plan's own against: the best-fitting other, then one that earns more than both.

    Nothing without a plan on the own platform and on another one. A platform that is out by the rules, because it gives
    no data back, comes last however well it earns.
    """
    own = next((one for one in comparisons if one.platform == main), None)
    others = [one for one in comparisons if one.platform != main and one.run]
    if own is None or not others:
        return ()
    closest = max(others, key=lambda one: (one.fit["total"], one.net_p50, one.platform))
    richest = max(others, key=lambda one: (not one.fit["knocked_out"], one.net_p50, one.platform))
    more = richest.net_p50 > max(own.net_p50, closest.net_p50) and not richest.fit["knocked_out"]
    return (closest, richest) if more else (closest,)


def speaks_against(own: PlatformComparison, other: PlatformComparison) -> bool:
    """Whether a platform fits better or earns more than the plan's own; one that is out by the rules never does."""
    if other.fit["knocked_out"] or not other.run:
        return False
    return other.fit["total"] > own.fit["total"] or other.net_p50 > own.net_p50


def platform_spend(plan: Plan, platform: Platform) -> float:
    """Return the yearly fees of the modules a plan uses, each once, over its horizon. Minor units."""
    used = {item.module.module for item in plan.items if item.module.offered} & platform.modules.keys()
    fees = (platform.modules[module].yearly_fee for module in sorted(used))
    return sum(fee.base for fee in fees if fee) * plan.horizon_months / MONTHS
