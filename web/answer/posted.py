"""Read a posted screen: what was answered, and what still lacks a reason. Pure."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, Protocol

from questionnaires.answers import Answer
from questionnaires.instruments import OBSERVED, Question
from web.answer.sights import is_number_missing, seen

DONT_KNOW = "dk"
NOT_APPLICABLE = "na"
LONGEST = 4000
LONGEST_REASON = 300
LEVELS = frozenset("12345")

Trouble = Literal["lacking", "too_long", "no_number"]
"""Why an answer is not stored yet: not applicable without a reason, longer than a field may be, no whole number."""


class Form(Protocol):
    """A posted form: one value or several per name."""

    def get(self, name: str, /) -> object:
        """Return the first value of a field or None."""
        ...

    def getlist(self, name: str, /) -> Sequence[object]:
        """Return every value of a field."""
        ...


@dataclass(frozen=True, slots=True)
class Posted:
    """The answers of one screen. ``drafts`` are answers that cannot be stored yet, ``troubles`` says why."""

    answers: Mapping[str, Answer]
    drafts: Mapping[str, Answer] = field(default_factory=dict[str, Answer])
    troubles: Mapping[str, Trouble] = field(default_factory=dict[str, Trouble])


def plain(text: str) -> str:
    r"""Return a text as it is stored: one kind of line end, no space around it.

    >>> plain(" one\r\ntwo ")
    'one\ntwo'
    """
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def normal(answer: Answer) -> Answer:
    """Return an answer as an untouched form would post it, so that two spellings of the same answer are equal."""
    value = plain(answer.value) if isinstance(answer.value, str) else answer.value
    return replace(
        answer,
        value=value,
        na_reason=plain(answer.na_reason),
        note=plain(answer.note),
        evidence=tuple(sorted(set(answer.evidence))),
    )


def _text(form: Form, name: str) -> str:
    value = form.get(name)
    return plain(value) if isinstance(value, str) else ""


def read_screen(
    form: Form, questions: Iterable[Question], kinds: frozenset[str], current: Mapping[str, Answer]
) -> Posted:
    """Return the answers in ``form`` to ``questions``; anything else in the form is ignored.

    ``kinds`` are the evidence kinds that could be ticked; empty when the page shows none, and then evidence that is
    already on record stays with an unchanged level. A question left untouched has no answer here; a text that was there
    before and is empty now is *skipped*, and so is a note without a chosen line: it is kept, and the question is open.
    """
    answers: dict[str, Answer] = {}
    drafts: dict[str, Answer] = {}
    troubles: dict[str, Trouble] = {}
    for question in questions:
        before = current.get(question.id)
        if question.kind == "text":
            answer = _text_answer(form, question, before)
        elif question.kind in OBSERVED:
            answer = _seen_answer(form, question, kinds, before)
        else:
            answer = _level_answer(form, question, kinds, before)
        if answer is None:
            continue
        trouble = "no_number" if is_number_missing(question, answer) else trouble_of(answer)
        if trouble is None:
            answers[question.id] = answer
        else:
            drafts[question.id], troubles[question.id] = answer, trouble
    return Posted(answers, drafts, troubles)


def trouble_of(answer: Answer) -> Trouble | None:
    """Return why ``answer`` cannot be stored, or None."""
    text = answer.value if isinstance(answer.value, str) else ""
    if len(text) > LONGEST or len(answer.note) > LONGEST or len(answer.na_reason) > LONGEST_REASON:
        return "too_long"
    return "lacking" if answer.reason == "not_applicable" and not answer.na_reason else None


def _text_answer(form: Form, question: Question, before: Answer | None) -> Answer | None:
    text = _text(form, f"v:{question.id}")
    if text:
        return Answer(question.id, text)
    return Answer(question.id, None, "skipped") if before and before.value is not None else None


def _level_answer(form: Form, question: Question, kinds: frozenset[str], before: Answer | None) -> Answer | None:
    chosen = _text(form, f"v:{question.id}")
    note = _text(form, f"n:{question.id}")
    evidence = tuple(sorted({str(kind) for kind in form.getlist(f"e:{question.id}")} & kinds))
    if not kinds and before is not None and str(before.value) == chosen:
        evidence = before.evidence
    if chosen in LEVELS:
        return Answer(question.id, int(chosen), evidence=evidence, note=note)
    return _without_value(form, question, chosen, before)


def _seen_answer(form: Form, question: Question, kinds: frozenset[str], before: Answer | None) -> Answer | None:
    chosen = _text(form, f"v:{question.id}")
    value = seen(form, question, chosen)
    if value is None:
        answer = _without_value(form, question, chosen, before)
        emptied = answer is None and before is not None and before.value is not None
        return Answer(question.id, None, "skipped") if emptied else answer
    evidence = tuple(sorted({str(kind) for kind in form.getlist(f"e:{question.id}")} & kinds))
    if not kinds and before is not None and before.value == value:
        evidence = before.evidence
    return Answer(question.id, value, evidence=evidence, note=_text(form, f"n:{question.id}"))


def _without_value(form: Form, question: Question, chosen: str, before: Answer | None) -> Answer | None:
    note = _text(form, f"n:{question.id}")
    if chosen == DONT_KNOW:
        return Answer(question.id, None, "dont_know", note=note)
    if chosen == NOT_APPLICABLE:
        return Answer(question.id, None, "not_applicable", na_reason=_text(form, f"r:{question.id}"), note=note)
    cleared = before is not None and before.reason == "skipped" and before.note != note
    return Answer(question.id, None, "skipped", note=note) if note or cleared else None


def event_id(screen: str, answer: Answer, before: Answer | None, revision: int) -> str:
    """Return the id of the event that turns ``before`` into ``answer`` on this screen.

    ``screen`` is the id hidden in the page when it was rendered. The same post sent twice gives the same id and is
    stored once; a change made on a page found again in the browser's history gives another and is not lost.

    >>> a = Answer("M.SAL2", 3)
    >>> event_id("s", a, None, 0) == event_id("s", a, None, 0) != event_id("s", a, None, 1)
    True
    """
    return str(uuid.uuid5(uuid.NAMESPACE_OID, f"{screen}|{answer!r}|{before!r}|{revision}"))
