"""Read a posted screen: what was answered, what is new, and what still lacks a reason. Pure."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from questionnaires.answers import Answer
from questionnaires.instruments import Question

DONT_KNOW = "dk"
NOT_APPLICABLE = "na"
LONGEST = 4000
LEVELS = frozenset("12345")


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
    """The answers of one screen. ``lacking`` names questions marked not applicable without a reason."""

    answers: Mapping[str, Answer]
    lacking: tuple[str, ...]


def _text(form: Form, name: str) -> str:
    value = form.get(name)
    return value.strip()[:LONGEST] if isinstance(value, str) else ""


def read_screen(
    form: Form, questions: Iterable[Question], kinds: frozenset[str], current: Mapping[str, Answer]
) -> Posted:
    """Return the answers in ``form`` to ``questions``; anything else in the form is ignored.

    ``kinds`` are the evidence kinds that may be ticked. A question left untouched has no answer here; one that was
    answered before and is empty now is *skipped*.
    """
    answers: dict[str, Answer] = {}
    lacking: list[str] = []
    for question in questions:
        answer = (
            _text_answer(form, question, current) if question.kind == "text" else _level_answer(form, question, kinds)
        )
        if answer is None:
            continue
        if answer.reason == "not_applicable" and not answer.na_reason:
            lacking.append(question.id)
        else:
            answers[question.id] = answer
    return Posted(answers, tuple(lacking))


def _text_answer(form: Form, question: Question, current: Mapping[str, Answer]) -> Answer | None:
    text = _text(form, f"v:{question.id}")
    if text:
        return Answer(question.id, text)
    before = current.get(question.id)
    return Answer(question.id, None, "skipped") if before and before.value is not None else None


def _level_answer(form: Form, question: Question, kinds: frozenset[str]) -> Answer | None:
    chosen = _text(form, f"v:{question.id}")
    note = _text(form, f"n:{question.id}")
    evidence = tuple(sorted({str(kind) for kind in form.getlist(f"e:{question.id}")} & kinds))
    if chosen in LEVELS:
        return Answer(question.id, int(chosen), evidence=evidence, note=note)
    if chosen == DONT_KNOW:
        return Answer(question.id, None, "dont_know", note=note)
    if chosen == NOT_APPLICABLE:
        return Answer(question.id, None, "not_applicable", na_reason=_text(form, f"r:{question.id}"), note=note)
    return None


def changed(posted: Mapping[str, Answer], current: Mapping[str, Answer]) -> tuple[Answer, ...]:
    """Return the posted answers that differ from what is stored, in the order posted."""
    return tuple(answer for key, answer in posted.items() if current.get(key) != answer)


def event_id(screen: str, answer: Answer, before: Answer | None, revision: int) -> str:
    """Return the id of the event that turns ``before`` into ``answer`` on this screen.

    ``screen`` is the id hidden in the page when it was rendered. The same post sent twice gives the same id and is
    stored once; a change made on a page found again in the browser's history gives another and is not lost.

    >>> a = Answer("M.SAL2", 3)
    >>> event_id("s", a, None, 0) == event_id("s", a, None, 0) != event_id("s", a, None, 1)
    True
    """
    return str(uuid.uuid5(uuid.NAMESPACE_OID, f"{screen}|{answer!r}|{before!r}|{revision}"))
