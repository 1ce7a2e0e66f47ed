"""Among plans worth the same the one that begins sooner, foundations first."""

from roadmap.pulling import pulled_forward
from roadmap.selection import Budget, Option, SelectionProblem, plan_value

EARNS = Option("earns", 1, benefit_per_period=10.0, load={"lead": 1.0})


def problem(*options: Option, **changes: object) -> SelectionProblem:
    fields: dict[str, object] = {"capacity": {"lead": (1.0,) * 6}, "discount_rate": 0.01, **changes}
    return SelectionProblem(6, options, Budget((100.0,) * 6), **fields)  # type: ignore[arg-type]


def test_work_that_earns_nothing_takes_the_first_month_its_people_are_free():
    asked = problem(EARNS, Option("steers", 1, load={"lead": 1.0}), Option("maps", 1, load={"lead": 1.0}))
    before = {"earns": 0, "steers": 5, "maps": 3}
    after = pulled_forward(asked, before)
    assert after == {"earns": 0, "maps": 1, "steers": 2}
    assert plan_value(asked, after) == plan_value(asked, before)


def test_what_most_of_the_plan_waits_for_comes_first():
    rest = [Option(name, 1, load={"other": 1.0}) for name in ("a", "b")]
    asked = problem(
        EARNS,
        Option("steers", 1, load={"lead": 1.0}),
        Option("maps", 1, load={"lead": 1.0}),
        *rest,
        precedence=(("steers", "a"), ("a", "b")),
        capacity={"lead": (1.0,) * 6, "other": (1.0,) * 6},
    )
    after = pulled_forward(asked, {"earns": 0, "maps": 2, "steers": 3, "a": 4, "b": 5})
    assert after == {"earns": 0, "steers": 1, "maps": 2, "a": 2, "b": 3}


def test_it_never_takes_the_place_of_what_earns():
    asked = problem(EARNS, Option("steers", 1, load={"lead": 1.0}))
    assert pulled_forward(asked, {"earns": 1, "steers": 5}) == {"earns": 0, "steers": 1}


def test_a_plan_worth_next_to_nothing_still_lays_foundations_early():
    """Paying 1 five months sooner costs 0.05 of a value of 0.4: by the value alone it would never be worth the month."""
    earns = Option("earns", 1, cost_per_period=57.0, benefit_per_period=12.0)
    asked = problem(earns, Option("steers", 1, cost_per_period=1.0), capacity={})
    late = {"earns": 0, "steers": 5}
    assert 0 < plan_value(asked, late) < 2
    assert pulled_forward(asked, late) == {"earns": 0, "steers": 0}


def test_what_has_begun_stays():
    asked = problem(EARNS, Option("steers", 1, load={"lead": 1.0}), started={"steers": 4})
    assert pulled_forward(asked, {"earns": 0, "steers": 4}) == {"earns": 0, "steers": 4}
