"""The shape of compliance flags and of what is forbidden, as a legal reviewer writes them, and how they are frozen."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from roadmap.catalogue_rows import Code, InitiativeId
from roadmap.initiatives import ComplianceFlag, FlagCode, FlagPoint
from roadmap.pack_rows import Row, Text, Words

Day = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")]
ResourceClassId = Annotated[str, StringConstraints(pattern=r"^RC-[A-Z]$")]


class PointRow(Row):
    """One sentence of the rule, where it stands, and whether its wording was found or a lawyer has to check it."""

    text: Text
    basis: Text
    checked: Literal["source", "lawyer"]
    industries: tuple[Code, ...] = ()


class BlocksRow(Row):
    """What may not be done as long as the review has not been made, and the resources it concerns."""

    resources: tuple[ResourceClassId, ...] = ()
    uses: Annotated[tuple[Text, ...], Field(min_length=1)]


class FlagRow(Row):
    """One compliance flag. ``reviewer``: the lawyer who settled it. ``watch``: words that oblige to carry it."""

    code: FlagCode
    name: Text
    rule: Text
    source: Words
    industries: Annotated[tuple[Code, ...], Field(min_length=1)]
    pulls_in: Annotated[tuple[InitiativeId, ...], Field(min_length=1)]
    wording: Text
    reviewed: Day
    reviewer: Words | None = None
    watch: tuple[str, ...] = ()
    points: tuple[PointRow, ...] = ()
    blocks: BlocksRow | None = None

    def frozen(self) -> ComplianceFlag:
        """Return the engine's flag."""
        return ComplianceFlag(
            code=self.code,
            name=self.name.frozen(),
            rule=self.rule.frozen(),
            source=self.source,
            industries=self.industries,
            pulls_in=self.pulls_in,
            wording=self.wording.frozen(),
            reviewed=self.reviewed,
            reviewer=self.reviewer or "",
            points=tuple(FlagPoint(p.text.frozen(), p.basis.frozen(), p.checked, p.industries) for p in self.points),
            blocked_resources=self.blocks.resources if self.blocks else (),
            blocked_uses=tuple(use.frozen() for use in self.blocks.uses) if self.blocks else (),
        )


class ForbiddenRow(Row):
    """Initiatives that cannot be generated in some industries, and what is offered instead."""

    id: Code
    resource_class: ResourceClassId
    industries: Annotated[tuple[Code, ...], Field(min_length=1)]
    initiatives: Annotated[tuple[InitiativeId, ...], Field(min_length=1)]
    instead: tuple[InitiativeId, ...] = ()
    why: Text


def forbidden_by_industry(rows: Mapping[str, ForbiddenRow]) -> dict[str, tuple[str, ...]]:
    """Return what cannot be generated, by industry.

    >>> forbidden_by_industry({})
    {}
    """
    found: dict[str, set[str]] = {}
    for row in rows.values():
        for industry in row.industries:
            found.setdefault(industry, set()).update(row.initiatives)
    return {industry: tuple(sorted(ids)) for industry, ids in sorted(found.items())}
