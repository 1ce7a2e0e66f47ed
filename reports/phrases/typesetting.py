"""Text as markup: escaped, spaced between Han and Latin, tight where two full-width marks meet, titles in phrases."""

import re

from markupsafe import Markup, escape

from questionnaires.locale_text import Locale
from reports.charts.metrics import width
from reports.phrases.typography import PHRASE_ROOM, TITLE_ROOM, TITLE_SIZE, phrases, spaced, unbroken

_PAIR = re.compile("([，。；：、！？）」』》”])(?=[，。；：、！？（）「」『』《》“”])")


def typeset(text: str, locale: Locale) -> Markup:
    """Return ``text`` as safe markup in the typography of ``locale``.

    >>> str(typeset("a<b", "en"))
    'a&lt;b'
    """
    if locale == "en":
        return escape(unbroken(text))
    return Markup(_PAIR.sub(r'<span class="halt">\1</span>', str(escape(unbroken(spaced(text))))))  # noqa: S704 (escaped above)


def heading(text: str, locale: Locale) -> Markup:
    """Return a title whose lines break between phrases: a short clause is never torn apart."""
    if locale == "en":
        return escape(unbroken(text))
    parts: list[str] = []
    for phrase in phrases(text):
        whole = width(spaced(phrase), TITLE_SIZE, bold=True) <= TITLE_ROOM * PHRASE_ROOM
        body = typeset(phrase, locale)
        parts.append(f'<span class="phrase">{body}</span><wbr>' if whole else str(body))
    return Markup("".join(parts).removesuffix("<wbr>"))  # noqa: S704 (made of escaped parts)
