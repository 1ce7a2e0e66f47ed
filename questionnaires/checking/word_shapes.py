"""The shape of what the checks themselves read: the source trace, the glossary, the word lists, the blind readings."""

from typing import Annotated

from pydantic import Field, StringConstraints

from questionnaires.checking.shapes import Row, Words

Day = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")]
SomeWords = Annotated[list[Words], Field(min_length=1)]


class SourceItem(Row):
    """A point of the source article, the ids that carry it, and what no id can say."""

    id: str
    zh: Words
    en: Words
    carried_by: SomeWords
    note: Words | None = None


class SourceTrace(Row):
    """``framework/source_trace.yaml``."""

    items: list[SourceItem]


class Term(Row):
    """A Chinese term, its English words, those that are not used for it, and other Chinese words for it."""

    id: str
    zh: Words
    en: SomeWords
    barred: list[Words] = Field(default_factory=list[Words])
    elided: bool = False
    unused: list[Words] = Field(default_factory=list[Words])
    instead: Words | None = None


class GlossaryFile(Row):
    """``framework/glossary.yaml``."""

    terms: list[Term]


class WordLists(Row):
    """Words of both languages."""

    zh: SomeWords
    en: SomeWords


class Wording(Row):
    """``framework/wording.yaml``."""

    vague: WordLists
    observable: WordLists
    joining: WordLists
    able: WordLists
    explained: list[Words] = Field(default_factory=list[Words])


Order = Annotated[str, StringConstraints(pattern="^[1-5]{5}$")]


class Reading(Row):
    """How well fresh readers put the shuffled anchors back in order, who read, and when.

    ``orders`` are the orders they gave, a string of levels each; ``value`` is then the mean share of the ten pairs of
    anchors that stand the right way round.
    """

    value: Annotated[float, Field(ge=0, le=1)]
    by: Words
    on: Day
    orders: list[Order] = Field(default_factory=list[str])


class Agreement(Row):
    """The readings of one capability."""

    id: str
    zh: Reading | None = None
    en: Reading | None = None


class AgreementFile(Row):
    """``framework/agreement.yaml``."""

    readings: list[Agreement]
