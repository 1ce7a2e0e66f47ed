"""The gates of a plan: when each wave ends, what is funded there, and what already runs by then.

Waves go by when items finish, so an item of a later wave may start before the gate that ends an earlier one. A gate
decides only on what starts after it; what has begun was funded when it started.
"""

from dataclasses import dataclass
from datetime import date

from roadmap.plan import Plan, PlanItem
from roadmap.waves import Wave

WAVES: tuple[Wave, ...] = (1, 2, 3)


@dataclass(frozen=True, slots=True)
class Gate:
    """The review at the end of a wave.

    ``releases`` are the items that start after it and before the next gate has passed, ``running`` those of later waves that
    have begun by then. ``committed`` is the external one-off money of everything begun by then, minor units.
    """

    wave: Wave
    day: date
    releases: tuple[PlanItem, ...]
    running: tuple[PlanItem, ...]
    committed: int

    @property
    def released(self) -> int:
        """External one-off money of what the gate releases, minor units."""
        return sum(item.valuation.one_off for item in self.releases)


def gates_of(plan: Plan) -> tuple[Gate, ...]:
    """Return one gate for each wave that holds items, in order; the last one releases nothing."""
    held: list[Wave] = [wave for wave in WAVES if any(item.wave == wave for item in plan.items)]
    ends: dict[Wave, date] = {wave: max(i.finish for i in plan.items if i.wave == wave) for wave in held}
    days = [*ends.values()]
    found: list[Gate] = []
    for index, (wave, day) in enumerate(ends.items()):
        following = days[index + 1] if index + 1 < len(days) else None
        begun = [item for item in plan.items if item.start <= day]
        found.append(
            Gate(
                wave,
                day,
                tuple(i for i in plan.items if i.start > day and (following is None or i.start <= following)),
                tuple(item for item in begun if item.wave > wave),
                sum(item.valuation.one_off for item in begun),
            )
        )
    return tuple(found)


def funded_at_start(plan: Plan) -> tuple[PlanItem, ...]:
    """Return what no gate decides on: everything that starts before the first one is over."""
    first = next(iter(gates_of(plan)), None)
    return () if first is None else tuple(item for item in plan.items if item.start <= first.day)
