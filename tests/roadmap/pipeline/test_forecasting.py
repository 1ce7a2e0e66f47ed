"""The plan as it stands today: what is done stays, slips move what follows, colours and money by rule."""

from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roadmap import consequence, forecast, make_plan
from roadmap.calendar import Calendar
from roadmap.initiatives import Range
from roadmap.plan import Forecast, ForecastItem, Plan, Progress
from tests.roadmap.pipeline.little import (
    YUAN,
    catalogue,
    constraints,
    defaults,
    effect,
    exactly,
    gap,
    initiative,
    question,
)

DAYS = Calendar()
KNOWN = catalogue(
    initiative("I-STR90", "A1→3 people", effort={"business": 4.0}),
    initiative(
        "I-SAL90",
        "B1→3 people",
        ["I-STR90"],
        effort={"business": 2.0},
        effect="sell",
        yearly=exactly(1200 * YUAN),
        months=2,
    ),
    initiative("I-SAL91", "C1→3 people", ["I-SAL90"], effort={"business": 1.0}, effect="sell"),
    initiative("I-STR91", "D1→3 people", effort={"it": 1.0}),
    effects=[effect(change=Range(0.02, 0.05, 0.10))],
    defaults=defaults(horizon_months=24, choice_months=12),
)


@cache
def plan() -> Plan:
    """March: I-STR90 and I-STR91; April and May: I-SAL90; June: I-SAL91."""
    gaps = [gap(f"{letter}1") for letter in "ABCD"]
    levels = {f"{letter}1": 2.0 for letter in "ABCD"}
    made = make_plan(question(KNOWN, gaps, levels, constraints=constraints(theta=1.0), draws=500))
    assert [item.start.month for item in made.items] == [3, 3, 4, 6]
    return made


def seen(today: date, *reports: Progress) -> Forecast:
    return forecast(plan(), {one.initiative: one for one in reports}, today, KNOWN, calendar=DAYS)


def item(found: Forecast, ident: str) -> ForecastItem:
    return next(one for one in found.items if one.initiative == ident)


START = date(2027, 3, 1)


def test_on_the_first_day_the_forecast_is_the_plan():
    found = seen(START)
    assert found.net == plan().net
    assert found.finish == plan().finish
    assert found.percent == 0
    for now, planned in zip(found.items, plan().items, strict=True):
        assert (now.start, now.finish, now.slip_days) == (planned.start, planned.finish, 0)
        assert now.critical == planned.critical


def test_a_slip_moves_what_follows_and_nothing_else():
    late = Progress("I-STR90", "on_track", finish=date(2027, 4, 14), reported=date(2027, 3, 22))
    found = seen(date(2027, 3, 22), late, Progress("I-STR91", "on_track"))
    assert {one.initiative: one.slip_days for one in found.items} == {
        "I-STR90": 10,
        "I-SAL90": 10,
        "I-SAL91": 10,
        "I-STR91": 0,
    }
    assert item(found, "I-SAL90").start == date(2027, 4, 15)
    assert found.finish == item(found, "I-SAL91").finish
    assert found.net.p50 < plan().net.p50


def test_remaining_days_count_from_the_day_they_were_reported():
    found = seen(date(2027, 3, 16), Progress("I-STR90", "on_track", remaining_days=5, reported=date(2027, 3, 15)))
    assert item(found, "I-STR90").finish == date(2027, 3, 19)
    assert item(found, "I-SAL90").start == date(2027, 4, 1)
    unsaid = seen(date(2027, 3, 16), Progress("I-STR90", "on_track", remaining_days=5))
    assert item(unsaid, "I-STR90").finish == date(2027, 3, 22)
    none_left = seen(date(2027, 3, 16), Progress("I-STR90", "on_track", remaining_days=0, reported=date(2027, 3, 16)))
    assert item(none_left, "I-STR90").finish == date(2027, 3, 16)


def test_running_work_without_a_word_keeps_its_length_from_its_actual_start():
    found = seen(date(2027, 3, 9), Progress("I-STR90", "on_track", actual_start=date(2027, 3, 8)))
    assert item(found, "I-STR90").start == date(2027, 3, 8)
    assert item(found, "I-STR90").slip_days == 5
    assert item(found, "I-SAL90").slip_days == 5


def test_work_cannot_finish_in_the_past_nor_start_there():
    found = seen(date(2027, 4, 20), Progress("I-STR91", "on_track", finish=date(2027, 3, 20)))
    assert item(found, "I-STR91").finish == date(2027, 4, 20)
    assert item(found, "I-STR90").start == date(2027, 4, 20)
    assert item(found, "I-STR90").rag == "red"


def test_done_work_never_moves():
    early = Progress("I-STR90", "done", actual_start=date(2027, 3, 2), actual_finish=date(2027, 3, 12))
    found = seen(date(2027, 3, 15), early)
    assert (item(found, "I-STR90").start, item(found, "I-STR90").finish) == (date(2027, 3, 2), date(2027, 3, 12))
    assert (item(found, "I-STR90").percent, item(found, "I-STR90").rag) == (100.0, "done")
    assert item(found, "I-SAL90").start == date(2027, 4, 1)
    out_of_order = Progress("I-SAL90", "done", actual_finish=date(2027, 3, 19))
    found = seen(date(2027, 3, 22), out_of_order)
    assert item(found, "I-SAL90").finish == date(2027, 3, 19)
    assert item(found, "I-SAL90").start <= date(2027, 3, 19)


@pytest.mark.parametrize(
    ("report", "finish"),
    [
        ({"finish": date(2027, 3, 10)}, date(2027, 3, 10)),
        ({"reported": date(2027, 3, 11)}, date(2027, 3, 11)),
        ({}, date(2027, 3, 15)),
    ],
)
def test_done_without_a_date_takes_the_best_word_there_is(report: Any, finish: date):
    found = seen(date(2027, 3, 15), Progress("I-STR90", "done", **report))
    assert item(found, "I-STR90").finish == finish


def test_a_promise_for_work_not_begun():
    found = seen(date(2027, 3, 15), Progress("I-STR91", "not_started", finish=date(2027, 5, 14)))
    assert item(found, "I-STR91").finish == date(2027, 5, 14)
    shorter = seen(date(2027, 3, 15), Progress("I-STR91", "not_started", remaining_days=3))
    assert (item(shorter, "I-STR91").start, item(shorter, "I-STR91").finish) == (date(2027, 3, 15), date(2027, 3, 17))


def test_dropped_work_holds_nobody_up_and_earns_nothing():
    found = seen(START, Progress("I-SAL90", "dropped"))
    dropped = item(found, "I-SAL90")
    assert (dropped.rag, dropped.percent, dropped.slip_days, dropped.stale) == ("dropped", 0.0, 0, False)
    assert item(found, "I-SAL91").start == date(2027, 6, 1)
    assert found.net.p50 < plan().net.p50
    everything = seen(START, *(Progress(one.initiative, "dropped") for one in plan().items))
    assert everything.percent == 0
    assert everything.finish == plan().finish
    assert everything.net.p50 == pytest.approx(0, abs=0.02 * plan().net.p50)


def test_percent_is_weighted_by_person_weeks():
    """4 of 8 person-weeks done, 1 half done: (4 × 100 + 1 × 50) / 8."""
    half = Progress("I-STR91", "on_track", actual_start=date(2027, 3, 1), finish=date(2027, 3, 26))
    found = seen(date(2027, 3, 15), Progress("I-STR90", "done", actual_finish=date(2027, 3, 12)), half)
    assert item(found, "I-STR91").percent == 50.0
    assert found.percent == round((4 * 100 + 1 * 50) / 8, 1)


@pytest.mark.parametrize(
    ("report", "colour"),
    [
        ({"status": "on_track"}, "green"),
        ({"status": "at_risk"}, "amber"),
        ({"status": "off_track"}, "red"),
        ({"status": "on_track", "blocker": "no budget code"}, "amber"),
        ({"status": "not_started"}, "green"),
        ({"status": "on_track", "finish": date(2027, 7, 1)}, "red"),  # later than the plan's end allows
        ({"status": "on_track", "finish": date(2027, 5, 20)}, "amber"),  # half of the slack is gone
        ({"status": "done"}, "done"),
        ({"status": "dropped"}, "dropped"),
    ],
)
def test_colours(report: Any, colour: str):
    assert item(seen(date(2027, 3, 2), Progress("I-STR91", **report)), "I-STR91").rag == colour


def test_work_that_is_not_due_is_grey_until_it_is_late():
    assert item(seen(START), "I-SAL91").rag == "grey"
    late = seen(date(2027, 3, 22), Progress("I-STR90", "on_track", finish=date(2027, 4, 14)))
    assert item(late, "I-SAL91").rag == "red"


@pytest.mark.parametrize(
    ("today", "report", "stale"),
    [
        (date(2027, 3, 11), None, False),
        (date(2027, 3, 12), None, True),
        (date(2027, 3, 20), {"status": "on_track", "reported": date(2027, 3, 10)}, False),
        (date(2027, 3, 21), {"status": "on_track", "reported": date(2027, 3, 10)}, True),
        (date(2027, 3, 31), {"status": "done", "reported": date(2027, 3, 10)}, False),
    ],
)
def test_ten_days_without_a_word_are_a_flag(today: date, report: Any, stale: bool):
    known = [Progress("I-STR90", **report)] if report else []
    found = seen(today, *known)
    assert item(found, "I-STR90").stale is stale
    assert item(found, "I-SAL91").stale is False


def test_the_preview_is_what_saving_gives():
    known = {"I-STR91": Progress("I-STR91", "done", actual_finish=date(2027, 3, 12))}
    change = Progress("I-STR90", "off_track", finish=date(2027, 4, 7), reported=date(2027, 3, 22))
    today = date(2027, 3, 22)
    known["I-STR90"] = Progress("I-STR90", "on_track", finish=date(2027, 3, 31))
    found = consequence(plan(), known, change, today, KNOWN, calendar=DAYS)
    before = forecast(plan(), known, today, KNOWN, calendar=DAYS)
    after = forecast(plan(), {**known, "I-STR90": change}, today, KNOWN, calendar=DAYS)
    assert found.forecast == after
    assert (found.finish_before, found.finish_after) == (before.finish, after.finish)
    assert [(one.initiative, one.days) for one in found.moved] == [("I-STR90", 5), ("I-SAL90", 5), ("I-SAL91", 5)]
    assert found.money == after.net.p50 - before.net.p50 < 0


def test_a_change_about_something_else_is_refused():
    with pytest.raises(KeyError):
        consequence(plan(), {}, Progress("I-XXX00", "done"), START, KNOWN)


def test_the_usual_calendar_is_the_chinese_one():
    assert forecast(plan(), {}, START, KNOWN).items[0].start == START
    assert consequence(plan(), {}, Progress("I-STR91", "on_track"), START, KNOWN).moved == ()


STATUSES = st.sampled_from(["not_started", "on_track", "at_risk", "off_track", "done", "dropped"])


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_laws(data: st.DataObject):
    today = START + timedelta(days=data.draw(st.integers(0, 150)))
    known: dict[str, Progress] = {}
    for one in plan().items:
        finish = today + timedelta(days=data.draw(st.integers(-40, 40)))
        known[one.initiative] = Progress(
            one.initiative,
            data.draw(STATUSES),
            finish=data.draw(st.sampled_from([None, finish])),
            remaining_days=data.draw(st.sampled_from([None, 0, 7])),
            reported=today,
        )
    found = forecast(plan(), known, today, KNOWN, calendar=DAYS)
    assert found == forecast(plan(), dict(reversed(known.items())), today, KNOWN, calendar=DAYS)
    assert 0 <= found.percent <= 100
    for now, planned in zip(found.items, plan().items, strict=True):
        status = known[now.initiative].status
        assert now.start <= now.finish
        if status == "done":
            assert now.finish == (known[now.initiative].finish or today)
        elif status != "dropped":
            assert now.finish >= min(today, planned.finish)
            if status == "not_started":
                assert now.start >= DAYS.first(min(today, planned.start))
                for need in planned.needs:
                    other = item(found, need)
                    if known[need].status != "dropped":
                        assert now.start > other.finish or known[need].status == "done" or other.finish < today
    later = {**known, "I-STR90": Progress("I-STR90", "on_track", finish=today + timedelta(days=200))}
    if known["I-STR90"].status not in ("dropped", "done"):
        assert forecast(plan(), later, today, KNOWN, calendar=DAYS).net.p50 <= found.net.p50 + 1
