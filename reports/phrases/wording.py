"""Turns a code and its parameters into a sentence. A template asks for the form it needs: ``{gap:level}``.

Forms: ``name`` ``names`` ``few`` (ids), ``word`` ``lower`` ``words`` (closed vocabularies), ``level``, ``rung`` (a level that was set:
whole when it is), ``one`` (one decimal), ``score`` ``percent`` ``money`` ``signed`` ``count``, ``day`` ``monthday``
``month``, ``period`` (a month counted from the plan's start) ``s|item|items`` (the word that goes with
the number, for English) and none (as it is). A code may have several templates;
the first whose parameters are all there is used, so that callers may say less than the richest sentence needs.
"""

import string
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, cast

from questionnaires.locale_text import Locale, LocaleText
from reports.phrases import labels, numbers

Template = tuple[str, str]
Catalogue = Mapping[str, Template | tuple[Template, ...]]


class UnknownCodeError(KeyError):
    """No sentence is written for this code; a code without words must never reach a reader."""


@dataclass(frozen=True, slots=True)
class Names:
    """What ids are called in one locale, and what amounts and months mean in this engagement."""

    locale: Locale
    texts: Mapping[str, LocaleText | str] = field(default_factory=dict[str, LocaleText | str])
    currency: str = "CNY"
    start: date | None = None

    def __call__(self, ident: str) -> str:
        """Return the name of ``ident``, or the id itself when nobody named it."""
        text = self.texts.get(ident, ident)
        return text.in_(self.locale) if isinstance(text, LocaleText) else text

    def many(self, idents: Iterable[str], limit: int = 4) -> str:
        """Join names as a reader would, cut after ``limit``."""
        names = [self(ident) for ident in idents]
        shown = names[:limit]
        if self.locale == "zh":
            return "、".join(shown) + (f"等 {len(names)} 项" if len(names) > limit else "")
        rest = f" and {len(names) - limit} more" if len(names) > limit else ""
        return ", ".join(shown) + rest


COUNTED = "s|"


def counted(value: Any, form: str) -> str:
    """Return the word that goes with a number, of a form such as ``s|item|items``.

    >>> counted(1, "s|item|items"), counted("2", "s|item|items")
    ('item', 'items')
    """
    _, one, many = form.split("|")
    return one if value in (1, "1") else many


class _Forms(string.Formatter):
    """``str.format`` with the forms above; a missing parameter raises KeyError."""

    def __init__(self, names: Names) -> None:
        self.names = names

    def format_field(self, value: Any, format_spec: str) -> Any:
        if format_spec.startswith(COUNTED):
            return counted(value, format_spec)
        form = getattr(self, f"_{format_spec}", None) if format_spec else self._plain
        if form is None:
            raise ValueError(f"unknown form {format_spec!r}")
        return form(value)

    def _plain(self, value: Any) -> str:
        if isinstance(value, bool) or not isinstance(value, int | float):
            return str(value)
        return numbers.plain(value, 0 if isinstance(value, int) or float(value).is_integer() else 1)

    def _name(self, value: Any) -> str:
        return self.names(str(value))

    def _names(self, value: Any) -> str:
        many: Iterable[Any] = cast("Iterable[Any]", value) if isinstance(value, list | tuple | frozenset) else (value,)
        return self.names.many(map(str, many))

    def _few(self, value: Any) -> str:
        return self.names.many(map(str, cast("Iterable[Any]", value)), limit=2)

    def _word(self, value: Any) -> str:
        word = labels.WORDS.get(str(value))
        return word.in_(self.names.locale) if word else self.names(str(value))

    def _lower(self, value: Any) -> str:
        return self._word(value).lower()

    def _words(self, value: Any) -> str:
        return ("、" if self.names.locale == "zh" else ", ").join(self._word(one) for one in value)

    def _level(self, value: Any) -> str:
        return numbers.level(value)

    def _rung(self, value: Any) -> str:
        return numbers.rung(value)

    def _score(self, value: Any) -> str:
        return numbers.score(value)

    def _one(self, value: Any) -> str:
        return numbers.plain(value, 1)

    def _percent(self, value: Any) -> str:
        return numbers.percent(value)

    def _signed(self, value: Any) -> str:
        return numbers.plain(value, 1, signed=True)

    def _count(self, value: Any) -> str:
        return numbers.count(value, self.names.locale)

    def _money(self, value: Any) -> str:
        return numbers.money(int(value), self.names.locale, self.names.currency)

    def _day(self, value: Any) -> str:
        when = value if isinstance(value, date) else date.fromisoformat(str(value))
        return numbers.day(when, self.names.locale)

    def _monthday(self, value: Any) -> str:
        when = value if isinstance(value, date) else date.fromisoformat(str(value))
        return numbers.day(when, self.names.locale, year=False)

    def _month(self, value: Any) -> str:
        when = value if isinstance(value, date) else date.fromisoformat(str(value))
        return numbers.month(when, self.names.locale)

    def _period(self, value: Any) -> str:
        if self.names.start is None:
            return f"第 {int(value) + 1} 个月" if self.names.locale == "zh" else f"month {int(value) + 1}"
        ahead = self.names.start.month - 1 + int(value)
        return numbers.month(date(self.names.start.year + ahead // 12, ahead % 12 + 1, 1), self.names.locale)


def fill(template: str, params: Mapping[str, Any], names: Names) -> str:
    """Fill one template.

    >>> fill("{cap:name} {level:level}", {"cap": "SAL2", "level": 1.94}, Names("en", {"SAL2": "Lead response"}))
    'Lead response 1.9'
    """
    return _Forms(names).vformat(template, (), dict(params))


def choose(catalogue: Catalogue, code: str, params: Mapping[str, Any], names: Names) -> str:
    """Word ``code`` from ``catalogue``; UnknownCodeError when it has no template or none whose parameters are there."""
    if code not in catalogue:
        raise UnknownCodeError(f"no wording for {code!r}; add it to reports/phrases")
    entry = catalogue[code]
    templates: tuple[Template, ...] = (entry,) if isinstance(entry[0], str) else entry  # pyright: ignore[reportAssignmentType]
    missing = ""
    for template in templates:
        try:
            return fill(template[0 if names.locale == "zh" else 1], params, names)
        except KeyError as error:
            missing = str(error)
    raise UnknownCodeError(f"wording of {code!r} needs the parameter {missing}")
