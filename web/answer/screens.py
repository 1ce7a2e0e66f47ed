"""What one screen of an answer page shows. Pure: instrument, questions, answers → frozen rows."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from questionnaires.answers import Answer
from questionnaires.framework import Framework
from questionnaires.instruments import Instrument, Question
from questionnaires.locale_text import Locale
from questionnaires.routing import minutes
from web.answer.posted import DONT_KNOW, NOT_APPLICABLE


@dataclass(frozen=True, slots=True)
class Choice:
    """One line to choose: an anchor, without its number."""

    value: str
    text: str
    checked: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """One kind of evidence."""

    kind: str
    name: str
    checked: bool


@dataclass(frozen=True, slots=True)
class Item:
    """One question as shown. ``lines`` run from the lowest anchor to the highest."""

    id: str
    kind: str
    stem: str
    help: str
    probes: tuple[str, ...]
    evidence_ask: str
    lines: tuple[Choice, ...]
    dont_know: bool
    not_applicable: bool
    na_reason: str
    na_hint: str
    note: str
    text: str
    ticks: tuple[Tick, ...]
    lacking: bool


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a respondent is: questions answered of those that apply, and minutes still needed."""

    answered: int
    total: int
    minutes_left: int

    @property
    def percent(self) -> int:
        """Return the share answered in percent, rounded down."""
        return self.answered * 100 // self.total if self.total else 0


@dataclass(frozen=True, slots=True)
class Screen:
    """One section on one screen."""

    section: str
    title: str
    number: int
    count: int
    items: tuple[Item, ...]
    progress: Progress
    previous: str | None
    following: str | None


def sections_of(questions: Sequence[Question]) -> tuple[str, ...]:
    """Return the sections that have a question here, in order."""
    return tuple(dict.fromkeys(question.section for question in questions))


def progress_of(questions: Sequence[Question], answers: Mapping[str, Answer]) -> Progress:
    """Return how far the respondent is; a skipped text counts as open."""
    open_ones = [q for q in questions if q.id not in answers or answers[q.id].reason == "skipped"]
    return Progress(len(questions) - len(open_ones), len(questions), minutes(open_ones))


def first_open(questions: Sequence[Question], answers: Mapping[str, Answer]) -> str | None:
    """Return the first section with an unanswered question, where a returning respondent goes on."""
    return next((q.section for q in questions if q.id not in answers), None)


def item(
    question: Question,
    answer: Answer | None,
    framework: Framework,
    locale: Locale,
    *,
    with_evidence: bool = False,
    lacking: bool = False,
) -> Item:
    """Return one question with its present answer."""
    capability = framework.capabilities.get(question.capability or "")
    anchors = sorted(capability.anchors, key=lambda a: a.level) if capability and question.kind == "level" else []
    chosen = _chosen(answer) or (NOT_APPLICABLE if lacking else "")
    ticked = answer.evidence if answer else ()
    kinds = framework.evidence_kinds.values() if with_evidence and question.kind == "level" else ()
    return Item(
        id=question.id,
        kind=question.kind,
        stem=question.stem.in_(locale),
        help=question.help.in_(locale) if question.help else "",
        probes=tuple(probe.in_(locale) for probe in question.probes),
        evidence_ask=question.evidence_ask.in_(locale) if question.evidence_ask else "",
        lines=tuple(Choice(str(a.level), a.text.in_(locale), chosen == str(a.level)) for a in anchors),
        dont_know=chosen == DONT_KNOW,
        not_applicable=chosen == NOT_APPLICABLE,
        na_reason=answer.na_reason if answer else "",
        na_hint=capability.na_when.in_(locale) if capability and capability.na_when else "",
        note=answer.note if answer else "",
        text=str(answer.value) if answer and question.kind == "text" and answer.value is not None else "",
        ticks=tuple(Tick(kind.id, kind.name.in_(locale), kind.id in ticked) for kind in kinds),
        lacking=lacking,
    )


def _chosen(answer: Answer | None) -> str:
    if answer is None:
        return ""
    if answer.value is not None:
        return str(answer.value)
    return {"dont_know": DONT_KNOW, "not_applicable": NOT_APPLICABLE}.get(answer.reason or "", "")


def screen(
    instrument: Instrument,
    questions: Sequence[Question],
    answers: Mapping[str, Answer],
    section: str,
    framework: Framework,
    locale: Locale,
    *,
    with_evidence: bool = False,
    lacking: Collection[str] = (),
) -> Screen | None:
    """Return the screen of ``section``, or None when this respondent has no such section."""
    order = sections_of(questions)
    if section not in order:
        return None
    place = order.index(section)
    title = next(s.title.in_(locale) for s in instrument.sections if s.id == section)
    shown = [q for q in questions if q.section == section]
    return Screen(
        section=section,
        title=title,
        number=place + 1,
        count=len(order),
        items=tuple(
            item(q, answers.get(q.id), framework, locale, with_evidence=with_evidence, lacking=q.id in lacking)
            for q in shown
        ),
        progress=progress_of(questions, answers),
        previous=order[place - 1] if place else None,
        following=order[place + 1] if place + 1 < len(order) else None,
    )
