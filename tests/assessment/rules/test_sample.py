"""The sample: consistent with itself, whole in both languages, and believable from the first answer to the plan."""

import re
from collections import Counter
from dataclasses import replace

import pytest

from assessment.facts import fill_facts
from assessment.inventory import acceptance, appraise
from assessment.needs import check_need, is_feature_only
from assessment.register_graph import register_figures
from assessment.samples import read_sample
from assessment.silos import find_silos
from assessment.situation import constraints_of, plan_input, suggestions_of
from assessment.wave import industry_of, read_wave
from questionnaires import applicable
from roadmap import make_plan

CHINESE = re.compile(r"[一-鿿]")


@pytest.fixture(scope="module")
def wave(pack, sample):
    return read_wave(sample.profile, sample.work, sample.needs, sample.targets, pack)


@pytest.fixture(scope="module")
def facts(pack, sample):
    industry = industry_of(sample.profile, pack)
    return fill_facts(sample.facts, pack.fact_definitions, industry, len(sample.work.stores))


@pytest.fixture(scope="module")
def resources(pack, sample, facts):
    return appraise(sample.resources, pack, industry_of(sample.profile, pack), facts)


@pytest.fixture(scope="module")
def silos(pack, sample):
    return find_silos(sample.systems, sample.flows, pack.silos)


def test_it_is_marked_as_a_sample(sample):
    assert sample.profile.sample
    assert (sample.profile.name, sample.profile.name_en) == ("禾屿家居", "Heyu Home")


def test_there_is_no_other_sample():
    with pytest.raises(KeyError):
        read_sample("atlantis")


def test_thirty_stores_in_three_strata_each_with_a_manager(sample):
    strata = Counter(s.stratum for s in sample.work.stores)
    assert (sum(strata.values()), len(strata)) == (30, 3)
    managers = {p.store: p.name for p in sample.work.people if p.kind == "manager"}
    assert managers == {s.id: s.manager for s in sample.work.stores}


def test_seven_named_executives_cover_all_roles_and_were_all_interviewed(pack, sample):
    executives = [p for p in sample.work.people if p.kind == "executive"]
    assert len(executives) == 7
    assert {role for p in executives for role in p.roles} == {r.id for r in pack.library.framework.roles}
    assert all((p.id, "executive") in sample.work.answers for p in executives)


def test_every_question_of_a_role_was_answered_by_somebody_who_holds_it(pack, sample):
    instrument = pack.library.instruments["executive"]
    for role in pack.library.framework.roles:
        holders = [p for p in sample.work.people if role.id in p.roles and p.kind == "executive"]
        asked = {q.id for q in applicable(instrument, [role.id]) if q.kind == "level" and q.capability}
        answered = {a for p in holders for a in sample.work.answers[p.id, "executive"]}
        assert asked <= answered, role.id


def test_28_forms_with_evidence_doubts_and_not_applicables(sample):
    forms = {p: a for (p, i), a in sample.work.answers.items() if i == "manager"}
    answers = [a for form in forms.values() for a in form.values()]
    assert len(forms) == 28
    assert {e for a in answers for e in a.evidence} == {"statement", "document", "screenshot", "photo_timed"}
    assert 0.05 < sum(a.reason == "dont_know" for a in answers) / len(answers) < 0.15
    declined = [a for a in answers if a.reason == "not_applicable"]
    assert len(declined) == 3
    assert all(a.na_reason for a in declined)
    assert {a.approver for a in sample.work.approvals} == {"周岚"}


def test_stores_were_visited_at_random_in_every_stratum_and_one_was_chosen(sample):
    strata = {s.id: s.stratum for s in sample.work.stores}
    ways = {v.store: v.selection for v in sample.work.visits}
    assert Counter(ways.values()) == {"random": 6, "chosen": 1}
    drawn = Counter(strata[s] for s, way in ways.items() if way == "random")
    assert set(drawn) == set(strata.values())
    assert min(drawn.values()) >= 2


def test_the_figures_agree_with_each_other(sample):
    given = {f.id: f.value for f in sample.facts}
    assert given["stores"] == len(sample.work.stores)
    assert given["tool_spend_year"] * 100 == sum(s.yearly_cost for s in sample.systems)
    assert given["members_total"] == next(s.members for s in sample.systems if s.main_member_system)
    assert given["members_dormant"] + given["members_active"] < given["members_total"]
    figures = register_figures(sample.systems, sample.flows)
    lever = next(x for n in sample.needs if n.id == "need-2" for x in n.levers if "主系统" in x.name)
    assert lever.current == f"{figures.main_share:.0%}"
    cases = next(r for r in sample.resources if r.type == "before_after_sites")
    assert f"{cases.utilisation:.0%}" in next(x for n in sample.needs for x in n.levers if "案例" in x.name).current


def test_fourteen_resources_of_all_five_classes_some_overlooked(sample, resources):
    assert len(resources) == len(sample.resources) == 14
    assert not any(acceptance(r) for r in sample.resources)
    assert {r.cls for r in sample.resources} == {"RC-M", "RC-E", "RC-C", "RC-K", "RC-X"}
    assert 5 <= sum(a.overlooked for a in resources) <= 11
    assert [a.resource.id for a in resources[:2]] == ["R01", "R02"]
    assert resources[0].leverage == pytest.approx(4.5 * 0.95 * 2 / 6)
    assert any(a.blocked for a in resources)
    assert any(not a.blocked for a in resources)


def test_owners_and_speakers_are_people_of_the_register(sample):
    names = {p.name for p in sample.work.people}
    said = {n.said_by for n in sample.needs} | {x.owner for n in sample.needs for x in n.levers}
    owners = {r.owner for r in sample.resources} | {s.owner for s in sample.systems}
    assert (said | owners) - {""} <= names


def test_five_needs_of_which_one_is_a_feature_only(pack, sample):
    assert len(sample.needs) == 5
    for need in sample.needs:
        assert check_need(need, pack.need_words, pack.library.framework.capabilities) == ()
        assert set(need.initiatives) <= set(pack.catalogue.initiatives)
    assert [n.id for n in sample.needs if is_feature_only(n)] == ["need-5"]


def test_the_register_has_silos_of_many_kinds(silos):
    assert {s.code for s in silos} >= {
        "silo.islands",
        "silo.members_outside",
        "silo.flows_by_hand",
        "silo.duplicate_tools",
        "silo.channel_unconnected",
        "silo.single_person",
        "silo.bought_unused",
    }


def printed(sample):
    """Return (Chinese, English) of everything of the sample a report or page prints."""
    yield from ((s.name, s.name_en) for s in sample.work.stores)
    yield from ((s.stratum, s.stratum_en) for s in sample.work.stores)
    yield from ((s.city, s.city_en) for s in sample.work.stores)
    yield from ((p.name, p.name_en) for p in sample.work.people)
    yield from ((p.title, p.title_en) for p in sample.work.people)
    yield from ((s.name, s.name_en) for s in sample.systems)
    yield from ((s.purpose, s.purpose_en) for s in sample.systems)
    yield from ((f.frequency, f.frequency_en) for f in sample.flows)
    yield from ((f.source, f.source_en) for f in sample.facts)
    for r in sample.resources:
        yield from ((r.name, r.name_en), (r.can_be_used, r.can_be_used_en), (r.helps, r.helps_en))
        yield from ((r.rights, r.rights_en), (r.note, r.note_en))
    for n in sample.needs:
        yield from ((n.request, n.request_en), (n.statement, n.statement_en), (n.flow, n.flow_en))
        yield from ((n.serves[key], n.serves_en.get(key, "")) for key in ("goal", "efficiency"))
        for x in n.levers:
            yield from ((x.name, x.name_en), (x.current, x.current_en), (x.target, x.target_en))
    texts = [sample.profile.confidentiality, sample.profile.policy_notes, *(t.reason for t in sample.targets)]
    yield from ((t.zh, t.en) for t in texts)


def test_everything_printed_exists_in_both_languages(sample):
    for zh, en in printed(sample):
        assert bool(zh) == bool(en), (zh, en)
        assert not CHINESE.search(en), en
        assert "," not in re.sub(r"\d,\d", "", zh), zh  # Chinese text has Chinese commas


def test_the_scores_are_believable_and_not_flattering(pack, wave):
    sheet = wave.sheet
    assert 35 < sheet.index.score * 100 < 45
    assert (sheet.attained.level, sheet.attained.binding.code) == (2, "cut")
    assert sheet.index.claimed > sheet.index.score  # some say more than they can show
    scores = {d.id: sheet.nodes[d.id].score for d in pack.library.framework.dimensions}
    assert min(scores, key=lambda d: scores[d]) == "RES"
    assert all(s.state == "scored" for s in sheet.capabilities.values())
    assert {r.code for r in sheet.warnings} == {"forms_indicative", "na_unapproved", "not_communicated"}


def test_executives_and_stores_see_different_companies(wave):
    gaps = {s.id: s.gap for s in wave.sheet.capabilities.values() if s.gap and s.gap.called}
    assert gaps["ORG3"].delta >= 1  # a rule on paper that stores never got
    assert gaps["RES5"].delta <= -1  # cases the stores keep and head office does not know


def test_coverage(wave):
    covered = wave.coverage
    assert (covered.stores, covered.forms_asked, covered.forms_returned) == (30, 30, 28)
    assert (covered.executives, covered.visits, covered.documents) == (7, 7, 17)
    assert covered.missing_forms == ("S26", "S29")
    assert covered.by_stratum["加盟"] == (10, 12)


def test_the_most_urgent_gaps_are_those_the_needs_speak_of(wave):
    assert [g.capability for g in wave.gaps[:2]] == ["SAL2", "SAL3"]
    assert {g.capability for g in wave.gaps[:10]} >= {"RES1", "RES2", "RES5", "RES7"}
    assert all(g.size >= 0.5 for g in wave.gaps)


def test_the_whole_chain_ends_in_a_plan(pack, sample, wave, facts, resources, silos):
    suggestions = suggestions_of(wave.sheet, resources, silos, sample.needs, pack)
    assert {s.kind for s in suggestions} == {"need", "resource", "silo", "perception"}
    assert {s.initiative for s in suggestions} <= set(pack.catalogue.initiatives)
    limits = constraints_of(sample.profile, pack.catalogue.defaults, sample.as_of)
    given = plan_input(sample.profile, wave.sheet, wave.gaps, suggestions, facts, limits, pack)
    plan = make_plan(replace(given, draws=1000, time_limit=3.0))
    assert len(plan.items) >= 8
    assert plan.one_off <= sample.profile.budget
    assert plan.start >= sample.profile.start
    barred = pack.catalogue.forbidden.get("home", ())
    assert not {i.initiative for i in plan.items} & set(barred)
    assert plan.net.p10 < plan.net.p50 < plan.net.p90
    assert plan.net.stress < plan.net.p10
