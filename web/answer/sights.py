"""Read what was seen from a posted screen: an option, a measured number, everything that was ticked. Pure."""

import unicodedata
from collections.abc import Sequence
from typing import Protocol

from questionnaires.answers import Answer
from questionnaires.instruments import Question
from questionnaires.levelling import level_of

NONE_SEEN = "none"
LONGEST_NUMBER = 9


class Sights(Protocol):
    """A posted form: one value or several per name."""

    def get(self, name: str, /) -> object:
        """Return the first value of a field or None."""
        ...

    def getlist(self, name: str, /) -> Sequence[object]:
        """Return every value of a field."""
        ...


def seen(form: Sights, question: Question, chosen: str) -> int | str | None:
    """Return what was seen, as ``level_of`` takes it; None when nothing was. ``chosen`` is the line that is marked.

    A number that cannot be one comes back as it was typed.
    """
    options = [option.id for option in question.options]
    if question.kind == "measure":
        return number(form.get(f"m:{question.id}"), question)
    if question.kind == "checks":
        ticked = {str(each) for each in form.getlist(f"c:{question.id}")}
        return " ".join(key for key in options if key in ticked) or ("" if chosen == NONE_SEEN else None)
    return chosen if chosen in options else None


def number(typed: object, question: Question) -> int | str | None:
    """Return a typed whole number, the text itself when it is none, None when nothing was typed.

    >>> from questionnaires import LocaleText
    >>> timed = Question("O.1", "measure", "tests", LocaleText("几秒", "Seconds"), None, (), None, 60)
    >>> number(" ９０ ", timed), number("1.5", timed), number("", timed)
    (90, '1.5', None)
    """
    text = unicodedata.normalize("NFKC", typed).strip() if isinstance(typed, str) else ""
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER):
        return text
    try:
        level_of(question, int(text))
    except ValueError:
        return text
    return int(text)


def is_number_missing(question: Question, answer: Answer) -> bool:
    """Return whether a measured answer holds words where its number should be."""
    return question.kind == "measure" and isinstance(answer.value, str)
