"""What is chosen and what is not: properties of the choice, and every demand a client can make."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roadmap import choose, choosing, propose, value
from roadmap.adoption_work import courses
from roadmap.choice_problem import PAID, UNIT, choice_problem
from roadmap.initiatives import Catalogue
from roadmap.making import PlanInput
from roadmap.plan import Chosen, Reason, Selection, Valued
from roadmap.pruning import pruned, without
from roadmap.selection import SelectionResult
from roadmap.situation import Suggestion
from tests.roadmap.pipeline.little import (
    YUAN,
    catalogue,
    constraints,
    defaults,
    effect,
    exactly,
    gap,
    initiative,
    module,
    platform,
    question,
)


def valued(g: PlanInput) -> Valued:
    proposal = propose(g.gaps, g.standing, g.suggestions, g.catalogue, g.industry, g.platform, g.constraints)
    return value(proposal, g.catalogue, g.facts, g.industry, g.standing, g.constraints, draws=200)


def chosen(g: PlanInput) -> Selection:
    return choose(valued(g), g.gaps, g.catalogue, g.constraints, time_limit=20)


def starts(selection: Selection) -> dict[str, int]:
    assert selection.solution.status in ("optimal", "feasible")
    return {one.initiative: one.start_month for one in selection.chosen}


def seller(ident: str, capability: str, needs: Any = (), cost: float = 20_000, **changes: Any) -> Any:
    fields: dict[str, Any] = {"effect": "sell", "one_off": exactly(cost * YUAN), **changes}
    return initiative(ident, f"{capability}→4 people", needs, **fields)


SHOP = catalogue(
    initiative("I-STR90", "A1→3 people"),
    seller("I-SAL90", "Y1", ["I-STR90"], cost=60_000),
    seller("I-SAL91", "Y2", cost=90_000),
    seller("I-SAL92", "Y3", ["I-SAL91"], cost=40_000),
    seller("I-SAL93", "Y4", cost=700_000),
    initiative("I-STR91", "B1→4 people", effort={"business": 3.0}),
    effects=[effect(change=exactly(0.03))],
)
GAPS = [gap(capability, 2, 3) for capability in ("A1", "Y1", "Y2", "Y3", "Y4", "B1")]


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 12), st.integers(1, 8), st.sampled_from([0.0, 0.4, 0.8]))
def test_more_budget_and_more_people_are_never_worse(budget: int, people: int, theta: float):
    def worth(money: int, weeks: int) -> float:
        limits = constraints(budget=money * 50_000 * YUAN, capacity={"business": float(weeks)}, theta=0.0)
        return chosen(question(SHOP, GAPS, constraints=limits)).solution.value

    less = worth(budget, people)
    assert worth(budget + 2, people) >= less - 1e-3 * abs(less) - 1
    assert worth(budget, people + 1) >= less - 1e-3 * abs(less) - 1


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 20), st.integers(1, 6), st.sampled_from([0.0, 0.5, 1.0]))
def test_prerequisites_precede_and_coverage_holds(budget: int, people: int, theta: float):
    limits = constraints(budget=budget * 50_000 * YUAN, capacity={"business": float(people)}, theta=theta)
    g = question(SHOP, GAPS, constraints=limits)
    selection = chosen(g)
    plan = starts(selection)
    for ident, start in plan.items():
        for need in SHOP.initiatives[ident].needs:
            assert plan[need] + SHOP.initiatives[need].months <= start
    assert selection.coverage >= theta * selection.best_coverage - 1e-6
    assert set(plan) | set(selection.excluded) == set(SHOP.initiatives)
    assert not set(plan) & set(selection.excluded)


def test_permuting_the_input_changes_nothing():
    g = question(SHOP, GAPS, constraints=constraints(budget=200_000 * YUAN))
    backwards = replace(
        SHOP, initiatives=dict(reversed(SHOP.initiatives.items())), effects=dict(reversed(SHOP.effects.items()))
    )
    h = replace(g, gaps=tuple(reversed(g.gaps)), catalogue=backwards)
    one, other = chosen(g), chosen(h)
    assert one.chosen == other.chosen
    assert one.excluded == other.excluded
    assert valued(g).valuations == valued(h).valuations


def test_zero_uplift_brings_nothing_and_costs():
    known = replace(SHOP, effects={"sell": effect(change=exactly(0.0))})
    g = question(known, GAPS)
    for valuation in valued(g).valuations.values():
        assert valuation.benefit.p90 == 0
        assert valuation.net.p50 < 0
    assert starts(chosen(replace(g, constraints=constraints(theta=0.0)))) == {}


def test_theta_makes_the_plan_close_gaps_that_earn_nothing():
    free = question(SHOP, GAPS, constraints=constraints(theta=0.0))
    assert "I-STR91" not in starts(chosen(free))
    bound = question(SHOP, GAPS, constraints=constraints(theta=1.0))
    assert "I-STR91" in starts(chosen(bound))


def test_demands_are_met_and_bans_are_kept():
    g = question(SHOP, GAPS, constraints=constraints(theta=0.0, must=("I-STR91",), must_not=("I-SAL91",)))
    selection = chosen(g)
    assert "I-STR91" in starts(selection)
    assert selection.excluded["I-SAL91"] == Reason("must_not")
    assert selection.excluded["I-SAL92"] == Reason("needs", {"needs": ["I-SAL91"]})


def test_running_work_stays_where_it_is_and_finished_work_is_not_repeated():
    g = question(SHOP, GAPS, constraints=constraints(started={"I-SAL91": 2}, done=("I-STR90",)))
    selection = chosen(g)
    assert starts(selection)["I-SAL91"] == 2
    assert "I-STR90" not in starts(selection)
    assert "I-STR90" not in selection.excluded


def test_every_unchosen_candidate_has_a_reason_in_money_of_the_client():
    """A claim earns 5 % of ¥1,000,000 for half of the staff, 11 months: 275,000 at its best, a tenth beside another.

    The ramp takes 4.5 months of it, at the mean weight 0.55 of two claims: 61,875.
    """
    known = catalogue(
        seller("I-SAL90", "Y0", cost=10_000),
        seller("I-SAL91", "Y1", cost=20_000),
        initiative("I-STR91", "B1→4 people", effort={"business": 3.0}),
        effects=[effect(change=exactly(0.05))],
        defaults=defaults(diminishing=(1.0, 0.1)),
    )
    gaps = [gap("Y0"), gap("Y1"), gap("B1")]
    selection = chosen(question(known, gaps, constraints=constraints(theta=0.0)))
    assert list(starts(selection)) == ["I-SAL90"]
    crowded = selection.excluded["I-SAL91"]
    assert crowded.code == "crowded_out"
    assert crowded.params["kpi"] == "conversion"
    assert crowded.params["value"] == (27_500 - 61_875 - 20_000 - 6_000) * YUAN
    assert crowded.params["alone"] == (275_000 - 61_875 - 20_000 - 6_000) * YUAN
    assert selection.excluded["I-STR91"] == Reason("negative_value", {"value": -18_000 * YUAN, "enables": True})


def test_a_short_budget_is_named_with_what_it_costs():
    known = catalogue(seller("I-SAL90", "Y1", cost=300_000), effects=[effect()])
    selection = chosen(question(known, [gap("Y1")], constraints=constraints(budget=100_000 * YUAN)))
    assert selection.excluded["I-SAL90"].code == "budget"
    assert selection.excluded["I-SAL90"].params["value"] > 0


def test_a_monthly_budget_is_not_carried_over():
    known = catalogue(seller("I-SAL90", "Y1", cost=100_000), effects=[effect()])
    monthly = constraints(budget_per_month=(50_000 * YUAN, 50_000 * YUAN, 100_000 * YUAN))
    assert starts(chosen(question(known, [gap("Y1")], constraints=monthly))) == {"I-SAL90": 2}
    short = constraints(budget_per_month=(60_000 * YUAN,) * 6)
    assert starts(chosen(question(known, [gap("Y1")], constraints=short))) == {}


def test_an_impossible_demand_names_the_smallest_conflict():
    limits = constraints(budget=100_000 * YUAN, must=("I-SAL93", "I-STR91"))
    selection = chosen(question(SHOP, GAPS, constraints=limits))
    assert selection.solution.status == "infeasible"
    assert selection.chosen == ()
    assert sorted(reason.code for reason in selection.conflicts) == ["budget", "must"]
    assert {reason.params.get("id") for reason in selection.conflicts} == {None, "I-SAL93"}


def test_a_demand_for_something_barred_names_the_rule():
    known = replace(SHOP, forbidden={"home": ("I-STR91",)})
    for limits in (constraints(must=("I-STR91",)), constraints(started={"I-STR91": 0})):
        selection = chosen(question(known, GAPS, constraints=limits))
        assert selection.solution.status == "infeasible"
        assert selection.conflicts[0] == Reason("must", {"id": "I-STR91"})
        assert selection.conflicts[1].code == "forbidden"
        assert selection.conflicts[1].params["id"] == "I-STR91"


STORES = [gap(f"Y{at}") for at in range(6)]


def test_at_most_three_changes_run_in_a_store_at_once():
    tools = [
        seller(f"I-SAL9{at}", f"Y{at}", months=2, touches_stores=True, cost=0, effort={"business": 0.5})
        for at in range(6)
    ]
    g = question(catalogue(*tools, effects=[effect()]), STORES, constraints=constraints(theta=1.0))
    plan = starts(chosen(g))
    assert len(plan) == 6
    for month in range(6):
        assert sum(start <= month < start + 2 for start in plan.values()) <= 3


def test_large_systems_start_three_months_apart():
    systems = [initiative(f"I-DIG9{at}", f"Y{at}→4 people", cost_band="C3") for at in range(3)]
    known = catalogue(*systems, defaults=defaults(choice_months=9, horizon_months=12))
    plan = sorted(starts(chosen(question(known, STORES[:3], constraints=constraints(theta=1.0)))).values())
    assert [b - a >= 3 for a, b in pairwise(plan)] == [True, True]


def test_peak_season_has_neither_starts_nor_go_lives_in_stores():
    known = catalogue(
        seller("I-SAL90", "Y0", touches_stores=True, months=2, cost=0),
        seller("I-SAL91", "Y1", cost=0),
        effects=[effect()],
    )
    g = question(known, STORES[:2], constraints=constraints(blackouts=(0, 2, 5)))
    assert starts(chosen(g)) == {"I-SAL90": 3, "I-SAL91": 0}


def test_readiness_gates_count_levels_not_their_sum():
    known = catalogue(
        initiative("I-STR90", "A1→3 people"),
        initiative("I-STR91", "A1→3 people"),
        initiative("I-STR92", "A1→4 people", months=3),
        seller("I-SAL90", "Y0", gates={"A1": 4.0}, cost=0),
        effects=[effect()],
    )
    gaps = [gap("A1", 2, 4), STORES[0]]
    g = question(known, gaps, {"A1": 2.0}, constraints=constraints(theta=1.0))
    assert starts(chosen(g))["I-SAL90"] == 3
    banned = question(known, gaps, {"A1": 2.0}, constraints=constraints(must_not=("I-STR92",), theta=0.0))
    reason = chosen(banned).excluded["I-SAL90"]
    assert reason == Reason("gate", {"area": "A1", "at_least": 4.0, "reached": 2.0})
    there = question(known, gaps, {"A1": 4.0}, constraints=constraints(theta=0.0))
    assert starts(chosen(there))["I-SAL90"] == 0


def test_exclusive_pairs():
    known = catalogue(
        seller("I-SAL90", "Y0", exclusive_with=("I-SAL91", "I-SAL99")),
        seller("I-SAL91", "Y1", cost=30_000),
        effects=[effect()],
    )
    selection = chosen(question(known, STORES[:2], constraints=constraints(theta=0.0)))
    assert list(starts(selection)) == ["I-SAL90"]
    assert selection.excluded["I-SAL91"] == Reason("exclusive", {"with": "I-SAL90"})


# The question put to the optimiser ----------------------------------------------------------------------------------


def test_module_fees_are_paid_once_and_not_for_what_is_there():
    parts = [module("M", 3, requires=("N",), yearly_fee=exactly(1200 * YUAN)), module("N", 3), module("O", 3)]
    known = catalogue(
        initiative("I-SAL90", "Y0→4 platform", module="M"),
        initiative("I-SAL91", "Y1→4 platform", module="M"),
        initiative("I-SAL92", "Y2→4 platform", module="O"),
        platforms={"p": platform(modules=parts)},
    )
    problem = choice_problem(valued(question(known, STORES[:3])), STORES[:3], known, constraints())
    assert [(fee.id, fee.fee_per_period) for fee in problem.modules] == [("M", 100 * YUAN / UNIT)]
    assert {o.id: o.modules for o in problem.options if o.id != PAID} == {
        "I-SAL90": ("M",),
        "I-SAL91": ("M",),
        "I-SAL92": (),
    }
    done = constraints(done=("I-SAL90",))
    assert choice_problem(valued(question(known, STORES[:3], constraints=done)), STORES[:3], known, done).modules == ()


def test_implied_precedence_is_left_out():
    known = catalogue(
        initiative("I-STR90", "A1→4 people"),
        initiative("I-STR91", "B1→4 people", ["I-STR90"]),
        initiative("I-STR92", "C1→4 people", ["I-STR90", "I-STR91"]),
    )
    problem = choice_problem(
        valued(question(known, [gap("C1")], {"A1": 1, "B1": 1})), [gap("C1")], known, constraints()
    )
    assert problem.precedence == (("I-STR90", "I-STR91"), ("I-STR91", "I-STR92"))


def test_pruning_leaves_out_what_no_best_plan_holds():
    known = catalogue(
        initiative("I-STR90", "A1→3 people"),  # closes nothing (target 4), earns nothing
        seller("I-SAL90", "Y0", cost=5_000_000),  # costs more than it can earn
        seller("I-SAL91", "Y1", ["I-STR91"], months=3),  # cannot be finished in time
        initiative("I-STR91", "B1→4 people", months=4),
        initiative("I-STR92", "C1→4 people", ["I-STR93"]),
        initiative("I-STR93", "D1→3 people"),  # earns nothing but opens one that closes a gap
        initiative("I-STR94", "E1→3 people"),  # demanded
        effects=[effect()],
    )
    gaps = [gap("A1", 2, 4), gap("Y0", 2, 5), gap("Y1"), gap("C1")]
    g = question(known, gaps, {"B1": 1, "D1": 1}, constraints=constraints(must=("I-STR94",)))
    problem = choice_problem(valued(g), gaps, known, g.constraints)
    found = pruned(problem)
    assert {ident: reason.code for ident, reason in found.items()} == {
        "I-STR90": "negative_value",
        "I-SAL90": "negative_value",
        "I-SAL91": "horizon",
        "I-STR91": "negative_value",
    }
    assert found["I-SAL90"].params["enables"] is False
    assert without(problem, found) == ("I-STR92", "I-STR93", "I-STR94")
    everything = chosen(g)
    assert list(starts(everything)) == ["I-STR93", "I-STR94", "I-STR92"]


@pytest.mark.parametrize("seed", range(6))
def test_pruning_never_costs_anything(seed: int):
    import random

    draw = random.Random(seed)
    tools = [
        seller(
            f"I-SAL9{at}",
            f"Y{at}",
            [f"I-SAL9{draw.randrange(at)}"] if at and draw.random() < 0.5 else [],
            cost=draw.choice([10_000, 300_000, 2_000_000]),
            months=draw.randint(1, 4),
        )
        for at in range(6)
    ]
    known = catalogue(*tools, effects=[effect(change=exactly(0.02))])
    gaps = [gap(f"Y{at}", 2, draw.choice([3, 5])) for at in range(6)]
    g = question(known, gaps, constraints=constraints(budget=draw.randint(1, 6) * 100_000 * YUAN))
    whole = choice_problem(valued(g), gaps, known, g.constraints)
    kept = without(whole, pruned(whole))
    less = choice_problem(valued(g), gaps, known, g.constraints, kept=kept)
    from roadmap.selection import select

    full, small = select(whole, 20, gap=0), select(less, 20, gap=0)
    assert small.value == pytest.approx(full.value, abs=1e-6)
    assert small.coverage is not None
    assert full.coverage is not None
    assert small.coverage.best == pytest.approx(full.coverage.best)


# Front-line adoption ------------------------------------------------------------------------------------------------


def adopting(**changes: Any) -> Catalogue:
    return catalogue(
        seller("I-SAL90", "Y0", cost=0),
        seller("I-SAL91", "Y1", cost=0),
        initiative("I-ORG95", "DIG5→4 people", effort={"business": 2.0}),
        initiative("I-DIG96", "DIG5→5 people", ["I-ORG95"], effort={"business": 2.0}),
        effects=[effect()],
        defaults=defaults(horizon_months=36, choice_months=12, **changes),
    )


def test_adoption_work_earns_its_keep():
    """It closes no gap and earns nothing itself, and yet it is chosen: the tools are used by more people."""
    hints = [Suggestion(ident, "silo", "s", "s") for ident in ("I-ORG95", "I-DIG96")]
    limits = constraints(theta=0.0)
    selection = chosen(question(adopting(), STORES[:2], {"DIG5": 2.0}, hints, constraints=limits))
    assert starts(selection) == {"I-SAL90": 0, "I-SAL91": 0, "I-ORG95": 0, "I-DIG96": 1}
    without_effect = replace(adopting(), effects={"sell": effect(change=exactly(0.0))})
    idle = chosen(question(without_effect, STORES[:2], {"DIG5": 2.0}, hints, constraints=limits))
    assert starts(idle) == {}
    assert idle.excluded["I-ORG95"].code == "negative_value"


def test_courses_of_adoption_work():
    gaps = [*STORES[:2], gap("DIG5", 2, 5)]
    g = question(adopting(), gaps, {"DIG5": 2.0})
    found = courses(valued(g), g.catalogue, g.constraints, sorted(g.catalogue.initiatives))
    assert found[0].finish_by == {}
    assert found[0].share == 0.3
    assert [dict(course.finish_by) for course in found[1:]] == [
        {"I-ORG95": 1},
        {"I-ORG95": 4},
        {"I-ORG95": 7},
        {"I-ORG95": 1, "I-DIG96": 2},
        {"I-ORG95": 4, "I-DIG96": 5},
        {"I-ORG95": 7, "I-DIG96": 8},
    ]
    shares = [course.share for course in found[1:]]
    assert shares[0] > shares[1] > shares[2] > 0.3
    assert shares[3] > shares[0]


def test_adoption_work_that_is_under_way_needs_no_deadline():
    gaps = [*STORES[:2], gap("DIG5", 3, 4)]
    limits = constraints(started={"I-ORG95": 0}, theta=0.0)
    selection = chosen(question(adopting(), gaps, {"DIG5": 3.0}, constraints=limits))
    assert Chosen("I-ORG95", 0) in selection.chosen


def test_adoption_work_that_comes_too_late_is_no_course():
    late = adopting(person_week=1)
    late = replace(late, defaults=replace(late.defaults, choice_months=1))
    g = question(late, [gap("DIG5", 2, 5)], {"DIG5": 2.0})
    found = courses(valued(g), g.catalogue, g.constraints, sorted(valued(g).proposal.candidates))
    assert [dict(course.finish_by) for course in found] == [{}, {"I-ORG95": 1}]


def test_adoption_work_without_people_for_it_is_not_demanded():
    gaps = [*STORES[:2], gap("DIG5", 3, 4)]
    known = adopting()
    busy = replace(known.initiatives["I-ORG95"], effort={"it": 2.0})
    known = replace(known, initiatives={**known.initiatives, "I-ORG95": busy})
    limits = constraints(capacity={"business": 9.0, "it": 0.0}, theta=0.0)
    selection = chosen(question(known, gaps, {"DIG5": 3.0}, constraints=limits))
    assert sorted(starts(selection)) == ["I-SAL90", "I-SAL91"]
    assert selection.excluded["I-ORG95"].code == "negative_value"


@pytest.mark.parametrize(("gaps", "kept"), [((0.0055, 0.001), 1), ((0.004, 0.001), 0)])
def test_a_gap_beyond_the_promise_is_searched_on(monkeypatch, gaps, kept):
    """The solver measures its gap in its own way: 0.5 % of its own can be 0.55 % of ours."""
    answers = [
        SelectionResult("feasible", 100.0, 100.0 * (1 + gap), gap, 1.0, "scip", reproducible=True) for gap in gaps
    ]
    asked = iter(answers)
    monkeypatch.setattr(choosing, "select", lambda *_, **__: next(asked))
    assert choosing.proven(None, 15.0) is answers[kept]


def test_a_finer_search_that_found_less_changes_nothing(monkeypatch):
    first = SelectionResult("feasible", 100.0, 101.0, 0.01, 1.0, "scip", reproducible=True)
    asked = iter([first, SelectionResult("feasible", 99.0, 99.1, 0.001, 1.0, "scip", reproducible=True)])
    monkeypatch.setattr(choosing, "select", lambda *_, **__: next(asked))
    assert choosing.proven(None, 15.0) is first
