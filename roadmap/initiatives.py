"""What the roadmap engine knows about possible moves: initiatives, effects, flags, and the catalogue that holds them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from questionnaires.locale_text import LocaleText
from roadmap.platforms import Criterion, Platform
from roadmap.playbooks import Playbook
from roadmap.ranges import Range

Lever = Literal["ACQ", "CNV", "TKT", "REP", "REF", "CST"]
CostBand = Literal["C0", "C1", "C2", "C3", "C4"]
Via = Literal["people", "platform"]
Grade = Literal["A", "B", "C", "D"]
Governs = Literal["group", "gates", "owner"]
"""What of the plan's own governing an initiative sets up: who decides, by which gates, and who answers for it every day."""
FlagCode = Literal["ADV", "PIPL", "PLAT", "COMM", "PREP"]


@dataclass(frozen=True, slots=True)
class Raise:
    """The level an initiative lifts a capability to when done well, and through what."""

    capability: str
    to: int
    via: Via


@dataclass(frozen=True, slots=True)
class Initiative:
    """One of the 86 moves.

    ``months`` is the planned duration; ``effort`` maps role → person-weeks in all; ``one_off`` and ``yearly`` are
    external money in minor units; ``first_benefit`` months after start (low, high). ``lever`` is set when profit is
    claimed, ``enables`` otherwise (a lever or ``ALL``). ``module`` is a platform module, ``ORG`` or ``ANY``.
    ``commission_depth`` counts the levels that are paid when others sell, ``paid_for`` what they are paid for.
    ``kpi`` lists figures, the leading one first; ``kpi_falls``: that one is better when lower. What ``governs`` the plan
    is in place when its first wave ends, or is left out: see decision 0012.
    """

    id: str
    name: LocaleText
    raises: tuple[Raise, ...]
    needs: tuple[str, ...]
    effort: Mapping[str, float]
    months: int
    cost_band: CostBand
    one_off: Range
    yearly: Range
    kpi: LocaleText
    lever: Lever | None
    enables: str | None
    first_benefit: tuple[int, int]
    module: str
    touches_stores: bool
    flags: tuple[FlagCode, ...]
    effect: str | None
    gates: Mapping[str, float] = field(default_factory=dict[str, float])
    exclusive_with: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    commission_depth: int = 0
    paid_for: tuple[str, ...] = ()
    kpi_falls: bool = False
    governs: Governs | None = None

    @property
    def person_weeks(self) -> float:
        """Internal effort over all roles."""
        return sum(self.effort.values())

    @property
    def is_system(self) -> bool:
        """Whether this is a C3/C4 system start, of which at most one may begin in any three months."""
        return self.cost_band in ("C3", "C4")


@dataclass(frozen=True, slots=True)
class Effect:
    """Default change of one profit parameter, on the part of the business reached. Rates are relative changes.

    ``change`` is in numeric order, so for a parameter that should fall ``low`` is the strongest effect.
    ``of`` says what the change is a share of: empty for a relative change of the parameter itself,
    ``members_active`` or ``members_dormant`` for a share of that number of people a year, ``orders`` for a share of
    all orders. ``exposed`` is the fact that gives the share of the business reached, ``exposed_share`` a range where
    no fact does (neither: all of it). ``without_repeat`` is the parameter used where repeat purchase does not count;
    ``none`` claims nothing there. ``incremental`` is the part of the gained people's purchases that would not have come
    anyway (None: all of it). ``variable_cost`` (discount, commission, fee, reward, benefit: shares of sales) is
    charged on the whole exposed volume, not on the uplift only: on the sales gained and on those sales that would have
    come anyway and now cost it too, a share given by the fact ``charged`` or the range ``charged_share`` (neither: all
    sales of the parameter). ``worth`` is a relative change of what one gained customer is worth (``customer_value``)
    or of how long it is kept (``member_retention``).
    """

    id: str
    name: LocaleText
    initiatives: tuple[str, ...]
    parameter: str
    change: Range
    grade: Grade
    basis: LocaleText
    cap: float | None
    variable_cost: Mapping[str, Range] = field(default_factory=dict[str, Range])
    of: str = ""
    exposed: str = ""
    without_repeat: str = ""
    worth: Mapping[str, Range] = field(default_factory=dict[str, Range])
    exposed_share: Range | None = None
    charged: str = ""
    charged_share: Range | None = None
    incremental: Range | None = None


@dataclass(frozen=True, slots=True)
class FlagPoint:
    """One sentence of a rule with where it stands.

    ``checked`` is ``source`` when the wording was found in the rule or in a report on it, ``lawyer`` when it still has
    to be checked by one. ``industries`` restricts it; empty: every industry of the flag.
    """

    text: LocaleText
    basis: LocaleText
    checked: Literal["source", "lawyer"]
    industries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ComplianceFlag:
    """A rule of law or of a platform that gates generation. For orientation; a lawyer must review.

    ``rule`` sums it up, ``points`` says it sentence by sentence. ``blocked_uses`` must not happen before the review
    (``pulls_in``) is done; they concern the resource classes ``blocked_resources``. The initiatives held back are those
    that carry the flag: `roadmap.compliance.held_back`. ``reviewed`` is the day the wording was last checked,
    ``reviewer`` the lawyer who settled it; empty: none has.
    """

    code: FlagCode
    name: LocaleText
    rule: LocaleText
    source: str
    industries: tuple[str, ...]
    pulls_in: tuple[str, ...]
    wording: LocaleText
    reviewed: str
    reviewer: str = ""
    points: tuple[FlagPoint, ...] = ()
    blocked_resources: tuple[str, ...] = ()
    blocked_uses: tuple[LocaleText, ...] = ()

    def points_of(self, industry: str) -> tuple[FlagPoint, ...]:
        """Return what the rule says in an industry: the points for all and those for this one."""
        return tuple(point for point in self.points if not point.industries or industry in point.industries)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All content of the roadmap engine, loaded and frozen.

    ``modules`` also names ORG and ANY, which are no parts of a platform. ``forbidden`` maps an industry to the
    initiatives that cannot be generated there, ``instead`` each of them to what is offered in its place. ``playbooks``
    says by initiative how it is done, ``doers`` names who does it. ``rubric`` says by criterion (P1 to P4) what a score of
    a platform means.
    """

    initiatives: Mapping[str, Initiative]
    effects: Mapping[str, Effect]
    modules: Mapping[str, LocaleText]
    platforms: Mapping[str, Platform]
    flags: Mapping[FlagCode, ComplianceFlag]
    forbidden: Mapping[str, tuple[str, ...]]
    roles: Mapping[str, LocaleText]
    defaults: "Defaults"
    instead: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    playbooks: Mapping[str, Playbook] = field(default_factory=dict[str, Playbook])
    doers: Mapping[str, LocaleText] = field(default_factory=dict[str, LocaleText])
    rubric: Mapping[str, Criterion] = field(default_factory=dict[str, Criterion])

    def governing(self, what: Governs) -> tuple[str, ...]:
        """Return the initiatives that set up this part of the plan's governing."""
        return tuple(ident for ident, one in sorted(self.initiatives.items()) if one.governs == what)


@dataclass(frozen=True, slots=True)
class Chain:
    """The chain that efforts, cost bands and fees are written for, and what of them is scaled to the client's stores.

    The part of an initiative that is done store by store is that of ``roles``; ``fees`` are price models of modules
    charged by store. ``floor`` and ``ceiling`` limit the factor.
    """

    stores: int = 30
    floor: float = 1.0
    ceiling: float = 1.0
    roles: tuple[str, ...] = ()
    fees: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Defaults:
    """Planning defaults, all grade D until replaced by the client's own. Money in minor units.

    ``stress_benefit`` and ``stress_cost`` are multipliers (0.44 and 1.45). ``diminishing`` are the weights of effects on
    one parameter, largest first; the last one holds for every further effect. ``caps`` are the largest combined relative
    change of a parameter. ``adoption`` maps the level of front-line adoption to the share of staff using a thing.
    ``adoption_reached`` is how much of the way to its target level work on adoption gets. ``capacity`` splits
    ``capacity_per_month`` (person-weeks) over the roles.
    """

    person_week: int
    capacity_per_month: float
    horizon_months: int
    choice_months: int
    discount_per_year: float
    theta: float
    stress_benefit: float
    stress_cost: float
    diminishing: tuple[float, ...]
    caps: Mapping[str, float]
    adoption: Mapping[int, float]
    draws: int
    capacity: Mapping[str, float] = field(default_factory=dict[str, float])
    bands: Mapping[CostBand, Range] = field(default_factory=dict[CostBand, Range])
    adoption_reached: Range = field(default_factory=lambda: Range(0.0, 1.0, 1.0))
    chain: Chain = field(default_factory=Chain)
