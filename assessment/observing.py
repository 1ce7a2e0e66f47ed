"""From what was gathered to what scoring sees: one observation per answer, visit and document, with strata and owners.

Ids of answers are opaque to scoring and carried into every explanation: ``manager:M03:M.RES5``, ``visit:S03:MEM2``,
``visit:V01:O.MEM1.2``, ``mystery:4:S03:Y.SVC2.1``, ``document:HQ:MEM2``.
"""

from collections.abc import Collection, Iterator, Sequence

from assessment.engagement import Person, Store
from assessment.fieldwork import DocumentFinding, Fieldwork, NaApproval, VisitFinding
from assessment.forms import form_of
from assessment.mystery import met
from assessment.speaking import NEVER_ASKED, Approvals, spoken, state_of
from assessment.strata import stratum_of
from questionnaires import Framework, Instrument, Library
from questionnaires.framework import GROUP_OF
from scoring import Observation
from scoring.observation import Group, Selection

FORMS: Group = "F"


def forms_asked(library: Library, people: Sequence[Person], scope: Collection[str]) -> dict[str, int]:
    """Return per capability how many stores were sent a form that asks for it.

    Every store with a registered manager or guide counts, whether the form came back or not.
    """
    asked: dict[str, set[str]] = {c: set() for c in _asked_by(library.instruments["manager"], scope)}
    for person in people:
        instrument = library.instruments.get(form_of(person) or "")
        if person.store and instrument is not None and instrument.group == FORMS:
            for capability in _asked_by(instrument, scope):
                asked.setdefault(capability, set()).add(person.store)
    return {capability: len(asked[capability]) for capability in sorted(asked)}


def _asked_by(instrument: Instrument, scope: Collection[str]) -> tuple[str, ...]:
    return tuple(q.capability for q in instrument.questions if q.capability is not None and q.capability in scope)


def observations_of(library: Library, work: Fieldwork, scope: Collection[str]) -> tuple[Observation, ...]:
    """Return all observations of one wave, sorted by answer id.

    ``scope`` are the capabilities of the engagement. Open questions and questions never asked give none. Managers and
    guides answer for their store (census), executives for themselves, weighing only what their role owns. An approved
    not-applicable without any answer stands on its own.
    """
    approved: Approvals = {(a.group, a.capability, a.unit): a for a in work.approvals}
    found = [
        *spoken(library, work, scope, approved),
        *_visits(work, scope, approved),
        *met(library, work, scope),
        *_documents(work, scope, approved),
    ]
    there = {(o.group, o.capability, o.unit) for o in found}
    found += [
        _approval(a, work.stores)
        for key, a in approved.items()
        if key not in there and a.capability in scope and a.group in _groups(library.framework, a.capability)
    ]
    return tuple(sorted(found, key=lambda o: (o.answer, o.capability)))


def _groups(framework: Framework, capability: str) -> set[str]:
    """Return the source groups that are asked about a capability."""
    return {GROUP_OF[source] for source in framework.capabilities[capability].asked}


def _visits(work: Fieldwork, scope: Collection[str], approved: Approvals) -> Iterator[Observation]:
    strata = {s.id: stratum_of(s) for s in work.stores}
    idents = _Idents("visit")
    for row in work.visits:
        if row.capability in scope and row.reason not in NEVER_ASKED:
            ident = idents.next(row.store, row.capability)
            yield _found(row, "V", row.store, ident, approved, strata.get(row.store), row.selection)


def _documents(work: Fieldwork, scope: Collection[str], approved: Approvals) -> Iterator[Observation]:
    idents = _Idents("document")
    for row in work.documents:
        if row.capability in scope and row.reason not in NEVER_ASKED:
            yield _found(row, "D", row.unit, idents.next(row.unit, row.capability), approved, None, "census")


class _Idents:
    """Give every finding an id; a second one about the same thing is numbered."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.seen: dict[str, int] = {}

    def next(self, unit: str, capability: str) -> str:
        """Return the next free id."""
        ident = f"{self.kind}:{unit}:{capability}"
        self.seen[ident] = self.seen.get(ident, 0) + 1
        return ident if self.seen[ident] == 1 else f"{ident}#{self.seen[ident]}"


def _found(
    row: VisitFinding | DocumentFinding,
    group: Group,
    unit: str,
    ident: str,
    approved: Approvals,
    stratum: str | None,
    selection: Selection,
) -> Observation:
    approval = approved.get((group, row.capability, unit))
    return Observation(
        capability=row.capability,
        group=group,
        unit=unit,
        respondent=unit,
        answer=ident,
        state=state_of(given=row.value is not None, reason=row.reason),
        value=row.value,
        stratum=stratum,
        selection=selection,
        evidence=row.evidence,
        reason=approval.reason if approval else row.note if row.reason == "not_applicable" else "",
        approver=approval.approver if approval else None,
    )


def _approval(approval: NaApproval, stores: Sequence[Store]) -> Observation:
    stratum = next((stratum_of(s) for s in stores if s.id == approval.unit), None)
    return Observation(
        capability=approval.capability,
        group=approval.group,
        unit=approval.unit,
        respondent=approval.unit,
        answer=f"approval:{approval.group}:{approval.unit}:{approval.capability}",
        state="not_applicable",
        stratum=stratum,
        selection="census",
        reason=approval.reason,
        approver=approval.approver,
    )
