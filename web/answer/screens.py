"""What one screen of an answer page shows. Pure: instrument, questions, answers → frozen rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from questionnaires.answers import Answer
from questionnaires.framework import Framework
from questionnaires.instruments import Instrument, Question
from questionnaires.locale_text import Locale
from questionnaires.routing import minutes
from web.answer.items import NOTHING_TYPED, Item, Typed, item


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a respondent is: questions answered of those that apply, and minutes still needed.

    What is ``optional`` is counted beside them: how many there are, and how many were not answered.
    """

    answered: int
    total: int
    minutes_left: int
    optional: int = 0
    optional_open: int = 0

    @property
    def percent(self) -> int:
        """Return the share answered in percent, rounded down."""
        return self.answered * 100 // self.total if self.total else 0


@dataclass(frozen=True, slots=True)
class Part:
    """One section in the list of sections: how many of its questions are still open, and whether all may stay so."""

    section: str
    title: str
    total: int
    open: int
    optional: bool = False

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


def is_open(question: Question, answers: Mapping[str, Answer]) -> bool:
    """Return whether a question still waits for an answer; a skipped one does."""
    answer = answers.get(question.id)
    return answer is None or answer.reason == "skipped"


def sections_of(questions: Sequence[Question]) -> tuple[str, ...]:
    """Return the sections that have a question here, in order."""
    return tuple(dict.fromkeys(question.section for question in questions))


def progress_of(questions: Sequence[Question], answers: Mapping[str, Answer]) -> Progress:
    """Return how far the respondent is."""
    asked = [q for q in questions if not q.optional]
    extra = [q for q in questions if q.optional]
    open_ones = [q for q in asked if is_open(q, answers)]
    left = sum(is_open(q, answers) for q in extra)
    return Progress(len(asked) - len(open_ones), len(asked), minutes(open_ones), len(extra), left)


def first_open(questions: Sequence[Question], answers: Mapping[str, Answer]) -> Question | None:
    """Return the question with which a returning respondent goes on: the first one that waits."""
    return next((q for q in questions if not q.optional and is_open(q, answers)), None)


def parts_of(
    instrument: Instrument, questions: Sequence[Question], answers: Mapping[str, Answer], locale: Locale
) -> tuple[Part, ...]:
    """Return the list of sections with what is open in each."""
    titles = {section.id: section.title.in_(locale) for section in instrument.sections}
    rows: list[Part] = []
    for section in sections_of(questions):
        within = [q for q in questions if q.section == section]
        left = sum(is_open(q, answers) for q in within)
        rows.append(Part(section, titles[section], len(within), left, all(q.optional for q in within)))
    return tuple(rows)


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
