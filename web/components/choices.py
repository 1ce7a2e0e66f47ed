"""Options of selects and groups of boxes."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from questionnaires.locale_text import LocaleText


@dataclass(frozen=True, slots=True)
class Choice:
    """An option of a select."""

    key: str
    text: LocaleText


@dataclass(frozen=True, slots=True)
class Tick:
    """A box of a group: the name of its field, its label, and whether it is ticked."""

    name: str
    text: LocaleText
    on: bool


def choices(texts: Mapping[str, LocaleText]) -> tuple[Choice, ...]:
    """Return options in the order of the mapping."""
    return tuple(Choice(str(key), text) for key, text in texts.items())


def ticks(group: str, texts: Mapping[str, LocaleText], on: Collection[str]) -> tuple[Tick, ...]:
    """Return the boxes of a group in the order of the mapping."""
    return tuple(Tick(f"{group}.{key}", text, key in on) for key, text in texts.items())
