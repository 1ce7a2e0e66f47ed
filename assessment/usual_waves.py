"""Where a plan puts what its trade usually begins with: at once, later, not at all because it is there, or left out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from assessment.industries import Industry
from roadmap.plan import Plan, PlanItem, Reason

State = Literal["on_time", "later", "there", "left_out"]


@dataclass(frozen=True, slots=True)
class UsualPlace:
    """One initiative of the trade's usual first (1) or next (2) wave, and what this plan does with it.

    ``wave`` and ``start`` are those of the plan's item, None when it is not in the plan; then ``reason`` says why not.
    """

    initiative: str
    usual: Literal[1, 2]
    state: State
    wave: int | None = None
    start: date | None = None
    reason: Reason | None = None


def usual_places(industry: Industry, plan: Plan) -> tuple[UsualPlace, ...]:
    """Return the trade's usual first wave and what follows it, in the order of the trade, each with its place here.

    What no gap, need, resource or prerequisite of this company points to was never proposed: reason ``unasked``.
    """
    items = {item.initiative: item for item in plan.items}
    return (
        *(_place(ident, 1, items, plan) for ident in industry.first_wave),
        *(_place(ident, 2, items, plan) for ident in industry.next_wave),
    )


def _place(ident: str, usual: Literal[1, 2], items: Mapping[str, PlanItem], plan: Plan) -> UsualPlace:
    if ident in items:
        item = items[ident]
        return UsualPlace(ident, usual, "later" if item.wave > usual else "on_time", item.wave, item.start)
    if ident in plan.already_there:
        return UsualPlace(ident, usual, "there", reason=plan.already_there[ident])
    barred = plan.forbidden.get(ident) or plan.selection.excluded.get(ident)
    return UsualPlace(ident, usual, "left_out", reason=barred or Reason("unasked", {}))
