"""The period a number stands for: a year, a month, or a run of months. Pure."""

import re
from datetime import date

SHAPE = re.compile(
    r"(?P<y1>\d{4})(?:-(?P<m1>\d{1,2}))?(?:\s*(?:/|–|—|－|~|～|至|到|\bto\b)\s*(?P<y2>\d{4})-(?P<m2>\d{1,2}))?"
)
EARLIEST = 2000
DECEMBER = 12


def period_of(text: str) -> str:
    """Return a period as it is stored: ``2025``, ``2025-11`` or ``2025-11/2026-10``; empty when nothing was written.

    Raises:
        ValueError: when this is no period, with no words for anybody: the form and the workbook have their own.

    >>> period_of("2025-11 – 2026-10"), period_of(" 2026 "), period_of("2026-3")
    ('2025-11/2026-10', '2026', '2026-03')
    """
    if not text.strip():
        return ""
    found = SHAPE.fullmatch(text.strip())
    if found is None or (found["y2"] and not found["m1"]):
        raise ValueError(text)
    first = _month(found["y1"], found["m1"])
    if not found["y2"]:
        return first
    last = _month(found["y2"], found["m2"])
    if last < first:
        raise ValueError(text)
    return f"{first}/{last}"


def _month(year: str, month: str | None) -> str:
    if int(year) < EARLIEST or (month is not None and not 1 <= int(month) <= DECEMBER):
        raise ValueError(year)
    return year if month is None else f"{year}-{int(month):02d}"


def is_to_come(period: str, today: date) -> bool:
    """Return whether a period ends after the month of ``today``; the running year and month count as known.

    >>> is_to_come("2026", date(2026, 11, 20)), is_to_come("2025-11/2026-12", date(2026, 11, 20)), is_to_come("", date.min)
    (False, True, False)
    """
    last = period.rpartition("/")[2]
    return bool(last) and last > f"{today:%Y-%m}"[: len(last)]
