"""The eleven registers: what names an entry, what it refers to, and what must not be pulled from under what."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlmodel import Session, col, select

from assessment.engagement import DataFlow, Need, Person, Store, System
from assessment.errors import Problem
from assessment.facts import GivenFact
from assessment.fieldwork import DocumentFinding, NaApproval, VisitFinding
from assessment.industries import TargetChange
from assessment.registers import Register
from assessment.resources import Resource
from assessment.tables import (
    AnswerEventRow,
    ApprovalRow,
    DocumentRow,
    FactRow,
    FlowRow,
    InvitationRow,
    NeedRow,
    PersonRow,
    ResourceRow,
    StoreRow,
    SystemRow,
    TargetRow,
    VisitRow,
)
from questionnaires.locale_text import LocaleText


def _by_id(items: Sequence[Any]) -> list[str]:
    return [item.id for item in items]


def _numbered(names: Sequence[str]) -> list[str]:
    """Return the names, a repeated one with its number: two findings about one thing are two entries."""
    seen: dict[str, int] = {}
    found: list[str] = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        found.append(name if seen[name] == 1 else f"{name}#{seen[name]}")
    return found


def _flow_keys(items: Sequence[DataFlow]) -> list[str]:
    return _numbered([f"{item.source}>{item.target}" for item in items])


def _visit_keys(items: Sequence[VisitFinding]) -> list[str]:
    return _numbered([f"{item.store}:{item.capability}" for item in items])


def _document_keys(items: Sequence[DocumentFinding]) -> list[str]:
    return _numbered([f"{item.unit}:{item.capability}" for item in items])


def _approval_keys(items: Sequence[NaApproval]) -> list[str]:
    return [f"{item.group}:{item.capability}:{item.unit}" for item in items]


def _target_keys(items: Sequence[TargetChange]) -> list[str]:
    return [item.capability for item in items]


def _person_columns(person: Person) -> dict[str, Any]:
    return {"kind": person.kind, "store_id": person.store or None}


def _flow_columns(flow: DataFlow) -> dict[str, Any]:
    return {"source": flow.source, "target": flow.target}


def _ids(session: Session, table: type[StoreRow | SystemRow], engagement: str) -> frozenset[str]:
    return frozenset(session.exec(select(table.id).where(table.engagement_id == engagement)))


def _stores_of_people(session: Session, engagement: str, people: Sequence[Person]) -> Iterator[Problem]:
    known = _ids(session, StoreRow, engagement)
    for person in people:
        if person.store and person.store not in known:
            yield Problem(person.id, _no_store(person.store))
        if person.kind == "manager" and not person.store:
            text = LocaleText("店长要对应一家门店。", "A manager needs a store.")
            yield Problem(person.id, text)


def _stores_of_visits(session: Session, engagement: str, visits: Sequence[VisitFinding]) -> Iterator[Problem]:
    known = _ids(session, StoreRow, engagement)
    for store in sorted({visit.store for visit in visits} - known):
        yield Problem(store, _no_store(store))


def _systems_of_flows(session: Session, engagement: str, flows: Sequence[DataFlow]) -> Iterator[Problem]:
    known = _ids(session, SystemRow, engagement)
    for system in sorted({end for flow in flows for end in (flow.source, flow.target)} - known):
        yield Problem(system, LocaleText(f"系统表里没有 {system}。", f"There is no system {system} in the register."))


def _no_store(store: str) -> LocaleText:
    return LocaleText(f"门店表里没有 {store}。", f"There is no store {store} in the register.")


def _tied_stores(session: Session, engagement: str, ids: Sequence[str]) -> Iterator[Problem]:
    people = select(PersonRow).where(PersonRow.engagement_id == engagement, col(PersonRow.store_id).in_(ids))
    for person in session.exec(people.order_by(PersonRow.id)):
        text = LocaleText(f"{person.id} 还属于这家门店。", f"{person.id} still belongs to this store.")
        yield Problem(str(person.store_id), text)
    visited = {visit.store for visit in VISITS.read(session, engagement)}
    for store in sorted(visited & set(ids)):
        yield Problem(store, LocaleText("这家门店有走访记录。", "There are visit findings of this store."))


def _tied_people(session: Session, engagement: str, ids: Sequence[str]) -> Iterator[Problem]:
    event, link = AnswerEventRow, InvitationRow
    answered = select(event.person_id).where(event.engagement_id == engagement, col(event.person_id).in_(ids))
    invited = select(link.person_id).where(link.engagement_id == engagement, col(link.person_id).in_(ids))
    spoke = set(session.exec(answered.distinct()))
    for person in sorted(spoke):
        yield Problem(person, LocaleText("这个人已经有回答。", "This person has answered already."))
    for person in sorted(set(session.exec(invited.distinct())) - spoke):
        yield Problem(person, LocaleText("这个人已收到邀请。", "This person has been invited."))


def _tied_systems(session: Session, engagement: str, ids: Sequence[str]) -> Iterator[Problem]:
    for flow in FLOWS.read(session, engagement):
        for system in {flow.source, flow.target} & set(ids):
            text = LocaleText(
                f"还有数据流 {flow.source} → {flow.target}。", f"{flow.source} → {flow.target} still flows."
            )
            yield Problem(system, text)


STORES = Register("stores", Store, StoreRow, _by_id, ties=_tied_stores)
PEOPLE = Register("people", Person, PersonRow, _by_id, _person_columns, misfits=_stores_of_people, ties=_tied_people)
SYSTEMS = Register("systems", System, SystemRow, _by_id, ties=_tied_systems)
FLOWS = Register("flows", DataFlow, FlowRow, _flow_keys, _flow_columns, misfits=_systems_of_flows, composed=True)
FACTS = Register("facts", GivenFact, FactRow, _by_id)
RESOURCES = Register("resources", Resource, ResourceRow, _by_id)
NEEDS = Register("needs", Need, NeedRow, _by_id)
TARGETS = Register("targets", TargetChange, TargetRow, _target_keys, to_write="adjudicate")
VISITS = Register(
    "visits", VisitFinding, VisitRow, _visit_keys, misfits=_stores_of_visits, composed=True, to_read="answers.read"
)
DOCUMENTS = Register("documents", DocumentFinding, DocumentRow, _document_keys, composed=True, to_read="answers.read")
APPROVALS = Register(
    "approvals", NaApproval, ApprovalRow, _approval_keys, composed=True, to_read="answers.read", to_write="adjudicate"
)
