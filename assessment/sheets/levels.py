"""How a level is written in a cell: 1 to 5, “don't know”, or “n/a: reason” — in either language."""

import re
from dataclasses import dataclass

from assessment.sheets.cells import CellError
from questionnaires.answers import Missing
from questionnaires.locale_text import Locale

TOP = 5
DONT_KNOW = frozenset({"dk", "不知道", "don't know", "don’t know", "dont know", "unknown", "?", "？"})
NOT_APPLICABLE = re.compile(r"(?:na|n/a|不适用|not applicable)\s*(?:[:：]\s*(.*))?", re.IGNORECASE | re.DOTALL)
LEVEL = re.compile(r"([1-5])(?:\.0+)?(?:\s*[·:：、]\s*\D.*)?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class LevelWord:
    """A level, or the reason why there is none."""

    level: int | None
    reason: Missing | None = None
    na_reason: str = ""


def level_of(text: str) -> LevelWord:
    """Return what a level cell says; CellError when it says nothing that can be scored.

    A level may carry its anchor behind it (“3 · written in a system”), as people copy it from the list of anchors.

    >>> level_of("3"), level_of("不知道").reason, level_of("na:工厂直发").na_reason
    (LevelWord(level=3, reason=None, na_reason=''), 'dont_know', '工厂直发')
    """
    said = text.strip()
    if said.casefold() in DONT_KNOW:
        return LevelWord(None, "dont_know")
    if applies := NOT_APPLICABLE.fullmatch(said):
        reason = (applies.group(1) or "").strip()
        if not reason:
            raise CellError("na_reason")
        return LevelWord(None, "not_applicable", reason)
    if found := LEVEL.fullmatch(said):
        return LevelWord(int(found.group(1)))
    raise CellError("not_a_level", value=said[:40])


def level_word(level: int | None, reason: Missing | None, na_reason: str, locale: Locale = "zh") -> str | int | None:
    """Return how a level is written, None for an answer that is missing for any other reason."""
    if level is not None:
        return level
    if reason == "dont_know":
        return "不知道" if locale == "zh" else "don't know"
    if reason == "not_applicable":
        return f"不适用：{na_reason}" if locale == "zh" else f"n/a: {na_reason}"
    return None
