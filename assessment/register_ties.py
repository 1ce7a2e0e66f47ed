"""What an entry must fit, and what still hangs on one: the references between registers, and values later rules need."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from sqlmodel import Session, col, select

from assessment.codec import decode_all
from assessment.engagement import DataFlow, Need, Person
from assessment.errors import Problem
from assessment.fieldwork import DocumentFinding, MysteryVisit, StoreVisit, VisitFinding
from assessment.inventory import EFFORTS, VALUE_PARTS
from assessment.resources import Resource
from assessment.tables import (
    AnswerEventRow,
    Entry,
    FlowRow,
    InvitationRow,
    MysteryRow,
    PersonRow,
    StoreRow,
    StoreVisitRow,
    SystemRow,
    VisitRow,
)
from questionnaires.locale_text import LocaleText

LEVELS = range(1, 6)
Visit = TypeVar("Visit", VisitFinding, StoreVisit, MysteryVisit)


def people_fit(session: Session, engagement: str, people: Sequence[Person]) -> Iterator[Problem]:
    """Check that managers and guides have a store, and that stores are registered."""
    known = _ids(session, StoreRow, engagement)
    for person in people:
        if person.store and person.store not in known:
            yield Problem(person.id, _no_store(person.store))
        if person.kind == "manager" and not person.store:
            yield Problem(person.id, LocaleText("店长要对应一家门店。", "A manager needs a store."))
        if person.kind == "guide" and not person.store:
            yield Problem(person.id, LocaleText("导购要对应一家门店。", "A guide needs a store."))


def flows_fit(session: Session, engagement: str, flows: Sequence[DataFlow]) -> Iterator[Problem]:
    """Check that data flows between registered systems."""
    known = _ids(session, SystemRow, engagement)
    for system in sorted({end for flow in flows for end in (flow.source, flow.target)} - known):
        yield Problem(system, LocaleText(f"系统表里没有 {system}。", f"There is no system {system} in the register."))


def visits_fit(session: Session, engagement: str, visits: Sequence[VisitFinding]) -> Iterator[Problem]:
    """Check that the stores visited are registered."""
    known = _ids(session, StoreRow, engagement)
    for store in sorted({visit.store for visit in visits} - known):
        yield Problem(store, _no_store(store))
    yield from documents_fit(session, engagement, visits)


def documents_fit(
    _session: Session, _engagement: str, findings: Sequence[DocumentFinding | VisitFinding]
) -> Iterator[Problem]:
    """Check that a finding is a level from 1 to 5, or says why there is none."""
    for finding in findings:
        if finding.value is not None and finding.value not in LEVELS:
            yield Problem(finding.capability, LocaleText("等级应为 1 到 5。", "A level runs from 1 to 5."))
        if (finding.value is None) == (finding.reason is None):
            text = LocaleText("填等级，或写明为什么没有。", "Give a level, or the reason why there is none.")
            yield Problem(finding.capability, text)


def resources_fit(_session: Session, _engagement: str, resources: Sequence[Resource]) -> Iterator[Problem]:
    """Check that the figures of the leverage index are there and on their scales."""
    for resource in resources:
        if set(resource.value_parts) != set(VALUE_PARTS) or not set(resource.value_parts.values()) <= set(LEVELS):
            text = LocaleText(
                "触达、相关、信任、毛利各填 1 到 5。", "Give reach, relevance, trust and margin, 1 to 5 each."
            )
            yield Problem(resource.id, text)
        if resource.effort not in EFFORTS:
            yield Problem(resource.id, LocaleText("投入应为 1 到 3。", "The effort runs from 1 to 3."))
        if resource.utilisation is not None and not 0 <= resource.utilisation <= 1:
            yield Problem(resource.id, LocaleText("使用率应在 0 到 1 之间。", "The usage rate runs from 0 to 1."))


def needs_fit(_session: Session, _engagement: str, needs: Sequence[Need]) -> Iterator[Problem]:
    """Check that importance and satisfaction run from 1 to 10."""
    for need in needs:
        if not all(1 <= value <= 10 for value in (*need.importance.values(), *need.satisfaction.values())):
            text = LocaleText("重要性与满意度应在 1 到 10 之间。", "Importance and satisfaction run from 1 to 10.")
            yield Problem(need.id, text)


def stores_tied(session: Session, engagement: str, ids: Sequence[str]) -> Iterator[Problem]:
    """Name the people and visits of stores about to go."""
    people = select(PersonRow).where(PersonRow.engagement_id == engagement, col(PersonRow.store_id).in_(ids))
    for person in session.exec(people.order_by(PersonRow.id)):
        text = LocaleText(f"{person.id} 还属于这家门店。", f"{person.id} still belongs to this store.")
        yield Problem(str(person.store_id), text)
    seen = (
        *_decoded(session, VisitRow, VisitFinding, engagement),
        *_decoded(session, StoreVisitRow, StoreVisit, engagement),
        *_decoded(session, MysteryRow, MysteryVisit, engagement),
    )
    for store in sorted({visit.store for visit in seen} & set(ids)):
        yield Problem(store, LocaleText("这家门店有走访记录。", "There are visits of this store."))


def people_tied(session: Session, engagement: str, ids: Sequence[str]) -> Iterator[Problem]:
    """Name those about to go who have answered or been invited."""
    event, link = AnswerEventRow, InvitationRow
    answered = select(event.person_id).where(event.engagement_id == engagement, col(event.person_id).in_(ids))
    invited = select(link.person_id).where(link.engagement_id == engagement, col(link.person_id).in_(ids))
    spoke = set(session.exec(answered.distinct()))
    for person in sorted(spoke):
        yield Problem(person, LocaleText("这个人已经有回答。", "This person has answered already."))
    for person in sorted(set(session.exec(invited.distinct())) - spoke):
        yield Problem(person, LocaleText("这个人已收到邀请。", "This person has been invited."))
    goes = {visit.visitor for visit in _decoded(session, StoreVisitRow, StoreVisit, engagement)}
    for person in sorted((goes & set(ids)) - spoke):
        yield Problem(person, LocaleText("这个人排了走访。", "This person is on the list of visits."))


def systems_tied(session: Session, engagement: str, ids: Sequence[str]) -> Iterator[Problem]:
    """Name the flows from and to systems about to go."""
    flows = session.exec(select(FlowRow).where(FlowRow.engagement_id == engagement).order_by(col(FlowRow.position)))
    for flow in flows:
        for system in sorted({flow.source, flow.target} & set(ids)):
            arrow = f"{flow.source} → {flow.target}"
            yield Problem(system, LocaleText(f"还有数据流 {arrow}。", f"Data still flows {arrow}."))


def _decoded(session: Session, table: type[Entry], kind: type[Visit], engagement: str) -> tuple[Visit, ...]:
    bodies = session.exec(select(table.body).where(table.engagement_id == engagement))
    return decode_all(kind, tuple(bodies))


def _ids(session: Session, table: type[StoreRow | SystemRow], engagement: str) -> frozenset[str]:
    return frozenset(session.exec(select(table.id).where(table.engagement_id == engagement)))


def _no_store(store: str) -> LocaleText:
    return LocaleText(f"门店表里没有 {store}。", f"There is no store {store} in the register.")
