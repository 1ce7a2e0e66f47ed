"""How numbers, money, shares and dates are written in Chinese and in English. Always half-up, true minus, en dash."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from questionnaires.locale_text import Locale

Number = int | float | Fraction | Decimal
MINUS = "\u2212"
RANGE = "\u2013"
SYMBOLS = {"CNY": "¥", "USD": "$", "EUR": "€", "GBP": "£", "HKD": "HK$", "SGD": "S$", "TWD": "NT$"}
WEEKDAYS = {
    "zh": ("周一", "周二", "周三", "周四", "周五", "周六", "周日"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
UNITS: dict[Locale, tuple[tuple[int, str], ...]] = {
    "zh": ((100_000_000, " 亿"), (10_000, " 万"), (1, "")),
    "en": ((1_000_000_000, "bn"), (1_000_000, "m"), (1_000, "k"), (1, "")),
}


def half_up(value: Number, places: int = 0) -> Decimal:
    """Round half away from zero to ``places`` decimals.

    >>> [str(half_up(v, 1)) for v in (2.25, -2.25, Fraction(1, 3))]
    ['2.3', '-2.3', '0.3']
    """
    step = Decimal(1).scaleb(-places)
    if isinstance(value, Fraction):
        scaled = value * 10**places
        whole = (abs(scaled.numerator) * 2 + scaled.denominator) // (scaled.denominator * 2)
        return (Decimal(whole if scaled >= 0 else -whole) * step).quantize(step)
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    return exact.quantize(step, rounding=ROUND_HALF_UP)


def plain(value: Number, places: int = 0, *, signed: bool = False) -> str:
    """Write a number with thousands separators; ``signed`` always shows the sign.

    >>> plain(3486), plain(-1.25, 1), plain(1.6, 1, signed=True), plain(-0.01, 1)
    ('3,486', '−1.3', '+1.6', '0.0')
    """
    rounded = half_up(value, places)
    text = f"{abs(rounded):,}"
    if rounded < 0:
        return MINUS + text
    return f"+{text}" if signed and rounded > 0 else text


def score(value: Fraction | float | None) -> str:
    """Write a score of [0, 1] on 0-100 with one decimal; a dash when there is none."""
    return "—" if value is None else plain(value * 100, 1)


def level(value: Number | None) -> str:
    """Write a level (1-5) with one decimal; a dash when there is none."""
    return "—" if value is None else plain(value, 1)


def rung(value: Number | None) -> str:
    """Write a level that was set (a target, a gate, a cap): whole when it is whole.

    >>> rung(Fraction(3)), rung(2.5), rung(None)
    ('3', '2.5', '—')
    """
    if value is None:
        return "—"
    return plain(value, 0 if half_up(value, 1) == half_up(value) else 1)


def percent(share: Number | None) -> str:
    """Write a share of 1 as an integer per cent.

    >>> percent(0.614), percent(Fraction(1, 8))
    ('61%', '13%')
    """
    return "—" if share is None else f"{plain(share * 100)}%"


def count(value: Number, locale: Locale) -> str:
    """Write a count: exact up to five figures, then in 万 or k.

    >>> count(3486, "zh"), count(165000, "zh"), count(165000, "en")
    ('3,486', '16.5 万', '165k')
    """
    if abs(value) < 10_000:
        return plain(value)
    unit, name = _unit(abs(value), locale)
    return f"{MINUS if value < 0 else ''}{_figures(Decimal(str(abs(value))) / unit)}{name}"


def _figures(value: Decimal) -> str:
    """Two or three significant figures without trailing zeros."""
    if value >= 100:
        digits = len(str(int(value)))
        return f"{int(half_up(value.scaleb(3 - digits)) * 10 ** (digits - 3)):,}"
    text = str(half_up(value, 2 if value < 1 else 1))
    return text.rstrip("0").rstrip(".") if "." in text else text


def _unit(amount: Number, locale: Locale) -> tuple[int, str]:
    return next((unit, name) for unit, name in UNITS[locale] if amount >= unit or unit == 1)


def symbol(currency: str) -> str:
    """Return the sign written before an amount."""
    return SYMBOLS.get(currency, f"{currency} ")


def money(amount: int, locale: Locale, currency: str = "CNY", *, signed: bool = False) -> str:
    """Write minor units with two or three significant figures.

    >>> money(104_000_000, "zh"), money(104_000_000, "en"), money(-4_000_000, "zh"), money(-4_000_000, "en")
    ('¥104 万', '¥1.04m', '−¥4 万', '−¥40k')
    """
    value = Decimal(abs(amount)) / 100
    unit, name = _unit(value, locale)
    sign = MINUS if amount < 0 else "+" if signed and amount > 0 else ""
    figures = _figures(value / unit)
    if locale == "en" and 1 <= value / unit < 10:
        figures = _strip(half_up(value / unit, 2))
    return f"{sign}{symbol(currency)}{figures}{name}"


def _strip(value: Decimal) -> str:
    text = str(value)
    return text.rstrip("0").rstrip(".") if "." in text else text


FAR_APART = 10
"""From how many times the lower end on a range is read as of two units."""


def money_range(low: int, high: int, locale: Locale, currency: str = "CNY") -> str:
    """Write a range in one unit.

    >>> money_range(240_000_000, 510_000_000, "zh"), money_range(240_000_000, 510_000_000, "en")
    ('240–510 万元', '¥2.4–5.1m')
    >>> money_range(-40_000_000, 510_000_000, "zh"), money_range(-40_000_000, 510_000_000, "en")
    ('−40 至 510 万元', '−¥0.4m to ¥5.1m')

    The unit stands on both ends where the lower one would be read without it:

    >>> money_range(920_000, 44_700_000, "en"), money_range(0, 44_700_000, "en")
    ('¥9.2k–447k', '¥0–447k')
    """
    unit, name = _unit(Decimal(max(abs(low), abs(high))) / 100, locale)
    texts = [_figures(Decimal(abs(end)) / 100 / unit) for end in (low, high)]
    if locale == "en" and unit >= 1_000_000:
        texts = [f"{text}.0" if len(text) == 1 and text != "0" else text for text in texts]
    signs = [MINUS if end < 0 else "" for end in (low, high)]
    sign = symbol(currency)
    if locale == "zh":
        joint = f" 至 {signs[1]}" if low < 0 else RANGE
        tail = f"{name}元" if currency == "CNY" else f"{name} {currency}"
        return f"{signs[0]}{texts[0]}{joint}{texts[1]}{tail}"
    if low < 0:
        return f"{signs[0]}{sign}{texts[0]}{name} to {signs[1]}{sign}{texts[1]}{name}"
    far = 0 < low * FAR_APART <= high
    return f"{sign}{texts[0]}{name if far else ''}{RANGE}{texts[1]}{name}"


def in_unit(amount: int, unit: int, *, signed: bool = False) -> str:
    """Write minor units in a chart's unit (``unit`` in major units): under ten with one decimal.

    >>> in_unit(100_000_000, 1_000_000), in_unit(36_000_000_000, 1_000_000), in_unit(-5_000_000, 10_000, signed=True)
    ('1.0', '360', '−5.0')
    """
    value = Decimal(abs(amount)) / 100 / unit
    text = str(half_up(value, 1)) if value < 10 else _figures(value)
    if Decimal(text.replace(",", "")) == 0:
        return "0"
    return (MINUS if amount < 0 else "+" if signed else "") + text


def chart_unit(amounts: tuple[int, ...], locale: Locale) -> tuple[int, str]:
    """Return the unit (in major units) a money chart is drawn in, and its name for the title.

    >>> chart_unit((51_000_000_00,), "zh"), chart_unit((51_000_000_00,), "en")
    ((10000, '万元'), (1000000, '¥m'))
    """
    largest = max((abs(amount) for amount in amounts), default=0) / 100
    if locale == "zh":
        return (10_000, "万元") if largest >= 10_000 else (1, "元")
    return (1_000_000, "¥m") if largest >= 1_000_000 else (1_000, "¥k") if largest >= 1_000 else (1, "¥")


def day(value: date, locale: Locale, *, year: bool = True, weekday: bool = False) -> str:
    """Write a date.

    >>> day(date(2027, 4, 9), "zh"), day(date(2027, 4, 9), "en"), day(date(2026, 5, 20), "en", year=False, weekday=True)
    ('2027年4月9日', '9 Apr 2027', 'Wed 20 May')
    """
    name = WEEKDAYS[locale][value.weekday()]
    if locale == "zh":
        text = f"{value.month}月{value.day}日"
        return (f"{value.year}年" if year else "") + text + (f" {name}" if weekday else "")
    text = f"{value.day} {MONTHS[value.month - 1]}"
    return (f"{name} " if weekday else "") + text + (f" {value.year}" if year else "")


def day_range(start: date, finish: date, locale: Locale) -> str:
    """Write a span of days, the year once when both ends share it.

    >>> day_range(date(2026, 12, 1), date(2026, 12, 18), "zh"), day_range(date(2026, 12, 1), date(2026, 12, 18), "en")
    ('2026年12月1日–18日', '1–18 Dec 2026')
    >>> day_range(date(2026, 12, 1), date(2027, 1, 8), "zh"), day_range(date(2027, 1, 4), date(2027, 2, 5), "en")
    ('2026年12月1日–2027年1月8日', '4 Jan – 5 Feb 2027')
    """
    same_month = (start.year, start.month) == (finish.year, finish.month)
    if locale == "zh":
        end = f"{finish.day}日" if same_month else day(finish, locale, year=start.year != finish.year)
        return f"{day(start, locale)}{RANGE}{end}"
    if same_month:
        return f"{start.day}{RANGE}{day(finish, locale)}"
    return f"{day(start, locale, year=start.year != finish.year)} {RANGE} {day(finish, locale)}"


def month(value: date, locale: Locale, *, year: bool = True) -> str:
    """Write a month: 2026年12月, Dec 2026."""
    if locale == "zh":
        return (f"{value.year}年" if year else "") + f"{value.month}月"
    return MONTHS[value.month - 1] + (f" {value.year}" if year else "")


def axis_day(value: date, locale: Locale) -> str:
    """Write a date on an axis: 5/20, 20 May."""
    return f"{value.month}/{value.day}" if locale == "zh" else f"{value.day} {MONTHS[value.month - 1]}"
