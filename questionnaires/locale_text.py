"""Text that exists in Chinese and in English, as equals."""

from dataclasses import dataclass
from typing import Any, Literal, get_args

Locale = Literal["zh", "en"]
LOCALES: tuple[Locale, ...] = get_args(Locale)


@dataclass(frozen=True, slots=True, order=True)
class LocaleText:
    """One text in both languages of the product.

    >>> LocaleText("会员", "Member").in_("en")
    'Member'
    """

    zh: str
    en: str

    def in_(self, locale: Locale) -> str:
        """Return the wording for ``locale``."""
        return self.zh if locale == "zh" else self.en


def locale_text(data: Any) -> LocaleText:
    """Return a text from plain data with ``zh`` and ``en``; KeyError when one is missing."""
    return LocaleText(str(data["zh"]), str(data["en"]))


def locale_text_or_none(data: Any) -> LocaleText | None:
    """Return a text from plain data, or None when there is none."""
    return None if data is None else locale_text(data)
