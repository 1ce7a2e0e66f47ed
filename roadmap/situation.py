"""The client's situation as the roadmap engine needs it: facts, systems, suggestions, constraints, standing levels."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from roadmap.initiatives import Grade


@dataclass(frozen=True, slots=True)
class Fact:
    """A number of the profit model with where it came from. ``assumed`` marks a profile default."""

    id: str
    value: float
    grade: Grade
    period: str = ""
    source: str = ""
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """All facts of the profit model, blanks already filled from the industry profile and marked ``assumed``.

    Ids are those of ``library/facts.yaml``; money facts are in minor units a year or per order as the file says.
    ``months_of_data`` under 12 makes every figure "indication only".
    """

    values: Mapping[str, Fact]
    currency: str = "CNY"
    months_of_data: int = 12
    pilot_stores: int = 0

    def __getitem__(self, key: str) -> float:
        """Return the number behind a fact id."""
        return self.values[key].value


@dataclass(frozen=True, slots=True)
class IndustryRules:
    """What an industry changes: compliance flags in force, lever order, whether repeat purchase counts."""

    id: str
    flags: tuple[str, ...]
    lever_order: tuple[str, ...]
    first_wave: tuple[str, ...]
    repeat_business: bool = True


@dataclass(frozen=True, slots=True)
class SystemEntry:
    """A system the client runs, as far as platform fit needs it."""

    id: str
    category: str
    name: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A reason to consider an initiative that is not a gap: a resource rule, a need, a silo, a perception gap."""

    initiative: str
    kind: str
    origin: str
    code: str
    params: Mapping[str, Any] = field(default_factory=dict[str, Any])
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Standing:
    """Verified level of every capability now, and the answers behind it; None when unknown."""

    levels: Mapping[str, float | None]


@dataclass(frozen=True, slots=True)
class Constraints:
    """What the plan must respect. Money in minor units, months counted from 0 = ``start``'s month.

    ``capacity`` maps role → person-weeks a month; ``blackouts`` are month numbers (peak season) in which
    nothing that touches stores, and no large system, starts or goes live; head-office work goes on;
    ``waived`` maps a prerequisite to the consultant's reason. When work has begun, ``spent`` is the part of the budget
    that finished and dropped work has used, ``not_before`` the first month in which something new may start, and
    ``began`` the day on which running work began. ``grounds`` maps what a rule demands, not the client, to the code of
    the reason shown for it; such an initiative stands in ``must`` as well.
    """

    start: date
    budget: int
    capacity: Mapping[str, float]
    budget_per_month: tuple[int, ...] | None = None
    max_running_per_store_group: int = 3
    blackouts: tuple[int, ...] = ()
    must: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    started: Mapping[str, int] = field(default_factory=dict[str, int])
    waived: Mapping[str, str] = field(default_factory=dict[str, str])
    theta: float = 0.8
    spent: int = 0
    not_before: int = 0
    began: Mapping[str, date] = field(default_factory=dict[str, date])
    grounds: Mapping[str, str] = field(default_factory=dict[str, str])
