"""The profit range unfolds: steps that add up, and what each initiative claims."""

from dataclasses import replace

from reports.plan_figures import waterfall
from web.components.bilingual import Bilingual
from web.pages.roadmap.derivation import derivation_of


def test_the_steps_are_those_of_the_report_and_end_at_the_median(dossier):
    plan, p = dossier.snapshot.plan, Bilingual(dossier)
    spec = waterfall(p.zh, plan)
    assert sum(round(change.amount) for change in spec.changes) == plan.net.p50
    found = derivation_of(dossier)
    assert [step.name.zh for step in found.steps] == [*(change.label for change in spec.changes), spec.net_label]
    assert found.steps[-1].amount == p.money(plan.net.p50)


def test_the_initiatives_add_up_to_the_plan_and_what_does_not_is_named(dossier):
    found, plan, p = derivation_of(dossier), dossier.snapshot.plan, Bilingual(dossier)
    assert len(found.sums) == len(plan.items) + 5
    assert [line.total for line in found.sums[-5:]] == [True, False, False, False, True]
    assert found.sums[-1].net == p.money(plan.net.p50)
    assert found.sums[-1].gross == p.money(plan.benefit.p50)


def test_the_stress_line_can_be_worked_out_again(dossier):
    benefit, cost, net = derivation_of(dossier).stress
    assert ("0.44" in benefit.name.zh, "1.45" in cost.name.en) == (True, True)
    assert net.amount == Bilingual(dossier).money(dossier.snapshot.plan.net.stress)


def test_every_item_either_claims_or_is_named_as_enabling(dossier):
    found, items = derivation_of(dossier), dossier.snapshot.plan.items
    earning = [item for item in items if item.valuation.benefit.p90 > 0]
    assert len(found.claims) == len(earning)
    worth = {item.initiative: item.valuation.benefit.p50 for item in earning}
    shown = [worth[line.id] for line in found.claims]
    assert shown == sorted(shown, reverse=True)
    assert f"{len(items) - len(earning)} " in found.enabling.en


def test_a_claim_says_effect_reach_ramp_and_worth(dossier):
    line = derivation_of(dossier).claims[0]
    effect = dossier.catalogue.effects[dossier.catalogue.initiatives[line.id].effect]
    assert effect.name.zh in line.effect.zh
    assert effect.grade in line.effect.en
    assert all((line.reach.zh, line.ramp.en, line.month.zh, line.worth.en))


def test_a_plan_outlives_a_renamed_initiative(dossiers, dossier):
    named = derivation_of(dossier).claims[0].id
    without = {k: v for k, v in dossier.catalogue.initiatives.items() if k != named}
    line = derivation_of(dossiers.dossier(catalogue=replace(dossier.catalogue, initiatives=without)))
    assert line.shown


def test_without_a_plan_the_drawer_stays_closed(empty):
    assert not derivation_of(empty).shown
