"""Planning again once work has begun: the past is over, money is spent once, what is done stays in the plan."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from roadmap import forecast, make_plan
from roadmap.calendar import Calendar
from roadmap.finished import finished_item, left_of, spent_on
from roadmap.plan import Plan, PlanItem, Progress, Reason
from roadmap.prerequisites import earliest_starts
from tests.roadmap.pipeline.little import YUAN, catalogue, constraints, defaults, exactly, gap, initiative, question

SHOP = catalogue(
    initiative("I-STR90", "A1→3 people", effort={"business": 4.0}, one_off=exactly(60_000 * YUAN)),
    initiative("I-STR91", "B1→3 people", ["I-STR90"], effort={"business": 2.0}, one_off=exactly(30_000 * YUAN)),
    initiative("I-STR92", "C1→3 people", effort={"it": 1.0}, one_off=exactly(30_000 * YUAN)),
)
GAPS = [gap("A1"), gap("B1"), gap("C1")]
LEVELS = {"A1": 2.0, "B1": 2.0, "C1": 2.0}


def planned(finished: tuple[PlanItem, ...] = (), theta: float = 1.0, **limits: Any) -> Plan:
    asked = question(SHOP, GAPS, LEVELS, constraints=constraints(theta=theta, **limits))
    return make_plan(replace(asked, finished=finished))


def named(plan: Plan, ident: str) -> PlanItem:
    return next(item for item in plan.items if item.initiative == ident)


def test_nothing_new_starts_in_a_month_gone_by():
    plan = planned(started={"I-STR90": 0}, not_before=2)
    assert {item.initiative: item.start for item in plan.items} == {
        "I-STR90": date(2027, 3, 1),
        "I-STR91": date(2027, 5, 3),
        "I-STR92": date(2027, 5, 3),
    }
    assert named(plan, "I-STR92").because == (Reason("replanned", {}),)


def test_too_late_to_finish_is_said_so():
    plan = planned(theta=0.0, not_before=6)
    assert plan.items == ()
    assert {reason.code for reason in plan.selection.excluded.values()} == {"horizon"}


def test_what_follows_running_work_follows_its_real_month():
    needs, months = {"a": (), "b": ("a",), "c": ()}, {"a": 2, "b": 1, "c": 1}
    assert earliest_starts(needs, months, 4, {"a": 1}) == {"a": 1, "b": 4, "c": 4}
    assert earliest_starts(needs, months, 1, {"a": 1}) == {"a": 1, "b": 3, "c": 1}


@pytest.mark.parametrize(("spent", "more"), [(0, 2), (30_000, 1), (60_000, 0)])
def test_what_is_spent_is_gone_from_the_budget(spent: int, more: int):
    """Of ¥120,000 running work takes ¥60,000 whatever it has used of it; the others take ¥30,000 each."""
    plan = planned(started={"I-STR90": 0}, budget=120_000 * YUAN, spent=spent * YUAN)
    assert plan.one_off == (60_000 + more * 30_000) * YUAN


def test_running_work_that_the_rest_of_the_budget_does_not_pay_is_a_contradiction():
    plan = planned(started={"I-STR90": 0}, budget=120_000 * YUAN, spent=70_000 * YUAN)
    assert {reason.code for reason in plan.selection.conflicts} == {"budget", "started"}


def test_done_dropped_and_running_work_spend_all_a_part_and_nothing_yet():
    """March has 31 days; dropped on the 11th, ten are used."""
    plan = planned()
    reports = {
        "I-STR90": Progress("I-STR90", "done"),
        "I-STR91": Progress("I-STR91", "on_track", actual_start=date(2027, 4, 1)),
        "I-STR92": Progress("I-STR92", "dropped", actual_start=date(2027, 3, 1), reported=date(2027, 3, 11)),
    }
    assert spent_on(plan.items, reports, date(2027, 9, 1)) == (60_000 + round(30_000 * 10 / 31, 2)) * YUAN
    unbegun = {**reports, "I-STR92": Progress("I-STR92", "dropped", reported=date(2027, 9, 1))}
    assert spent_on(plan.items, unbegun, date(2027, 9, 1)) == 60_000 * YUAN


def test_work_dropped_when_it_was_over_leaves_nothing():
    item = named(planned(), "I-STR92")
    late = Progress("I-STR92", "dropped", actual_start=date(2027, 3, 1))
    assert left_of(item, late, date(2027, 3, 31)) == (date(2027, 3, 31), date(2027, 3, 31))
    assert left_of(item, late, date(2027, 4, 1)) is None
    assert left_of(item, Progress("I-STR92", "dropped"), date(2027, 4, 1)) == (item.start, item.finish)


def test_done_work_stays_in_the_plan_and_its_money_counts_once():
    first = planned()
    done = Progress("I-STR90", "done", actual_start=date(2027, 3, 2), actual_finish=date(2027, 3, 26))
    kept = finished_item(named(first, "I-STR90"), done)
    assert finished_item(kept, done) == kept
    again = planned((kept,), done=("I-STR90",), not_before=1, spent=60_000 * YUAN)
    assert again.items[0] == kept
    assert (kept.start, kept.finish, kept.critical) == (date(2027, 3, 2), date(2027, 3, 26), False)
    assert kept.because == (Reason("actual", {"date": "2027-03-02"}),)
    assert {item.initiative for item in again.items} == set(SHOP.initiatives)
    assert (again.one_off, again.person_weeks) == (first.one_off, first.person_weeks)
    alone = planned((), done=("I-STR90",), not_before=1, spent=60_000 * YUAN)
    assert (again.net, again.quarters, again.payback_month) == (alone.net, alone.quarters, alone.payback_month)
    found = forecast(again, {"I-STR90": done}, date(2027, 4, 1), SHOP, calendar=Calendar())
    assert (found.percent, found.net) == (round(100 * 4 / 7, 1), again.net)


def test_a_contradiction_keeps_no_items():
    kept = named(planned(), "I-STR90")
    assert planned((kept,), done=("I-STR90",), must=("I-STR91",), must_not=("I-STR91",)).items == ()


def test_running_work_is_dated_from_the_day_it_began():
    plan = planned(started={"I-STR90": 0}, began={"I-STR90": date(2027, 3, 10)})
    item = named(plan, "I-STR90")
    assert (item.start, item.finish) == (date(2027, 3, 10), date(2027, 3, 31))
    assert item.because == (Reason("actual", {"date": "2027-03-10"}),)
    assert named(plan, "I-STR91").start == date(2027, 4, 1)


def test_dropping_half_done_work_pays_back_only_what_is_left():
    """Four months from March on, ¥120,000; begun on time and dropped on 1 May, half of it is not paid."""
    known = catalogue(
        initiative("I-STR90", "A1→3 people", effort={"business": 0.0}, months=4, one_off=exactly(120_000 * YUAN)),
        defaults=defaults(choice_months=4),
    )
    plan = make_plan(question(known, [gap("A1")], {"A1": 2.0}, constraints=constraints(theta=1.0)))
    assert plan.net.p50 == -120_000 * YUAN

    def net(today: date, **said: Any) -> float:
        dropped = {"I-STR90": Progress("I-STR90", "dropped", **said)}
        return forecast(plan, dropped, today, known, calendar=Calendar()).net.p50 / YUAN

    begun = {"actual_start": date(2027, 3, 1)}
    assert net(date(2027, 5, 1), **begun) == pytest.approx(-60_000, abs=0.02 * 60_000)
    assert net(date(2027, 7, 1), **begun) == pytest.approx(-120_000)
    assert net(date(2027, 9, 1), reported=date(2027, 5, 1), **begun) == net(date(2027, 5, 1), **begun)
    assert net(date(2027, 5, 1)) == pytest.approx(0, abs=1)
    yearly = replace(known, defaults=replace(known.defaults, discount_per_year=0.1))
    later = make_plan(question(yearly, [gap("A1")], {"A1": 2.0}, constraints=constraints(theta=1.0)))
    gone = forecast(later, {"I-STR90": Progress("I-STR90", "dropped")}, date(2027, 3, 1), yearly, calendar=Calendar())
    assert gone.net.p50 / YUAN == pytest.approx(0, abs=200)
