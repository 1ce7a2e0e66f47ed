"""What initiatives bring and cost adds up to the plan's net benefit, and the stress line can be worked out again."""

import pytest

from reports.plan_sums import sums_of


@pytest.fixture
def sums(dossier):
    return dossier.snapshot.plan, sums_of(dossier.snapshot.plan, dossier.catalogue)


def test_each_initiative_adds_up(sums):
    plan, found = sums
    assert len(found.items) == len(plan.items)
    assert all(one.gross - one.once - one.running == one.net for one in found.items)
    assert {one.initiative: one.net for one in found.items} == {i.initiative: i.valuation.net.p50 for i in plan.items}


def test_the_initiatives_add_up_to_the_plan(sums):
    plan, found = sums
    total = found.total
    assert total.gross - total.once - total.running == total.net
    assert total.gross - found.overlap == plan.benefit.p50
    assert total.net - found.overlap - found.fees + found.rest == plan.net.p50


def test_the_stress_line_is_a_part_of_the_benefit_less_more_than_the_cost(sums):
    plan, found = sums
    stress = found.stress
    assert (stress.gross, stress.kept) == (plan.benefit.p50, plan.benefit.stress)
    assert (stress.benefit_factor, stress.cost_factor) == (0.44, 1.45)
    assert stress.raised == pytest.approx(stress.cost * 1.45, abs=2)
    assert stress.kept - stress.raised == stress.net == plan.net.stress
