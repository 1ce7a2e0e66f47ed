"""What an answer must look like before it is stored, whoever sends it."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from assessment.answer_events import AnswerEvent
from assessment.errors import InvalidInput, Problem
from assessment.forms import instrument_of
from questionnaires.instruments import OBSERVED, Question
from questionnaires.levelling import level_of
from questionnaires.locale_text import LocaleText

if TYPE_CHECKING:
    from assessment.content import ContentPack

LONGEST_TEXT, LONGEST_ID, MOST_EVENTS, MOST_EVIDENCE = 10_000, 80, 2_000, 12
LEVELS = range(1, 6)
SHOWN = 40


def check_events(events: Sequence[AnswerEvent], person: str, instrument: str, content: "ContentPack | None") -> None:
    """Refuse a batch that holds anything unusable.

    Raises:
        InvalidInput: naming every question and what is wrong with its answer.
    """
    problems = tuple(_problems(events, person, instrument, content))
    if problems:
        raise InvalidInput(problems)


def _problems(
    events: Sequence[AnswerEvent], person: str, instrument: str, content: "ContentPack | None"
) -> Iterator[Problem]:
    if len(events) > MOST_EVENTS:
        yield Problem(instrument, LocaleText("一次提交的回答太多。", "Too many answers at once."))
    asked = None if content is None else _questions(content, instrument)
    kinds = None if content is None else set(content.library.framework.evidence_kinds)
    for event in events:
        if event.person != person or event.answer.question != event.question or not 0 < len(event.id) <= LONGEST_ID:
            yield Problem(
                event.question, LocaleText("这条回答不属于这份问卷。", "This answer is not one of this form.")
            )
        if not 0 < len(event.question) <= LONGEST_ID or (asked is not None and event.question not in asked):
            yield Problem(event.question, LocaleText("问卷里没有这道题。", "The form has no such question."))
        if kinds is not None and not set(event.answer.evidence) <= kinds:
            yield Problem(event.question, LocaleText("没有这种证据。", "There is no such kind of evidence."))
        yield from _of_answer(event, asked.get(event.question) if asked else None)


def _questions(content: "ContentPack", form: str) -> dict[str, Question]:
    return {q.id: q for q in content.library.instruments[instrument_of(form)].questions}


def _of_answer(event: AnswerEvent, question: Question | None) -> Iterator[Problem]:
    answer = event.answer
    seen = question is not None and question.kind in OBSERVED
    if isinstance(answer.value, int) and answer.value not in LEVELS and not seen:
        yield Problem(event.question, LocaleText("等级应为 1 到 5。", "A level runs from 1 to 5."))
    if question is not None and seen and answer.value is not None and not can_be(question, answer.value):
        yield Problem(event.question, _not_so(question, answer.value))
    words = answer.value if isinstance(answer.value, str) else ""
    if max(len(words), len(answer.note), len(answer.na_reason)) > LONGEST_TEXT:
        limit = LONGEST_TEXT
        yield Problem(event.question, LocaleText(f"文字超过 {limit} 字。", f"The text is longer than {limit} signs."))
    if len(answer.evidence) > MOST_EVIDENCE or any(len(kind) > LONGEST_ID for kind in answer.evidence):
        yield Problem(event.question, LocaleText("没有这种证据。", "There is no such kind of evidence."))
    if event.at.tzinfo is None:
        yield Problem(event.question, LocaleText("时间缺少时区。", "The moment lacks its time zone."))


def _not_so(question: Question, value: int | str) -> LocaleText:
    """Word why a question cannot be answered by a value; a measured number is told its bound."""
    most = question.reading.highest if question.kind == "measure" and question.reading else None
    if most is None:
        return LocaleText("这道题不能这样答。", "This question cannot be answered like that.")
    said = str(value)[:SHOWN]
    return LocaleText(
        f"“{said}”不能用：填 0 到 {most} 的整数。", f"“{said}” cannot be used: write a whole number from 0 to {most}."
    )


def can_be(question: Question, value: int | str) -> bool:
    """Return whether a question can be answered by a value: a level, what was seen, or words."""
    try:
        level_of(question, value)
    except ValueError:
        return False
    return True
