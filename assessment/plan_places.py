"""Where an initiative stands in a plan: in it, already there, or left out, and why."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from roadmap.plan import Plan, Reason


@dataclass(frozen=True, slots=True)
class PlanPlace:
    """What a plan does with one initiative.

    ``wave`` and ``start`` are those of the plan's item, None when it is not in the plan; then ``reason`` says why not.
    """

    initiative: str
    state: Literal["planned", "there", "left_out"]
    wave: int | None = None
    start: date | None = None
    reason: Reason | None = None


def place_in(plan: Plan, ident: str) -> PlanPlace:
    """Return where the plan has an initiative.

    What no gap, need, resource or prerequisite of this company points to was never proposed: reason ``unasked``.
    """
    item = next((item for item in plan.items if item.initiative == ident), None)
    if item is not None:
        return PlanPlace(ident, "planned", item.wave, item.start)
    if ident in plan.already_there:
        return PlanPlace(ident, "there", reason=plan.already_there[ident])
    barred = plan.forbidden.get(ident) or plan.selection.excluded.get(ident)
    return PlanPlace(ident, "left_out", reason=barred or Reason("unasked", {}))
