"""Whether the group that decides is there, comes with the plan, or is nowhere set up."""

from typing import Literal

from reports.reading import Reading
from roadmap.initiatives import Initiative
from roadmap.prerequisites import ENOUGH

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
    scores = [(r.dossier.sheet.capabilities.get(lifted.capability), lifted.to) for lifted in group.raises]
    return all(s is not None and s.level is not None and s.level >= min(to, ENOUGH) for s, to in scores)
