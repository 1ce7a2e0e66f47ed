"""Dates of a plan: working days of the chosen months, what holds them, waves, running work."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from roadmap import load_catalogue, make_plan, schedule_plan
from roadmap.calendar import Calendar, load_calendar
from roadmap.choosing import choose
from roadmap.dating import month_start
from roadmap.holding import Hold, holds
from roadmap.initiatives import Catalogue
from roadmap.making import PlanInput
from roadmap.plan import Chosen, Plan, Reason, Selection, Solution
from roadmap.selection import Budget, Concurrent, Option, SelectionProblem
from roadmap.waves import wave_of
from tests.roadmap.pipeline.little import YUAN, catalogue, constraints, defaults, exactly, gap, initiative, question
from tests.roadmap.pipeline.test_choosing import valued

DONE = Solution("optimal", 1.0, 1.0, 0.0, 0.1, "scip", reproducible=True)


def dated(g: PlanInput, starts: dict[str, int], calendar: Calendar | None = None) -> Plan:
    """Date a choice made by hand."""
    chosen = tuple(Chosen(ident, start) for ident, start in starts.items())
    selection = Selection(chosen, {}, 1.0, 1.0, 0.8, DONE)
    return schedule_plan(
        selection,
        valued(g),
        g.gaps,
        g.catalogue,
        g.facts,
        g.constraints,
        calendar=calendar or Calendar(),
        standing=g.standing,
        industry=g.industry,
    )


FOUR = catalogue(
    initiative("I-STR90", "A1→3 people", effort={"business": 2.0}),
    initiative("I-STR91", "B1→3 people", ["I-STR90"], months=2, effort={"business": 2.0, "it": 2.0}),
    initiative("I-STR92", "C1→3 people", effort={"business": 1.0}),
    initiative("I-STR93", "D1→3 people", effort={"it": 1.0}),
)
GAPS = [gap(f"{letter}1") for letter in "ABCD"]
LEVELS = {f"{letter}1": 2.0 for letter in "ABCD"}


def test_items_take_all_working_days_of_their_months():
    plan = dated(question(FOUR, GAPS, LEVELS), {"I-STR90": 0, "I-STR91": 1, "I-STR92": 0})
    dates = {item.initiative: (item.start, item.finish) for item in plan.items}
    assert dates == {
        "I-STR90": (date(2027, 3, 1), date(2027, 3, 31)),
        "I-STR92": (date(2027, 3, 1), date(2027, 3, 31)),
        "I-STR91": (date(2027, 4, 1), date(2027, 5, 31)),
    }
    assert (plan.start, plan.finish, plan.person_weeks) == (date(2027, 3, 1), date(2027, 5, 31), 7.0)


def test_holidays_and_a_start_within_a_month():
    limits = constraints(start=date(2027, 1, 20))
    plan = dated(question(FOUR, GAPS, LEVELS, constraints=limits), {"I-STR90": 0, "I-STR92": 1}, load_calendar("CN"))
    dates = {item.initiative: (item.start, item.finish) for item in plan.items}
    assert dates["I-STR90"] == (date(2027, 1, 20), date(2027, 1, 29))
    first, last = dates["I-STR92"]
    assert load_calendar("CN").works(first)
    assert first >= date(2027, 2, 1)
    assert last <= date(2027, 2, 28)


def test_slack_runs_to_the_end_of_the_plan():
    plan = dated(question(FOUR, GAPS, LEVELS), {"I-STR90": 0, "I-STR91": 1, "I-STR92": 0})
    found = {item.initiative: (item.critical, item.total_slack) for item in plan.items}
    days = Calendar().offset(date(2027, 4, 1), date(2027, 6, 1))
    assert found == {"I-STR90": (True, 0), "I-STR91": (True, 0), "I-STR92": (False, days)}


def test_a_start_is_explained_by_the_busy_role_and_the_plan_is_critical_through_it():
    limits = constraints(capacity={"business": 2.0, "it": 9.0})
    plan = dated(question(FOUR, GAPS, LEVELS, constraints=limits), {"I-STR90": 0, "I-STR92": 1, "I-STR93": 0})
    late = next(item for item in plan.items if item.initiative == "I-STR92")
    assert late.because == (Reason("role_busy", {"role": "business", "task": "I-STR90", "until": "2027-03-31"}),)
    assert [item.initiative for item in plan.items if item.critical] == ["I-STR90", "I-STR92"]


def test_a_start_nothing_holds_is_explained_by_its_worth():
    plan = dated(question(FOUR, GAPS, LEVELS), {"I-STR92": 3})
    assert plan.items[0].because == (Reason("no_sooner", {}),)


def test_a_start_held_by_money_keeps_the_rule():
    known = catalogue(initiative("I-STR90", "A1→3 people", one_off=exactly(50_000 * YUAN)))
    limits = constraints(budget_per_month=(0, 60_000 * YUAN))
    plan = dated(question(known, GAPS, LEVELS, constraints=limits), {"I-STR90": 1})
    assert plan.items[0].because == (Reason("budget", {"period": 0}),)


def test_running_work_keeps_its_actual_start():
    limits = constraints(started={"I-STR91": -1}, done=("I-STR90",))
    plan = dated(question(FOUR, GAPS, LEVELS, constraints=limits), {"I-STR91": -1})
    item = plan.items[0]
    assert (item.start, item.finish) == (date(2027, 2, 1), date(2027, 3, 31))
    assert item.because == (Reason("actual", {"date": "2027-02-01"}),)
    assert item.wave == 1


def test_more_running_work_than_people_is_named():
    limits = constraints(started={"I-STR90": 0, "I-STR92": 0}, capacity={"business": 2.0, "it": 2.0})
    plan = dated(question(FOUR, GAPS, LEVELS, constraints=limits), {"I-STR90": 0, "I-STR92": 0})
    codes = {item.initiative: [reason.code for reason in item.because] for item in plan.items}
    assert "overload" in codes["I-STR90"] + codes["I-STR92"]


@pytest.mark.parametrize(("month", "wave"), [(1, 1), (3, 1), (4, 2), (9, 2), (10, 3), (18, 3)])
def test_waves(month: int, wave: int):
    assert wave_of(month) == wave


def test_months_run_over_the_turn_of_the_year():
    assert [month_start(date(2026, 12, 7), month) for month in (-12, 0, 1, 13)] == [
        date(2025, 12, 1),
        date(2026, 12, 7),
        date(2027, 1, 1),
        date(2028, 1, 1),
    ]


def test_the_owner_is_the_role_with_most_of_the_work():
    known = catalogue(
        initiative("I-STR90", "A1→3 people", effort={"it": 2.0, "business": 1.0}),
        initiative("I-STR91", "B1→3 people", effort={"it": 1.0, "business": 1.0}),
        initiative("I-STR92", "C1→3 people", effort={}),
    )
    plan = dated(question(known, GAPS, LEVELS), {"I-STR90": 0, "I-STR91": 0, "I-STR92": 0})
    assert {item.initiative: item.owner_role for item in plan.items} == {
        "I-STR90": "it",
        "I-STR91": "business",
        "I-STR92": "",
    }


def test_work_on_adoption_says_what_it_does_for_the_rest():
    known = catalogue(initiative("I-ORG95", "DIG5→4 people"))
    plan = dated(question(known, [gap("DIG5", 2, 4)], {"DIG5": 2.0}), {"I-ORG95": 0})
    usual = 0.5 + 0.3 * (2 * 0.5**0.5 - 1)  # level 2 + 2 × 0.71 in the median; 0.5 at level 3 and 0.8 at level 4
    assert plan.items[0].reasons[-1] == Reason("lifts_adoption", {"share": 0.3, "to": round(usual, 4)})


def test_an_item_says_which_role_stretches_it():
    known = catalogue(initiative("I-STR90", "A1→3 people", effort={"business": 5.0, "it": 1.0}))
    limits = constraints(capacity={"business": 2.0, "it": 2.0})
    item = dated(question(known, GAPS, LEVELS, constraints=limits), {"I-STR90": 0}).items[0]
    assert (item.start, item.finish) == (date(2027, 3, 1), date(2027, 5, 31))
    assert item.because[-1] == Reason("stretched", {"role": "business", "months": 3, "planned": 1})


def test_an_infeasible_choice_gives_an_empty_plan_with_the_conflict():
    limits = constraints(capacity={"business": 0.0, "it": 0.5}, must=("I-STR90",))
    plan = make_plan(question(FOUR, GAPS, LEVELS, constraints=limits))
    assert plan.items == ()
    assert plan.finish == plan.start
    assert plan.selection.solution.status == "infeasible"
    assert {reason.code for reason in plan.selection.conflicts} == {"must", "capacity"}


def test_enabling_work_starts_when_it_can():
    known = catalogue(
        *FOUR.initiatives.values(),
        initiative("I-STR94", "E1→3 people"),
        defaults=defaults(choice_months=6),
    )
    g = question(known, [*GAPS, gap("E1")], {**LEVELS, "E1": 2.0}, constraints=constraints(theta=1.0))
    selection = choose(valued(g), g.gaps, known, g.constraints, time_limit=20)
    assert {one.initiative: one.start_month for one in selection.chosen}["I-STR94"] == 0


# What holds a start -------------------------------------------------------------------------------------------------


def problem(*options: Option, **changes: Any) -> SelectionProblem:
    fields: dict[str, Any] = {"periods": 6, "options": options, "budget": Budget((9.0,) * 6), **changes}
    return SelectionProblem(**fields)


def test_full_stores_are_traced_to_the_change_that_ends():
    tools = [Option(f"o{at}", 2 if at else 1, tags=("stores",)) for at in range(3)]
    given = problem(*tools, concurrent=(Concurrent("stores", 2),))
    found = holds(given, {"o0": 0, "o1": 0, "o2": 1})
    assert found["o2"].by == (Hold("o0", "stores"),)
    assert found["o0"].by == ()


def test_a_full_role_is_traced_to_the_one_with_most_of_its_work():
    tools = [Option("a", 1, load={"it": 1}), Option("b", 1, load={"it": 2}), Option("c", 1, load={"it": 3})]
    given = problem(*tools, capacity={"it": (3.0,) * 6})
    assert holds(given, {"a": 0, "b": 0, "c": 1})["c"].by == (Hold("b", "role", "it"),)


def test_a_role_kept_busy_by_work_that_goes_on_stays_a_rule():
    tools = [Option("a", 3, load={"it": 2}), Option("b", 1, load={"it": 2}), Option("c", 1)]
    given = problem(*tools, capacity={"it": (3.0, 3.0, 9.0, 9.0, 9.0, 9.0)})
    found = holds(given, {"a": 0, "b": 2, "c": 1})
    assert [reason.code for reason in found["b"].rules] == ["capacity"]
    assert found["b"].by == ()


def test_the_catalogue_itself_is_loaded_once():
    known: Catalogue = load_catalogue()
    assert known is load_catalogue()
    assert len(known.initiatives) == 86


@pytest.mark.parametrize("closed", [(1, 2, 11, 12), (0, 3, 4, 12, 15, 16), (2, 5, 8, 11, 14, 17)])
def test_nothing_that_touches_stores_starts_or_goes_live_in_peak_season(closed):
    """Work in the head office may; both still hold once roles are levelled to days."""
    known = catalogue(
        *(initiative(f"I-STR9{n}", f"{c}1→3 people", effort={"business": 2.0}) for n, c in enumerate("ABC")),
        *(
            initiative(f"I-SAL9{n}", f"{c}1→3 people", months=1 + n % 3, touches_stores=True, effort={"it": 1.0 + n})
            for n, c in enumerate("DEFG")
        ),
        defaults=defaults(choice_months=18, horizon_months=24),
    )
    gaps = [gap(f"{letter}1") for letter in "ABCDEFG"]
    limits = constraints(blackouts=closed, theta=1.0, capacity={"business": 2.0, "it": 4.0})
    plan = make_plan(question(known, gaps, {f"{letter}1": 2.0 for letter in "ABCDEFG"}, constraints=limits, draws=200))
    first = plan.start.year * 12 + plan.start.month
    ends = {
        item.initiative: {day.year * 12 + day.month - first for day in (item.start, item.finish)} for item in plan.items
    }
    stores = [ident for ident in ends if ident.startswith("I-SAL")]
    assert len(stores) == 4
    assert not any(ends[ident] & set(closed) for ident in stores)
    assert any(ends[ident] & set(closed) for ident in ends if ident not in stores)


def test_an_item_that_may_be_late_holds_nobody_and_is_not_critical():
    """Two finish before a third needs the room of one: a month late of the smaller leaves room, of the larger it does not."""
    options = (
        Option("small", 1, load={"it": 1.0}),
        Option("large", 1, load={"it": 3.0}),
        Option("next", 1, load={"it": 2.0}),
    )
    asked = SelectionProblem(4, options, Budget((9.0,) * 4), capacity={"it": (4.0,) * 4})
    held = holds(asked, {"small": 0, "large": 0, "next": 1})
    assert held["next"].by == (Hold("large", "role", "it"),)
    either = replace(asked, options=(*options[:1], Option("large", 1, load={"it": 2.0}), options[2]))
    assert holds(either, {"small": 0, "large": 0, "next": 1})["next"].by == ()
    assert [rule.code for rule in holds(either, {"small": 0, "large": 0, "next": 1})["next"].rules] == ["capacity"]
