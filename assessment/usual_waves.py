"""Where a plan puts what its trade usually begins with: at once, later, not at all because it is there, or left out."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from assessment.industries import Industry
from assessment.plan_places import place_in
from roadmap.plan import Plan, Reason

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
    """Return the trade's usual first wave and what follows it, in the order of the trade, each with its place here."""
    return (
        *(_place(ident, 1, plan) for ident in industry.first_wave),
        *(_place(ident, 2, plan) for ident in industry.next_wave),
    )


def _place(ident: str, usual: Literal[1, 2], plan: Plan) -> UsualPlace:
    found = place_in(plan, ident)
    if found.wave is None or found.state != "planned":
        return UsualPlace(ident, usual, "there" if found.state == "there" else "left_out", reason=found.reason)
    return UsualPlace(ident, usual, "later" if found.wave > usual else "on_time", found.wave, found.start)
