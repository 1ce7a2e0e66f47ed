"""Codes in a table: people may write the code, its name, or both; what is none of these is told what comes nearest."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Protocol

from assessment.engagement import Person, Store, System
from questionnaires.locale_text import Locale, LocaleText

NEAR, NEARNESS = 3, 0.5
"""So many near matches are named, and so alike (0-1) they have to be."""


def resolve(text: str, codes: Mapping[str, LocaleText]) -> str | None:
    """Return the code that is meant: itself, its name in either language where only one has it, or code and name.

    >>> codes = {"A1": LocaleText("跟进", "Follow-up"), "A2": LocaleText("回访", "Call back")}
    >>> resolve("a1", codes), resolve("回访", codes), resolve("A2 call back", codes), resolve("走访", codes)
    ('A1', 'A2', 'A2', None)
    """
    wanted = _plain(text)
    exact = [code for code in codes if wanted == code.casefold()]
    if exact:
        return exact[0]
    named = [code for code, name in codes.items() if wanted in {_plain(name.zh), _plain(name.en)}]
    if len(named) == 1:
        return named[0]
    both = [
        code for code, name in codes.items() if wanted in {_plain(f"{code} {name.zh}"), _plain(f"{code} {name.en}")}
    ]
    return both[0] if len(both) == 1 else None


def entry(code: str, name: LocaleText, locale: Locale) -> str:
    """Return what a list of codes offers: the code with its name."""
    return f"{code} {name.in_(locale)}".rstrip()


def nearest(text: str, codes: Mapping[str, LocaleText]) -> tuple[str, ...]:
    """Return the codes that come nearest: those whose name or code contains the text, then those written alike."""
    wanted = _plain(text)
    spoken: dict[str, str] = {}
    for code, name in codes.items():
        for word in (code, name.zh, name.en):
            spoken.setdefault(_plain(word), code)
    within = [code for word, code in spoken.items() if len(wanted) > 1 and (wanted in word or word in wanted)]
    alike = [spoken[word] for word in get_close_matches(wanted, spoken, NEAR, NEARNESS)]
    return tuple(dict.fromkeys([*within, *alike]))[:NEAR]


def near_words(text: str, codes: Mapping[str, LocaleText]) -> LocaleText:
    """Say in both languages what comes nearest; nothing when nothing does."""
    found = [(code, codes[code]) for code in nearest(text, codes)]
    if not found:
        return LocaleText("", "")
    zh = "、".join(entry(code, name, "zh") for code, name in found)
    return LocaleText(
        f"相近的有：{zh}。", " Near it: " + ", ".join(entry(code, name, "en") for code, name in found) + "."
    )


class Defined(Protocol):
    """Something of the content, named in both languages."""

    @property
    def name(self) -> LocaleText:
        """The name."""
        ...


def names_of(things: Mapping[str, Defined]) -> dict[str, LocaleText]:
    """Return code → name of what the content defines."""
    return {code: thing.name for code, thing in things.items()}


def registered(rows: Iterable[Store | Person | System]) -> dict[str, LocaleText]:
    """Return id → name of what a register holds; without a translation the name stands in both languages."""
    return {row.id: LocaleText(row.name, row.name_en or row.name) for row in rows}


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
