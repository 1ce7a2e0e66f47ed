"""Every rule changes the best plan: without it the first plan is right, with it the second."""

import pytest

from roadmap.selection import (
    Budget,
    Concurrent,
    Coverage,
    Gap,
    Gate,
    ModuleFee,
    SelectionProblem,
    Synergy,
    Window,
    plan_value,
    select,
    violations,
)
from tests.roadmap.selection.oracle import best, option, problem

A, B = option("a"), option("b")


def starts(given: SelectionProblem) -> dict[str, int]:
    result = select(given, 20, gap=0)
    assert result.status == "optimal"
    assert result.reproducible
    assert violations(given, result.starts) == []
    assert result.value == pytest.approx(plan_value(given, result.starts))
    assert result.value == pytest.approx(best(given))
    return dict(result.starts)


def test_without_rules_everything_that_pays_starts_at_once() -> None:
    assert starts(problem(A, B)) == {"a": 0, "b": 0}


def test_what_costs_more_than_it_earns_is_left_out() -> None:
    dear = option("dear", cost_per_period=31)  # earns 10 in periods 1, 2, 3
    assert starts(problem(A, dear)) == {"a": 0}


def test_an_option_finishes_within_the_periods_of_choice() -> None:
    long = option("long", duration=3, cost_per_period=1)
    assert starts(problem(long, periods=3, tail_periods=2)) == {"long": 0}
    assert starts(problem(long, periods=2, tail_periods=2)) == {}


def test_an_option_with_a_deadline_is_finished_by_then_or_not_chosen() -> None:
    busy = {"it": (0, 0, 4, 4)}
    late = option("late", load={"it": 4}, cost_per_period=1)
    assert starts(problem(late, capacity=busy)) == {"late": 2}
    assert starts(problem(late, capacity=busy, deadlines={"late": 3})) == {"late": 2}
    assert starts(problem(late, capacity=busy, deadlines={"late": 2})) == {}
    assert starts(problem(late, capacity=busy, deadlines={"late": 2}, started={"late": 3})) == {"late": 3}


def test_budget_carries_over_or_not() -> None:
    saved = problem(A, B, periods=3, tail_periods=9)
    kept = SelectionProblem(**{**fields(saved), "budget": Budget((5, 15, 0), carry_over=True)})
    assert sorted(starts(kept).values()) == [1, 1]
    lost = SelectionProblem(**{**fields(saved), "budget": Budget((5, 15, 0), carry_over=False)})
    assert sorted(starts(lost).values()) == [1]


def fields(given: SelectionProblem) -> dict[str, object]:
    return {name: getattr(given, name) for name in given.__dataclass_fields__}


def test_capacity_per_role_and_period() -> None:
    busy = [option(name, load={"it": 2}) for name in "ab"]
    assert sorted(starts(problem(*busy, capacity={"it": (3, 3, 3, 3)})).values()) == [0, 1]
    assert sorted(starts(problem(*busy, capacity={"it": (0, 4, 4, 4)})).values()) == [1, 1]


def test_precedence_waits_for_the_finish_and_takes_the_first_along() -> None:
    first = option("first", duration=2, benefit_per_period=0, cost_per_period=1)
    assert starts(problem(first, B, tail_periods=2)) == {"b": 0}
    assert starts(problem(first, B, precedence=(("first", "b"),), tail_periods=2)) == {"first": 0, "b": 2}


def test_done_satisfies_precedence_for_nothing() -> None:
    first = option("first", duration=2, benefit_per_period=0, cost_per_period=99)
    assert starts(problem(first, B, precedence=(("first", "b"),), done=("first",))) == {"b": 0}


def test_exclusives() -> None:
    better = option("b", benefit_per_period=11)
    assert starts(problem(A, better, exclusive=(("a", "b"),))) == {"b": 0}
    assert starts(problem(A, better, exclusive=(("a", "b"),), done=("a",))) == {}


def test_a_gate_counts_baseline_and_other_finished_options() -> None:
    lift = option("lift", duration=2, cost_per_period=1, benefit_per_period=0, uplift={"ops": 5})
    gated = option("gated", uplift={"ops": 50})  # its own uplift does not open its gate
    gate = (Gate("gated", "ops", 12),)
    assert starts(problem(lift, gated, gates=gate, baseline={"ops": 7}, tail_periods=2)) == {"lift": 0, "gated": 2}
    assert starts(problem(lift, gated, gates=gate, baseline={"ops": 6}, tail_periods=2)) == {}
    assert starts(problem(lift, gated, gates=gate, baseline={"ops": 12})) == {"gated": 0}


def test_must_and_must_not() -> None:
    dear = option("dear", cost_per_period=31)
    assert starts(problem(A, dear, must=("dear",), must_not=("a",))) == {"dear": 0}


def test_started_stays_and_the_past_is_sunk() -> None:
    # a runs in -1 and 0: one payment left, earns 10 in 1, 2, 3 = 30 - 10
    running = option("a", duration=2, cost_per_period=10)
    given = problem(running, started={"a": -1})
    assert starts(given) == {"a": -1}
    assert plan_value(given, {"a": -1}) == pytest.approx(20)


def test_nothing_new_starts_before_the_first_start() -> None:
    assert starts(problem(A, B, first_start=1, started={"a": 0})) == {"a": 0, "b": 1}
    assert starts(problem(option("long", duration=4), first_start=1, tail_periods=9)) == {}


def test_forbidden_periods_bar_start_and_go_live() -> None:
    peak = option("a", duration=2, tags=("shop",))
    assert starts(problem(peak, forbidden_periods={"shop": (1,)}, tail_periods=4)) == {"a": 2}
    assert starts(problem(peak, forbidden_periods={"other": (1,)}, tail_periods=4)) == {"a": 0}


def test_at_most_so_many_starts_in_a_window() -> None:
    systems = [option(name, tags=("system",)) for name in "ab"]
    assert sorted(starts(problem(*systems, windows=(Window("system", 3, 1),), tail_periods=4)).values()) == [0, 3]


def test_at_most_so_many_running() -> None:
    changes = [option(name, duration=2, tags=("group",)) for name in "ab"]
    given = problem(*changes, concurrent=(Concurrent("group", 1),), tail_periods=4)
    assert sorted(starts(given).values()) == [0, 2]


def test_a_kpi_realises_no_more_than_its_cap() -> None:
    claims = [option(name, kpi="k") for name in "ab"]
    assert starts(problem(*claims, kpi_caps={"k": 12})) in ({"a": 0}, {"b": 0})
    assert starts(problem(*claims, kpi_caps={"k": 20})) == {"a": 0, "b": 0}


def test_diminishing_claims() -> None:
    # second claim: 10 · 0.3 · 3 periods = 9 < 10 cost; with 0.5: 15 > 10
    claims = [option(name, kpi="k") for name in "ab"]
    assert len(starts(problem(*claims, diminishing={"k": (1, 0.3)}))) == 1
    assert len(starts(problem(*claims, diminishing={"k": (1, 0.5)}))) == 2


def test_diminishing_is_exact_on_ramps_and_beyond_the_list() -> None:
    claims = [
        option("a", kpi="k", ramp_periods=3, benefit_per_period=30),
        option("b", kpi="k", benefit_per_period=14),
        option("c", kpi="k", benefit_per_period=12, cost_per_period=1),
    ]
    given = problem(*claims, diminishing={"k": (1, 0.5)}, kpi_caps={"k": 40})
    assert starts(given) == {"a": 0, "b": 0, "c": 0}
    # period 1: claims 10 14 12 → 14 + (12 + 10)/2 = 25; period 2: 20 14 12 → 33; period 3: 30 14 12 → 43 → 40
    assert plan_value(given, {"a": 0, "b": 0, "c": 0}) == pytest.approx(25 + 33 + 40 - 10 - 10 - 1)
    result = select(given, 20, gap=0)
    assert result.bound == pytest.approx(77)


def test_a_synergy_can_carry_a_partner() -> None:
    dear = option("dear", cost_per_period=31)  # loses 1 alone
    assert starts(problem(A, dear, synergies=(Synergy(("a", "dear"), 2),))) == {"a": 0, "dear": 0}


def test_a_shared_module_is_paid_once() -> None:
    # alone: 30 - 10 cost - 25 fee < 0; together: 60 - 20 - 25 = 15
    users = [option(name, modules=("crm",)) for name in "ab"]
    fee = ModuleFee("crm", fee_once=25)
    assert starts(problem(users[0], modules=(fee,))) == {}
    together = problem(*users, modules=(fee,))
    assert starts(together) == {"a": 0, "b": 0}
    assert plan_value(together, {"a": 0, "b": 0}) == pytest.approx(15)


def test_a_required_module_is_paid_too_and_runs_to_the_end() -> None:
    # benefit 30 - cost 10 - fee 8 - 4 periods · 2 = 4; with base 15 more it no longer pays
    user = option("a", modules=("app",))
    app = ModuleFee("app", fee_once=8, fee_per_period=2, requires=("base",))
    given = problem(user, modules=(app, ModuleFee("base")))
    assert starts(given) == {"a": 0}
    assert plan_value(given, {"a": 0}) == pytest.approx(4)
    assert starts(problem(user, modules=(app, ModuleFee("base", fee_once=15)))) == {}


def test_the_fee_draws_on_the_budget() -> None:
    user = option("a", modules=("app",))
    fee = (ModuleFee("app", fee_once=6),)
    assert starts(problem(user, modules=fee, budget=8, tail_periods=2)) == {"a": 1}  # 10 + 6 needs two releases
    strict = problem(user, modules=fee)
    assert starts(SelectionProblem(**{**fields(strict), "budget": Budget((8, 8, 8, 8), carry_over=False)})) == {}


def test_coverage_forces_the_share_of_what_is_possible() -> None:
    base = option("base", benefit_per_period=0)
    gaps = (Gap("g1", 3, ("a",)), Gap("g2", 1, ("base",)))
    assert starts(problem(A, base, coverage=Coverage(0.75, gaps))) == {"a": 0}
    result = select(problem(A, base, coverage=Coverage(0.8, gaps)), 20, gap=0)
    assert set(result.starts) == {"a", "base"}
    assert result.coverage is not None
    assert (result.coverage.best, result.coverage.closed) == (4, 4)
    assert starts(problem(A, base, coverage=Coverage(0.8, gaps), done=("base",))) == {"a": 0}
