"""What one screen of an answer page shows. Pure: instrument, questions, answers → frozen rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from questionnaires.answers import Answer
from questionnaires.framework import Framework
from questionnaires.instruments import Instrument, Question
from questionnaires.locale_text import Locale
from questionnaires.routing import minutes
from web.answer.merging import Clash, fingerprint
from web.answer.posted import DONT_KNOW, NOT_APPLICABLE, Trouble


@dataclass(frozen=True, slots=True)
class Choice:
    """One line to choose: an anchor. Its number is ``value``; respondents never see it."""

    value: str
    text: str
    checked: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """One kind of evidence and the highest level it supports alone."""

    kind: str
    name: str
    cap: int
    checked: bool


@dataclass(frozen=True, slots=True)
class Item:
    """One question as shown. ``lines`` run from the lowest anchor to the highest.

    ``base`` is the fingerprint of the stored answer this item was rendered from; ``theirs`` the answer another device
    stored meanwhile, in words, empty when there is none.
    """

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
    base: str
    trouble: Trouble | None
    clash: bool
    theirs: tuple[str, ...]


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
class Part:
    """One section in the list of sections: how many of its questions are still open."""

    section: str
    title: str
    total: int
    open: int

    @property
    def state(self) -> str:
        """Return ``done``, ``begun`` or ``untouched``."""
        if not self.open:
            return "done"
        return "begun" if self.open < self.total else "untouched"


@dataclass(frozen=True, slots=True)
class Screen:
    """One section on one screen."""

    section: str
    title: str
    number: int
    count: int
    items: tuple[Item, ...]
    progress: Progress
    parts: tuple[Part, ...]
    previous: str | None
    following: str | None


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed on a screen and is not stored: drafts with their trouble, and clashes with another device."""

    drafts: Mapping[str, Answer] = field(default_factory=dict[str, Answer])
    troubles: Mapping[str, Trouble] = field(default_factory=dict[str, Trouble])
    clashes: Mapping[str, Clash] = field(default_factory=dict[str, Clash])

    def __bool__(self) -> bool:
        return bool(self.drafts or self.clashes)

    def __len__(self) -> int:
        return len(self.drafts) + len(self.clashes)

    def shown(self, key: str, stored: Answer | None) -> Answer | None:
        """Return the answer a page shows: what was typed, else what is stored."""
        clash = self.clashes.get(key)
        return clash.mine if clash else self.drafts.get(key, stored)


NOTHING_TYPED = Typed()


def is_open(question: Question, answers: Mapping[str, Answer]) -> bool:
    """Return whether a question still waits for an answer; a skipped one does."""
    answer = answers.get(question.id)
    return answer is None or answer.reason == "skipped"


def sections_of(questions: Sequence[Question]) -> tuple[str, ...]:
    """Return the sections that have a question here, in order."""
    return tuple(dict.fromkeys(question.section for question in questions))


def progress_of(questions: Sequence[Question], answers: Mapping[str, Answer]) -> Progress:
    """Return how far the respondent is."""
    open_ones = [q for q in questions if is_open(q, answers)]
    return Progress(len(questions) - len(open_ones), len(questions), minutes(open_ones))


def first_open(questions: Sequence[Question], answers: Mapping[str, Answer]) -> str | None:
    """Return the section where a returning respondent goes on: the first with a question never looked at."""
    return next((q.section for q in questions if q.id not in answers), None)


def parts_of(
    instrument: Instrument, questions: Sequence[Question], answers: Mapping[str, Answer], locale: Locale
) -> tuple[Part, ...]:
    """Return the list of sections with what is open in each."""
    titles = {section.id: section.title.in_(locale) for section in instrument.sections}
    rows: list[Part] = []
    for section in sections_of(questions):
        within = [q for q in questions if q.section == section]
        rows.append(Part(section, titles[section], len(within), sum(is_open(q, answers) for q in within)))
    return tuple(rows)


def in_words(answer: Answer, question: Question, framework: Framework, locale: Locale) -> tuple[str, ...]:
    """Return an answer in words: the chosen line or text, the reason, the note. Codes stay codes: ``dk``, ``na``."""
    capability = framework.capabilities.get(question.capability or "")
    if isinstance(answer.value, int):
        anchors = {a.level: a.text.in_(locale) for a in capability.anchors} if capability else {}
        main = anchors.get(answer.value, str(answer.value))
    else:
        main = answer.value or _chosen(answer)
    return tuple(part for part in (main, answer.na_reason, answer.note) if part)


def item(
    question: Question,
    stored: Answer | None,
    framework: Framework,
    locale: Locale,
    *,
    with_evidence: bool = False,
    typed: Typed = NOTHING_TYPED,
) -> Item:
    """Return one question with what was typed or stored."""
    capability = framework.capabilities.get(question.capability or "")
    anchors = sorted(capability.anchors, key=lambda a: a.level) if capability and question.kind == "level" else []
    answer = typed.shown(question.id, stored)
    clash = typed.clashes.get(question.id)
    chosen = _chosen(answer)
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
        text=answer.value if answer and isinstance(answer.value, str) else "",
        ticks=tuple(Tick(kind.id, kind.name.in_(locale), kind.cap, kind.id in ticked) for kind in kinds),
        base=fingerprint(stored),
        trouble=typed.troubles.get(question.id),
        clash=clash is not None,
        theirs=in_words(clash.theirs, question, framework, locale) if clash and clash.theirs else (),
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
    typed: Typed = NOTHING_TYPED,
) -> Screen | None:
    """Return the screen of ``section``, or None when this respondent has no such section."""
    order = sections_of(questions)
    if section not in order:
        return None
    place = order.index(section)
    parts = parts_of(instrument, questions, answers, locale)
    shown = [q for q in questions if q.section == section]
    return Screen(
        section=section,
        title=parts[place].title,
        number=place + 1,
        count=len(order),
        items=tuple(
            item(q, answers.get(q.id), framework, locale, with_evidence=with_evidence, typed=typed) for q in shown
        ),
        progress=progress_of(questions, answers),
        parts=parts,
        previous=order[place - 1] if place else None,
        following=order[place + 1] if place + 1 < len(order) else None,
    )
