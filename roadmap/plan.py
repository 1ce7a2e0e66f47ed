"""Results of the roadmap pipeline, stage by stage: candidates → valued → chosen → dated → published."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from roadmap.initiatives import Via


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is so: a code and parameters, worded in zh and en by reports."""

    code: str
    params: Mapping[str, Any] = field(default_factory=dict[str, Any])


@dataclass(frozen=True, slots=True)
class ModuleUse:
    """How the chosen platform carries an initiative.

    ``factor`` multiplies the platform share of the effort (depth 3 ×0.7, 2 ×1, 1 ×1.8); ``offered`` is False at
    depth 0 and then ``alternative`` says the other way.
    """

    module: str
    depth: int
    factor: float
    offered: bool
    alternative: Reason | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """An initiative worth considering, with every reason and with effort as this platform makes it.

    ``closes`` names gaps (capability ids) it raises to target; ``raises`` maps capability → reachable level here.
    ``needs`` are open prerequisites only; met ones are in ``met`` with the way they are met. ``months`` is the planned
    duration, or longer when the effort on this platform asks more of a role than it has a month.
    """

    initiative: str
    reasons: tuple[Reason, ...]
    gaps: tuple[str, ...]
    closes: tuple[str, ...]
    raises: Mapping[str, tuple[float, Via]]
    needs: tuple[str, ...]
    met: Mapping[str, str]
    module: ModuleUse
    effort: Mapping[str, float]
    months: int
    flags: tuple[str, ...]
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """All candidates, prerequisites already met, and initiatives that compliance forbids here."""

    candidates: Mapping[str, Candidate]
    already_there: Mapping[str, Reason]
    forbidden: Mapping[str, Reason]
    platform: str


@dataclass(frozen=True, slots=True)
class Money:
    """P10, P50, P90 in minor units, with the stress line (44 % of the benefit, 45 % more cost)."""

    p10: int
    p50: int
    p90: int
    stress: int


@dataclass(frozen=True, slots=True)
class Valuation:
    """What one candidate costs and earns over the horizon. Minor units.

    ``one_off`` is external money, ``monthly_cost`` that and internal work per running month. ``benefit_per_month`` is
    the P50 at full adoption before ramp; enabling initiatives have 0 and ``enables``. ``variable_cost_per_month``
    (discounts, commissions, rewards) goes with it, also at full adoption. ``benefit`` and ``net`` are discounted over
    the horizon. As a candidate, ``net`` carries the cost of the open prerequisites and the first start possible; in a
    plan, where prerequisites are items of their own, it is what the item itself earns and costs at its dates.
    ``d_share`` is the share of the P50 benefit that rests on grade D: all of it when a fact or the effect is of grade D.
    """

    initiative: str
    one_off: int
    monthly_cost: int
    run_cost_per_month: int
    benefit_per_month: int
    ramp_months: int
    benefit: Money
    net: Money
    parameter: str | None
    enables: tuple[str, ...]
    d_share: float
    indication_only: bool
    variable_cost_per_month: int = 0


@dataclass(frozen=True, slots=True)
class Valued:
    """Candidates with their valuations and everything random that made them (seed, draws).

    ``caps`` maps parameter → most it may earn in a month (minor units); ``levels`` are the verified levels now.
    """

    proposal: Proposal
    valuations: Mapping[str, Valuation]
    seed: int
    draws: int
    caps: Mapping[str, float] = field(default_factory=dict[str, float])
    levels: Mapping[str, float | None] = field(default_factory=dict[str, float | None])


@dataclass(frozen=True, slots=True)
class Solution:
    """What the optimiser says of a selection: value and proven bound in minor units, relative gap, seconds."""

    status: Literal["optimal", "feasible", "infeasible"]
    value: float
    bound: float
    gap: float
    seconds: float
    engine: str
    reproducible: bool


@dataclass(frozen=True, slots=True)
class Chosen:
    """One chosen initiative and the month (0 = first) it starts in."""

    initiative: str
    start_month: int


@dataclass(frozen=True, slots=True)
class Selection:
    """The plan's content: what is chosen and when, what not and why, coverage of gaps against the best possible."""

    chosen: tuple[Chosen, ...]
    excluded: Mapping[str, Reason]
    coverage: float
    best_coverage: float
    theta: float
    solution: Solution
    conflicts: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanItem:
    """A dated initiative. ``slack`` in working days; ``because`` explains the start date link by link."""

    initiative: str
    start: date
    finish: date
    wave: Literal[1, 2, 3]
    critical: bool
    total_slack: int
    free_slack: int
    because: tuple[Reason, ...]
    owner_role: str
    module: ModuleUse
    closes: tuple[str, ...]
    reasons: tuple[Reason, ...]
    flags: tuple[str, ...]
    needs: tuple[str, ...]
    effort: Mapping[str, float]
    valuation: Valuation


@dataclass(frozen=True, slots=True)
class Quarter:
    """Money of one quarter of the plan, undiscounted, minor units. ``index`` counts from 1."""

    index: int
    cost: int
    benefit: Money
    net: Money


@dataclass(frozen=True, slots=True)
class Plan:
    """A complete, dated, valued roadmap on one platform.

    ``benefit`` and ``net`` (the profit increment) are discounted over the horizon; ``payback_month`` is the first month
    (counted from 1) with cumulative P50 ≥ 0, ``stress_payback_month`` the same on the stress line (None: not within
    the horizon). ``one_off`` is external money; internal work is in ``person_weeks`` and counted in ``net``.
    ``blackouts`` are the months of peak season it was made with, counted from 0 = ``start``'s month; None in plans
    published before they were kept.
    """

    items: tuple[PlanItem, ...]
    selection: Selection
    already_there: Mapping[str, Reason]
    forbidden: Mapping[str, Reason]
    platform: str
    start: date
    finish: date
    horizon_months: int
    one_off: int
    person_weeks: float
    benefit: Money
    net: Money
    quarters: tuple[Quarter, ...]
    payback_month: int | None
    stress_payback_month: int | None
    d_share: float
    indication_only: bool
    seed: int
    draws: int
    blackouts: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A published roadmap version: immutable, hashed. ``score_digest`` ties it to the scores it came from.

    ``inputs`` maps kinds of input to fingerprints, to tell when a version is out of date; no part of the digest.
    """

    version: int
    plan: Plan
    score_digest: str
    content_version: str
    content_hash: str
    digest: str
    inputs: Mapping[str, str] = field(default_factory=dict[str, str])


Status = Literal["not_started", "on_track", "at_risk", "off_track", "done", "dropped"]


@dataclass(frozen=True, slots=True)
class Progress:
    """The latest word on one item: status, remaining working days or a new finish, a blocker."""

    initiative: str
    status: Status
    remaining_days: int | None = None
    finish: date | None = None
    actual_start: date | None = None
    actual_finish: date | None = None
    blocker: str = ""
    blocker_owner: str = ""
    note: str = ""
    reported: date | None = None


@dataclass(frozen=True, slots=True)
class ForecastItem:
    """Where an item stands now: forecast dates, slip in working days against baseline, RAG by rule, percent done."""

    initiative: str
    start: date
    finish: date
    slip_days: int
    percent: float
    rag: Literal["green", "amber", "red", "done", "dropped", "grey"]
    critical: bool
    stale: bool


@dataclass(frozen=True, slots=True)
class Forecast:
    """The plan re-dated with what is known today: past frozen, the rest re-scheduled; profit re-estimated."""

    today: date
    items: tuple[ForecastItem, ...]
    finish: date
    percent: float
    net: Money


@dataclass(frozen=True, slots=True)
class Moved:
    """An item whose forecast finish a change moves, by this many working days (negative: earlier)."""

    initiative: str
    days: int
    finish: date


@dataclass(frozen=True, slots=True)
class Consequence:
    """What a report of progress would do, shown before it is saved.

    ``moved`` holds every item with another finish than before, the reported one included; ``money`` is the change of
    the net P50 in minor units; ``forecast`` is exactly what saving gives.
    """

    initiative: str
    finish_before: date
    finish_after: date
    moved: tuple[Moved, ...]
    money: int
    forecast: Forecast
