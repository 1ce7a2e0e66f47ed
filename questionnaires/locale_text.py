"""Text that exists in Chinese and in English, as equals."""

from dataclasses import dataclass
from typing import Literal, get_args

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
