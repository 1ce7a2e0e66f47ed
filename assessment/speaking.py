"""From answered forms to what scoring sees: one observation per answer, with whose it is and for which unit it speaks.

Executives speak for themselves, managers and guides for their store, a visit form for the store that was visited.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from assessment.engagement import Person
from assessment.fieldwork import Fieldwork, NaApproval, StoreVisit
from assessment.forms import GUIDE, SHORT, instrument_of, visit_of
from assessment.guides import alias_of, heard
from assessment.strata import stratum_of
from questionnaires import Answer, Framework, Instrument, Library, Question
from questionnaires.answers import Missing
from questionnaires.instruments import OBSERVED
from questionnaires.levelling import level_of
from scoring import Observation
from scoring.observation import Selection, State

NEVER_ASKED = frozenset({"not_asked", "not_in_version"})
SEEN = ("demonstration",)
"""What an observation point shows by itself: somebody of ours saw, counted or timed it on the spot."""

Approvals = Mapping[tuple[str, str, str], NaApproval]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks in one form, and for which unit. ``owned`` maps what an executive answers for to the role that owns it."""

    name: str
    respondent: str
    unit: str
    instrument: Instrument
    selection: Selection
    stratum: str | None
    roles: tuple[str, ...] = ()
    owned: Mapping[str, str] | None = None


def owned_by(framework: Framework, person: Person) -> dict[str, str]:
    """Return the capabilities an executive answers for, each with the role that owns it.

    Whoever is asked the short form holds all roles, so owns whatever it asks.
    """
    owned = {c: role.id for role in framework.roles if role.id in person.roles for c in role.owns}
    if person.form != SHORT:
        return owned
    first = person.roles[0] if person.roles else framework.roles[0].id
    return {capability: owned.get(capability, first) for capability in framework.capabilities}


def spoken(library: Library, work: Fieldwork, scope: Collection[str], approved: Approvals) -> Iterator[Observation]:
    """Yield the observations in all forms. Guides count on what enough of them answered."""
    people = {p.id: p for p in work.people}
    visits = {v.id: v for v in work.store_visits}
    strata = {s.id: stratum_of(s) for s in work.stores}
    told = _told_by_guides(library, work)
    for (who, form), answers in work.answers.items():
        instrument, person = library.instruments.get(instrument_of(form)), people.get(who)
        if instrument is None or person is None:
            continue
        speaker = _speaker(library, instrument, form, person, visits, strata)
        if speaker is None:
            continue
        wanted = told & set(scope) if instrument.id == GUIDE else scope
        questions = {q.id: q for q in instrument.questions}
        for answer in answers.values():
            question = questions.get(answer.question)
            if question is None or question.noted:
                continue
            if question.capability in wanted and answer.reason not in NEVER_ASKED:
                yield from _heard(speaker, question, answer, approved)


def _told_by_guides(library: Library, work: Fieldwork) -> frozenset[str]:
    if GUIDE not in library.instruments:
        return frozenset()
    capabilities = {q.id: q.capability for q in library.instruments[GUIDE].questions}
    return heard(work.answers, capabilities, {p.id for p in work.people if p.kind == GUIDE})


def _speaker(
    library: Library,
    instrument: Instrument,
    form: str,
    person: Person,
    visits: Mapping[str, StoreVisit],
    strata: Mapping[str, str],
) -> Speaker | None:
    """Return who speaks in a form, None for the form of a visit that is not on the list."""
    if instrument.group == "E":
        owned = owned_by(library.framework, person)
        stratum = strata.get(person.id)
        return Speaker(f"{form}:{person.id}", person.id, person.id, instrument, "census", stratum, person.roles, owned)
    if instrument.group == "V":
        visit = visits.get(visit_of(form) or "")
        if visit is None:
            return None
        return Speaker(form, person.id, visit.store, instrument, visit.selection, strata.get(visit.store))
    name = alias_of(person) if instrument.id == GUIDE else person.id
    unit = person.store or name
    return Speaker(f"{form}:{name}", name, unit, instrument, "census", strata.get(unit), person.roles)


def _heard(speaker: Speaker, question: Question, answer: Answer, approved: Approvals) -> Iterator[Observation]:
    capability = question.capability or ""
    value = value_of(question, answer)
    if answer.value is not None and value is None:
        return  # a sight without a table, or one this content no longer knows how to read
    group = speaker.instrument.group
    approval = approved.get((group, capability, speaker.unit))
    seen = question.kind in OBSERVED and value is not None
    owned = speaker.owned
    yield Observation(
        capability=capability,
        group=group,
        unit=speaker.unit,
        respondent=speaker.respondent,
        answer=f"{speaker.name}:{answer.question}",
        state=state_of(given=value is not None, reason=answer.reason),
        value=value,
        stratum=speaker.stratum,
        selection=speaker.selection,
        role=_role(speaker, capability),
        owner=owned is None or capability in owned,
        evidence=answer.evidence or SEEN if seen else answer.evidence,
        reason=(approval.reason if approval else "") or answer.na_reason,
        approver=approval.approver if approval else None,
    )


def _role(speaker: Speaker, capability: str) -> str | None:
    first = speaker.roles[0] if speaker.roles else None
    return (speaker.owned or {}).get(capability, first)


def value_of(question: Question, answer: Answer) -> int | None:
    """Return the level an answer speaks for, None when it speaks for none."""
    if answer.value is None:
        return None
    try:
        return level_of(question, answer.value)
    except ValueError:
        return None


def state_of(*, given: bool, reason: Missing | None) -> State:
    """Return the state of an answer as scoring tells them apart."""
    if given:
        return "value"
    if reason in {"dont_know", "not_applicable"}:
        return "dont_know" if reason == "dont_know" else "not_applicable"
    return "blank"
