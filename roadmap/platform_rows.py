"""The shape of a platform file and of the rubric, as a consultant writes them, and how they are frozen."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from questionnaires.locale_text import LocaleText
from roadmap.catalogue_rows import Code, Month, NamedRow
from roadmap.pack_rows import RangeRow, Row, Text, Words
from roadmap.platforms import Criterion, Implementation, Interface, Module, Platform, RubricLine, Standard

Band = Literal["A", "B", "C", "D"]
Depth = Annotated[int, Field(ge=0, le=3)]
PriceModel = Literal[
    "included",
    "existing",
    "project",
    "hosting_year",
    "support_year",
    "per_store_year",
    "per_seat_year",
    "per_contact_year",
    "per_message_year",
    "per_call_year",
    "per_partner_year",
    "per_storage_year",
    "share_of_sales",
]
Object = Literal["member", "order", "coupon", "product", "stock", "content", "event", "booking", "settlement", "log"]


class PriceRow(Row):
    """How a module is charged, in which band a year (A to D), as of which month."""

    model: PriceModel
    band: Band
    as_of: Month


class ModuleRow(Row):
    """A module on one platform."""

    id: Code
    depth: Depth
    overrides: dict[Code, Depth] = Field(default_factory=dict)
    requires: tuple[Code, ...] = ()
    note: Text | None = None
    condition: Text | None = None
    price: PriceRow | None = None
    yearly_fee: RangeRow | None = None

    def frozen(self, names: Mapping[str, NamedRow]) -> Module:
        """Return the engine's module, named as in the list of modules."""
        return Module(
            id=self.id,
            name=names[self.id].name.frozen() if self.id in names else LocaleText(self.id, self.id),
            depth=self.depth,
            overrides=dict(self.overrides),
            requires=self.requires,
            note=self.note.frozen() if self.note else None,
            price_model=self.price.model if self.price else "",
            price_band=self.price.band if self.price else "",
            price_as_of=self.price.as_of if self.price else "",
            yearly_fee=self.yearly_fee.money() if self.yearly_fee else None,
            condition=self.condition.frozen() if self.condition else None,
        )


class LineRow(Row):
    """A score on a line of the rubric with its sentence. ``name`` is the rubric's unless the platform words its own."""

    id: Code
    name: Text | None = None
    score: Annotated[int, Field(ge=0, le=4)]
    why: Text


FiveLines = Annotated[tuple[LineRow, ...], Field(min_length=5, max_length=5)]


class InterfaceRow(Row):
    """A way in or out."""

    id: Code
    name: Text
    direction: Literal["in", "out", "both"]
    objects: Annotated[tuple[Object, ...], Field(min_length=1)]
    access: Words
    limits: Text

    def frozen(self) -> Interface:
        """Return the engine's interface."""
        return Interface(self.id, self.name.frozen(), self.direction, self.objects, self.access, self.limits.frozen())


class ImplementationRow(Row):
    """Person-weeks to get it running, low to high."""

    person_weeks: tuple[Annotated[float, Field(gt=0)], Annotated[float, Field(gt=0)]]
    partner: bool
    note: Text

    def frozen(self) -> Implementation:
        """Return the engine's figure, smaller first."""
        low, high = sorted(self.person_weeks)
        return Implementation(low, high, self.partner, self.note.frozen())


class PlatformRow(Row):
    """One reference platform."""

    id: Code
    version: int
    kind: Literal["suite", "composed", "hub"]
    name: Text
    best_for: Text
    price_as_of: Month
    fee_bands: tuple[Band, Band] | None = None
    exports_members_and_orders: bool
    connectors: tuple[Code, ...]
    modules: Annotated[tuple[ModuleRow, ...], Field(min_length=1)]
    philosophy: Annotated[tuple[LineRow, ...], Field(min_length=1)]
    openness: FiveLines
    growth: FiveLines
    interfaces: tuple[InterfaceRow, ...] = ()
    implementation: ImplementationRow | None = None
    hosting: Text
    licence: Text
    risks: Annotated[tuple[Text, ...], Field(min_length=1)]

    def frozen(self, names: Mapping[str, NamedRow], rubric: Mapping[str, Criterion]) -> Platform:
        """Return the engine's platform, its lines named as in the rubric."""
        lines = {line.id: line.name for criterion in rubric.values() for line in criterion.lines}
        return Platform(
            id=self.id,
            version=self.version,
            kind=self.kind,
            name=self.name.frozen(),
            best_for=self.best_for.frozen(),
            modules={m.id: m.frozen(names) for m in self.modules},
            philosophy=_lines(self.philosophy, lines),
            openness=_lines(self.openness, lines),
            growth=_lines(self.growth, lines),
            connectors=self.connectors,
            exports_members_and_orders=self.exports_members_and_orders,
            hosting=self.hosting.frozen(),
            licence=self.licence.frozen(),
            risks=tuple(risk.frozen() for risk in self.risks),
            price_as_of=self.price_as_of,
            fee_bands=self.fee_bands,
            interfaces=tuple(row.frozen() for row in self.interfaces),
            implementation=self.implementation.frozen() if self.implementation else None,
        )


def _lines(rows: tuple[LineRow, ...], names: Mapping[str, LocaleText]) -> tuple[RubricLine, ...]:
    return tuple(
        RubricLine(
            row.id,
            row.name.frozen() if row.name else names.get(row.id, LocaleText(row.id, row.id)),
            row.score,
            row.why.frozen(),
        )
        for row in rows
    )


class StandardRow(Row):
    """A line of the rubric: what 0, 2 and 4 mean."""

    id: Code
    name: Text
    levels: dict[Literal[0, 2, 4], Text]
    computed: bool = False

    def frozen(self) -> Standard:
        """Return the engine's line."""
        none, half, full = (self.levels[level].frozen() for level in (0, 2, 4))
        return Standard(self.id, self.name.frozen(), none, half, full, self.computed)


class CriterionRow(Row):
    """One of the four questions."""

    id: Annotated[str, Field(pattern=r"^P[1-4]$")]
    name: Text
    ask: Text
    weight: Annotated[int, Field(gt=0, le=100)]
    lines: Annotated[tuple[StandardRow, ...], Field(min_length=1)]

    def frozen(self) -> Criterion:
        """Return the engine's criterion."""
        lines = tuple(line.frozen() for line in self.lines)
        return Criterion(self.id, self.name.frozen(), self.ask.frozen(), self.weight, lines)
