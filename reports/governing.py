"""Whether the group that decides is there, comes with the plan, or is nowhere set up."""

from typing import Literal

from assessment.situation import standing_of
from reports.reading import Reading
from roadmap.initiatives import Initiative
from roadmap.prerequisites import carried

GroupState = Literal["there", "planned", "open"]


def group_state(r: Reading) -> GroupState:
    """Return how the steering group stands: already there (its item done or its level reached), planned, or neither."""
    catalogue, plan, reports = r.dossier.catalogue, r.published, r.dossier.progress
    groups = catalogue.governing("group")
    done = any(group in reports and reports[group].status == "done" for group in groups)
    if done or any(_stands(r, catalogue.initiatives[group]) for group in groups):
        return "there"
    planned = {item.initiative for item in plan.items} - r.dropped if plan is not None else set[str]()
    return "planned" if any(group in planned for group in groups) else "open"


def _stands(r: Reading, group: Initiative) -> bool:
    """Tell whether every capability it raises is at the level that counts as met."""
    if r.published is not None and group.id in r.published.already_there:
        return True
    return bool(carried(group, standing_of(r.dossier.sheet)))
