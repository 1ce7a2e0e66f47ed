"""The shape of this package's YAML: what a consultant writes about trades, facts, resources, systems and needs."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from assessment.fact_definitions import FactKind
from assessment.resources import ResourceClass
from roadmap.catalogue_rows import Code, InitiativeId, Month
from roadmap.initiatives import FlagCode, Grade, Lever
from roadmap.pack_rows import Row, Text, Words

DimensionId = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
CapabilityId = Annotated[str, Field(pattern=r"^[A-Z]{3}\d$")]
Trait = Literal["scarce_right", "content", "franchise"]
Step = Literal["identified", "rights", "digitised", "owner", "fresh"]


class KpiRow(Row):
    """A figure the trade watches. One with a value says when that was claimed, or that its source is ``undated``."""

    id: Code
    name: Text
    value: Text | None = None
    grade: Grade
    as_of: Month | None = None
    undated: bool = False

    @model_validator(mode="after")
    def _dated(self) -> Self:
        if self.value is not None and self.as_of is None and not self.undated:
            raise ValueError("a value needs `as_of` (year-month of the claim) or `undated: true`")
        return self


class StepRow(Row):
    """A step of the journey, with the capabilities that say how a company does there."""

    id: Code
    name: Text
    capabilities: tuple[CapabilityId, ...] = ()


class PointRow(Row):
    """What happens at a step."""

    step: Code
    text: Text


class JourneyRow(Row):
    """The customer's way."""

    steps: Annotated[tuple[StepRow, ...], Field(min_length=3)]
    peak: PointRow
    end: PointRow
    breaks: Annotated[tuple[PointRow, ...], Field(min_length=1)]


class MomentsRow(Row):
    """The four moments of a sale, worded for the trade."""

    first_trust: Text
    follow_up: Text
    closing: Text
    order: Text


class TargetRow(Row):
    """A target level with its reason."""

    capability: CapabilityId
    level: Annotated[float, Field(ge=1, le=5)]
    reason: Text


class IndustryRow(Row):
    """One trade."""

    id: Code
    name: Text
    shape: Text
    weights: dict[DimensionId, Annotated[int, Field(gt=0)]]
    repeat_business: bool
    flags: tuple[FlagCode, ...]
    lever_order: Annotated[tuple[Lever, ...], Field(min_length=1)]
    first_wave: tuple[InitiativeId, ...]
    next_wave: tuple[InitiativeId, ...] = ()
    systems: tuple[Code, ...]
    kpis: tuple[KpiRow, ...]
    journey: JourneyRow
    sales_moments: MomentsRow
    fact_defaults: dict[Code, Annotated[float, Field(ge=0)]]
    targets: tuple[TargetRow, ...] = ()


class FactRow(Row):
    """One number of the profit model."""

    id: Code
    name: Text
    unit: Text
    kind: FactKind
    help: Text
    scales: bool = False
    most: Annotated[float, Field(gt=0)] | None = None
    planned: bool = False


class ClassRow(Row):
    """One of the five classes of resources."""

    id: ResourceClass
    name: Text
    ask: Text


class TypeRow(Row):
    """A kind of resource."""

    id: Code
    cls: Annotated[ResourceClass, Field(alias="class")]
    name: Text
    industries: Annotated[tuple[Code, ...], Field(min_length=1)]
    traits: tuple[Trait, ...] = ()
    private: bool = False


class AtLeastRow(Row):
    """A lower limit."""

    at_least: float


class NotedRow(Row):
    """A key of a resource's own facts and what stands there."""

    key: Code
    value: Annotated[Words, Field(alias="is")]


class FactTestRow(Row):
    """A fact, or a quotient of two, above a limit."""

    id: Code
    over: Code | None = None
    more_than: float


class ConditionRow(Row):
    """What a rule looks at."""

    value: AtLeastRow | None = None
    readiness: AtLeastRow | None = None
    lacks: Step | None = None
    trait: Trait | None = None
    utilisation: Literal["untracked"] | None = None
    noted: NotedRow | None = None
    not_noted: Code | None = None
    fact: FactTestRow | None = None
    industry: tuple[Code, ...] = ()
    not_industry: tuple[Code, ...] = ()
    type: tuple[Code, ...] = ()
    not_type: tuple[Code, ...] = ()


class RuleRow(Row):
    """From a resource to initiatives."""

    id: Annotated[str, Field(pattern=r"^RR-[A-Za-z-]+$")]
    cls: Annotated[ResourceClass | None, Field(alias="class")] = None
    when: ConditionRow
    suggests: Annotated[tuple[InitiativeId, ...], Field(min_length=1)]
    why: Text


class ToolCategoryRow(Row):
    """A kind of tool the register asks for."""

    id: Code
    holds: tuple[Code, ...]
    ask: Text


class SiloRow(Row):
    """A finding of the system analysis."""

    code: Annotated[str, Field(pattern=r"^silo\.[a-z_]+$")]
    limit: float
    initiatives: Annotated[tuple[InitiativeId, ...], Field(min_length=1)]
    why: Text


class ChannelRow(Row):
    """A kind of tool through which members come in."""

    category: Code
    name: Text


class PerceptionRow(Row):
    """What a difference between executives and stores suggests."""

    id: Literal["ahead", "hidden", "not_communicated"]
    initiatives: Annotated[tuple[InitiativeId, ...], Field(min_length=1)]
    why: Text


class WordsRow(Row):
    """Words of both languages."""

    zh: Annotated[tuple[Words, ...], Field(min_length=1)]
    en: Annotated[tuple[Words, ...], Field(min_length=1)]


class NeedExampleRow(Row):
    """A worked example: words said, need, what flows, levers beyond the tool."""

    id: Code
    request: Text
    need: Text
    flows: Text
    levers: Annotated[tuple[Text, ...], Field(min_length=1)]


class NeedWordsRow(Row):
    """What a need may not say, and what its pattern is made of."""

    tools: WordsRow
    features: WordsRow
    brands: WordsRow
    directions: WordsRow
    measures: WordsRow
    situations: WordsRow
