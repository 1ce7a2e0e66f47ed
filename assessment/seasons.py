"""Peak season as calendar months, whether it leaves a plan room to work in, and the day a plan can begin."""

from collections.abc import Iterator, Sequence
from datetime import date

from assessment.errors import Problem
from questionnaires.locale_text import LocaleText
from roadmap.calendar import load_calendar

YEAR = 12
MOST_CLOSED = 9
"""Months of a year that may be peak season; three are the least in which a pilot in stores starts and goes live."""


def months_between(first: int, last: int) -> tuple[int, ...]:
    """Return the calendar months of a range, both ends included; it may run over the turn of the year.

    >>> months_between(9, 10), months_between(11, 2)
    ((9, 10), (11, 12, 1, 2))
    """
    return tuple((first - 1 + k) % YEAR + 1 for k in range((last - first) % YEAR + 1))


def first_month(start: date) -> date:
    """Return the day a plan begins: ``start``, or the first of the next month when no working day is left in its month.

    Months are what the plan is chosen in; without this, work of a month that is over would run into the next one.

    >>> first_month(date(2027, 7, 30)), first_month(date(2027, 7, 31))
    (datetime.date(2027, 7, 30), datetime.date(2027, 8, 1))
    """
    following = date(start.year + start.month // YEAR, start.month % YEAR + 1, 1)
    return start if load_calendar().first(start) < following else following


def season_problems(ranges: Sequence[tuple[int, int]]) -> Iterator[Problem]:
    """Refuse months that do not exist, seasons that overlap, and a year with next to no month left to work in stores."""
    if not all(1 <= month <= YEAR for ends in ranges for month in ends):
        yield Problem("blackouts", LocaleText("月份应为 1 到 12。", "Months run from 1 to 12."))
        return
    closed = [month for ends in ranges for month in months_between(*ends)]
    if len(set(closed)) < len(closed):
        twice = min(month for month in closed if closed.count(month) > 1)
        text = LocaleText(
            f"两段旺季重叠了，{twice} 月写了两次：请合成一段。",
            f"Two seasons overlap, month {twice} stands in both: make them one.",
        )
        yield Problem("blackouts", text)
    elif len(closed) > MOST_CLOSED:
        text = LocaleText(
            f"旺季占了 {len(closed)} 个月，门店几乎没有月份能启动或上线：最多 {MOST_CLOSED} 个月。",
            f"Peak season takes {len(closed)} months, which leaves stores next to none to start or go live in: "
            f"{MOST_CLOSED} at most.",
        )
        yield Problem("blackouts", text)
