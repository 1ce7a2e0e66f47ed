"""A dossier read in both languages at once."""

from collections.abc import Callable, Iterable
from typing import Any

from assessment.dossier import Dossier
from questionnaires.locale_text import LocaleText
from reports.phrases.typography import unbroken
from reports.reading import Reading


class Bilingual:
    """Two readings of one dossier; every view asks this and gets pairs of texts."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.zh, self.en = Reading(dossier, "zh"), Reading(dossier, "en")

    def both(self, word: Callable[[Reading], str]) -> LocaleText:
        """Return what ``word`` says in each language."""
        return LocaleText(word(self.zh), word(self.en))

    def name(self, ident: str) -> LocaleText:
        """Name an id."""
        return self.both(lambda r: r.name(ident))

    def names(self, idents: Iterable[str], limit: int = 4) -> LocaleText:
        """Name several ids in one phrase."""
        found = list(idents)
        return self.both(lambda r: r.names.many(found, limit))

    def person(self, ident: str) -> LocaleText:
        """Name a person or a role."""
        return self.both(lambda r: r.person(ident))

    def say(self, code: str, params: Any) -> LocaleText:
        """Word a code of scoring, roadmap or assessment."""
        return self.both(lambda r: r.say(code, params))

    def money(self, amount: int, *, signed: bool = False) -> LocaleText:
        """Write minor units in the engagement's currency."""
        return self.both(lambda r: unbroken(r.money(amount, signed=signed)))

    def day(self, value: Any, *, year: bool = True) -> LocaleText:
        """Write a date."""
        return self.both(lambda r: r.day(value, year=year))

    @property
    def company(self) -> LocaleText:
        """The client's name."""
        return self.both(lambda r: r.company)
