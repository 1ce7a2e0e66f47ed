"""What is asked of whom: instruments, their sections and questions."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from questionnaires.framework import Framework, Group
from questionnaires.locale_text import LocaleText

QuestionKind = Literal["level", "text"]
"""``level``: the reader picks the highest anchor that is fully met. ``text``: an open answer in own words."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question of an instrument.

    ``capability`` is None for open questions. ``roles`` routes executive items; empty means everybody.
    ``seconds`` is the planned time to answer, from which the minutes of a form are computed.
    """

    id: str
    kind: QuestionKind
    section: str
    stem: LocaleText
    help: LocaleText | None
    probes: tuple[LocaleText, ...]
    evidence_ask: LocaleText | None
    seconds: int
    capability: str | None = None
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A screen of an instrument: one heading, a few questions."""

    id: str
    title: LocaleText


@dataclass(frozen=True, slots=True)
class Instrument:
    """A questionnaire for one audience (``executive``, ``manager``)."""

    id: str
    group: Group
    title: LocaleText
    intro: LocaleText
    promise: LocaleText
    sections: tuple[Section, ...]
    questions: tuple[Question, ...]

    def question(self, key: str) -> Question:
        """Return the question with this id; KeyError names an unknown one."""
        for question in self.questions:
            if question.id == key:
                return question
        raise KeyError(key)


@dataclass(frozen=True, slots=True)
class Library:
    """Framework and instruments of one content pack, loaded and frozen."""

    framework: Framework
    instruments: Mapping[str, Instrument]
