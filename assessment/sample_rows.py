"""The shape of a sample's YAML: profile, needs and resources as a consultant writes them, in yuan and both languages."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from assessment.content_rows import CapabilityId, DimensionId, Step, TargetRow
from assessment.engagement import CompanyProfile, LeverOfNeed, Need
from assessment.resources import Moment, NamedBy, Resource, ResourceClass
from roadmap.catalogue_rows import Code, InitiativeId
from roadmap.initiatives import FlagCode
from roadmap.pack_rows import MINOR_UNITS, Row, Text, Words

Score = Annotated[int, Field(ge=1, le=5)]
Ten = Annotated[float, Field(ge=1, le=10)]


class LooseText(Row):
    """A text in both languages that may be empty."""

    zh: str = ""
    en: str = ""


class ProfileRow(Row):
    """The company."""

    name: Words
    name_en: Words
    industry: Code
    scope: Literal["full", "core"] = "full"
    platform: Code
    compare_platform: Code | None = None
    currency: str = "CNY"
    start: date
    budget: Annotated[int, Field(ge=0)]
    capacity: dict[Code, float]
    blackouts: tuple[tuple[int, int], ...] = ()
    dimension_weights: dict[DimensionId, int] = Field(default_factory=dict[str, int])
    confidentiality: Text | None = None
    policy_notes: Text | None = None
    must: tuple[InitiativeId, ...] = ()
    must_not: tuple[InitiativeId, ...] = ()
    waived: dict[InitiativeId, str] = Field(default_factory=dict[str, str])

    def frozen(self) -> CompanyProfile:
        """Return the profile, marked as a sample, money in minor units."""
        return CompanyProfile(
            name=self.name,
            name_en=self.name_en,
            industry=self.industry,
            scope=self.scope,
            platform=self.platform,
            compare_platform=self.compare_platform,
            currency=self.currency,
            start=self.start,
            budget=self.budget * MINOR_UNITS,
            capacity=dict(self.capacity),
            blackouts=self.blackouts,
            dimension_weights=dict(self.dimension_weights),
            confidentiality=self.confidentiality.frozen() if self.confidentiality else None,
            policy_notes=self.policy_notes.frozen() if self.policy_notes else None,
            must=self.must,
            must_not=self.must_not,
            waived=dict(self.waived),
            sample=True,
        )


class EngagementRow(Row):
    """The engagement beside its tables."""

    profile: ProfileRow
    consultants: tuple[Words, ...]
    as_of: date
    wave: Annotated[int, Field(ge=1)]
    targets: tuple[TargetRow, ...] = ()


class LeverRow(Row):
    """A lever of a need."""

    kind: Literal["people", "process", "data", "resource", "tool"]
    name: Text
    current: LooseText
    target: LooseText
    owner: Words


class ServesRow(Row):
    """The fit test."""

    goal: Text
    efficiency: Text
    capability: CapabilityId
    lever: Code


class NeedRow(Row):
    """One need."""

    id: Words
    request: Text
    said_by: Words
    said_on: Words
    statement: Text
    flow: Text
    levers: tuple[LeverRow, ...]
    serves: ServesRow | None = None
    capabilities: tuple[CapabilityId, ...] = ()
    initiatives: tuple[InitiativeId, ...] = ()
    feature_only: bool = False
    importance: dict[str, Ten]
    satisfaction: dict[str, Ten]

    def frozen(self) -> Need:
        """Return the need; one that serves nothing answers the fit test with empty words."""
        fit = self.serves
        serves = {"goal": "", "efficiency": "", "capability": "", "lever": ""}
        serves_en: dict[str, str] = {}
        if fit is not None:
            serves = {"goal": fit.goal.zh, "efficiency": fit.efficiency.zh}
            serves |= {"capability": fit.capability, "lever": fit.lever}
            serves_en = {"goal": fit.goal.en, "efficiency": fit.efficiency.en}
        return Need(
            id=self.id,
            request=self.request.zh,
            request_en=self.request.en,
            said_by=self.said_by,
            said_on=self.said_on,
            statement=self.statement.zh,
            statement_en=self.statement.en,
            flow=self.flow.zh,
            flow_en=self.flow.en,
            levers=tuple(_lever(row) for row in self.levers),
            serves=serves,
            serves_en=serves_en,
            capabilities=self.capabilities,
            initiatives=self.initiatives,
            feature_only=self.feature_only,
            importance=dict(self.importance),
            satisfaction=dict(self.satisfaction),
        )


def _lever(row: LeverRow) -> LeverOfNeed:
    return LeverOfNeed(
        kind=row.kind,
        name=row.name.zh,
        current=row.current.zh,
        target=row.target.zh,
        owner=row.owner,
        name_en=row.name.en,
        current_en=row.current.en,
        target_en=row.target.en,
    )


class PartsRow(Row):
    """What the value of a resource is the mean of."""

    reach: Score
    relevance: Score
    trust: Score
    margin: Score


class ResourceRow(Row):
    """One resource."""

    id: Words
    cls: Annotated[ResourceClass, Field(alias="class")]
    type: Code
    name: Text
    can_be_used: Text
    helps: Text
    moments: Annotated[tuple[Moment, ...], Field(min_length=1)]
    value: PartsRow
    ready: tuple[Step, ...] = ()
    use: Annotated[float, Field(ge=0, le=1)] | None = None
    effort: Annotated[int, Field(ge=1, le=3)]
    named_by: Annotated[tuple[NamedBy, ...], Field(min_length=1)]
    rights: LooseText = LooseText()
    flags: tuple[FlagCode, ...] = ()
    facts: dict[Code, str] | None = None
    owner: str = ""
    note: LooseText = LooseText()

    def frozen(self) -> Resource:
        """Return the resource."""
        return Resource(
            id=self.id,
            name=self.name.zh,
            name_en=self.name.en,
            cls=self.cls,
            type=self.type,
            can_be_used=self.can_be_used.zh,
            can_be_used_en=self.can_be_used.en,
            helps=self.helps.zh,
            helps_en=self.helps.en,
            moments=self.moments,
            value_parts=self.value.model_dump(),
            readiness=frozenset(self.ready),
            utilisation=self.use,
            effort=self.effort,
            named_by=self.named_by,
            rights=self.rights.zh,
            rights_en=self.rights.en,
            flags=tuple(self.flags),
            facts=dict(self.facts) if self.facts else None,
            owner=self.owner,
            note=self.note.zh,
            note_en=self.note.en,
        )


class NeedsRow(Row):
    """The file of needs."""

    needs: tuple[NeedRow, ...]

    def frozen(self) -> tuple[Need, ...]:
        """Return the needs in the order of the file."""
        return tuple(row.frozen() for row in self.needs)


class ResourcesRow(Row):
    """The file of resources."""

    resources: tuple[ResourceRow, ...]

    def frozen(self) -> tuple[Resource, ...]:
        """Return the resources in the order of the file."""
        return tuple(row.frozen() for row in self.resources)
