"""The second sample: a small chain on the core 26, consistent with itself and through the same rules as the first."""

import re
from dataclasses import replace

import pytest

from assessment.facts import fill_facts
from assessment.inventory import acceptance, appraise
from assessment.needs import check_need, is_feature_only
from assessment.register_graph import register_figures
from assessment.samples import read_sample, sample_names
from assessment.silos import find_silos
from assessment.situation import constraints_of, plan_input, suggestions_of
from assessment.wave import industry_of, read_wave
from questionnaires import scope_of
from roadmap import make_plan
from roadmap.valuation.business import business

CHINESE = re.compile(r"[一-鿿]")
YUAN = 100


@pytest.fixture(scope="module")
def fnb(pack):
    return read_sample("fnb", pack)


@pytest.fixture(scope="module")
def wave(pack, fnb):
    return read_wave(fnb.profile, fnb.work, fnb.needs, fnb.targets, pack)


@pytest.fixture(scope="module")
def facts(pack, fnb):
    return fill_facts(fnb.facts, pack.fact_definitions, industry_of(fnb.profile, pack), len(fnb.work.stores))


@pytest.fixture(scope="module")
def resources(pack, fnb, facts):
    return appraise(fnb.resources, pack, industry_of(fnb.profile, pack), facts)


def test_it_is_a_sample_beside_the_first():
    assert sample_names() == ("home", "fnb")


def test_six_own_stores_of_one_kind_on_the_core(pack, fnb, wave):
    assert (fnb.profile.sample, fnb.profile.scope, fnb.profile.name_en) == (True, "core", "Maixiang Bakery")
    assert len(fnb.work.stores) == 6
    assert {(s.ownership, s.stratum) for s in fnb.work.stores} == {("own", "直营")}
    assert set(wave.sheet.capabilities) == set(scope_of(pack.library.framework, "core"))


def test_who_was_asked_and_who_answered(fnb, wave):
    forms = [(person, form) for person, form in fnb.work.answers]
    assert ("P01", "short") in forms  # the founder holds four roles: one talk
    assert ("P02", "executive") in forms
    assert (wave.coverage.forms_returned, wave.coverage.forms_asked) == (5, 6)
    assert wave.coverage.missing_forms == ("S06",)
    assert (wave.coverage.guides_returned, wave.coverage.visits) == (7, 3)


def test_what_does_not_apply_hands_its_weight_on(wave):
    signals = wave.sheet.capabilities["SAL2"]
    assert signals.state == "not_applicable"  # a counter: nobody follows customers up one by one
    assert "na_unapproved" not in {r.code for r in wave.sheet.warnings}
    assert wave.sheet.nodes["SAL"].score is not None


def test_the_figures_agree_with_each_other(fnb, facts):
    given = {f.id: f.value for f in fnb.facts}
    year = business(facts, repeat=True)
    sales = (year.sales_new + year.sales_members) / YUAN
    by_members = given["members_active"] * given["member_purchases_per_year"]
    assert sales == pytest.approx(14_000_000, rel=0.01)
    assert by_members / (by_members + year.orders) == pytest.approx(given["member_order_share"], abs=0.005)
    kept = given["members_active"] * given["member_retention"] + year.orders * given["enrolment_rate"]
    assert kept == pytest.approx(given["members_active"], rel=0.03)  # the base neither melts nor explodes
    staff_and_rent = 6 * (given["store_labour_cost_year"] + 330_000) + 1_600_000
    left = year.profit / YUAN - staff_and_rent - given["acquisition_spend_year"] - given["tool_spend_year"]
    assert 0.03 < left / sales < 0.045
    assert given["tool_spend_year"] * YUAN == sum(s.yearly_cost for s in fnb.systems)
    assert given["members_total"] == next(s.members for s in fnb.systems if s.main_member_system)
    assert given["members_dormant"] + given["members_active"] < given["members_total"]
    assert register_figures(fnb.systems, fnb.flows).main_share == pytest.approx(0.59, abs=0.005)


def test_resources_of_all_five_classes_most_of_them_overlooked(fnb, resources):
    assert len(resources) == len(fnb.resources) == 12
    assert not any(acceptance(r) for r in fnb.resources)
    assert {r.cls for r in fnb.resources} == {"RC-M", "RC-E", "RC-C", "RC-K", "RC-X"}
    assert 5 <= sum(a.overlooked for a in resources) <= 9
    assert "PREP" in {flag for a in resources for flag in a.resource.flags}  # stored value


def test_three_needs_and_a_parked_wish(pack, fnb):
    for need in fnb.needs:
        assert check_need(need, pack.need_words, pack.library.framework.capabilities) == ()
    assert [n.id for n in fnb.needs if is_feature_only(n)] == ["need-4"]


def test_everybody_named_is_in_the_register(fnb):
    names = {p.name for p in fnb.work.people}
    said = {n.said_by for n in fnb.needs} | {x.owner for n in fnb.needs for x in n.levers}
    owners = {r.owner for r in fnb.resources} | {s.owner for s in fnb.systems}
    assert (said | owners | set(fnb.consultants)) - {""} <= names


def test_english_readers_meet_no_chinese(fnb):
    texts = [p.name_en for p in fnb.work.people] + [s.name_en + s.purpose_en for s in fnb.systems]
    texts += [s.name_en + s.city_en + s.stratum_en for s in fnb.work.stores] + [f.source_en for f in fnb.facts]
    texts += [r.name_en + r.can_be_used_en + r.helps_en + r.rights_en + r.note_en for r in fnb.resources]
    texts += [n.request_en + n.statement_en + n.flow_en for n in fnb.needs]
    assert not [text for text in texts if CHINESE.search(text)]


def test_the_scores_do_not_flatter(wave):
    assert 18 < wave.sheet.index.score * 100 < 28
    assert wave.sheet.attained.level == 2
    ahead = {c for c, s in wave.sheet.capabilities.items() if s.gap and s.gap.called and s.gap.delta >= 1}
    assert ahead >= {"MEM7", "ORG3"}  # benefits on paper, and a promise about online sales
    assert wave.gaps[0].capability == "BIZ2"  # delivery orders are typed twice


def test_a_plan_a_small_firm_can_carry_and_that_does_not_pay_at_once(pack, fnb, wave, facts, resources):
    silos = find_silos(fnb.systems, fnb.flows, pack.silos)
    suggestions = suggestions_of(wave.sheet, resources, silos, fnb.needs, pack)
    limits = constraints_of(fnb.profile, pack.catalogue.defaults, fnb.as_of)
    given = plan_input(fnb.profile, wave.sheet, wave.gaps, suggestions, facts, limits, pack)
    plan = make_plan(replace(given, draws=1000, time_limit=60.0))
    assert 10 <= len(plan.items) <= 24
    assert plan.one_off <= fnb.profile.budget
    assert {i.initiative for i in plan.items} >= {"I-STR01", "I-OPS07"}
    assert plan.person_weeks < 38  # six stores: the part done store by store is a fifth of that of thirty
    assert sum(q.net.p50 for q in plan.quarters[:4]) < 0  # the first year loses money
    assert plan.net.stress < 0  # and at 44 % of the benefit the whole plan does
    assert plan.net.p90 < 0.03 * 36 / 12 * 14_000_000 * YUAN  # never more than three per cent of sales a year
    assert plan.indication_only
