"""The result of scoring: every number with what it rests on. Scores live on [0, 1] and are shown × 100."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from scoring.trace import Trace

Confidence = Literal["high", "medium", "low", "none"]


@dataclass(frozen=True, slots=True)
class GroupEstimate:
    """One source group's view of one capability (levels on the scale).

    ``units`` is the number of units with a usable value, ``asked`` those asked; ``basis`` tells how the mean was made
    (``mean`` for E and D, ``stratified`` or ``simple`` for stores, ``visited`` when only chosen stores answered).
    ``verified`` is the mean after evidence caps, ``claimed`` before. ``se``/``df``/``ci`` (95 %) are None when the
    design does not support an interval. ``average_deviation``, ``rwg`` and ``spread`` (standard deviation) describe
    agreement between units. ``claimed_se``/``claimed_df`` belong to ``claimed``. ``outside`` is the share of stores in
    strata without any unit; ``visited`` chosen stores are reported apart, by their range only.
    """

    group: str
    units: int
    asked: int
    dont_know: int
    not_applicable: int
    claimed: Fraction | None
    verified: Fraction | None
    median: Fraction | None
    low: Fraction | None
    high: Fraction | None
    basis: str
    se: float | None = None
    df: float | None = None
    ci: tuple[float, float] | None = None
    average_deviation: float | None = None
    rwg: float | None = None
    indicative: bool = False
    spread: float | None = None
    claimed_se: float | None = None
    claimed_df: float | None = None
    outside: Fraction = Fraction(0)
    visited: int = 0
    visited_range: tuple[Fraction, Fraction] | None = None

    @property
    def dont_know_share(self) -> Fraction:
        """Share of asked units that do not know; above 30 % is a finding of its own."""
        return Fraction(self.dont_know, self.asked) if self.asked else Fraction(0)


@dataclass(frozen=True, slots=True)
class Welch:
    """Sensitivity of a perception gap: executives as a sample. ``g`` is Hedges' g."""

    se: float
    df: float
    ci: tuple[float, float]
    g: float | None


@dataclass(frozen=True, slots=True)
class PerceptionGap:
    """Executives minus store side, on claimed values. + : executives see more; − : hidden good practice.

    ``store_side`` is F when ≥ 60 % of forms returned, else V. ``verdict``: gap (|Δ| ≥ 1), watch (≥ 0.5), aligned,
    hidden (fewer than three stores, Δ not to be printed).
    """

    delta: Fraction
    executives: Fraction
    executive_range: tuple[Fraction, Fraction]
    n_executives: int
    store_side: str
    stores: Fraction
    n_stores: int
    dont_know_share: Fraction
    verdict: Literal["gap", "watch", "aligned", "hidden"]
    se: float | None = None
    df: float | None = None
    ci: tuple[float, float] | None = None
    p: float | None = None
    called: bool | None = None
    welch: Welch | None = None


@dataclass(frozen=True, slots=True)
class CapabilityScore:
    """Level of one capability, verified and claimed, with groups, coverage and the answers behind it.

    ``level`` is None when there is not enough data or the capability does not apply (``state``). ``bounds`` are the
    levels with every missing stratum (or everything, when there is no level) at the lowest and the highest level.
    """

    id: str
    state: Literal["scored", "insufficient", "not_applicable", "missing"]
    level: Fraction | None
    claimed: Fraction | None
    groups: Mapping[str, GroupEstimate]
    coverage: Fraction
    confidence: Confidence
    gap: PerceptionGap | None
    answers: tuple[str, ...]
    adjudicated: bool = False
    bounds: tuple[Fraction, Fraction] = (Fraction(1), Fraction(5))


@dataclass(frozen=True, slots=True)
class NodeScore:
    """Score of a node on [0, 1]; None is *insufficient data* and never 0.

    ``bounds`` are the scores with every missing leaf at 1 and at 5. ``contributions`` sum exactly to ``score``.
    ``bottleneck`` is the lowest capability below the node.
    """

    id: str
    score: Fraction | None
    claimed: Fraction | None
    bounds: tuple[Fraction, Fraction]
    coverage: Fraction
    effective_weight: Fraction
    contributions: Mapping[str, Fraction]
    bottleneck: str | None
    imbalance: Fraction | None = None
    interval: tuple[float, float] | None = None
    unsupported: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """One gate condition with its truth value: a code and parameters, worded above scoring."""

    code: str
    params: Mapping[str, Any]
    holds: bool


@dataclass(frozen=True, slots=True)
class Attained:
    """The staged level and what keeps it from being one higher (``binding``, None at the top).

    ``possible`` is the lowest and highest level inside the bounds. ``conditions`` are all of them, by level.
    """

    level: int | None
    binding: Condition | None
    conditions: tuple[Condition, ...] = ()
    possible: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """Something the reader must know: code and parameters."""

    code: str
    params: Mapping[str, Any] = field(default_factory=dict[str, Any])


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """All scores of one assessment wave. ``digest`` is the SHA-256 of the exact trace.

    ``nodes`` holds every node by id, the root and the capabilities included. ``trace`` is what ``explain`` unfolds.
    """

    index: NodeScore
    nodes: Mapping[str, NodeScore]
    capabilities: Mapping[str, CapabilityScore]
    attained: Attained
    attained_claimed: Attained
    evidence_share: Fraction
    warnings: tuple[Remark, ...]
    n_answers: int
    content_version: str
    content_hash: str
    digest: str
    trace: "Trace | None" = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Gap:
    """A capability at least half a level below target, with its priority and the answers behind it."""

    capability: str
    level: Fraction
    target: Fraction
    priority: Fraction
    effective_weight: Fraction
    opportunity: Fraction
    stability: Fraction
    answers: tuple[str, ...]

    @property
    def size(self) -> Fraction:
        """Levels still missing."""
        return self.target - self.level


@dataclass(frozen=True, slots=True)
class Step:
    """One node of an explanation graph: what was computed, from what, by which formula version, what was left out."""

    id: str
    formula: str
    value: str
    inputs: tuple[str, ...]
    weights: tuple[tuple[str, str], ...] = ()
    excluded: tuple[tuple[str, str], ...] = ()
    code: str = ""
    params: Mapping[str, Any] = field(default_factory=dict[str, Any])


@dataclass(frozen=True, slots=True)
class Explanation:
    """The derivation of one number: steps keyed by id, ``root`` first; leaves are answer ids."""

    root: str
    steps: Mapping[str, Step]
