"""The tree that is scored: capabilities are leaves, dimensions and blocks are nodes, ``index`` is the root."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from scoring.exact import Exact

INDEX = "index"


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the tree. ``weight`` is relative to its siblings (0 means 0); ``p`` is the exponent of its mean.

    ``p`` = 1 arithmetic (default), 0 geometric, ``float('-inf')`` the minimum.
    """

    id: str
    parent: str | None
    weight: Fraction = Fraction(1)
    p: float = 1


@dataclass(frozen=True, slots=True)
class ShareAtLeast:
    """At least ``share`` of the capabilities in ``of`` stand at ``level`` or above (N/A leave the denominator)."""

    level: Fraction
    share: Fraction
    of: tuple[str, ...] | Literal["all"] = "all"


@dataclass(frozen=True, slots=True)
class Gate:
    """Conditions, besides the cut, for one attained level."""

    level: int
    min_node: Mapping[str, Fraction] = field(default_factory=dict[str, Fraction])
    min_capability: Mapping[str, Fraction] = field(default_factory=dict[str, Fraction])
    share_at_least: tuple[ShareAtLeast, ...] = ()
    min_evidence_share: Fraction | None = None


@dataclass(frozen=True, slots=True)
class EvidenceRule:
    """What each kind of evidence can support, and what two different kinds together can."""

    caps: Mapping[str, Exact]
    families: Mapping[str, str]
    pair_cap: Exact
    strong: frozenset[str] = frozenset({"demonstration", "photo_timed", "export"})


@dataclass(frozen=True, slots=True)
class ScoringTree:
    """Everything scoring needs to know about a framework, with no text in it.

    ``cuts`` are the lower index limits of levels 2…5 on 0-100. ``version`` and ``content_hash`` name the content.
    """

    nodes: tuple[Node, ...]
    cuts: tuple[Fraction, ...]
    gates: tuple[Gate, ...]
    group_weights: Mapping[str, Fraction]
    evidence: EvidenceRule
    scale: tuple[int, int] = (1, 5)
    asked: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    version: str = ""
    content_hash: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """What the company changes in the tree: weights of dimensions (inside their block) and of capabilities."""

    dimension_weights: Mapping[str, Fraction] = field(default_factory=dict[str, Fraction])
    capability_weights: Mapping[str, Fraction] = field(default_factory=dict[str, Fraction])
    split: Mapping[str, Fraction] = field(default_factory=dict[str, Fraction])


@dataclass(frozen=True, slots=True)
class Targets:
    """Target level per capability (1-5) with the reason when it is not the default."""

    levels: Mapping[str, Fraction]
    reasons: Mapping[str, str] = field(default_factory=dict[str, str])
