"""Why each option is not in the plan: one test per reason."""

from roadmap.plan import Reason
from roadmap.selection import Budget, Concurrent, Gate, Option, SelectionProblem, Window, select
from tests.roadmap.selection.oracle import option, problem

A, B = option("a", benefit_per_period=20), option("b")


def why(given: SelectionProblem, name: str = "b") -> Reason:
    result = select(given, 20, gap=0)
    assert name not in result.starts
    return result.excluded[name]


def test_forbidden_by_demand() -> None:
    assert why(problem(A, B, must_not=("b",))) == Reason("must_not")


def test_too_long_for_the_horizon() -> None:
    assert why(problem(A, option("b", duration=5))) == Reason("horizon", {"duration": 5, "periods": 4})


def test_excluded_by_what_is_chosen_or_done() -> None:
    assert why(problem(A, B, exclusive=(("a", "b"),))) == Reason("exclusive", {"with": "a"})
    assert why(problem(A, B, exclusive=(("b", "a"),), done=("a",))) == Reason("exclusive", {"with": "a"})


def test_lacks_a_prerequisite() -> None:
    dear = option("dear", cost_per_period=99)
    assert why(problem(A, B, dear, precedence=(("dear", "b"),))) == Reason("needs", {"needs": ["dear"]})


def test_earns_less_than_it_costs() -> None:
    reason = why(problem(A, option("b", cost_per_period=99)))
    assert reason.code == "negative_value"
    assert reason.params == {"value": 30 - 99, "enables": False}
    assert why(problem(A, option("b", benefit_per_period=0))).params == {"value": -10, "enables": True}


def test_worth_it_alone_but_not_beside_the_others_of_its_kpi() -> None:
    claims = Option("a", 1, 1, 20, kpi="k"), Option("b", 1, 10, 10, kpi="k")
    assert why(problem(*claims, kpi_caps={"k": 22})) == Reason(
        "crowded_out", {"kpi": "k", "value": 3 * 2 - 10, "alone": 20}
    )


def test_not_ready() -> None:
    assert why(problem(A, B, gates=(Gate("b", "ops", 9),), baseline={"ops": 4})) == Reason(
        "gate", {"area": "ops", "at_least": 9, "reached": 4}
    )


def test_no_money_left() -> None:
    given = problem(option("a", benefit_per_period=40), option("b"), periods=2, tail_periods=2, budget=5)
    # ten in all: a takes them in period 1, when they are there
    assert why(given).code == "budget"
    assert why(given).params["value"] == 20


def test_no_people_left() -> None:
    busy = [option(name, benefit_per_period=money, load={"it": 1}) for name, money in (("a", 20), ("b", 15))]
    reason = why(problem(*busy, periods=1, tail_periods=3, capacity={"it": (1,)}))
    assert reason == Reason("capacity", {"role": "it", "period": 0, "value": 35})


def test_season_window_and_company() -> None:
    one = {"periods": 1, "tail_periods": 3}
    pair = [option(name, benefit_per_period=money, tags=("system",)) for name, money in (("a", 20), ("b", 15))]
    assert why(problem(*pair, **one, windows=(Window("system", 3, 1),))).code == "window"
    assert why(problem(*pair, **one, concurrent=(Concurrent("system", 1),))).code == "concurrent"
    assert why(problem(*pair, **one, forbidden_periods={"system": (0,)})).code == "forbidden_period"


def test_each_start_meets_another_rule() -> None:
    # b fits the season in period 1 only, and there a has taken the people
    a = option("a", benefit_per_period=40, load={"it": 1})
    b = option("b", tags=("shop",), load={"it": 1}, benefit_per_period=30)
    given = problem(
        a, b, periods=2, tail_periods=2, capacity={"it": (0, 1)}, forbidden_periods={"shop": (0,)}, must=("a",)
    )
    assert why(given).code == "capacity"
    ready = SelectionProblem(**{**_fields(given), "capacity": {"it": (1, 1)}, "budget": Budget((10, 0))})
    assert why(ready).code == "budget"
    mixed = SelectionProblem(
        **{
            **_fields(given),
            "options": (option("a", duration=1, benefit_per_period=40, load={"it": 1}), b),
            "started": {"a": 1},
            "capacity": {"it": (1, 1)},
        }
    )
    assert why(mixed) == Reason("combined", {"rules": ["capacity", "forbidden_period"], "value": 80})


def _fields(given: SelectionProblem) -> dict[str, object]:
    return {name: getattr(given, name) for name in given.__dataclass_fields__}


def test_too_late_whatever_it_would_earn() -> None:
    late = option("b", load={"it": 4}, benefit_per_period=0)
    busy = {"it": (0.0, 0.0, 4.0, 4.0)}
    given = problem(A, late, capacity=busy, deadlines={"b": 2})
    assert why(given) == Reason("deadline", {"by": 2, "rules": ["capacity"]})
    assert why(problem(A, late, capacity=busy, deadlines={"b": 0})) == Reason("deadline", {"by": 0})
    assert why(problem(A, late, capacity=busy, deadlines={"b": 3})).code == "negative_value"
