"""From what was gathered to what scoring sees: one observation per answer, visit and document, with strata and owners.

Ids of answers are opaque to scoring and carried into every explanation: ``manager:M03:M.RES5``, ``visit:S03:MEM2``,
``document:HQ:MEM2``.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from assessment.engagement import Person, Store
from assessment.fieldwork import DocumentFinding, Fieldwork, NaApproval, VisitFinding
from questionnaires import Answer, Framework, Instrument, Library
from questionnaires.answers import Missing
from questionnaires.framework import GROUP_OF
from scoring import Observation, Stratum
from scoring.observation import Group, Selection, State

NEVER_ASKED = frozenset({"not_asked", "not_in_version"})
FORMS: Group = "F"
Approvals = Mapping[tuple[str, str, str], NaApproval]


def stratum_of(store: Store) -> str:
    """Return the stratum as the consultant spelt it, or ownership × format × region tier when it is blank."""
    return store.stratum or f"{store.ownership}·{store.format}·{store.region_tier}"


def strata_of(stores: Sequence[Store]) -> tuple[Stratum, ...]:
    """Return the strata with the number of their stores, in register order."""
    counts: dict[str, int] = {}
    for store in stores:
        counts[stratum_of(store)] = counts.get(stratum_of(store), 0) + 1
    return tuple(Stratum(key, n) for key, n in counts.items())


def owned_by(framework: Framework, person: Person) -> dict[str, str]:
    """Return the capabilities an executive answers for, each with the role that owns it."""
    return {c: role.id for role in framework.roles if role.id in person.roles for c in role.owns}


def forms_asked(library: Library, people: Sequence[Person], scope: Collection[str]) -> dict[str, int]:
    """Return per capability how many stores were sent a form that asks for it.

    Every store with a registered manager counts, whether its form came back or not.
    """
    stores = len({p.store for p in people if p.kind == "manager" and p.store})
    asked = {q.capability for q in library.instruments["manager"].questions}
    return dict.fromkeys(sorted(c for c in asked if c is not None and c in scope), stores)


def observations_of(library: Library, work: Fieldwork, scope: Collection[str]) -> tuple[Observation, ...]:
    """Return all observations of one wave, sorted by answer id.

    ``scope`` are the capabilities of the engagement. Open questions and questions never asked give none. Managers answer
    for their store (census), executives for themselves, weighing only what their role owns. An approved not-applicable
    without any answer stands on its own.
    """
    approved: Approvals = {(a.group, a.capability, a.unit): a for a in work.approvals}
    found = [
        *_answers(library, work, scope, approved),
        *_visits(work, scope, approved),
        *_documents(work, scope, approved),
    ]
    met = {(o.group, o.capability, o.unit) for o in found}
    found += [
        _approval(a, work.stores)
        for key, a in approved.items()
        if key not in met and a.capability in scope and a.group in _groups(library.framework, a.capability)
    ]
    return tuple(sorted(found, key=lambda o: (o.answer, o.capability)))


def _groups(framework: Framework, capability: str) -> set[str]:
    """Return the source groups that are asked about a capability."""
    return {GROUP_OF[source] for source in framework.capabilities[capability].asked}


def _answers(library: Library, work: Fieldwork, scope: Collection[str], approved: Approvals) -> Iterator[Observation]:
    people = {p.id: p for p in work.people}
    strata = {s.id: stratum_of(s) for s in work.stores}
    for (who, instrument_id), answers in work.answers.items():
        person, instrument = people.get(who), library.instruments.get(instrument_id)
        if person is None or instrument is None:
            continue
        capabilities = {q.id: q.capability for q in instrument.questions}
        owned = owned_by(library.framework, person)
        for answer in answers.values():
            capability = capabilities.get(answer.question)
            if capability is None or capability not in scope or answer.reason in NEVER_ASKED:
                continue
            yield _answered(instrument, person, answer, capability, owned, strata, approved)


def _answered(
    instrument: Instrument,
    person: Person,
    answer: Answer,
    capability: str,
    owned: Mapping[str, str],
    strata: Mapping[str, str],
    approved: Approvals,
) -> Observation:
    store = person.store if instrument.group != "E" else None
    unit = store or person.id
    approval = approved.get((instrument.group, capability, unit))
    return Observation(
        capability=capability,
        group=instrument.group,
        unit=unit,
        respondent=person.id,
        answer=f"{instrument.id}:{person.id}:{answer.question}",
        state=_state(answer.value is not None, answer.reason),
        value=answer.value if isinstance(answer.value, int) else None,
        stratum=strata.get(unit),
        selection="census",
        role=owned.get(capability, person.roles[0] if person.roles else None),
        owner=instrument.group != "E" or capability in owned,
        evidence=answer.evidence,
        reason=(approval.reason if approval else "") or answer.na_reason,
        approver=approval.approver if approval else None,
    )


def _state(given: bool, reason: Missing | None) -> State:
    if given:
        return "value"
    if reason in {"dont_know", "not_applicable"}:
        return "dont_know" if reason == "dont_know" else "not_applicable"
    return "blank"


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
        state=_state(row.value is not None, row.reason),
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
