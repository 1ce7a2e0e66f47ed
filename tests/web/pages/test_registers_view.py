"""People, resources, facts, systems, reports and the list of engagements as data; their forms read strictly."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from assessment.engagement import Person, Store, System
from assessment.engagements import EngagementCard
from assessment.errors import InvalidInput, Problem
from assessment.facts import GivenFact
from assessment.grades import GRADES
from assessment.invitations import Invitation
from assessment.jobs import Job
from assessment.responses import Response
from questionnaires.locale_text import LocaleText
from roadmap.situation import Fact
from web.components.jobs import job_view
from web.components.posted import Posted, problem_lines
from web.pages.facts.systems import systems_of
from web.pages.facts.view import fact_conflict, fact_from, facts_of
from web.pages.home.view import card_of, home_of
from web.pages.people.responses import Known
from web.pages.people.view import people_of, roles_of
from web.pages.profile.differences import conflict_of as profile_conflict
from web.pages.profile.view import form_of as profile_form
from web.pages.profile.view import profile_from
from web.pages.report.view import report_of
from web.pages.resources.form import form_of as resource_form
from web.pages.resources.form import resource_from, with_class
from web.pages.resources.view import panel_of, resources_of
from web.storage import content

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
DAY = NOW.date()


def engagement_card(**changes):
    base = EngagementCard("e1", "禾屿家居", "Heyu Home", "home", True, False, 30, 28, 30, "track", 37.4, 2, 3, 22, NOW)
    return replace(base, **changes)


@pytest.mark.parametrize(
    ("changes", "following"),
    [
        ({"forms_asked": 0}, "导入门店和人员"),
        ({"index": None}, "收回问卷，或导入答案"),
        ({"items_total": 0}, "生成路线图"),
        ({}, "催回 2 份门店表单"),
        ({"forms_returned": 30}, "更新剩下的 19 项举措"),
    ],
)
def test_a_card_says_what_is_next(changes, following):
    card = card_of(engagement_card(**changes), {})
    assert card.next.zh == following


def test_a_card_names_the_client_in_both_languages():
    card = card_of(engagement_card(name_en=""), {"home": LocaleText("家居", "Home")})
    assert card.client.en == "禾屿家居"
    assert card.about.zh == "家居 · 30 店"
    assert (card.index.zh, card.level, card.returned) == ("37.4", 2, "93%")
    assert not home_of([], {}, may_create=False, searching=True).cards


def people_page(dossier, forms=(), links=(), *, open_=True):
    people = (
        *dossier.people,
        Person("m1", "石磊", "manager", store="S29"),
        Person("m2", "刘芳", "manager", store="S01"),
    )
    known = Known({f.person: f for f in forms}, {i.person: i for i in links}, open_)
    lists = dossier.framework.code_lists
    return people_of("e1", roles_of(dossier), lists, dossier.stores, people, known, dossier.coverage, NOW)


def response(person, **changes):
    base = Response(person, "manager", None, None, None, False, 0, 26, None)
    return replace(base, **changes)


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({}, "open"),
        ({"revoked": True}, "revoked"),
        ({"invited": NOW, "expires": NOW + timedelta(days=9)}, "invited"),
        ({"invited": NOW, "expires": NOW - timedelta(days=1)}, "expired"),
        ({"invited": NOW, "expires": NOW + timedelta(days=9), "opened": NOW}, "opened"),
        ({"answered": 5}, "begun"),
        ({"answered": 26, "submitted": NOW}, "submitted"),
    ],
)
def test_how_far_a_form_is(dossier, changes, state):
    page = people_page(dossier, [response("m1", **changes)])
    row = next(row for row in page.people if row.id == "m1")
    assert row.state == state


def test_a_link_is_shown_while_it_works(dossier):
    link = Invitation("i1", "m1", "manager", "secret-token", NOW, NOW + timedelta(days=9))
    page = people_page(dossier, [response("m1")], [link])
    assert next(row for row in page.people if row.id == "m1").link == "/a/secret-token"
    old = replace(link, expires=NOW)
    assert next(row for row in people_page(dossier, [], [old]).people if row.id == "m1").link == ""


def test_a_reader_without_the_right_sees_no_states(dossier):
    page = people_page(dossier, open_=False)
    assert {row.state for row in page.people if row.code} == {"hidden"}


def test_those_still_to_answer_come_first(dossier):
    page = people_page(dossier, [response("m2", submitted=NOW), response("m1")])
    assert [row.id for row in page.people if row.kind == "manager"] == ["m1", "m2"]
    assert page.title.zh == "还差 2 份门店表单，共 30 份"
    assert page.uninvited == 1


def test_resources_stand_in_the_order_of_the_index_they_show(dossier):
    page = resources_of(dossier)
    shown = [float(row.leverage.zh) for row in page.rows]
    assert shown == sorted(shown, reverse=True)
    assert [row.number for row in page.rows] == list(range(1, len(page.rows) + 1))
    assert sum(count.n for count in page.classes) == len(page.rows)
    assert panel_of(dossier, page.rows[0].id).can.zh
    said = [row.leads.zh for row in page.rows] + [
        lead.zh for row in page.rows for lead in panel_of(dossier, row.id).leads
    ]
    assert all("方案里" in text or "已经具备" in text for text in said if text != "待定")
    assert any("（在方案里：第" in text for text in said)
    assert not panel_of(dossier, "none").shown


def resource_post(**changes):
    form = {
        "name.zh": "老业主", "cls": "RC-M", "type": next(iter(content().resource_types)), "can.zh": "店长,本季度,有授权",
        "helps.zh": "愿意替我们说话", "moment.refer": "on", "named.store": "on", "part.reach": "4", "part.relevance": "5",
        "part.trust": "5", "part.margin": "3", "effort": "1", "use": "12.5", "ready.identified": "on",
    }  # fmt: skip
    return {**form, **changes}


def test_a_resource_is_read_from_its_form():
    made = resource_from(resource_post(), content(), "R1")
    assert (made.name, made.utilisation, made.effort) == ("老业主", 0.125, 1)
    assert made.value_parts == {"reach": 4, "relevance": 5, "trust": 5, "margin": 3}
    assert made.moments == ("refer",)
    again = resource_form(content(), "home", made)
    assert (again.use, again.name.zh, again.shown) == ("12.5", "老业主", True)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"can.zh": " "}, "can.zh"),
        ({"helps.zh": ""}, "helps.zh"),
        ({"moment.refer": ""}, "moment"),
        ({"named.store": ""}, "named"),
        ({"use": "120"}, "use"),
        ({"use": "viel"}, "use"),
        ({"part.reach": "6"}, "part.reach"),
        ({"part.reach": "2.5"}, "part.reach"),
        ({"cls": "RC-Z"}, "cls"),
        ({"name.zh": "长" * 121}, "name.zh"),
    ],
)
def test_a_resource_that_fails_a_check_is_refused_by_field(changes, field):
    with pytest.raises(InvalidInput) as caught:
        resource_from(resource_post(**changes), content(), "R1")
    assert field in {problem.where for problem in caught.value.problems}


def test_problems_are_told_with_the_labels_of_the_page():
    lines = problem_lines(
        InvalidInput((Problem("can.zh", LocaleText("要填", "is needed")), Problem("x", LocaleText("甲", "A"))))
    )
    assert [line.field.zh for line in lines] == ["能用吗：谁、几时、凭什么", "x"]


def test_facts_mark_what_is_assumed(dossier):
    given = [GivenFact("conversion", 0.22, "A", "2025", "收银"), GivenFact("ticket", None)]
    page = facts_of(dossier, content(), given)
    rows = {row.id: row for row in page.rows}
    assert (rows["conversion"].value.zh, rows["conversion"].entry, rows["conversion"].assumed) == ("22%", "22", False)
    assert rows["enrolment_rate"].assumed
    assert rows["enrolment_rate"].source.zh == "行业默认值：家居家装"
    assert page.assumed == sum(row.assumed for row in page.rows)


def test_a_fact_is_read_in_the_unit_it_is_typed_in():
    facts = content().fact_definitions
    form = {"value": "22.5", "grade": "B", "source.zh": "收银"}
    assert fact_from(form, facts["conversion"], DAY).value == 0.225
    assert fact_from({**form, "value": "35%"}, facts["conversion"], DAY).value == 0.35
    assert fact_from({**form, "value": "０.４％"}, facts["conversion"], DAY).value == 0.004
    assert fact_from({**form, "value": "28,600"}, facts["ticket"], DAY).value == 28600
    assert fact_from({"value": "", "grade": "D"}, facts["ticket"], DAY).value is None


@pytest.mark.parametrize(
    "form",
    [
        {"value": "120", "grade": "B", "source.zh": "x"},
        {"value": "-1", "grade": "B", "source.zh": "x"},
        {"value": "nan", "grade": "B", "source.zh": "x"},
        {"value": "5", "grade": "E", "source.zh": "x"},
        {"value": "5", "grade": "A", "source.zh": ""},
        {"value": "5", "grade": "", "source.zh": "x"},
        {"value": "0.35", "grade": "B", "source.zh": "x"},
        {"value": "5", "grade": "B", "source.zh": "x", "period": "last year sometime"},
        {"value": "5", "grade": "B", "source.zh": "x", "period": "2026-13"},
        {"value": "5", "grade": "B", "source.zh": "x", "period": "2099"},
    ],
)
def test_a_fact_without_sense_or_source_is_refused(form):
    with pytest.raises(InvalidInput):
        fact_from(form, content().fact_definitions["conversion"], DAY)


@pytest.mark.parametrize(
    ("ident", "typed", "wrong"),
    [
        ("visits_per_store_month", "90000000000", "最多 200,000"),
        ("members_active", "999999", "不能多于会员总数 40,000"),
        ("members_total", "10", "不能多于会员总数 10"),
        ("stores", "50", "门店表里是 8 家"),
    ],
)
def test_a_number_no_chain_has_or_that_contradicts_another_is_refused_with_the_way_out(ident, typed, wrong):
    others = [GivenFact("members_total", 40_000.0), GivenFact("members_dormant", 3000.0), GivenFact(ident, 1.0)]
    form = {"value": typed, "grade": "B", "source.zh": "x"}
    with pytest.raises(InvalidInput) as caught:
        fact_from(form, content().fact_definitions[ident], DAY, others, 8)
    (problem,) = caught.value.problems
    assert problem.where == "value"
    assert wrong in problem.text.zh


def test_a_percentage_below_one_needs_its_sign():
    with pytest.raises(InvalidInput) as caught:
        fact_from({"value": "0.35", "grade": "B", "source.zh": "x"}, content().fact_definitions["conversion"], DAY)
    assert "若是 35%，填 35" in caught.value.problems[0].text.zh


def test_a_period_is_kept_in_one_spelling():
    form = {"value": "5", "grade": "B", "source.zh": "x", "period": "2025-11 – 2026-10"}
    assert fact_from(form, content().fact_definitions["ticket"], DAY).period == "2025-11/2026-10"


def test_two_versions_of_a_number_stand_side_by_side(dossier):
    mine, theirs = (
        GivenFact("conversion", 0.18, "C", "2025", "店长"),
        GivenFact("conversion", 0.25, "A", "2025", "收银"),
    )
    shown = fact_conflict(dossier, content().fact_definitions["conversion"], mine, theirs)
    assert [(row.name.zh, row.mine.zh, row.theirs.zh) for row in shown.rows] == [
        ("数值", "18%", "25%"),
        ("来源", "店长", "收银"),
        ("等级", "C", "A"),
    ]


def test_two_profiles_stand_side_by_side_field_by_field():
    pack = content()
    mine = profile_from(profile_post(**{"peak1.first": "", "peak1.last": "", "capacity.it": ""}), pack)
    theirs = replace(mine, budget=91_000_000, capacity={"it": 2.5}, blackouts=((1, 2),))
    rows = {row.name.zh: (row.mine.zh, row.theirs.zh) for row in profile_conflict(pack, mine, theirs).rows}
    assert rows["外部预算上限（元）"][1] == "¥91\u00a0万"
    assert rows[pack.catalogue.roles["it"].zh][1] == "2.5"
    assert rows["旺季"][1] == "1 月至 2 月"
    assert "行业" not in rows


def test_a_number_of_ones_own_is_not_graded_beforehand(dossier):
    page = facts_of(dossier, content(), [GivenFact("ticket", 28600.0, "B", "2026", "收银")])
    rows = {row.id: row for row in page.rows}
    assert (rows["ticket"].own_grade, rows["conversion"].own_grade) == ("B", "")
    assert [choice.text for choice in page.grades] == list(GRADES.values())
    assert rows["conversion"].grade_name in GRADES.values()


def test_a_store_without_a_stratum_shows_the_combined_one_in_words(dossiers):
    store = Store("S01", "一店", "franchise", "standard", "t12")
    page = people_page(dossiers.dossier(stores=(store,)))
    assert page.stores[0].format.en == "Standard"
    assert page.stores[0].stratum.zh == "加盟·标准店·一二线"
    assert page.strata.zh == "加盟·标准店·一二线 1 家"


def test_systems_name_category_owner_and_seats(dossiers):
    crm = System("crm", "会员 CRM", "marketing", "会员档案", "", 8_600_000, "林佳", 64, 31, ("members",), 51200)
    page = systems_of(dossiers.dossier(systems=(crm,)))
    row = page.rows[0]
    assert (row.cost.zh, row.seats.zh, row.members.zh, row.owner.zh) == ("¥8.6\u00a0万", "31 / 64", "5.1 万", "林佳")
    assert row.category.zh != "会员与营销负责人"  # a kind of tool, not the role of the same id
    assert "我要一个裂变小程序。" in [need.request.zh for need in page.needs]


def test_a_form_offers_only_the_types_of_its_class():
    pack = content()
    form = resource_form(pack, "home")
    assert {pack.resource_types[choice.key].cls for choice in form.types} == {form.cls}
    other = with_class(form, pack, "RC-K", "home")
    assert {pack.resource_types[choice.key].cls for choice in other.types} == {"RC-K"}
    assert with_class(form, pack, "RC-NONE", "home") == form


def test_a_type_of_another_class_is_refused_with_both_names():
    with pytest.raises(InvalidInput) as caught:
        resource_from(resource_post(cls="RC-K", type="upstream_experts"), content(), "R1")
    (problem,) = caught.value.problems
    assert problem.where == "type"
    assert "上游有话语权的专家" in problem.text.zh


def profile_post(**changes):
    form = {
        "name": "新客户", "industry": "home", "platform": next(iter(content().catalogue.platforms)), "scope": "core",
        "compare": "", "currency": "CNY", "start": "2027-01-04", "budget": "1,200,000", "capacity.it": "2.5",
        "peak1.first": "9", "peak1.last": "10", "confidentiality.zh": "仅供董事会",
    }  # fmt: skip
    return {**form, **changes}


def test_a_start_far_away_is_told_with_everything_else():
    with pytest.raises(InvalidInput) as caught:
        profile_from(profile_post(start="1900-01-01", budget="x"), content(), today=DAY)
    assert {problem.where for problem in caught.value.problems} == {"start", "budget"}


def test_a_profile_is_read_from_its_form_and_keeps_what_is_not_asked(dossier):
    base = replace(dossier.profile, must=("I-RES05",), sample=True)
    made = profile_from(profile_post(), content(), base)
    assert (made.name, made.budget, made.blackouts, made.scope) == ("新客户", 120_000_000, ((9, 10),), "core")
    assert made.capacity == {"it": 2.5}
    assert (made.must, made.sample) == (("I-RES05",), True)
    assert made.confidentiality == LocaleText("仅供董事会", "仅供董事会")
    again = profile_form(content(), made, "e1")
    assert (again.budget, again.start, again.peaks[0].last) == ("1200000", "2027-01-04", "10")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": ""}, "name"),
        ({"start": ""}, "start"),
        ({"start": "morgen"}, "start"),
        ({"industry": "space"}, "industry"),
        ({"budget": "-1"}, "budget"),
        ({"peak1.last": ""}, "peak1.last"),
        ({"capacity.it": "9999"}, "capacity.it"),
    ],
)
def test_a_profile_that_fails_a_check_is_refused_by_field(changes, field):
    with pytest.raises(InvalidInput) as caught:
        profile_from(profile_post(**changes), content())
    assert field in {problem.where for problem in caught.value.problems}


def test_a_new_profile_starts_from_the_defaults_of_the_catalogue():
    form = profile_form(content())
    assert form.loaded
    assert {role.name for role in form.capacity} == {f"capacity.{role}" for role in content().catalogue.roles}
    assert len(form.peaks) == 3


def job(state="done", **changes):
    base = Job("j1", "e1", "report", {"locale": "zh"}, state, 100, LocaleText("", ""), {"digest": "d"}, None, NOW)
    return replace(base, **changes)


def test_a_report_is_current_while_its_digest_is(dossier):
    made = report_of(dossier, [job(result={"digest": dossier.digest, "pages": 16, "bytes": 379_000}), job()]).made
    assert [report.current for report in made] == [True, False]
    assert made[0].size.zh == "16 页，370 kB"
    assert made[0].href == "/e/e1/files/report/j1.pdf"


def test_a_report_page_warns_of_what_the_report_will_lack(empty):
    page = report_of(empty, [job("failed", result=None)])
    assert page.made == ()
    assert len(page.warnings) == 2


@pytest.mark.parametrize(
    ("found", "running", "step", "failed"),
    [
        (job("queued"), True, "排队中", ""),
        (job("running", step=LocaleText("render", "render"), percent=40), True, "排版 PDF", ""),
        (job("running", step=LocaleText("算到第 3 步", "at step 3")), True, "算到第 3 步", ""),
        (job("failed", error=LocaleText("磁盘满了", "disk full")), False, "没有完成", "磁盘满了"),
        (job("failed"), False, "没有完成", "没有完成，原因记在日志里。再试一次。"),
        (job(), False, "完成", ""),
    ],
)
def test_a_job_as_a_page_shows_it(found, running, step, failed):
    view = job_view(found)
    assert (view.running, view.step.zh, view.failed.zh) == (running, step, failed)
    assert job_view(None).id == ""


def test_a_form_field_is_never_guessed():
    posted = Posted({"a": "1,000", "b": "inf", "c": "x"})
    assert posted.whole("a", 0, 5000, 0) == 1000
    assert posted.number("b", 0, 1) is None
    assert posted.choice("c", ("y",)) == ""
    assert [problem.where for problem in posted.problems] == ["b", "c"]
    with pytest.raises(InvalidInput):
        posted.check()


def test_a_number_the_store_register_cannot_give_yet_shows_neither_value_nor_grade(dossiers, dossier):
    none = {**dossier.facts.values, "stores": Fact("stores", 0.0, "A")}
    page = facts_of(dossiers.dossier(facts=replace(dossier.facts, values=none)), content(), [])
    row = next(row for row in page.rows if row.id == "stores")
    assert (row.value.zh, row.grade, row.grade_name.zh, row.assumed) == ("—", "", "", False)
    some = {**none, "stores": Fact("stores", 30.0, "A")}
    page = facts_of(dossiers.dossier(facts=replace(dossier.facts, values=some)), content(), [])
    assert next(row for row in page.rows if row.id == "stores").grade == "A"


def test_the_page_of_facts_names_those_that_matter_most(dossier):
    assert facts_of(dossier, content(), []).weakest.zh.startswith("影响最大的是")
