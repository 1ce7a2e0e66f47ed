"""The optimiser's answer, with everything needed to trust it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from roadmap.plan import Reason

Status = Literal["optimal", "feasible", "infeasible"]


@dataclass(frozen=True, slots=True)
class CoverageResult:
    """Weight of the gaps closed, the most that was found possible, a proven bound on that, and what was demanded."""

    closed: float
    best: float
    bound: float
    theta: float
    required: float


@dataclass(frozen=True, slots=True)
class SelectionResult:
    """A plan and its proof.

    ``value`` is re-computed from ``starts`` outside any solver; ``bound`` is the proven upper bound; ``gap`` is
    (bound - value) / |value|, ``status`` "optimal" when it is at most 1e-4. ``reproducible`` is False when wall time
    stopped the search. ``excluded`` maps option → binding reason, ``broken`` started option → rules that it breaks.
    An infeasible result has ``conflicts`` (the smallest set of demands that cannot hold together) and nothing else.
    """

    status: Status
    value: float
    bound: float
    gap: float
    seconds: float
    engine: str
    reproducible: bool
    starts: Mapping[str, int] = field(default_factory=dict[str, int])
    excluded: Mapping[str, Reason] = field(default_factory=dict[str, Reason])
    broken: Mapping[str, tuple[Reason, ...]] = field(default_factory=dict[str, tuple[Reason, ...]])
    conflicts: tuple[Reason, ...] = ()
    coverage: CoverageResult | None = None
