"""The registers: what names an entry, which columns stand beside its document, and what it must fit."""

from collections.abc import Sequence
from typing import Any

from assessment import fieldwork_ties as field_ties
from assessment import register_ties as ties
from assessment.engagement import DataFlow, Need, Person, Store, System
from assessment.facts import GivenFact
from assessment.fieldwork import DocumentFinding, MysteryVisit, NaApproval, RequestState, StoreVisit, VisitFinding
from assessment.industries import TargetChange
from assessment.registers import Register
from assessment.resources import Resource
from assessment.tables import (
    ApprovalRow,
    DocumentRow,
    FactRow,
    FlowRow,
    MysteryRow,
    NeedRow,
    PersonRow,
    RequestRow,
    ResourceRow,
    StoreRow,
    StoreVisitRow,
    SystemRow,
    TargetRow,
    VisitRow,
)


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


def _mystery_keys(items: Sequence[MysteryVisit]) -> list[str]:
    return _numbered([f"{item.store}:{item.day}:{item.visitor}" for item in items])


def _approval_keys(items: Sequence[NaApproval]) -> list[str]:
    return [f"{item.group}:{item.capability}:{item.unit}" for item in items]


def _target_keys(items: Sequence[TargetChange]) -> list[str]:
    return [item.capability for item in items]


def _person_columns(person: Person) -> dict[str, Any]:
    return {"kind": person.kind, "store_id": person.store or None}


def _flow_columns(flow: DataFlow) -> dict[str, Any]:
    return {"source": flow.source, "target": flow.target}


STORES = Register("stores", Store, StoreRow, _by_id, ties=ties.stores_tied)
PEOPLE = Register("people", Person, PersonRow, _by_id, _person_columns, misfits=ties.people_fit, ties=ties.people_tied)
SYSTEMS = Register("systems", System, SystemRow, _by_id, ties=ties.systems_tied)
FLOWS = Register("flows", DataFlow, FlowRow, _flow_keys, _flow_columns, misfits=ties.flows_fit, composed=True)
FACTS = Register("facts", GivenFact, FactRow, _by_id)
RESOURCES = Register("resources", Resource, ResourceRow, _by_id, misfits=ties.resources_fit)
NEEDS = Register("needs", Need, NeedRow, _by_id, misfits=ties.needs_fit)
TARGETS = Register("targets", TargetChange, TargetRow, _target_keys, to_write="adjudicate")
VISITS = Register(
    "visits", VisitFinding, VisitRow, _visit_keys, misfits=ties.visits_fit, composed=True, to_read="answers.read"
)
DOCUMENTS = Register(
    "documents",
    DocumentFinding,
    DocumentRow,
    _document_keys,
    misfits=ties.documents_fit,
    composed=True,
    to_read="answers.read",
)
STORE_VISITS = Register(
    "store_visits",
    StoreVisit,
    StoreVisitRow,
    _by_id,
    misfits=field_ties.store_visits_fit,
    ties=field_ties.store_visits_tied,
    to_read="answers.read",
)
MYSTERY = Register(
    "mystery",
    MysteryVisit,
    MysteryRow,
    _mystery_keys,
    misfits=field_ties.mystery_fits,
    composed=True,
    to_read="answers.read",
)
REQUESTS = Register("requests", RequestState, RequestRow, _by_id, misfits=field_ties.requests_fit)
APPROVALS = Register(
    "approvals",
    NaApproval,
    ApprovalRow,
    _approval_keys,
    composed=True,
    to_read="answers.read",
    to_write="adjudicate",
)
REGISTERS = {
    register.name: register
    for register in (
        STORES,
        PEOPLE,
        SYSTEMS,
        FLOWS,
        FACTS,
        RESOURCES,
        NEEDS,
        VISITS,
        STORE_VISITS,
        MYSTERY,
        REQUESTS,
        DOCUMENTS,
        APPROVALS,
        TARGETS,
    )
}
