"""Planning again once work has begun: the past is over, money is spent once, what is done stays in the plan."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from roadmap import forecast, make_plan
from roadmap.calendar import Calendar
from roadmap.finished import finished_item, left_of, spent_on
from roadmap.initiatives import Catalogue
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


def test_running_work_that_the_rest_of_the_budget_does_not_pay_goes_on_and_nothing_is_added():
    plan = planned(started={"I-STR90": 0}, budget=120_000 * YUAN, spent=70_000 * YUAN)
    assert [item.initiative for item in plan.items] == ["I-STR90"]
    assert plan.items[0].because == (
        Reason("actual", {"date": "2027-03-01"}),
        Reason("broken_rules", {"rules": ["budget"]}),
    )
    assert set(plan.selection.excluded) == {"I-STR91", "I-STR92"}


# Running work that breaks a rule ------------------------------------------------------------------------------------


def systems(*changes: dict[str, Any]) -> Catalogue:
    """Large systems that work in stores, two months each."""
    usual: dict[str, Any] = {"cost_band": "C3", "months": 2, "touches_stores": True, "effort": {"it": 2.0}}
    made = [initiative(f"I-DIG9{at}", f"Y{at}→4 people", **{**usual, **change}) for at, change in enumerate(changes)]
    return catalogue(*made, defaults=defaults(choice_months=9, horizon_months=12))


def replanned(known: Catalogue, **limits: Any) -> Plan:
    gaps = [gap(f"Y{at}") for at in range(len(known.initiatives))]
    plan = make_plan(question(known, gaps, constraints=constraints(theta=1.0, **limits)))
    assert plan.selection.conflicts == ()
    return plan


def months(plan: Plan) -> dict[str, int]:
    return {one.initiative: one.start_month for one in plan.selection.chosen}


def broken(plan: Plan, ident: str) -> list[str]:
    """The rules that the plan says an item broke when it began."""
    said = [reason for reason in named(plan, ident).because if reason.code == "broken_rules"]
    return said[0].params["rules"] if said else []


def test_a_system_begun_in_peak_season_does_not_refuse_the_plan():
    plan = replanned(systems({}, {}), started={"I-DIG90": 1}, blackouts=(1, 2, 5), not_before=2)
    assert months(plan) == {"I-DIG90": 1, "I-DIG91": 6}  # 3 would be three months away, but 4 and 5 go live in peak
    assert broken(plan, "I-DIG90") == ["forbidden_period"]


def test_systems_begun_too_close_do_not_refuse_the_plan_and_the_next_keeps_its_distance():
    plan = replanned(systems({}, {}, {}), started={"I-DIG90": 0, "I-DIG91": 1}, not_before=2)
    assert months(plan) == {"I-DIG90": 0, "I-DIG91": 1, "I-DIG92": 4}
    assert broken(plan, "I-DIG90") == broken(plan, "I-DIG91") == ["window"]
    assert broken(plan, "I-DIG92") == []


def test_people_overbooked_by_running_work_do_not_refuse_the_plan():
    known = systems({}, {"cost_band": "C0"}, {"cost_band": "C0"})
    began = {"I-DIG90": 0, "I-DIG91": 1}
    plan = replanned(known, started=began, capacity={"it": 1.0}, not_before=1)
    assert months(plan) == {**began, "I-DIG92": 3}
    assert broken(plan, "I-DIG91") == ["capacity"]
    overlap = [item.because for item in plan.items if any(reason.code == "overload" for reason in item.because)]
    assert len(overlap) == 1  # and from which day on


def test_stores_overrun_by_running_work_do_not_refuse_the_plan():
    known = systems(*({"cost_band": "C0"},) * 4)
    began = {"I-DIG90": 0, "I-DIG91": 0, "I-DIG92": 1}
    plan = replanned(known, started=began, max_running_per_store_group=2, not_before=1)
    assert months(plan) == {**began, "I-DIG93": 2}
    assert broken(plan, "I-DIG92") == ["concurrent"]


def test_months_overdrawn_by_running_work_do_not_refuse_the_plan():
    known = systems({"one_off": exactly(80_000 * YUAN)}, {"one_off": exactly(20_000 * YUAN), "cost_band": "C0"})
    monthly = (10_000 * YUAN,) * 9
    plan = replanned(known, started={"I-DIG90": 0}, budget_per_month=monthly, not_before=1)
    assert months(plan) == {"I-DIG90": 0, "I-DIG91": 2}
    assert broken(plan, "I-DIG90") == ["budget"]


def test_what_runs_without_its_prerequisite_goes_on_and_the_prerequisite_is_still_planned():
    """Nothing but the running work asks for I-DIG90, which closes no gap and earns nothing."""
    known = systems({"cost_band": "C0"}, {"cost_band": "C0", "needs": ["I-DIG90"]})
    asked = question(known, [gap("Y1")], {"Y0": 2.0}, constraints=constraints(theta=1.0, started={"I-DIG91": 0}))
    plan = make_plan(asked)
    assert months(plan) == {"I-DIG91": 0, "I-DIG90": 0}
    assert broken(plan, "I-DIG91") == ["precedence"]
    assert named(plan, "I-DIG90").total_slack >= 0
    banned = make_plan(replace(asked, constraints=replace(asked.constraints, must_not=("I-DIG90",))))
    assert months(banned) == {"I-DIG91": 0}
    assert banned.selection.excluded["I-DIG90"] == Reason("must_not")


def test_what_began_before_its_prerequisite_ended_does_not_refuse_the_plan():
    known = systems({"cost_band": "C0"}, {"cost_band": "C0", "needs": ["I-DIG90"]}, {"needs": ["I-DIG91"]})
    plan = replanned(known, started={"I-DIG90": 0, "I-DIG91": 1}, not_before=1)
    assert months(plan) == {"I-DIG90": 0, "I-DIG91": 1, "I-DIG92": 3}
    assert broken(plan, "I-DIG91") == ["precedence"]


def test_running_work_that_must_be_stopped_is_a_contradiction():
    plan = planned(started={"I-STR90": 0}, must_not=("I-STR90",))
    assert {reason.code for reason in plan.selection.conflicts} == {"started", "must_not"}


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
