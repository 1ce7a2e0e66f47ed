"""The shape of the roadmap library's YAML: what a consultant writes, in yuan and in words, before it is frozen."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from roadmap.initiatives import CostBand, FlagCode, Governs, Grade, Lever, Via
from roadmap.pack_rows import RangeRow, Row, Text

InitiativeId = Annotated[str, StringConstraints(pattern=r"^I-[A-Z]{3}\d{2}$")]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_]*$")]
Month = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}$")]


VariableCost = Literal["discount", "commission", "fee", "reward", "benefit"]
Worth = Literal["customer_value", "member_retention"]


class RaiseRow(Row):
    """A capability and the level reached."""

    capability: Code
    to: Annotated[int, Field(ge=1, le=5)]
    via: Via


class CommissionRow(Row):
    """How people are paid when others sell. Entry fees, head-count rewards and team pay cannot be written."""

    depth: Annotated[int, Field(ge=1, le=2)]
    paid_for: Annotated[tuple[Literal["sale", "verified_purchase", "service"], ...], Field(min_length=1)]


class InitiativeRow(Row):
    """One initiative as it stands in a file. ``kpi_falls``: the first figure of the KPI is better when lower."""

    id: InitiativeId
    name: Text
    kpi: Text
    kpi_falls: bool = False
    raises: Annotated[tuple[RaiseRow, ...], Field(min_length=1)]
    needs: tuple[InitiativeId, ...] = ()
    lever: Lever | None = None
    enables: Lever | Literal["ALL"] | None = None
    effect: Code | None = None
    months: Annotated[int, Field(ge=1, le=6)]
    first_benefit: tuple[int, int]
    effort: Annotated[dict[Code, Annotated[float, Field(gt=0)]], Field(min_length=1)]
    cost: CostBand
    one_off: RangeRow
    yearly: RangeRow
    module: Code
    touches_stores: bool
    flags: tuple[FlagCode, ...] = ()
    commission: CommissionRow | None = None
    gates: dict[Code, float] = Field(default_factory=dict)
    exclusive_with: tuple[InitiativeId, ...] = ()
    source: tuple[str, ...] = ()
    own_addition: bool = False
    governs: Governs | None = None


class EffectRow(Row):
    """One effect family as it stands in a file."""

    id: Code
    name: Text
    initiatives: Annotated[tuple[InitiativeId, ...], Field(min_length=1)]
    parameter: Code
    change: RangeRow
    grade: Grade
    basis: Text
    cap: Annotated[float, Field(gt=0, le=1)] | None = None
    of: Literal["", "members_active", "members_dormant", "orders"] = ""
    exposed: str = ""
    exposed_share: RangeRow | None = None
    charged: str = ""
    charged_share: RangeRow | None = None
    incremental: RangeRow | None = None
    without_repeat: str = ""
    variable_cost: dict[VariableCost, RangeRow] = Field(default_factory=dict[VariableCost, RangeRow])
    worth: dict[Worth, RangeRow] = Field(default_factory=dict[Worth, RangeRow])


class NamedRow(Row):
    """An id with a name."""

    id: Code
    name: Text


class RoleRow(NamedRow):
    """A role with its default person-weeks a month."""

    capacity: Annotated[float, Field(gt=0)]


class ChainRow(Row):
    """The chain that efforts, bands and fees are written for, and what of them grows with the stores."""

    stores: Annotated[int, Field(gt=0)]
    floor: Annotated[float, Field(gt=0, le=1)]
    ceiling: Annotated[float, Field(ge=1)]
    roles: Annotated[tuple[Code, ...], Field(min_length=1)]
    fees: tuple[Code, ...]
    basis: Text


class DefaultsRow(Row):
    """Planning defaults; money in yuan."""

    person_week: Annotated[int, Field(gt=0)]
    capacity_per_month: Annotated[float, Field(gt=0)]
    horizon_months: Annotated[int, Field(ge=18)]
    choice_months: Annotated[int, Field(ge=1)]
    discount_per_year: Annotated[float, Field(ge=0, lt=1)]
    theta: Annotated[float, Field(ge=0, le=1)]
    stress_benefit: Annotated[float, Field(gt=0, le=1)]
    stress_cost: Annotated[float, Field(ge=1)]
    draws: Annotated[int, Field(ge=1000)]
    diminishing: Annotated[tuple[float, ...], Field(min_length=1)]
    bands: dict[CostBand, RangeRow]
    caps: dict[Code, float]
    adoption: dict[int, float]
    adoption_reached: RangeRow
    chain: ChainRow
