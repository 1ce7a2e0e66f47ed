"""Sentences a page composes on the server, in both languages at once, from the same two catalogues' neighbours.

``zh.json`` and ``en.json`` travel to the browser and hold fixed words; ``sentences_zh.json`` and ``sentences_en.json``
stay here and hold what is filled with figures and names of an engagement.
"""

import json
import string
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from questionnaires.locale_text import LOCALES, Locale, LocaleText
from reports.phrases.wording import COUNTED, counted


@cache
def sentences() -> Mapping[str, Mapping[str, str]]:
    """Return locale → key → sentence with ``{name}`` places."""
    folder = Path(__file__).parent
    return {locale: json.loads((folder / f"sentences_{locale}.json").read_text("utf-8")) for locale in LOCALES}


def both(key: str, **params: Any) -> LocaleText:
    """Return a sentence in both languages; a parameter that is a ``LocaleText`` is written in each one's wording.

    >>> both("word.stores", n=30)
    LocaleText(zh='30 店', en='30 stores')
    >>> both("word.stores", n=1).en
    '1 store'
    """
    made = (_fill(sentences()[locale][key], locale, params) for locale in LOCALES)
    return LocaleText(*made)


def _fill(sentence: str, locale: Locale, params: Mapping[str, Any]) -> str:
    values = {name: v.in_(locale) if isinstance(v, LocaleText) else v for name, v in params.items()}
    return _COUNTED.vformat(sentence, (), values)


class _Counted(string.Formatter):
    """``str.format`` with the word that goes with a count: ``{n} {n:s|store|stores}``, as in the report's phrases."""

    def format_field(self, value: Any, format_spec: str) -> str:
        if format_spec.startswith(COUNTED):
            return counted(value, format_spec)
        return super().format_field(value, format_spec)


_COUNTED = _Counted()


def same(text: object) -> LocaleText:
    """Return a text that reads the same in both languages: a figure, a name, an id."""
    return LocaleText(str(text), str(text))


def joined(parts: Iterable[LocaleText], *, sentences: bool = False, apart: bool = False) -> LocaleText:
    """Join texts as each language lists them; ``sentences`` are set apart, not enumerated, ``apart`` parts may hold commas.

    >>> joined((LocaleText("甲", "A"), LocaleText("乙", "B")))
    LocaleText(zh='甲、乙', en='A, B')
    """
    found = tuple(parts)
    zh, en = ("", " ") if sentences else ("；", "; ") if apart else ("、", ", ")
    return LocaleText(zh.join(p.zh for p in found), en.join(p.en for p in found))


NOTHING = LocaleText("", "")


def original(text: str, translation: str) -> LocaleText:
    """Return what somebody wrote with its translation; the original stands when nobody translated it.

    >>> original("禾屿家居", "")
    LocaleText(zh='禾屿家居', en='禾屿家居')
    """
    return LocaleText(text or translation, translation or text)
