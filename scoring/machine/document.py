"""The shape of a ``zhidian.scoring/1`` document. Unknown entries are refused, so that a misspelt one is found."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

FORMAT: Literal["zhidian.scoring/1"] = "zhidian.scoring/1"

Id = Annotated[str, StringConstraints(min_length=1)]
Number = Annotated[float, Field(allow_inf_nan=False)]
Share = Annotated[float, Field(ge=0, le=1)]
Score = Annotated[float, Field(ge=0, le=100)]
Weight = Annotated[Number, Field(ge=0)]
Exponent = Annotated[Number, Field(ge=-100, le=100)]
"""Beyond these a power mean is the minimum or the maximum for all anyone can see."""


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class NodeEntry(_Entry):
    """A node; those without children are capabilities. ``p`` may be "-inf" (the minimum)."""

    id: Id
    parent: Id | None = None
    weight: Weight = 1
    p: Exponent | Literal["-inf"] = 1


class FrameworkEntry(_Entry):
    """The tree."""

    nodes: Annotated[tuple[NodeEntry, ...], Field(min_length=1, strict=False)]


class ScaleEntry(_Entry):
    """The lowest and the highest level."""

    min: int = 1
    max: int = 5


class ShareEntry(_Entry):
    """At least ``share`` of the capabilities named stand at ``level``."""

    level: Number
    share: Share
    of: Annotated[tuple[Id, ...], Field(strict=False)] | Literal["all"] = "all"


class GateEntry(_Entry):
    """What must hold for one attained level besides the cut."""

    level: int
    min_node: Mapping[Id, Score] = {}
    min_capability: Mapping[Id, Number] = {}
    share_at_least: ShareEntry | Annotated[tuple[ShareEntry, ...], Field(strict=False)] | None = None
    min_evidence_share: Share | None = None


class StratumEntry(_Entry):
    """A stratum of the register of stores."""

    id: Id
    stores: Annotated[int, Field(ge=1)]


class NotApplicableEntry(_Entry):
    """Why something does not apply, and who approved that."""

    reason: str
    approver: Id | None = None


class ObservationEntry(_Entry):
    """One answer: a value, an N/A, a don't know, or none of them (blank)."""

    capability: Id
    group: Literal["E", "F", "V", "D"]
    unit: Id
    stratum: Id | None = None
    selection: Literal["census", "random", "chosen"] = "random"
    role: Id | None = None
    respondent: Id | None = None
    value: Number | None = None
    na: NotApplicableEntry | None = None
    dont_know: bool = False
    evidence: Annotated[tuple[Id, ...], Field(strict=False)] = ()


class AdjudicationEntry(_Entry):
    """A decision that replaces a computed level."""

    capability: Id
    level: Number
    text: str = ""
    author: str = ""
    at: str = ""


class ScoringDocument(_Entry):
    """The whole input. ``raise_options``, ``draws`` and ``seed`` serve the path to the next level and the intervals."""

    format: Literal["zhidian.scoring/1"] = FORMAT
    framework: FrameworkEntry
    scale: ScaleEntry = ScaleEntry()
    cuts: Annotated[tuple[Score, ...], Field(strict=False)] = (20, 40, 60, 80)
    gates: Annotated[tuple[GateEntry, ...], Field(strict=False)] = ()
    group_weights: Mapping[Literal["E", "F", "V", "D"], Weight] = {}
    evidence_caps: Mapping[Id, Number] = {}
    pair_cap: Number | None = None
    strata: Annotated[tuple[StratumEntry, ...], Field(strict=False)] = ()
    observations: Annotated[tuple[ObservationEntry, ...], Field(strict=False)]
    adjudications: Annotated[tuple[AdjudicationEntry, ...], Field(strict=False)] = ()
    targets: Mapping[Id, Number] = {}
    raise_options: Annotated[tuple[dict[str, Any], ...], Field(strict=False)] = ()
    draws: Annotated[int, Field(ge=0)] = 2000
    seed: int = 1
