"""Reference platforms: modules with depth, how open they are, how they grow, what they cost; and the rubric they are read by."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from questionnaires.locale_text import LocaleText
from roadmap.ranges import Range

Direction = Literal["in", "out", "both"]


@dataclass(frozen=True, slots=True)
class Module:
    """A part of a reference platform. ``depth`` 0 none · 1 with development · 2 by configuration · 3 out of the box.

    ``overrides`` is another depth for some capabilities. ``condition`` says under which condition the depth holds, or
    what would make it one more; ``yearly_fee`` is in minor units for about 30 stores.
    """

    id: str
    name: LocaleText
    depth: int
    overrides: Mapping[str, int] = field(default_factory=dict[str, int])
    requires: tuple[str, ...] = ()
    note: LocaleText | None = None
    price_model: str = ""
    price_band: str = ""
    price_as_of: str = ""
    yearly_fee: Range | None = None
    condition: LocaleText | None = None


@dataclass(frozen=True, slots=True)
class RubricLine:
    """One line of a platform criterion: 0-4 with the sentence that justifies it."""

    id: str
    name: LocaleText
    score: int
    why: LocaleText


@dataclass(frozen=True, slots=True)
class Interface:
    """A way in or out of a platform: what passes, in which direction, how one signs in, what limits it."""

    id: str
    name: LocaleText
    direction: Direction
    objects: tuple[str, ...]
    access: str
    limits: LocaleText


@dataclass(frozen=True, slots=True)
class Implementation:
    """Person-weeks of work to get the platform running for about 30 stores (grade D), and with whom."""

    low: float
    high: float
    partner: bool
    note: LocaleText


@dataclass(frozen=True, slots=True)
class Platform:
    """A reference platform. Clients' own are overlay files.

    ``fee_bands`` is the lowest and the highest band (A to D) of all yearly fees together.
    """

    id: str
    version: int
    kind: Literal["suite", "composed", "hub"]
    name: LocaleText
    best_for: LocaleText
    modules: Mapping[str, Module]
    philosophy: tuple[RubricLine, ...]
    openness: tuple[RubricLine, ...]
    growth: tuple[RubricLine, ...]
    connectors: tuple[str, ...]
    exports_members_and_orders: bool
    hosting: LocaleText
    licence: LocaleText
    risks: tuple[LocaleText, ...]
    price_as_of: str
    fee_bands: tuple[str, str] | None = None
    interfaces: tuple[Interface, ...] = ()
    implementation: Implementation | None = None


@dataclass(frozen=True, slots=True)
class Standard:
    """What 0, 2 and 4 mean on one line; 1 and 3 lie between. ``computed``: read from the client's case, not judged."""

    id: str
    name: LocaleText
    none: LocaleText
    half: LocaleText
    full: LocaleText
    computed: bool = False


@dataclass(frozen=True, slots=True)
class Criterion:
    """One of the four questions to a platform, with its weight in the total (percent) and its lines."""

    id: str
    name: LocaleText
    ask: LocaleText
    weight: int
    lines: tuple[Standard, ...]

    @property
    def judged(self) -> tuple[str, ...]:
        """Lines a platform file has to score."""
        return tuple(line.id for line in self.lines if not line.computed)
