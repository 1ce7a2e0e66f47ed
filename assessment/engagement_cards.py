"""The list of engagements: one card each, from a handful of grouped queries however many there are."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal, TypeAlias, cast

from sqlalchemy import distinct
from sqlmodel import Session, col, func, or_, select

from assessment.access import Actor
from assessment.database import Database
from assessment.tables import (
    EngagementRow,
    PersonRow,
    ProgressEventRow,
    RoadmapRow,
    ScoreRunRow,
    StoreRow,
    SubmissionRow,
)

Rows: TypeAlias = Iterable[tuple[str, int]]
Phase = Literal["setup", "research", "plan", "track", "done"]
"""How far an engagement is: no answers asked yet · forms and interviews run · scored, no roadmap · roadmap · all done."""


@dataclass(frozen=True, slots=True)
class EngagementCard:
    """An engagement at a glance. ``index`` (0-100) and ``attained`` (1-5) are those of the last scoring."""

    id: str
    name: str
    name_en: str
    industry: str
    sample: bool
    archived: bool
    stores: int
    forms_returned: int
    forms_asked: int
    phase: Phase
    index: float | None
    attained: int | None
    items_done: int
    items_total: int
    updated: datetime


def list_engagements(
    db: Database, actor: Actor, search: str = "", archived: bool = False
) -> tuple[EngagementCard, ...]:
    """Return the engagements this actor sees whose name holds ``search``, last changed first."""
    wanted = select(EngagementRow).where(
        EngagementRow.workspace_id == actor.workspace, EngagementRow.archived == archived
    )
    if not actor.internal:
        wanted = wanted.where(col(EngagementRow.id).in_(sorted(actor.engagements)))
    if search.strip():
        sought = search.strip()
        names = (col(EngagementRow.name), col(EngagementRow.name_en))
        wanted = wanted.where(or_(*(name.icontains(sought, autoescape=True) for name in names)))
    with db.view() as session:
        rows = session.exec(wanted.order_by(col(EngagementRow.updated).desc(), EngagementRow.id)).all()
        counts = _counts(session, [row.id for row in rows])
    return tuple(_card(row, counts) for row in rows)


@dataclass(frozen=True, slots=True)
class _Counts:
    """Numbers per engagement."""

    stores: Mapping[str, int]
    asked: Mapping[str, int]
    returned: Mapping[str, int]
    done: Mapping[str, int]
    total: Mapping[str, int]
    runs: Mapping[str, tuple[float | None, int | None]]


def _counts(session: Session, ids: Sequence[str]) -> _Counts:
    managers = select(PersonRow.engagement_id, func.count()).where(PersonRow.kind == "manager")
    returned = select(SubmissionRow.engagement_id, func.count(distinct(col(SubmissionRow.person_id)))).where(
        SubmissionRow.instrument == "manager"
    )
    return _Counts(
        stores=_grouped(session, select(StoreRow.engagement_id, func.count()), StoreRow.engagement_id, ids),
        asked=_grouped(session, managers, PersonRow.engagement_id, ids),
        returned=_grouped(session, returned, SubmissionRow.engagement_id, ids),
        done=_done(session, ids),
        total=_total(session, ids),
        runs=_runs(session, ids),
    )


def _grouped(session: Session, counting: Any, by: Any, ids: Sequence[str]) -> dict[str, int]:
    return _pairs(cast("Rows", session.exec(counting.where(by.in_(ids)).group_by(by))))


def _pairs(rows: Rows) -> dict[str, int]:
    return {engagement: count for engagement, count in rows}  # noqa: C416 - dict() takes a result for a mapping


def _newest(table: Any, ids: Sequence[str], *by: Any) -> Any:
    """Return the numbers of the last row of each group."""
    return select(func.max(table.seq)).where(table.engagement_id.in_(ids)).group_by(*by)


def _runs(session: Session, ids: Sequence[str]) -> dict[str, tuple[float | None, int | None]]:
    newest = _newest(ScoreRunRow, ids, ScoreRunRow.engagement_id)
    run = ScoreRunRow
    rows = session.exec(select(run.engagement_id, run.index_score, run.attained).where(col(run.seq).in_(newest)))
    return {engagement: (index, attained) for engagement, index, attained in rows}


def _total(session: Session, ids: Sequence[str]) -> dict[str, int]:
    version = RoadmapRow
    rows = session.exec(
        select(version.engagement_id, version.items)
        .where(col(version.engagement_id).in_(ids))
        .order_by(col(version.version))
    )
    return {engagement: items for engagement, items in rows}  # noqa: C416 - the last version of each wins


def _done(session: Session, ids: Sequence[str]) -> dict[str, int]:
    event = ProgressEventRow
    newest = _newest(event, ids, event.engagement_id, event.initiative)
    finished = select(event.engagement_id, func.count()).where(col(event.seq).in_(newest), event.status == "done")
    return _pairs(session.exec(finished.group_by(col(event.engagement_id))))


def _card(row: EngagementRow, counts: _Counts) -> EngagementCard:
    index, attained = counts.runs.get(row.id, (None, None))
    total = counts.total.get(row.id, 0)
    card = EngagementCard(
        id=row.id,
        name=row.name,
        name_en=row.name_en,
        industry=row.industry,
        sample=row.sample,
        archived=row.archived,
        stores=counts.stores.get(row.id, 0),
        forms_returned=counts.returned.get(row.id, 0),
        forms_asked=counts.asked.get(row.id, 0),
        phase="setup",
        index=index,
        attained=attained,
        items_done=min(counts.done.get(row.id, 0), total),
        items_total=total,
        updated=row.updated,
    )
    return replace(card, phase=_phase(card))


def _phase(card: EngagementCard) -> Phase:
    if card.items_total:
        return "done" if card.items_done == card.items_total else "track"
    if card.index is not None:
        return "plan"
    return "research" if card.forms_asked else "setup"
