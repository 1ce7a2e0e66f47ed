"""Working days: which dates count, and how offsets in working days become dates.

Holidays and moved workdays (调休) are data, one file per country under ``library/calendars``.
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml

LIBRARY = Path(__file__).parent / "library" / "calendars"
MONDAY_TO_FRIDAY = (0, 1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class Calendar:
    """Working weekdays (Monday is 0), dates off in spite of them and dates worked in spite of them.

    ``provisional`` lists years whose official dates were not published when the data was written.

    >>> week = Calendar(holidays=frozenset({date(2026, 1, 1)}))
    >>> week.at(date(2025, 12, 31), 1), week.offset(date(2025, 12, 31), date(2026, 1, 5))
    (datetime.date(2026, 1, 2), 2)
    """

    weekdays: tuple[int, ...] = MONDAY_TO_FRIDAY
    holidays: frozenset[date] = frozenset()
    workdays: frozenset[date] = frozenset()
    provisional: tuple[int, ...] = ()
    id: str = "weekdays"
    _off: tuple[date, ...] = field(init=False, repr=False, compare=False)
    _on: tuple[date, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Keep the exceptions that change anything, sorted."""
        if not self.weekdays or not set(self.weekdays) <= set(range(7)):
            raise ValueError("weekdays: name at least one day, Monday is 0 and Sunday 6.")
        off = sorted(day for day in self.holidays - self.workdays if day.weekday() in self.weekdays)
        on = sorted(day for day in self.workdays if day.weekday() not in self.weekdays)
        object.__setattr__(self, "_off", tuple(off))
        object.__setattr__(self, "_on", tuple(on))

    def works(self, day: date) -> bool:
        """Return whether ``day`` is a working day."""
        return day in self.workdays or (day.weekday() in self.weekdays and day not in self.holidays)

    def first(self, day: date) -> date:
        """Return ``day`` or the next working day after it."""
        while not self.works(day):
            day += timedelta(days=1)
        return day

    def count(self, day: date) -> int:
        """Return a running number of working days before ``day``; differences of it are what matters."""
        weeks, rest = divmod(day.toordinal() - 1, 7)  # day 1 of the ordinal count is a Monday
        regular = weeks * len(self.weekdays) + sum(1 for weekday in self.weekdays if weekday < rest)
        return regular - bisect_left(self._off, day) + bisect_left(self._on, day)

    def offset(self, start: date, day: date) -> int:
        """Return how many working days lie from ``start`` (included) to ``day`` (excluded); negative when earlier."""
        return self.count(day) - self.count(start)

    def at(self, start: date, offset: int) -> date:
        """Return the working day ``offset`` working days after ``start`` (0: ``start`` or the next working day)."""
        wanted = self.count(start) + offset
        middle = start + timedelta(days=offset * 7 // len(self.weekdays))
        reach = timedelta(days=7 * (len(self._on) + len(self._off) + 2))  # an exception moves it by a week at most
        low, high = middle - reach, middle + reach
        while low < high:  # the latest day with no more than ``wanted`` working days before it
            middle = low + (high - low + timedelta(days=1)) // 2
            if self.count(middle) <= wanted:
                low = middle
            else:
                high = middle - timedelta(days=1)
        return low

    def days(self, start: date, first: int, last: int) -> list[date]:
        """Return ``[at(start, first), …, at(start, last)]`` in one sweep."""
        day, last_day = self.at(start, first).toordinal(), self.at(start, last).toordinal()
        off, on = {other.toordinal() for other in self._off}, {other.toordinal() for other in self._on}
        regular = [(weekday in self.weekdays) for weekday in range(7)]  # ordinal 1 was a Monday
        return [
            date.fromordinal(n)
            for n in range(day, last_day + 1)
            if (regular[(n - 1) % 7] and n not in off) or (n in on)
        ]


def _dates(entries: Iterable[Any]) -> set[date]:
    """Read single dates and ranges ``{from, to}``, both ends included."""
    found: set[date] = set()
    for entry in entries:
        if isinstance(entry, date):
            found.add(entry)
        else:
            first, last = entry["from"], entry["to"]
            found.update(first + timedelta(days=days) for days in range((last - first).days + 1))
    return found


@cache
def load_calendar(name: str = "CN") -> Calendar:
    """Return a calendar of the library: ``CN`` (Chinese public holidays with moved workdays) or ``weekdays``.

    Raises `ValueError` for an unknown name.
    """
    path = LIBRARY / f"{name}.yaml"
    if not name.isidentifier() or not path.exists():
        known = ", ".join(sorted(file.stem for file in LIBRARY.glob("*.yaml")))
        raise ValueError(f"There is no calendar {name!r}; known are {known}.")
    data: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    holidays: set[date] = set()
    workdays: set[date] = set()
    provisional: list[int] = []
    years: dict[str, dict[str, Any]] = data.get("years") or {}
    for year, rules in sorted(years.items()):
        if rules.get("provisional"):
            provisional.append(int(year))
        for holiday in rules["holidays"]:
            holidays |= _dates(holiday["days"])
            workdays |= _dates(holiday.get("worked", ()))
    return Calendar(tuple(data["weekdays"]), frozenset(holidays), frozenset(workdays), tuple(provisional), name)
