"""What a score looks like on the shop floor: one narrative for each dimension and level. Content, not rules."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from questionnaires.framework import Framework
from questionnaires.locale_text import LocaleText

HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Narrative:
    """How a chain at ``level`` (1-5) of one dimension works, what that costs it and what its next step is."""

    dimension: str
    level: int
    text: LocaleText


def band_of(score: Fraction | None, framework: Framework) -> int | None:
    """Return the level (1-5) whose band a score on [0, 1] falls into by the cuts of the index; None without a score."""
    if score is None:
        return None
    return 1 + sum(score * HUNDRED >= cut for cut in framework.cuts)


def narrative_of(narratives: Mapping[str, Narrative], dimension: str, level: int) -> Narrative | None:
    """Return the narrative of a dimension at a level, None where the content has none."""
    return narratives.get(key_of(dimension, level))


def key_of(dimension: str, level: int) -> str:
    """Return the id a narrative has in the content.

    >>> key_of("MEM", 2)
    'MEM-2'
    """
    return f"{dimension}-{level}"
