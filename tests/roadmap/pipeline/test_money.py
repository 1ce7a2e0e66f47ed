"""The money of a plan: overlaps, caps, adoption, fees, running work, pay-back."""

from dataclasses import replace
from typing import Any

import pytest

from roadmap import make_plan, propose, value
from roadmap.initiatives import Catalogue, Range
from roadmap.money import PlanMoney, plan_money
from roadmap.plan import Money
from roadmap.valuation.resting import share_left, weak_facts
from tests.roadmap.pipeline.little import (
    YUAN,
    catalogue,
    constraints,
    defaults,
    effect,
    exactly,
    facts,
    gap,
    initiative,
    module,
    platform,
    question,
)

GAPS = [gap("Y0"), gap("Y1"), gap("Y2"), gap("DIG5", 3, 4)]


def seller(at: int, **changes: Any) -> Any:
    fields: dict[str, Any] = {"effect": "sell", "effort": {"business": 0.0}, **changes}
    return initiative(f"I-SAL9{at}", f"Y{at}→4 people", **fields)


def counted(known: Catalogue, starts: dict[str, int], draws: int = 100, **changes: Any) -> PlanMoney:
    g = question(known, GAPS, {"DIG5": 3.0}, constraints=constraints(**changes))
    proposal = propose(g.gaps, g.standing, (), known, g.industry, "p", g.constraints)
    valued = value(proposal, known, g.facts, g.industry, g.standing, g.constraints, draws=draws)
    return plan_money(starts, valued, known, g.facts, g.industry, g.constraints)


LAST = slice(3, 4)


def test_effects_on_one_parameter_combine_with_falling_weights():
    """10 % each for half the staff is 50,000 a month; three of them 50,000 × (1 + 0.7 + 0.5), here in the last month."""
    known = catalogue(seller(0), seller(1), seller(2), effects=[effect()], defaults=defaults(horizon_months=12))
    one = counted(known, {"I-SAL90": 0})
    three = counted(known, {"I-SAL90": 0, "I-SAL91": 0, "I-SAL92": 0})
    assert three.benefit.p50 == pytest.approx(one.benefit.p50 * 2.2, abs=2)
    alone = sum(valuation.benefit.p50 for valuation in three.valuations.values())
    assert alone == 3 * one.benefit.p50
    assert three.d_share == 0.0


def test_the_largest_claim_has_the_first_weight_whatever_the_order():
    known = catalogue(
        seller(0, effect="less"),
        seller(1, effect="more"),
        effects=[effect("less", change=exactly(0.02)), effect("more", change=exactly(0.08))],
    )
    both = counted(known, {"I-SAL90": 0, "I-SAL91": 0})
    only = counted(known, {"I-SAL91": 0})
    assert both.benefit.p50 == pytest.approx(only.benefit.p50 * (0.08 + 0.7 * 0.02) / 0.08, abs=2)


def test_the_cap_holds_for_all_together():
    """Two effects of 30 % reach 25 % at full adoption: never more than 250,000 a month."""
    known = catalogue(
        seller(0),
        seller(1),
        effects=[effect(change=exactly(0.3))],
        defaults=defaults(adoption={1: 1.0, 5: 1.0}, horizon_months=18),
    )
    found = counted(known, {"I-SAL90": 0, "I-SAL91": 0})
    assert found.quarters[-1].benefit.p50 == 3 * 250_000 * YUAN


def test_adoption_follows_the_plans_own_work_on_it():
    known = catalogue(
        seller(0),
        initiative("I-ORG95", "DIG5→5 people", effort={"business": 0.0}),
        effects=[effect()],
        defaults=defaults(horizon_months=24, adoption_reached=exactly(1.0)),
    )
    without = counted(known, {"I-SAL90": 0})
    with_work = counted(known, {"I-SAL90": 0, "I-ORG95": 3})
    assert with_work.quarters[0].benefit == without.quarters[0].benefit
    assert with_work.quarters[-1].benefit.p50 == 2 * without.quarters[-1].benefit.p50
    later = counted(known, {"I-SAL90": 0, "I-ORG95": 6})
    assert without.benefit.p50 < later.benefit.p50 < with_work.benefit.p50


def test_how_far_adoption_work_gets_is_one_uncertainty_for_all():
    """From half of the staff to all of them, or nowhere: with effects that are certain, this alone makes the range."""
    known = catalogue(
        seller(0),
        seller(1),
        initiative("I-ORG95", "DIG5→5 people", effort={"business": 0.0}),
        effects=[effect()],
        defaults=defaults(horizon_months=24),
    )
    found = counted(known, {"I-SAL90": 0, "I-SAL91": 0, "I-ORG95": 0}, 4000)
    last = found.quarters[-1].benefit
    nothing = 3 * 50_000 * 1.7 * YUAN
    assert nothing < last.p10 < last.p50 < last.p90 < 2 * nothing
    level = 3 + 2 * 0.5**0.5  # in the median; the table has 0.8 at level 4 and 1 at level 5
    assert last.p50 == pytest.approx(nothing * 2 * (0.8 + 0.2 * (level - 4)), rel=0.01)
    assert found.valuations["I-SAL90"].benefit.p10 < found.valuations["I-SAL90"].benefit.p90


def test_module_fees_are_paid_once_from_the_first_use_on():
    parts = [
        module("M", 3, requires=("N",), yearly_fee=exactly(1200 * YUAN)),
        module("N", 3, yearly_fee=exactly(600 * YUAN)),
    ]
    known = catalogue(
        initiative("I-SAL90", "Y0→4 platform", module="M", effort={"business": 0.0}),
        initiative("I-SAL91", "Y1→4 platform", module="M", effort={"business": 0.0}),
        platforms={"p": platform(modules=parts)},
    )
    found = counted(known, {"I-SAL90": 4, "I-SAL91": 2})
    assert found.net.p50 == -10 * (100 + 50) * YUAN
    assert counted(known, {"I-SAL91": 2}, done=("I-SAL90",)).net.p50 == 0


def test_what_was_paid_before_the_plan_is_sunk():
    known = catalogue(seller(0, months=4, one_off=exactly(40_000 * YUAN), effect=None))
    assert counted(known, {"I-SAL90": 0}).net.p50 == -40_000 * YUAN
    assert counted(known, {"I-SAL90": -3}, started={"I-SAL90": -3}).net.p50 == -10_000 * YUAN
    assert counted(known, {"I-SAL90": -6}, started={"I-SAL90": -6}).net.p50 == 0


def test_money_is_discounted_in_the_totals_and_not_in_the_quarters():
    known = catalogue(seller(0, effect=None, yearly=exactly(12_000 * YUAN)), defaults=defaults(discount_per_year=0.10))
    found = counted(known, {"I-SAL90": 0})
    assert sum(quarter.cost for quarter in found.quarters) == 11_000 * YUAN
    rate = 1.1 ** (1 / 12)
    assert found.net.p50 == pytest.approx(-sum(1000 * YUAN / rate**month for month in range(1, 12)), abs=2)


def test_a_plan_that_never_pays_back_says_so():
    known = catalogue(seller(0, one_off=exactly(9_000_000 * YUAN)), effects=[effect()])
    found = counted(known, {"I-SAL90": 0})
    assert (found.payback_month, found.stress_payback_month) == (None, None)


def test_a_plan_of_nothing_is_worth_nothing():
    found = counted(catalogue(seller(0), effects=[effect()]), {})
    assert found.net == Money(0, 0, 0, 0)
    assert (found.one_off, found.d_share, found.payback_month) == (0, 0.0, 1)


def test_ranges_come_from_seeded_draws():
    known = catalogue(seller(0), effects=[effect(change=Range(0.02, 0.05, 0.10), grade="D")])
    one, again = counted(known, {"I-SAL90": 0}, 4000), counted(known, {"I-SAL90": 0}, 4000)
    assert one == again
    assert one.benefit.p10 < one.benefit.p50 < one.benefit.p90
    assert one.benefit.stress == pytest.approx(0.44 * one.benefit.p50, abs=1)
    assert one.d_share == 1.0


def test_one_more_item_leaves_the_draws_of_the_others_alone():
    known = catalogue(seller(0), seller(1), effects=[effect(change=Range(0.02, 0.05, 0.10))])
    alone, beside = counted(known, {"I-SAL90": 0}), counted(known, {"I-SAL90": 0, "I-SAL91": 3})
    assert alone.valuations["I-SAL90"] == beside.valuations["I-SAL90"]


def test_share_on_grade_d_is_weighted_by_benefit():
    known = catalogue(
        seller(0, effect="firm"),
        seller(1, effect="loose"),
        effects=[effect("firm", change=exactly(0.06)), effect("loose", change=exactly(0.02), grade="D")],
    )
    assert counted(known, {"I-SAL90": 0, "I-SAL91": 0}).d_share == pytest.approx(0.25)


def test_variable_cost_follows_adoption_and_not_the_ramp():
    """5 % of 24 million and of the 10 % gained, for half of the staff, in 11 months of the year."""
    known = catalogue(seller(0), effects=[effect(variable_cost={"discount": exactly(0.05)})])
    found = counted(known, {"I-SAL90": 0})
    assert sum(quarter.cost for quarter in found.quarters) == pytest.approx(0.05 * 1.1 * 24e6 / 12 * 11 * 0.5 * YUAN)


def test_catalogue_without_draws_of_its_own_uses_the_given_number():
    known = catalogue(seller(0), effects=[effect()])
    g = question(known, GAPS, {"DIG5": 3.0})
    proposal = propose(g.gaps, g.standing, (), known, g.industry, "p", g.constraints)
    assert value(proposal, known, g.facts, g.industry, g.standing, g.constraints).draws == known.defaults.draws
    few = replace(known, defaults=defaults(draws=1500))
    assert value(proposal, few, g.facts, g.industry, g.standing, g.constraints).draws == 1500


def test_a_plan_of_costs_alone_rests_on_planning_defaults():
    """Nothing is earned, so the P50 is effort and prices; before, such a loss was said to rest on no default at all."""
    known = catalogue(initiative("I-STR90", "Y0→4 people"), effects=[effect()])
    found = counted(known, {"I-STR90": 0})
    assert found.net.p50 < 0
    assert found.d_share == 1.0


def test_the_facts_that_most_of_the_profit_hangs_on_come_first():
    """One item sells, one saves on tools: each hangs on its own guess, and a known guess hangs nothing any more."""
    saved = effect("save", "tool_spend_year", change=exactly(-0.2))
    known = catalogue(seller(0), seller(1, effect="save"), effects=[effect(), saved])
    plain = facts(tool_spend_year=900_000.0 * YUAN)
    weak = replace(
        plain,
        values={
            **plain.values,
            **{k: replace(plain.values[k], grade="D") for k in ("gross_margin", "tool_spend_year")},
        },
    )
    asked = question(known, GAPS, {"DIG5": 3.0}, facts=weak, constraints=constraints(theta=0.0), draws=100)
    plan = make_plan(asked)
    sells, saves = (item.valuation.benefit.p50 for item in sorted(plan.items, key=lambda item: item.initiative))
    share = sells / (sells + saves)
    found = weak_facts(plan, known, weak, asked.industry)
    assert [one.fact for one in found] == (
        ["gross_margin", "tool_spend_year"] if share > 0.5 else ["tool_spend_year", "gross_margin"]
    )
    assert {one.fact: one.share for one in found} == pytest.approx(
        {"gross_margin": share, "tool_spend_year": 1 - share}
    )
    assert plan.d_share == share_left(plan, known, weak, asked.industry) == 1.0
    assert share_left(plan, known, weak, asked.industry, frozenset({"tool_spend_year"})) == pytest.approx(share)
    assert weak_facts(plan, known, plain, asked.industry) == ()
