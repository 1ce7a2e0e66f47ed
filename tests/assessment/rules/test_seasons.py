"""Peak season: months of a plan's first day, and what stands still in them."""

from dataclasses import replace
from datetime import date

import pytest

from assessment.seasons import first_month, season_problems
from assessment.situation import constraints_of


@pytest.mark.parametrize(
    ("ranges", "said"),
    [
        (((2, 2), (9, 10)), ""),
        (((11, 2),), ""),
        (((4, 12),), ""),
        (((3, 12),), "10"),
        (((1, 4), (5, 8), (9, 12)), "12"),
        (((12, 2), (2, 3)), "2"),
        (((0, 3),), "12"),
    ],
)
def test_a_season_that_leaves_no_room_is_refused_in_one_sentence(ranges, said):
    found = list(season_problems(ranges))
    assert [problem.where for problem in found] == (["blackouts"] if said else [])
    assert all(said in problem.text.zh and said in problem.text.en for problem in found)


def test_a_plan_that_would_begin_on_the_last_weekend_of_a_month_begins_in_the_next(sample, pack):
    """31 October 2026 is a Saturday: work of its October would else run in November, whatever is closed then."""
    profile = replace(sample.profile, start=date(2026, 10, 31), blackouts=((11, 11),))
    limits = constraints_of(profile, pack.catalogue.defaults, date(2026, 10, 1))
    assert (limits.start, limits.blackouts) == (date(2026, 11, 1), (0, 12))
    assert first_month(date(2026, 10, 30)) == date(2026, 10, 30)
