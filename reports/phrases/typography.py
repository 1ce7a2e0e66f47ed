"""Typography of the two languages: spaces between Han and Latin, brackets, titles that fit two lines."""

import re

from questionnaires.locale_text import Locale
from reports.charts.metrics import width, wrap

_HAN = "\u2e80-\u2fff\u3040-\u9fff\uf900-\ufaff"
_HAN_WORD = re.compile(f"([{_HAN}])([A-Za-z0-9¥$€£+\u2212@#&])")
_WORD_HAN = re.compile(f"([A-Za-z0-9%¥$€£@#&])([{_HAN}])")
_UNIT = re.compile(f"([0-9]) ([{_HAN}])")
_DATE = re.compile(r"(\d{4}) ?年 ?(\d{1,2}) ?月(?: ?(\d{1,2}) ?日)?|(\d{1,2}) ?月 ?(\d{1,2}) ?日")
_MINUS = re.compile("([\u2212+])((?:[A-Z]{2}|[A-Z]{3} )?[¥$€£]|[A-Z]{3} )")
_UNIT_OF_MONEY = re.compile("([0-9]) ([万亿])")
NBSP = "\u00a0"
JOINER = "\u2060"
"""A word joiner: no width, no break."""


def spaced(text: str) -> str:
    """Set a space between Han and Latin or digits; numbers keep their unit, dates hold together.

    >>> spaced("用24个月,再打通CRM").replace(NBSP, "_")
    '用 24_个月,再打通 CRM'
    >>> spaced("2027年4月9日完成").replace(NBSP, "_")
    '2027_年_4_月_9_日完成'
    """
    text = _HAN_WORD.sub(r"\1 \2", text)
    text = _WORD_HAN.sub(r"\1 \2", text)
    text = _DATE.sub(_date, text)
    return _UNIT.sub(rf"\1{NBSP}\2", text)


def _date(found: re.Match[str]) -> str:
    year, month, day, month2, day2 = found.groups()
    parts = [year, "年", month, "月", day, "日"] if year else [month2, "月", day2, "日"]
    end = parts.index(None) if None in parts else len(parts)
    return NBSP.join(part for part in parts[:end] if part)


def unbroken(text: str) -> str:
    """Hold amounts together: a minus stays with its currency, a number with its unit.

    >>> unbroken("−¥4 万").replace(JOINER, "_").replace(NBSP, "~")
    '−_¥4~万'
    """
    return _UNIT_OF_MONEY.sub(rf"\1{NBSP}\2", _MINUS.sub(rf"\1{JOINER}\2", text))


def brackets(text: str, locale: Locale) -> str:
    """Put text in the brackets of the language.

    >>> brackets("n = 28", "en"), brackets("n = 28", "zh")
    (' (n = 28)', '（n = 28）')
    """
    return f"（{text}）" if locale == "zh" else f" ({text})"


def phrases(title: str) -> list[str]:
    """Split a Chinese title after its punctuation, so that a line never ends inside a short clause.

    >>> phrases("先用好资源，再打通会员：利润 240 万元")
    ['先用好资源，', '再打通会员：', '利润 240 万元']
    """
    return [part for part in re.split("(?<=[，、：；。？！])", title) if part]


TITLE_SIZE = 19.0
TITLE_ROOM = 176 / 25.4 * 72 * 0.97
PHRASE_ROOM = 0.75
"""A phrase up to this part of a line is never torn apart."""


def fits(text: str, *, size: float = TITLE_SIZE, room: float = TITLE_ROOM, lines: int = 2, bold: bool = True) -> bool:
    """Whether a text, a title unless said otherwise, stands on so many lines of a page without a cut."""
    written = spaced(text)
    rows = wrap(written, room, size, lines=lines, bold=bold)
    return "".join("".join(rows).split()) == "".join(written.split())


def title_fits(text: str, locale: Locale) -> bool:
    """Whether a title stands on two lines as it is set: Chinese breaks between phrases only, unless one is very long.

    >>> title_fits("先用好资源，再打通会员", "zh")
    True
    """
    if locale == "en":
        return fits(text)
    used, lines = 0.0, 1
    for phrase in phrases(text):
        wide = width(spaced(phrase), TITLE_SIZE, bold=True)
        if wide > TITLE_ROOM * PHRASE_ROOM:  # set phrase by phrase no more: it may break anywhere
            return fits(text)
        if used + wide > TITLE_ROOM:
            used, lines = 0.0, lines + 1
        used += wide
    return lines <= 2
