"""What a company is assessed on: dimensions, capabilities, their five anchors, and the rules that read them.

Everything here is content, loaded from ``library/framework`` and never computed.
Anchors are cumulative: a level is met only when its sentence and all lower ones hold.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from questionnaires.locale_text import LocaleText

Source = Literal["E", "M", "G", "V", "O", "D"]
"""Where a capability is asked: executive, manager form, guide form, visit interview, observation, data."""

Group = Literal["E", "F", "V", "D"]
"""Source groups of scoring: executives, forms (M and G), visit (V and O), data and documents."""

GROUP_OF: Mapping[Source, Group] = {"E": "E", "M": "F", "G": "F", "V": "V", "O": "V", "D": "D"}

Block = Literal["foundations", "areas"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """The observable fact that places a company on one level (1-5) of a capability."""

    level: int
    text: LocaleText
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Capability:
    """One of the 63 things a chain can do, worded at five levels.

    ``source`` cites items of the source article (``S62``); an empty tuple marks our own addition.
    ``flags`` names compliance flags that touch the capability, by industry or ``all``.
    """

    id: str
    dimension: str
    name: LocaleText
    why: LocaleText
    anchors: tuple[Anchor, ...]
    asked: tuple[Source, ...]
    core: bool
    source: tuple[str, ...] = ()
    na_when: LocaleText | None = None

    @property
    def paired(self) -> bool:
        """Whether executives and stores are both asked, so that a perception gap exists."""
        return "E" in self.asked and bool({"M", "V"} & set(self.asked))


@dataclass(frozen=True, slots=True)
class Dimension:
    """One of ten dimensions; four foundations carry six areas."""

    id: str
    block: Block
    name: LocaleText
    stands_for: LocaleText
    lead_indicator: LocaleText
    capabilities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Level:
    """A rung of the ladder every capability words concretely (1 person-dependent … 5 self-improving)."""

    level: int
    name: LocaleText
    meaning: LocaleText


@dataclass(frozen=True, slots=True)
class Role:
    """An executive role and the capabilities it answers for."""

    id: str
    name: LocaleText
    owns: tuple[str, ...]
    minutes: int


@dataclass(frozen=True, slots=True)
class EvidenceKind:
    """A kind of proof and the highest level it can support alone.

    ``family`` groups kinds that count as the same for corroboration (document and screenshot do).
    """

    id: str
    name: LocaleText
    cap: int
    family: str | None


@dataclass(frozen=True, slots=True)
class GateRule:
    """What must hold, besides the index cut, for an attained level."""

    level: int
    min_node: Mapping[str, Fraction]
    min_capability: Mapping[str, Fraction]
    share_at_least: tuple[tuple[Fraction, Fraction, tuple[str, ...] | Literal["all"]], ...]
    min_evidence_share: Fraction | None


@dataclass(frozen=True, slots=True)
class Framework:
    """The whole assessment model of one content version.

    ``cuts`` are the lower index limits (0-100) of levels 2-5; ``split`` the share of each block in the index.
    ``code_lists`` hold closed vocabularies shared by all packages (industry, tool_category, …).
    """

    version: str
    content_hash: str
    dimensions: tuple[Dimension, ...]
    capabilities: Mapping[str, Capability]
    levels: tuple[Level, ...]
    roles: tuple[Role, ...]
    evidence_kinds: Mapping[str, EvidenceKind]
    pair_cap: int
    group_weights: Mapping[Group, Fraction]
    split: Mapping[Block, Fraction]
    cuts: tuple[int, ...]
    gates: tuple[GateRule, ...]
    code_lists: Mapping[str, Mapping[str, LocaleText]]

    def dimension(self, key: str) -> Dimension:
        """Return the dimension with this id; KeyError when there is none."""
        return next(d for d in self.dimensions if d.id == key)
