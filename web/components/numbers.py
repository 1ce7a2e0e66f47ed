"""Figures as readers write them, in both languages."""

from datetime import date

from questionnaires.locale_text import LOCALES, LocaleText
from reports.phrases import numbers
from reports.phrases.numbers import Number
from reports.phrases.typography import unbroken
from web.i18n.sentences import NOTHING, same


def score(value: Number | None) -> LocaleText:
    """Write a score of [0, 1] on 0-100 with one decimal."""
    return same("—" if value is None else numbers.plain(value * 100, 1))


def points(value: Number | None) -> LocaleText:
    """Write an index that is already on 0-100."""
    return same("—" if value is None else numbers.plain(value, 1))


def level(value: Number | None) -> LocaleText:
    """Write a level with one decimal."""
    return same(numbers.level(value))


def whole_level(value: Number | None) -> int:
    """Return the level whose colour a value takes (its whole part, 1-5), 0 when unknown."""
    return 0 if value is None else min(5, max(1, int(value)))


def percent(value: Number | None) -> LocaleText:
    """Write a share as a whole per cent."""
    return same(numbers.percent(value))


def plain(value: Number, places: int = 0, *, signed: bool = False) -> LocaleText:
    """Write a number with thousands separators."""
    return same(numbers.plain(value, places, signed=signed))


def day(value: date | None, *, year: bool = True) -> LocaleText:
    """Write a date, or nothing."""
    return NOTHING if value is None else LocaleText(*(numbers.day(value, locale, year=year) for locale in LOCALES))


def money(amount: int, currency: str = "CNY", *, signed: bool = False) -> LocaleText:
    """Write minor units of ``currency``."""
    return LocaleText(*(unbroken(numbers.money(amount, locale, currency, signed=signed)) for locale in LOCALES))


def money_range(low: int, high: int, currency: str = "CNY") -> LocaleText:
    """Write a range of money in one unit."""
    return LocaleText(*(unbroken(numbers.money_range(low, high, locale, currency)) for locale in LOCALES))
