"""Working days, with Chinese holidays and the weekend days worked in exchange (调休)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap.calendar import Calendar, load_calendar
from roadmap.network import Link, Network, Task
from roadmap.schedule import schedule

CN = load_calendar("CN")


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 2, 13), True),  # Friday before the Spring Festival of 2026
        (date(2026, 2, 14), True),  # Saturday, worked in exchange
        (date(2026, 2, 15), False),  # Sunday, first day of the holiday
        (date(2026, 2, 23), False),  # Monday, its last
        (date(2026, 2, 24), True),
        (date(2026, 2, 28), True),  # Saturday, worked in exchange
        (date(2026, 3, 1), False),  # Sunday
        (date(2026, 1, 1), False),
        (date(2026, 1, 4), True),  # Sunday, worked in exchange
        (date(2025, 10, 8), False),
        (date(2025, 9, 28), True),  # Sunday, worked in exchange
    ],
)
def test_chinese_holidays_and_moved_workdays(day: date, works: bool) -> None:
    assert CN.works(day) is works


def test_a_task_across_the_spring_festival() -> None:
    # from Friday 13 February: 13, 14 (worked Saturday), then 24, 25
    plan = schedule(Network(date(2026, 2, 13), (Task("a", 4), Task("b", 1)), (Link("a", "b"),), CN))
    assert plan.tasks["a"].finish == date(2026, 2, 25)
    assert plan.tasks["b"].start == date(2026, 2, 26)


def test_a_start_on_a_holiday_moves_to_the_next_working_day() -> None:
    plan = schedule(Network(date(2026, 2, 15), (Task("a", 1),), (), CN))
    assert plan.tasks["a"].start == date(2026, 2, 24)
    assert CN.first(date(2026, 2, 15)) == date(2026, 2, 24)


def test_years_whose_dates_are_not_official_are_marked() -> None:
    assert CN.provisional == (2027,)
    assert load_calendar("weekdays").provisional == ()


@pytest.mark.parametrize("name", ["XX", "../CN", ""])
def test_an_unknown_calendar_names_the_known_ones(name: str) -> None:
    with pytest.raises(ValueError, match="known are CN, weekdays"):
        load_calendar(name)


def test_a_calendar_without_working_days_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one day"):
        Calendar(())
    with pytest.raises(ValueError, match="at least one day"):
        Calendar((7,))


CALENDARS = st.builds(
    Calendar,
    st.sets(st.integers(0, 6), min_size=1).map(lambda days: tuple(sorted(days))),
    st.frozensets(st.dates(date(2026, 1, 1), date(2026, 3, 1)), max_size=12),
    st.frozensets(st.dates(date(2026, 1, 1), date(2026, 3, 1)), max_size=6),
)


@given(CALENDARS, st.dates(date(2025, 12, 1), date(2026, 4, 1)), st.integers(-30, 60))
def test_counting_agrees_with_walking_day_by_day(calendar: Calendar, start: date, offset: int) -> None:
    day = calendar.at(start, offset)
    assert calendar.works(day)
    low, high = min(start, day), max(start, day)
    walked = sum(calendar.works(low + timedelta(days=n)) for n in range((high - low).days))
    assert walked == abs(offset)
    assert calendar.offset(start, day) == offset


@given(CALENDARS, st.integers(-9, 5), st.integers(0, 40))
def test_a_sweep_of_days_is_every_day_in_turn(calendar: Calendar, first: int, more: int) -> None:
    start = date(2026, 1, 20)
    assert calendar.days(start, first, first + more) == [calendar.at(start, n) for n in range(first, first + more + 1)]
