"""On small problems with every rule at once, the optimiser finds what trying all plans finds."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap.selection import (
    Budget,
    Concurrent,
    Coverage,
    Gap,
    Gate,
    ModuleFee,
    Option,
    SelectionProblem,
    Synergy,
    Window,
    plan_value,
    select,
    violations,
)
from tests.roadmap.selection.oracle import allowed, best, closed, plans, worth

NAMES = ("a", "b", "c")
PAIRS = st.sampled_from([("a", "b"), ("a", "c"), ("b", "c")])
UPLIFT = st.sampled_from([{}, {"ops": 3}, {"ops": 5, "data": 2}])
MONEY = st.integers(0, 30).map(float)


@st.composite
def options(draw: st.DrawFn, name: str) -> Option:
    return Option(
        id=name,
        duration=draw(st.integers(1, 2)),
        cost_per_period=draw(MONEY),
        benefit_per_period=draw(MONEY),
        ramp_periods=draw(st.integers(1, 3)),
        run_cost_per_period=draw(st.sampled_from([0.0, 2.0])),
        load=draw(st.sampled_from([{}, {"it": 1}, {"it": 2, "ops": 1}])),
        kpi=draw(st.sampled_from([None, "k", "k"])),
        uplift=draw(UPLIFT),
        tags=draw(st.sampled_from([(), ("system",), ("system", "shop")])),
        modules=draw(st.sampled_from([(), ("crm",), ("app",)])),
    )


@st.composite
def problems(draw: st.DrawFn) -> SelectionProblem:
    periods = draw(st.integers(2, 3))
    money = st.lists(st.integers(0, 45).map(float), min_size=periods, max_size=periods).map(tuple)
    people = st.lists(st.integers(0, 4).map(float), min_size=periods, max_size=periods).map(tuple)
    maybe = st.booleans()
    gaps = (Gap("g1", 3, ("a", "b")), Gap("g2", 2, ("c",)), Gap("g3", 1, ("b", "c")))
    return SelectionProblem(
        periods=periods,
        tail_periods=draw(st.integers(0, 2)),
        discount_rate=draw(st.sampled_from([0.0, 0.1])),
        options=tuple(draw(options(name)) for name in NAMES),
        budget=Budget(draw(money), carry_over=draw(maybe)),
        precedence=(draw(PAIRS),) if draw(maybe) else (),
        capacity={"it": draw(people)} if draw(maybe) else {},
        exclusive=(draw(PAIRS),) if draw(maybe) else (),
        synergies=(Synergy(draw(PAIRS), draw(st.sampled_from([-7.0, 9.0]))),) if draw(maybe) else (),
        gates=(Gate(draw(st.sampled_from(NAMES)), "ops", draw(st.integers(1, 9))),) if draw(maybe) else (),
        baseline=draw(st.sampled_from([{}, {"ops": 2.0}])),
        kpi_caps={"k": draw(MONEY)} if draw(maybe) else {},
        diminishing={"k": draw(st.sampled_from([(1.0, 0.5), (1.0, 0.7, 0.2)]))} if draw(maybe) else {},
        must=("b",) if draw(maybe) else (),
        must_not=("c",) if draw(maybe) else (),
        started=draw(st.dictionaries(st.sampled_from(["a", "b"]), st.integers(-2, 1))) if draw(maybe) else {},
        done=("c",) if draw(maybe) else (),
        forbidden_periods={"shop": (1,)} if draw(maybe) else {},
        windows=(Window("system", 2, 1),) if draw(maybe) else (),
        concurrent=(Concurrent("system", 1),) if draw(maybe) else (),
        modules=(
            ModuleFee("crm", draw(MONEY), draw(st.sampled_from([0.0, 3.0]))),
            ModuleFee("app", draw(MONEY), requires=("crm",)),
        ),
        first_start=draw(st.sampled_from([0, 0, 1])),
        coverage=Coverage(draw(st.sampled_from([0.0, 0.5, 1.0])), gaps) if draw(maybe) else None,
    )


@given(problems())
@settings(max_examples=120, deadline=None)
def test_the_best_of_all_plans_is_found_and_proven(asked: SelectionProblem) -> None:
    result = select(asked, 20, gap=0)
    expected = best(asked)
    if expected is None:
        assert result.status == "infeasible"
        assert result.starts == {}
        assert result.conflicts
        return
    assert result.status == "optimal"
    assert result.value == pytest.approx(expected, abs=1e-6)
    assert result.bound == pytest.approx(expected, rel=1e-4, abs=1e-3)
    assert allowed(asked, dict(result.starts))
    if asked.coverage is not None and result.coverage is not None:
        assert result.coverage.closed == closed(asked, dict(result.starts))
        assert result.coverage.closed >= asked.coverage.theta * result.coverage.best - 1e-6
    assert set(result.excluded) == set(NAMES) - set(result.starts) - set(asked.done)


@given(problems())
@settings(max_examples=40, deadline=None)
def test_rules_and_value_of_every_plan_agree_with_the_specification(asked: SelectionProblem) -> None:
    for plan in plans(asked):
        assert (violations(asked, plan) == []) == allowed(asked, plan)
        assert plan_value(asked, plan) == pytest.approx(worth(asked, plan), abs=1e-9)


@given(problems())
@settings(max_examples=15, deadline=None)
def test_the_same_problem_gives_the_same_plan(asked: SelectionProblem) -> None:
    def answer() -> str:
        result = select(asked, 20)
        return json.dumps([dict(result.starts), result.value, result.status, repr(result.excluded)])

    assert answer() == answer()
