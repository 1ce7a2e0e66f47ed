"""When no plan is possible, the smallest set of demands that cannot hold together is named, and nothing is relaxed."""

import pytest

from roadmap.plan import Reason
from roadmap.selection import Budget, Concurrent, Coverage, Gap, Gate, SelectionProblem, Window, select
from tests.roadmap.selection.oracle import best, option, problem

A, B, C = option("a"), option("b"), option("c")


def conflict(given: SelectionProblem) -> set[str]:
    assert best(given) is None
    result = select(given, 20)
    assert result.status == "infeasible"
    assert result.starts == {}
    return {reason.code for reason in result.conflicts}


def test_a_demand_dearer_than_the_budget() -> None:
    given = problem(A, B, C, budget=2, must=("a",))
    assert select(given, 20).conflicts == (Reason("must", {"id": "a"}), Reason("budget"))
    assert best(given) is None


def test_a_demand_against_a_ban() -> None:
    assert conflict(problem(A, B, must=("a",), must_not=("a",))) == {"must", "must_not"}


def test_two_demands_that_exclude_each_other_are_named_without_the_third() -> None:
    result = select(problem(A, B, C, must=("a", "b", "c"), exclusive=(("a", "b"),)), 20)
    assert set(map(repr, result.conflicts)) == {
        repr(Reason("must", {"id": "a"})),
        repr(Reason("must", {"id": "b"})),
        repr(Reason("exclusive", {"first": "a", "second": "b"})),
    }


def test_a_demand_whose_prerequisite_is_banned() -> None:
    assert conflict(problem(A, B, C, must=("b",), must_not=("a",), precedence=(("a", "b"),))) == {
        "must",
        "must_not",
        "precedence",
    }


def test_a_demand_that_takes_too_long() -> None:
    long = option("long", duration=9)
    assert conflict(problem(long, must=("long",))) == {"horizon"}


def test_a_demand_behind_a_gate_nobody_opens() -> None:
    lift = option("lift", uplift={"ops": 2})
    assert conflict(problem(A, lift, must=("a",), gates=(Gate("a", "ops", 3),))) == {"must", "gate"}


def test_a_demand_for_people_who_are_not_there() -> None:
    busy = option("busy", load={"it": 2})
    assert conflict(problem(busy, must=("busy",), capacity={"it": (1, 1, 1, 1)})) == {"must", "capacity"}


def test_a_demand_in_a_season_without_starts() -> None:
    shop = option("shop", tags=("shop",))
    assert conflict(problem(shop, must=("shop",), forbidden_periods={"shop": (0, 1, 2, 3)})) == {
        "must",
        "forbidden_period",
    }


def test_more_demands_than_a_window_lets_start() -> None:
    systems = [option(name, tags=("system",)) for name in "abc"]
    assert conflict(problem(*systems, periods=3, must=("a", "b", "c"), windows=(Window("system", 2, 1),))) == {
        "must",
        "window",
    }


def test_more_demands_than_may_run_together() -> None:
    systems = [option(name, duration=2, tags=("system",)) for name in "ab"]
    given = problem(*systems, periods=3, must=("a", "b"), concurrent=(Concurrent("system", 1),))
    assert conflict(given) == {"must", "concurrent"}


def test_a_demand_that_the_money_left_by_started_work_does_not_pay() -> None:
    assert conflict(problem(A, B, started={"a": 0}, must=("b",), budget=4)) == {"must", "started", "budget"}


def test_the_smaller_of_two_conflicts_is_named() -> None:
    first, second, third = (option(name, load={"it": 1}) for name in "xyz")
    given = problem(
        *(first, second, third, A, B),
        periods=1,
        tail_periods=3,
        must=("x", "y", "z", "a"),
        must_not=("a",),
        capacity={"it": (2,)},
    )
    assert set(map(repr, select(given, 20).conflicts)) == {
        repr(Reason("must", {"id": "a"})),
        repr(Reason("must_not", {"id": "a"})),
    }


@pytest.mark.parametrize("theta", [0.0, 1.0])
def test_coverage_alone_never_makes_a_problem_infeasible(theta: float) -> None:
    gaps = (Gap("g", 5, ("a",)), Gap("nobody", 9, ()))
    result = select(problem(A, B, must_not=("a",), coverage=Coverage(theta, gaps)), 20)
    assert result.status == "optimal"
    assert result.starts == {"b": 0}
    assert result.coverage is not None
    assert (result.coverage.best, result.coverage.required) == (0, 0)


def test_a_plan_over_the_budget_by_a_cent_is_not_relaxed() -> None:
    given = problem(option("a", cost_per_period=10.01), periods=1, tail_periods=9)
    assert select(SelectionProblem(**{**_fields(given), "budget": Budget((10.0,))}), 20).starts == {}
    assert select(SelectionProblem(**{**_fields(given), "budget": Budget((10.01,))}), 20).starts == {"a": 0}


def _fields(given: SelectionProblem) -> dict[str, object]:
    return {name: getattr(given, name) for name in given.__dataclass_fields__}


def test_a_demand_that_would_come_too_late_names_its_deadline() -> None:
    busy = option("a", duration=2, load={"it": 4})
    late = option("b", load={"it": 4})
    given = problem(busy, late, capacity={"it": (4,) * 4}, started={"a": 0}, must=("b",), deadlines={"b": 2})
    assert conflict(given) == {"started", "capacity", "must", "deadline"}
