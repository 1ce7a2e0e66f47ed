"""The second engine, the judge of conflicts, and what happens when the clock runs out."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap.selection import (
    Coverage,
    Gap,
    ModuleFee,
    NoPlanInTimeError,
    Option,
    Synergy,
    conflicts,
    engines,
    plan_value,
    select,
    selecting,
)
from roadmap.selection.conflicts import smallest_conflict
from roadmap.selection.cpsat import solve as second_engine
from roadmap.selection.formulation import value_program
from roadmap.selection.scip import Answer
from tests.roadmap.selection.oracle import best, option, problem

LATE = Answer("clock", None, math.inf)


@given(
    st.lists(
        st.builds(
            Option,
            id=st.just(""),
            duration=st.integers(1, 2),
            cost_per_period=st.integers(0, 90).map(lambda n: n / 10),
            benefit_per_period=st.integers(0, 90).map(lambda n: n / 10),
            ramp_periods=st.integers(1, 3),
            kpi=st.sampled_from([None, "k"]),
        ),
        min_size=2,
        max_size=3,
    ),
    st.sampled_from([{}, {"k": (1.0, 0.5)}]),
    st.booleans(),
)
@settings(max_examples=40, deadline=None)
def test_the_second_engine_finds_the_same_best_plan(
    drawn: list[Option], diminishing: dict[str, tuple[float, ...]], capped: bool
) -> None:
    options = [option(f"o{index}", **_fields(item)) for index, item in enumerate(drawn)]
    asked = problem(
        *options, periods=3, budget=8, diminishing=diminishing, kpi_caps={"k": 7} if capped else {}, discount_rate=0.1
    )
    program, choices = value_program(asked)
    answer = second_engine(program, 20, 0.0)
    assert answer.end == "solved"
    assert answer.values is not None
    expected = best(asked)
    assert expected is not None
    # sums of money that are not whole are cut into thousandths of a unit
    assert plan_value(asked, choices.starts(answer.values)) == pytest.approx(expected, abs=0.05)
    assert answer.bound >= expected - 1e-6


def _fields(item: Option) -> dict[str, object]:
    return {name: getattr(item, name) for name in Option.__dataclass_fields__ if name != "id"}


def test_two_caps_that_share_large_numbers_are_both_earned() -> None:
    # OR-Tools 9.15 drops one of the two rows unless told not to look for included ones
    steady = option("a", cost_per_period=0.1, benefit_per_period=7, kpi="k")
    ramped = option("b", cost_per_period=0.3, benefit_per_period=0.4, ramp_periods=3, kpi="k")
    program, _ = value_program(problem(steady, ramped, periods=3, budget=8, kpi_caps={"k": 7}, discount_rate=0.1))
    answer = second_engine(program, 20, 0.0)
    assert answer.bound >= 7 / 1.1 + 7 / 1.21 - 0.1
    assert program.worth(answer.values or []) == pytest.approx(7 / 1.1 + 7 / 1.21 - 0.1, abs=1e-4)


def test_the_second_engine_takes_over_when_the_first_has_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines.scip, "solve", lambda *_: LATE)
    monkeypatch.setattr(selecting, "greedy", lambda _: None)
    result = select(problem(option("a"), option("b", cost_per_period=99)), 20)
    assert (result.engine, result.status, dict(result.starts)) == ("cp-sat", "optimal", {"a": 0})


def test_the_first_engine_takes_over_when_the_second_has_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines.cpsat, "solve", lambda *_: LATE)
    coverage = Coverage(0.8, (Gap("g", 1, ("a",)),))
    result = select(problem(option("a"), option("b", cost_per_period=99), coverage=coverage), 20)
    assert (result.status, dict(result.starts)) == ("optimal", {"a": 0})
    assert not result.reproducible  # the clock ended the first search


def test_without_any_bound_from_an_engine_there_is_still_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines.scip, "solve", lambda *_: LATE)
    rich = option("a", benefit_per_period=20, kpi="k")
    asked = problem(rich, option("b", cost_per_period=99), diminishing={"k": (1.0, 0.5)}, started={"b": 0})
    result = select(asked, 20)
    # a earns 20 in periods 1, 2, 3 and costs 10; b has begun and costs 99, which the ceiling leaves out
    assert (result.value, result.bound, result.status) == (20 * 3 - 10 + 30 - 99, 20 * 3 - 10, "feasible")


def test_the_second_engine_may_find_that_nothing_is_possible(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines.scip, "solve", lambda *_: LATE)
    result = select(problem(option("a"), must=("a",), must_not=("a",)), 20)
    assert result.status == "infeasible"
    assert len(result.conflicts) == 2


def test_greedy_is_the_floor_and_says_that_it_is_not_proven(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines.scip, "solve", lambda *_: Answer("clock", None, 25.0))
    rivals = option("a"), option("b", benefit_per_period=9)
    result = select(problem(*rivals, exclusive=(("a", "b"),)), 20)
    assert (result.engine, result.status, dict(result.starts)) == ("greedy", "feasible", {"a": 0})
    assert (result.value, result.bound, result.gap) == (20, 25, 0.25)
    assert not result.reproducible


def test_an_answer_that_breaks_a_rule_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = problem(option("a"), option("b"), budget=3, tail_periods=9)
    everything = [1.0] * len(value_program(asked)[0].upper)
    monkeypatch.setattr(engines.scip, "solve", lambda *_: Answer("limit", everything, 999.0))
    result = select(asked, 20)
    assert result.engine == "greedy"
    assert result.value == pytest.approx(best(asked) or 0)


@pytest.mark.parametrize("answer", [Answer("infeasible", None, -math.inf), Answer("solved", None, 3.0)])
def test_an_answer_that_denies_a_plan_in_hand_is_not_believed(answer: Answer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines.scip, "solve", lambda *_: answer)
    result = select(problem(option("a")), 20)
    assert (result.status, result.value, result.bound, dict(result.starts)) == ("optimal", 20, 20, {"a": 0})


def test_when_no_engine_finds_anything_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines.scip, "solve", lambda *_: LATE)
    monkeypatch.setattr(engines.cpsat, "solve", lambda *_: LATE)
    monkeypatch.setattr(selecting, "greedy", lambda _: None)
    coverage = Coverage(0.8, (Gap("g", 1, ("a",)),))
    with pytest.raises(NoPlanInTimeError) as caught:
        select(problem(option("a"), coverage=coverage), 3)
    assert caught.value.sentence == (
        "No plan was found within 3 s and none was shown to be impossible; allow more time."
    )


def test_a_possible_problem_has_no_conflict() -> None:
    assert smallest_conflict(problem(option("a"), must=("a",)), 5) == ()


def test_without_time_a_conflict_is_named_but_not_made_small() -> None:
    asked = problem(option("a"), option("b"), must=("a", "b"), must_not=("a",))
    assert len(smallest_conflict(asked, 0)) >= 2
    assert len(smallest_conflict(asked, 5)) == 2


def test_the_search_for_a_smaller_conflict_stops_where_the_judge_falls_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = problem(option("a"), option("b"), must=("a", "b"), must_not=("a",))
    monkeypatch.setattr(conflicts.RuleModel, "largest_possible", lambda *_: None)
    assert {reason.code for reason in smallest_conflict(asked, 5)} == {"must", "must_not"}


def test_the_second_engine_proves_that_nothing_holds() -> None:
    impossible, _ = value_program(problem(option("a"), must=("a",), must_not=("a",)))
    assert second_engine(impossible, 5, 0.0).end == "infeasible"


def test_a_synergy_with_something_done_counts_once_and_not_for_the_done_alone() -> None:
    partner = problem(option("a"), option("b"), synergies=(Synergy(("a", "b"), 5),), done=("b",))
    assert select(partner, 20).value == pytest.approx(25)
    both = problem(option("a"), option("b"), synergies=(Synergy(("a", "b"), 5),), done=("a", "b"))
    assert select(both, 20).value == 0


def test_a_module_that_two_modules_require_is_paid_once() -> None:
    fees = (ModuleFee("base", 5), ModuleFee("left", 1, requires=("base",)), ModuleFee("right", 1, requires=("base",)))
    user = option("a", modules=("left", "right"))
    assert select(problem(user, modules=fees), 20).value == pytest.approx(30 - 10 - 5 - 1 - 1)
