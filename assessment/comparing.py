"""The same roadmap on another platform, side by side."""

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


def second_platform(profile: CompanyProfile, main: str, content: "ContentPack") -> str | None:
    """Return the platform to compare with: the profile's choice, else the first other one of the content."""
    wishes = (profile.compare_platform, profile.platform, *sorted(content.catalogue.platforms))
    return next((p for p in wishes if p and p != main and p in content.catalogue.platforms), None)


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
    )


def platform_spend(plan: Plan, platform: Platform) -> float:
    """Return the yearly fees of the modules a plan uses, each once, over its horizon. Minor units."""
    used = {item.module.module for item in plan.items if item.module.offered} & platform.modules.keys()
    fees = (platform.modules[module].yearly_fee for module in sorted(used))
    return sum(fee.base for fee in fees if fee) * plan.horizon_months / MONTHS
