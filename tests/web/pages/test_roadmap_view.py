"""The roadmap page as data: rows, filters, panel, money, reports and what they would do."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from assessment.dossier import PlatformComparison
from assessment.tracking import Change
from questionnaires.locale_text import LocaleText
from roadmap.plan import Consequence, Forecast, ForecastItem, Money, Moved, Progress
from web.pages.roadmap.items import Filter, filtered, owners_of, rows_of
from web.pages.roadmap.money import strip_of
from web.pages.roadmap.panel import panel_of
from web.pages.roadmap.updating import (
    AS_PLANNED,
    Draft,
    conflict_of,
    draft_of,
    log_of,
    preview_of,
    progress_of,
    with_remaining,
    with_status,
    with_words,
)
from web.pages.roadmap.view import roadmap_of

TODAY = date(2027, 1, 11)


def forecast(dossier, slip=0):
    items = tuple(
        ForecastItem(
            i.initiative, i.start, i.finish, slip if i.initiative == "I-RES05" else 0, 0.25, "green", i.critical, False
        )
        for i in dossier.snapshot.plan.items
    )
    return Forecast(TODAY, items, dossier.snapshot.plan.finish, 0.1, dossier.snapshot.plan.net)


def test_rows_come_by_wave_and_date_under_the_name_of_the_wave(dossier):
    rows = rows_of(dossier)
    assert [row.wave for row in rows] == sorted(row.wave for row in rows)
    heads = [row for row in rows if row.head.zh]
    assert [row.wave for row in heads] == sorted({row.wave for row in rows})
    assert heads[0].head.zh.startswith("第 1 波 · 3 个月内")
    assert rows[0].status == "not_started"


def test_without_a_plan_there_are_no_rows(empty):
    assert rows_of(empty) == ()
    page = roadmap_of(empty)
    assert (page.planned, page.can_plan) == (False, False)


def test_a_slip_is_said_in_days(dossiers, dossier):
    late = dossiers.dossier(forecast=forecast(dossier, slip=6), progress={"I-RES05": Progress("I-RES05", "at_risk")})
    row = next(row for row in rows_of(late) if row.id == "I-RES05")
    assert (row.slip.zh, row.percent, row.status) == ("晚 6 天", "25%", "at_risk")
    assert "1 项晚了" in roadmap_of(late).about.zh


@pytest.mark.parametrize(
    ("wanted", "kept"),
    [
        (Filter(), lambda row: True),
        (Filter(wave="2"), lambda row: row.wave == 2),
        (Filter(owner="lin"), lambda row: row.owner_id == "lin"),
        (Filter(critical=True), lambda row: row.critical),
        (Filter(status="done"), lambda row: False),
    ],
)
def test_filters_keep_what_they_name_and_head_it_again(dossier, wanted, kept):
    rows = rows_of(dossier)
    shown = filtered(rows, wanted)
    assert [row.id for row in shown] == [row.id for row in rows if kept(row)]
    assert all(row.head.zh for row in shown[:1])
    assert wanted.active == (wanted != Filter())


@pytest.mark.parametrize("kind", ["manager", "guide"])
def test_who_answers_for_a_store_owns_no_items(dossiers, dossier, kind):
    from assessment.engagement import Person

    more = dossiers.dossier(people=(*dossier.people, Person("m1", "", kind, store="S01")))
    assert "m1" not in {choice.key for choice in owners_of(more)}
    assert "lin" in {choice.key for choice in owners_of(more)}


def test_the_panel_says_why_and_what_the_law_asks(dossier):
    panel = panel_of(dossier, "I-RES05")
    assert panel.shown
    assert panel.owner_id == "lin"
    assert {flag.code for flag in panel.flags} == {"ADV", "PIPL"}
    assert panel.dates.zh
    assert panel.kpi.en
    assert not panel_of(dossier, "I-NONE").shown


def test_the_panel_says_how_to_start_on_monday(dossier):
    known = dossier.catalogue
    playbook = replace(
        known.playbooks["I-OPS06"], id="I-RES05", accountable="marketing", responsible=("legal", "guide")
    )
    d = replace(dossier, catalogue=replace(known, playbooks={"I-RES05": playbook}))
    monday = panel_of(d, "I-RES05").monday
    assert monday.shown
    assert monday.accountable == LocaleText("会员与营销负责人", "Member and marketing head")
    assert monday.responsible == LocaleText("法务合规、导购", "Legal and compliance, guides")
    assert (monday.first_week, monday.steps, monday.questions) == (
        playbook.first_week,
        playbook.steps,
        playbook.questions,
    )
    assert (monday.done, monday.stop, monday.formula) == (playbook.done, playbook.stop, playbook.kpi.formula)
    assert [line.answer for line in monday.risks] == [risk.answer for risk in playbook.risks]


def test_without_a_playbook_the_part_is_left_out_and_a_role_that_is_gone_keeps_its_id(dossier):
    bare = replace(dossier.catalogue, playbooks={})
    assert not panel_of(replace(dossier, catalogue=bare), "I-RES05").monday.shown
    odd = replace(dossier.catalogue.playbooks["I-OPS06"], accountable="wizard", responsible=("elf",))
    d = replace(dossier, catalogue=replace(dossier.catalogue, playbooks={"I-RES05": odd}))
    monday = panel_of(d, "I-RES05").monday
    assert (monday.accountable.en, monday.responsible.zh) == ("wizard", "elf")


def test_the_panel_of_what_the_content_has_no_more_names_it_by_its_id(dossier):
    known = {i: one for i, one in dossier.catalogue.initiatives.items() if i != "I-RES05"}
    panel = panel_of(replace(dossier, catalogue=replace(dossier.catalogue, initiatives=known)), "I-RES05")
    assert panel.shown
    assert (panel.name.zh, panel.name.en) == ("I-RES05", "I-RES05")
    assert (panel.kpi.zh, panel.owner_id) == ("", "lin")
    assert panel.dates.zh
    assert panel.profit.en


def test_money_is_a_range_with_the_stress_line(dossier):
    strip, plan = strip_of(dossier), dossier.snapshot.plan
    assert "–" in strip.profit.zh or "至" in strip.profit.zh
    assert strip.stress.zh
    assert strip.cap.zh == "/ 上限 ¥120\u00a0万"
    assert strip.horizon == plan.horizon_months
    assert strip.spend_share.endswith("%")


def test_no_payback_is_said_not_left_out(dossiers, dossier):
    plan = replace(dossier.snapshot.plan, stress_payback_month=None)
    strip = strip_of(dossiers.dossier(snapshot=replace(dossier.snapshot, plan=plan)))
    assert strip.stress_payback.zh == "期内不回本"


def test_a_plan_older_than_its_inputs_says_which_moved_on(dossiers, dossier):
    assert roadmap_of(dossier).stale.zh == ""
    stale = roadmap_of(dossiers.dossier(changed=("profile", "facts"))).stale
    assert "企业概况、事实" in stale.zh
    assert "the profile, the facts" in stale.en


def test_a_draft_begins_where_the_last_report_ended(dossiers):
    last = Progress("I-RES05", "at_risk", blocker="缺章", blocker_owner="lin")
    draft = draft_of(dossiers.dossier(progress={"I-RES05": last}), "I-RES05", 3, TODAY)
    assert (draft.status, draft.blocker, draft.blocker_owner, draft.revision) == ("at_risk", "缺章", "lin", 3)
    assert draft.remaining == AS_PLANNED
    assert draft.base > 0
    assert draft_of(dossiers.dossier(), "I-NONE", 0, TODAY) == Draft()


@pytest.mark.parametrize(
    ("said", "understood"),
    [
        ("12", 12),
        (" 7 ", 7),
        ("", AS_PLANNED),
        ("-3", AS_PLANNED),
        ("1e3", AS_PLANNED),
        ("99999", AS_PLANNED),
        (None, AS_PLANNED),
    ],
)
def test_days_left_are_a_small_whole_number_or_nothing(said, understood):
    assert with_remaining(Draft("I-RES05"), said).remaining == understood


@pytest.mark.parametrize("typed", ["-4", "5000", "12.5", "1e3", "三天"])
def test_days_that_cannot_be_stay_as_typed_with_the_reason(typed):
    draft = with_remaining(Draft("I-RES05", remaining=3), typed)
    assert (draft.typed, draft.remaining) == (typed, AS_PLANNED)
    assert typed in draft.wrong.zh
    assert "0 到 999" in draft.wrong.zh
    assert with_remaining(draft, "4").wrong.zh == ""
    assert with_remaining(draft, "").wrong.zh == ""


def test_days_typed_just_before_the_save_count():
    assert with_words(Draft("I-RES05"), {"remaining": "12.5"}, []).wrong.zh
    assert with_words(Draft("I-RES05"), {"remaining": "8"}, []).remaining == 8


def test_only_a_known_status_changes_anything():
    draft = Draft("I-RES05")
    assert with_status(draft, "done").status == "done"
    assert with_status(draft, "'; drop table") == draft
    assert with_status(draft, {"status": "done"}.get("x")) == draft


def test_a_blocker_is_owned_by_somebody_of_the_list():
    draft = with_words(Draft("I-RES05"), {"blocker": " 缺章 ", "blocker_owner": "nobody"}, ["lin"])
    assert (draft.blocker, draft.blocker_owner) == ("缺章", "")
    assert len(with_words(draft, {"note": "x" * 999}, []).note) == 400


def test_days_left_are_counted_again_from_today_when_the_date_stays(dossiers):
    last = Progress("I-RES05", "on_track", remaining_days=40, reported=date(2026, 12, 28))
    d = dossiers.dossier(progress={"I-RES05": last})
    draft = with_status(draft_of(d, "I-RES05", 1, TODAY), "at_risk")
    assert progress_of(d, draft, TODAY).remaining_days == draft.base
    assert progress_of(d, with_remaining(draft, "9"), TODAY).remaining_days == 9


def test_the_first_report_without_a_date_keeps_the_plan(dossier):
    draft = with_status(draft_of(dossier, "I-RES05", 0, TODAY), "on_track")
    made = progress_of(dossier, draft, TODAY)
    assert (made.remaining_days, made.finish, made.status, made.reported) == (None, None, "on_track", TODAY)


def test_the_consequence_is_told_before_saving(dossiers, dossier):
    now = forecast(dossier)
    moved = date(2027, 4, 1)
    later = replace(now, items=tuple(replace(i, finish=moved) if i.initiative == "I-RES05" else i for i in now.items))
    found = Consequence(
        "I-RES05",
        now.finish,
        now.finish,
        (Moved("I-RES05", 6, moved), Moved("I-RES06", 6, date(2027, 4, 9))),
        -4_000_000,
        later,
    )
    preview = preview_of(dossiers.dossier(forecast=now), found)
    assert (preview.after.zh, preview.later, preview.others.zh) == ("2027年4月1日", True, "1 项")
    assert preview.money.zh == "−\u2060¥4\u00a0万"
    assert preview.end.zh.startswith("不变")
    assert [line.days.zh for line in preview.moved] == ["+6"]


def test_a_conflict_shows_both_values(dossier):
    mine = Progress("I-RES05", "at_risk", remaining_days=9, blocker="缺章")
    theirs = Progress("I-RES05", "done", remaining_days=9)
    rows = {row.name.en: (row.mine.en, row.theirs.en) for row in conflict_of(dossier, mine, theirs).rows}
    assert rows == {"State": ("at risk", "done"), "Blocker": ("缺章", "—")}
    assert conflict_of(dossier, mine, None).shown


def test_the_change_log_words_codes_ids_and_dates(dossier):
    at = datetime(2027, 1, 11, 1, 5, tzinfo=UTC)
    changes = [
        Change(at, "林佳", "I-RES05", "status", "not_started", "at_risk", "等法务"),
        Change(at, "林佳", "I-RES05", "finish", "", "2027-03-04", ""),
        Change(at, "顾一鸣", "I-RES05", "owner", "", "lin", ""),
    ]
    lines = log_of(dossier, changes)
    assert lines[0].what.zh == "授权顾客案例库 · 状态：未开始 → 有风险（等法务）"
    assert lines[1].what.en.endswith("— → 4 Mar 2027")
    assert lines[2].what.zh.endswith("— → 林佳")
    assert lines[0].at.zh == "2027年1月11日 09:05"  # the readers' clock


def test_a_better_year_of_data_is_asked_for(dossiers, dossier):
    plan = replace(dossier.snapshot.plan, indication_only=True, net=Money(-5, 1, 9, -7))
    strip = strip_of(dossiers.dossier(snapshot=replace(dossier.snapshot, plan=plan)))
    assert strip.indication


def test_the_strip_names_the_facts_that_matter_most(dossier):
    strip = strip_of(dossier)
    assert strip.weakest.zh.startswith("影响最大的是")
    assert "%" in strip.weakest.en


def platform(ident, net, fit, out=0.0):
    return PlatformComparison(ident, 20, 1, 1.0, net, {"total": fit, "knocked_out": out}, (), None)


@pytest.mark.parametrize(
    ("net", "fit", "out", "says"),
    [
        (800, 60, 0.0, "两项都支持它"),
        (900, 60, 0.0, "高 ¥1\u00a0万；选它"),
        (800, 80, 0.0, "接口和导出要先谈清"),
        (900, 80, 0.0, "请复核这个选择"),
        (900, 80, 1.0, "按规则出局"),
    ],
)
def test_the_page_says_why_the_plan_stands_on_its_platform(dossiers, dossier, net, fit, out, says):
    main = dossier.snapshot.plan.platform
    other = next(one for one in dossier.catalogue.platforms if one != main)
    rows = (platform(main, 890_000_00, 70), platform(other, net * 100_000, fit, out))
    d = dossiers.dossier(comparisons=rows, profile=replace(dossier.profile, platform=main))
    verdict = roadmap_of(d).verdict
    assert says in verdict.zh
    assert verdict.zh.startswith("按企业概况的选择")
    assert roadmap_of(dossiers.dossier(comparisons=rows[:1])).verdict.zh == ""


def test_every_platform_that_was_run_is_heard(dossiers, dossier):
    main = dossier.snapshot.plan.platform
    second, third = (one for one in dossier.catalogue.platforms if one != main)
    open_run = replace(platform(third, 950_000_00, 60), status="feasible")
    none = replace(platform(third, 0, 60), status="no_plan")
    rows = (platform(main, 890_000_00, 70), platform(second, 900_000_00, 80), open_run)
    page = roadmap_of(dossiers.dossier(comparisons=rows))
    assert "请复核这个选择。净利润最高的是" in page.verdict.zh
    assert page.verdict.zh.count("按生成方案时的选择") == 1
    assert "not proven" in page.comparisons[2].figures.en
    assert "best-fitting" not in page.verdict.en
    page = roadmap_of(dossiers.dossier(comparisons=(*rows[:2], none)))
    assert page.comparisons[2].figures.zh == "限时内没有找到方案"


def test_what_the_trade_usually_does_first_has_its_place(dossiers, dossier):
    trade = replace(dossier.industry, first_wave=("I-STR03", "I-SAL07"), next_wave=("I-DIG06",))
    page = roadmap_of(dossiers.dossier(industry=trade))
    now, out = page.usual_first
    assert (now.id, now.reason.en[:12]) == ("I-STR03", "wave 1, from")
    assert out.reason.zh.startswith("没选：")
    assert [row.reason.en[:9] for row in page.usual_next] == ["in place:"]
