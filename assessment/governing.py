"""The group that decides: demanded of a plan by rule, not left to the optimiser. See decision 0012."""

from dataclasses import replace

from roadmap import PlanInput, propose
from roadmap.errors import RoadmapInputError
from roadmap.prerequisites import way_met
from roadmap.situation import Constraints

GROUP = "I-STR03"
"""The steering group led by the owner: it earns nothing by itself, and the governance of the plan (R11) rests on it."""
GROUND = "governance"
"""Code of the reason a reader is shown."""


def with_group(given: PlanInput) -> PlanInput:
    """Return the question with the steering group demanded, where its trade begins with it and it is still to be set up."""
    if not _wanted(given):
        return given
    limits = given.constraints
    demanded = replace(limits, must=(*limits.must, GROUP), grounds={**limits.grounds, GROUP: GROUND})
    return replace(given, constraints=demanded)


def without_demand(limits: Constraints, initiative: str) -> Constraints:
    """Return the limits without what a rule demanded; what the client demands stays."""
    if initiative not in limits.grounds:
        return limits
    grounds = {ident: ground for ident, ground in limits.grounds.items() if ident != initiative}
    return replace(limits, must=tuple(ident for ident in limits.must if ident != initiative), grounds=grounds)


def _wanted(given: PlanInput) -> bool:
    """Tell whether the rule applies: nobody decided on the group yet, it is needed, and somebody is there to set it up."""
    limits, catalogue = given.constraints, given.catalogue
    if GROUP not in given.industry.first_wave or GROUP not in catalogue.initiatives:
        return False
    initiative = catalogue.initiatives[GROUP]
    if GROUP in (*limits.must, *limits.must_not) or way_met(initiative, given.standing, limits) is not None:
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
    return GROUP not in proposal.forbidden and (GROUP in proposal.candidates or lifts)
