"""What a plan does about each gap: closes it, raises it short of the target, or leaves it. One answer for page and report."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from roadmap.carrying import reachable
from roadmap.initiatives import Catalogue
from roadmap.plan import Plan, PlanItem
from scoring.sheet import Gap

GapState = Literal["closed", "raised", "untouched"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of a gap, and the initiatives that do it, in the order of the plan; none when it is untouched."""

    gap: Gap
    state: GapState
    by: tuple[str, ...] = ()


def outcomes_of(
    gaps: Iterable[Gap], plan: Plan, catalogue: Catalogue, dropped: Collection[str] = ()
) -> Mapping[str, Outcome]:
    """Return the outcome of every gap, in the order of the gaps; ``dropped`` items of the plan do nothing any more."""
    items = [item for item in plan.items if item.initiative not in dropped]
    return {gap.capability: _outcome(gap, items, plan.platform, catalogue) for gap in gaps}


def _outcome(gap: Gap, items: Iterable[PlanItem], platform: str, catalogue: Catalogue) -> Outcome:
    closing = tuple(item.initiative for item in items if gap.capability in item.closes)
    if closing:
        return Outcome(gap, "closed", closing)
    raising = tuple(i.initiative for i in items if gap.capability in lifted(i.initiative, [gap], platform, catalogue))
    return Outcome(gap, "raised", raising) if raising else Outcome(gap, "untouched")


def lifted(initiative: str, gaps: Iterable[Gap], platform: str, catalogue: Catalogue) -> frozenset[str]:
    """Return the capabilities with a gap that an initiative lifts above where they stand, as far as this platform goes.

    A plan outlives what the content renames: an initiative that is gone lifts nothing that is known.
    """
    known, on = catalogue.initiatives.get(initiative), catalogue.platforms.get(platform)
    if known is None:
        return frozenset()
    levels = (
        {c: to for c, (to, _) in reachable(known, on).items()} if on else {x.capability: x.to for x in known.raises}
    )
    return frozenset(gap.capability for gap in gaps if levels.get(gap.capability, 0.0) > gap.level)
