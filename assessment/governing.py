"""The group that decides: demanded of a plan by rule, not left to the optimiser. See decision 0012.

Which initiative sets it up is content (``governs: group``): it earns nothing by itself, and the governance of the plan
(R11) rests on it.
"""

from collections.abc import Collection
from dataclasses import replace

from roadmap import PlanInput, propose
from roadmap.errors import RoadmapInputError
from roadmap.prerequisites import way_met
from roadmap.situation import Constraints

GROUND = "governance"
"""Code of the reason a reader is shown."""


def with_group(given: PlanInput) -> PlanInput:
    """Return the question with the steering group demanded, where its trade begins with it and it is still to be set up."""
    wanted = tuple(group for group in given.catalogue.governing("group") if _wanted(given, group))
    if not wanted:
        return given
    limits = given.constraints
    grounds = {**limits.grounds, **dict.fromkeys(wanted, GROUND)}
    return replace(given, constraints=replace(limits, must=(*limits.must, *wanted), grounds=grounds))


def without_demands(limits: Constraints, initiatives: Collection[str]) -> Constraints:
    """Return the limits without what a rule demanded; what the client demands stays."""
    gone = limits.grounds.keys() & set(initiatives)
    grounds = {ident: ground for ident, ground in limits.grounds.items() if ident not in gone}
    return replace(limits, must=tuple(ident for ident in limits.must if ident not in gone), grounds=grounds)


def _wanted(given: PlanInput, group: str) -> bool:
    """Tell whether the rule applies: nobody decided on the group yet, it is needed, and somebody is there to set it up."""
    limits, catalogue = given.constraints, given.catalogue
    if group not in given.industry.first_wave:
        return False
    initiative = catalogue.initiatives[group]
    if group in (*limits.must, *limits.must_not) or way_met(initiative, given.standing, limits) is not None:
        return False
    if any(not limits.capacity.get(role) for role, weeks in initiative.effort.items() if weeks):
        return False  # the rule never makes a plan impossible that was possible without it
    try:
        order = (given.gaps, given.standing, given.suggestions, catalogue, given.industry, given.platform, limits)
        proposal = propose(*order)
    except RoadmapInputError:
        return False  # the engine refuses the same question, and says why
    below = {gap.capability for gap in given.gaps if gap.size > 0}
    lifts = any(lifted.capability in below for lifted in initiative.raises)
    return group not in proposal.forbidden and (group in proposal.candidates or lifts)
