"""What is asked of whom: instruments, their sections and questions, and all that one content pack holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from questionnaires.cards import Reason, Request, SalesMoment, Vignette
from questionnaires.framework import Framework, Group
from questionnaires.locale_text import LocaleText
from questionnaires.readings import Option, Reading, Test

QuestionKind = Literal["level", "text", "observe", "choice", "measure", "checks"]
"""``level``: the reader picks the highest anchor that is fully met. ``text``: an open answer in own words.

The others are observations. ``observe``: yes or no. ``choice``: one of several sights. ``measure``: a whole number with
a unit. ``checks``: everything ticked that was seen.
"""

OBSERVED: frozenset[QuestionKind] = frozenset({"observe", "choice", "measure", "checks"})
"""Kinds answered by what was seen, not by what was said."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question of an instrument. One that is ``optional`` takes no time that is promised: it may be left out.

    ``capability`` is None for open questions and for the urgency of a reason, whose levels stand in ``options``. ``roles`` routes executive items; empty means everybody.
    ``seconds`` is the planned time to answer, from which the minutes of a form are computed.
    An observation says in ``test`` how it is made and in ``help`` how to do it; ``options`` (observe, choice, checks) or
    ``reading`` (measure, checks) hold its table to levels: see ``level_of``. One that is ``noted`` has none.
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
    test: Test | None = None
    options: tuple[Option, ...] = ()
    reading: Reading | None = None
    optional: bool = False
    noted: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A screen of an instrument: one heading, a few questions."""

    id: str
    title: LocaleText


@dataclass(frozen=True, slots=True)
class Instrument:
    """A questionnaire for one audience (``executive``, ``manager``, ``guide``, ``visit``, and ``short``)."""

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
class SheetColumn:
    """A column of an import sheet that says what a row is about: store, date, visitor."""

    id: str
    title: LocaleText
    help: LocaleText


@dataclass(frozen=True, slots=True)
class MysterySheet:
    """What an agency fills in, one row a visit: ``columns`` say which visit, ``points`` what was met (source group V).

    ``visits`` is how many visits a store needs (fewest, most) before anything is said about that one store.
    """

    title: LocaleText
    intro: LocaleText
    columns: tuple[SheetColumn, ...]
    points: tuple[Question, ...]
    visits: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Library:
    """Framework, instruments and cards of one content pack, loaded and frozen."""

    framework: Framework
    instruments: Mapping[str, Instrument]
    requests: tuple[Request, ...]
    sales_moments: tuple[SalesMoment, ...]
    reasons: tuple[Reason, ...]
    vignettes: tuple[Vignette, ...]
    mystery: MysterySheet
