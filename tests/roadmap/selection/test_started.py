"""Work that has begun is a fact: what it breaks refuses no plan, and everything new keeps the rules, also towards it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap.plan import Reason
from roadmap.selection import (
    Budget,
    Concurrent,
    Gate,
    ModuleFee,
    Option,
    SelectionProblem,
    Window,
    plan_value,
    select,
    violations,
)
from roadmap.selection.cpsat import solve as by_cpsat
from roadmap.selection.formulation import value_program
from roadmap.selection.greedy import greedy
from roadmap.selection.scip import PROOF
from roadmap.selection.scip import solve as by_scip
from tests.roadmap.selection.oracle import allowed, best, option, problem, worth

LONG = {"periods": 6, "tail_periods": 6}


def answers(asked: SelectionProblem) -> Iterator[tuple[str, dict[str, int]]]:
    """The plan of each engine on its own, and of all together."""
    program, choices = value_program(asked)
    for name, answer in (("scip", by_scip(program, 20, 0.0, None, PROOF)), ("cp-sat", by_cpsat(program, 20, 0.0))):
        assert answer.end == "solved", name
        assert answer.values is not None
        yield name, choices.starts(answer.values)
    yield "all", dict(select(asked, 20, gap=0).starts)


def starts(asked: SelectionProblem) -> dict[str, int]:
    """The best plan, which every engine finds, which greedy keeps to, and which the oracle calls best."""
    expected = best(asked)
    assert expected is not None
    found: dict[str, int] = {}
    for name, found in answers(asked):
        assert worth(asked, found) == pytest.approx(expected, abs=0.01), name
        assert allowed(asked, found), name
        assert violations(asked, found) == [], name
    floor = greedy(asked)
    assert floor is not None
    assert allowed(asked, floor)
    return found


# A rule that running work breaks, one by one ------------------------------------------------------------------------


def test_what_began_in_a_forbidden_period_stays_and_nothing_new_begins_in_one() -> None:
    shops = [option(name, tags=("shop",)) for name in "ab"]
    asked = problem(*shops, started={"a": 0}, forbidden_periods={"shop": (0, 1)}, **LONG)
    assert starts(asked) == {"a": 0, "b": 2}


def test_running_work_may_go_live_in_a_forbidden_period() -> None:
    long = option("a", duration=3, tags=("shop",))
    assert starts(problem(long, started={"a": -1}, forbidden_periods={"shop": (1,)})) == {"a": -1}


def test_two_that_began_too_close_stay_and_the_next_keeps_its_distance_from_the_later() -> None:
    systems = [option(name, tags=("system",)) for name in "abc"]
    asked = problem(*systems, started={"a": -1, "b": 1}, windows=(Window("system", 3, 1),), **LONG)
    assert starts(asked) == {"a": -1, "b": 1, "c": 4}


def test_a_window_with_room_for_two_lets_one_begin_beside_running_work() -> None:
    systems = [option(name, tags=("system",)) for name in "abcd"]
    asked = problem(*systems, started={"a": 0, "b": 0}, windows=(Window("system", 2, 2),), **LONG)
    assert sorted(starts(asked).values()) == [0, 0, 2, 2]


def test_people_whom_running_work_overbooks_do_nothing_new_until_they_are_free() -> None:
    busy = [option(name, duration=2, load={"it": 2}) for name in "ab"]
    small, other = option("c", load={"it": 0.5}), option("d", load={"ops": 1})
    asked = problem(
        *busy, small, other, started={"a": 0, "b": 0}, capacity={"it": (3.0,) * 6, "ops": (1.0,) * 6}, **LONG
    )
    assert starts(asked) == {"a": 0, "b": 0, "c": 2, "d": 0}


def test_people_whom_running_work_leaves_over_may_be_used() -> None:
    work = [option("a", duration=2, load={"it": 2}), option("b", load={"it": 1}), option("c", load={"it": 2})]
    assert starts(problem(*work, started={"a": 0}, capacity={"it": (3.0,) * 6}, **LONG)) == {"a": 0, "b": 0, "c": 2}


def test_more_running_than_allowed_let_nothing_begin_until_one_place_is_free() -> None:
    changes = [option("a", duration=2, tags=("shop",)), option("b", duration=3, tags=("shop",))]
    new = option("c", tags=("shop",))
    asked = problem(*changes, new, started={"a": 0, "b": 0}, concurrent=(Concurrent("shop", 1),), **LONG)
    assert starts(asked) == {"a": 0, "b": 0, "c": 3}


def test_money_that_running_work_overdraws_lets_nothing_begin_that_costs() -> None:
    dear, new = option("a", cost_per_period=50), option("b", cost_per_period=1)
    free = option("c", cost_per_period=0)
    once = replace(problem(dear, new, free, started={"a": 0}, **LONG), budget=Budget((30, 0, 0, 0, 0, 0)))
    assert starts(once) == {"a": 0, "c": 0}
    later = replace(once, budget=Budget((30, 0, 19, 1, 1, 0)))  # 50 are released by period 3, and one more by 4
    assert starts(later) == {"a": 0, "b": 4, "c": 0}
    monthly = replace(once, budget=Budget((30, 1, 0, 0, 0, 0), carry_over=False))
    assert starts(monthly) == {"a": 0, "b": 1, "c": 0}


def test_a_module_fee_is_what_running_work_takes_too() -> None:
    user, other = option("a", modules=("crm",)), option("b", modules=("crm",), cost_per_period=0)
    asked = problem(user, other, started={"a": 0}, modules=(ModuleFee("crm", 25),), **LONG)
    assert starts(replace(asked, budget=Budget((5, 0, 0, 0, 0, 0)))) == {"a": 0, "b": 0}


def test_what_began_before_its_prerequisite_was_finished_goes_on() -> None:
    first = option("first", duration=3, benefit_per_period=20)
    asked = problem(first, option("b"), started={"b": 0}, precedence=(("first", "b"),), **LONG)
    assert starts(asked) == {"b": 0, "first": 0}
    assert starts(replace(asked, started={"b": 0, "first": -1})) == {"b": 0, "first": -1}
    assert starts(replace(asked, must_not=("first",))) == {"b": 0}


def test_what_began_unready_goes_on_and_is_awaited_as_any_other() -> None:
    follower = option("c")
    unready, order = (Gate("a", "ops", 9),), (("a", "c"),)
    asked = problem(option("a", duration=2), follower, started={"a": 0}, gates=unready, precedence=order, **LONG)
    assert starts(asked) == {"a": 0, "c": 2}


def test_two_that_exclude_each_other_and_both_began_go_on_but_none_joins_them() -> None:
    rivals = [option(name) for name in "abc"]
    pairs = (("a", "b"), ("b", "c"))
    assert starts(problem(*rivals, started={"a": 0, "b": 0}, exclusive=pairs)) == {"a": 0, "b": 0}
    assert starts(problem(*rivals, started={"b": 0}, done=("a",), exclusive=pairs)) == {"b": 0}


def test_a_demand_to_stop_what_is_running_is_still_a_contradiction() -> None:
    result = select(problem(option("a"), started={"a": 0}, must_not=("a",)), 20)
    assert {reason.code for reason in result.conflicts} == {"started", "must_not"}


def test_a_demand_that_running_work_leaves_no_room_for_names_it() -> None:
    systems = [option(name, tags=("system",)) for name in "ab"]
    asked = problem(*systems, started={"a": 1}, must=("b",), windows=(Window("system", 4, 1),))
    assert best(asked) is None
    assert set(map(repr, select(asked, 20).conflicts)) == {
        repr(Reason("must", {"id": "b"})),
        repr(Reason("started", {"id": "a", "start": 1})),
        repr(Reason("window", {"tag": "system", "length": 4})),
    }


# What is broken is said ---------------------------------------------------------------------------------------------


def test_every_rule_that_running_work_breaks_is_named() -> None:
    work = [
        option("a", duration=2, tags=("system",), load={"it": 2}, cost_per_period=40),
        option("b", duration=1, tags=("system",), load={"it": 2}, cost_per_period=1),
        option("c", load={"ops": 1}, cost_per_period=0),
    ]
    asked = problem(
        *work,
        budget=30,
        started={"a": 0, "b": 1, "c": -1},
        capacity={"it": (3.0,) * 4, "ops": (9.0,) * 4},
        windows=(Window("system", 3, 1),),
        concurrent=(Concurrent("system", 1),),
        forbidden_periods={"system": (0,)},
        precedence=(("c", "b"), ("a", "b")),
        gates=(Gate("b", "ops", 2),),
        exclusive=(("a", "b"),),
    )
    found = {name: [reason.code for reason in reasons] for name, reasons in select(asked, 20).broken.items()}
    assert found == {
        "a": ["forbidden_period", "exclusive", "budget", "capacity", "window", "concurrent"],
        "b": ["exclusive", "precedence", "gate", "budget", "capacity", "window", "concurrent"],
    }


def test_running_work_that_keeps_the_rules_is_not_named() -> None:
    assert select(problem(option("a"), option("b"), started={"a": -2}), 20).broken == {}


# All at once --------------------------------------------------------------------------------------------------------

NAMES = ("a", "b", "c", "d")
PAIR = st.permutations(NAMES).map(lambda names: tuple(sorted(names[:2])))


@st.composite
def options(draw: st.DrawFn, name: str) -> Option:
    return Option(
        id=name,
        duration=draw(st.integers(1, 2)),
        cost_per_period=draw(st.integers(0, 20).map(float)),
        benefit_per_period=draw(st.integers(1, 20).map(float)),
        load=draw(st.sampled_from([{}, {"it": 1}, {"it": 2}])),
        uplift=draw(st.sampled_from([{}, {"ops": 1}])),
        tags=draw(st.sampled_from([("system",), ("shop",), ("system", "shop")])),
        modules=draw(st.sampled_from([(), ("crm",)])),
    )


@st.composite
def overrun(draw: st.DrawFn) -> SelectionProblem:
    """Two or three of four options have begun, and every limit is so tight that they usually break it."""
    periods = draw(st.integers(2, 4))
    tight = st.lists(st.integers(0, 2).map(float), min_size=periods, max_size=periods).map(tuple)
    money = st.lists(st.integers(0, 25).map(float), min_size=periods, max_size=periods).map(tuple)
    maybe = st.booleans()
    return SelectionProblem(
        periods=periods,
        tail_periods=3,
        options=tuple(draw(options(name)) for name in NAMES),
        budget=Budget(draw(money), carry_over=draw(maybe)),
        precedence=tuple(draw(st.sets(PAIR, max_size=2))),
        capacity={"it": draw(tight)},
        exclusive=(draw(PAIR),) if draw(maybe) else (),
        gates=(Gate(draw(st.sampled_from(NAMES)), "ops", draw(st.integers(1, 2))),) if draw(maybe) else (),
        started=draw(st.dictionaries(st.sampled_from(NAMES), st.integers(-2, 1), min_size=2, max_size=3)),
        forbidden_periods={"shop": tuple(draw(st.sets(st.integers(0, 3), max_size=3)))},
        windows=(Window("system", draw(st.integers(1, 3)), draw(st.integers(0, 1))),),
        concurrent=(Concurrent("shop", draw(st.integers(0, 1))),),
        modules=(ModuleFee("crm", draw(st.integers(0, 9).map(float))),),
        first_start=draw(st.sampled_from([0, 1])),
    )


@given(overrun())
@settings(max_examples=100, deadline=None)
def test_running_work_alone_never_refuses_a_plan_and_every_engine_finds_the_best_beside_it(
    asked: SelectionProblem,
) -> None:
    assert allowed(asked, dict(asked.started))
    assert violations(asked, asked.started) == []
    assert starts(asked).items() >= asked.started.items()


@given(overrun())
@settings(max_examples=60, deadline=None)
def test_what_is_new_keeps_every_rule_that_running_work_keeps(asked: SelectionProblem) -> None:
    """Judged as if nothing had begun, the best plan breaks no kind of rule that running work does not break alone."""
    plan = dict(select(asked, 20, gap=0).starts)
    strict = replace(asked, started={}, first_start=-9)
    kinds = {reason.code for reason in violations(strict, asked.started)} | {"horizon"}
    assert {reason.code for reason in violations(strict, plan)} <= kinds
    assert plan_value(asked, plan) >= plan_value(asked, asked.started) - 1e-6
