"""The engagement page as data, on a dossier made by hand."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from assessment.strata import stratum_of
from reports.chapters.closing import told
from reports.chapters.one_page import title as headline
from reports.reading import Reading
from scoring.sheet import Explanation, Step
from web.pages.engagement.actions import actions_of
from web.pages.engagement.board import board_of
from web.pages.engagement.standing import coverage_of, dimensions_of, standing_of
from web.pages.engagement.view import engagement_of, flags_of, title_of
from web.pages.engagement.voices import gaps_of, overlooked_of, voices_of
from web.pages.engagement.why import why_of

TODAY = date(2026, 11, 20)


@pytest.fixture
def known(dossiers, dossier):
    """Return the dossier with figures that are easy to read back: index 37.7, resources 23.9, 3,486 answers."""
    nodes = dict(dossier.sheet.nodes)
    nodes["index"] = replace(nodes["index"], score=Fraction(377, 1000))
    nodes["RES"] = replace(nodes["RES"], score=Fraction(239, 1000))
    sheet = replace(dossier.sheet, index=nodes["index"], nodes=nodes)
    return dossiers.dossier(sheet=sheet, coverage=replace(dossier.coverage, answers=3486, evidence_share=0.614))


def test_the_title_is_that_of_the_report(known):
    """Page and paper once led with different advice, the page calling an area shortest that was not."""
    for locale in ("zh", "en"):
        assert title_of(known).in_(locale) == headline(Reading(known, locale))
    assert title_of(replace(known, snapshot=None)).en.startswith("Index 37.7, held at level 2")


def test_index_and_level_stand_beside_what_binds_them(known):
    stand = standing_of(known)
    assert (stand.index.zh, stand.level, stand.known) == ("37.7", 2, True)
    assert stand.binding.zh.startswith("到第 3 级还差：")
    assert stand.request.zh == "我要一个裂变小程序。"
    assert stand.need.en.startswith("Raise the share")


def test_insufficient_data_say_why_and_are_never_zero(empty):
    stand = standing_of(empty)
    assert (stand.index.zh, stand.level, stand.known) == ("—", 0, False)
    assert stand.basis.zh == "数据不足：覆盖 0%，要到 60% 才出数"
    assert stand.level_name.en == "open"


def test_an_empty_engagement_claims_nothing_and_says_what_to_do(empty):
    nothing = replace(empty.coverage, answers=0, evidence_share=0.0, forms_asked=0, forms_returned=0)
    page = engagement_of(replace(empty, stores=(), resources=(), coverage=nothing), TODAY, internal=True)
    assert "no stores yet: import them first" in page.about.en
    assert page.bars_title.en.startswith("No dimension is scored yet")
    assert page.gaps_title.en == "Gaps show once there are scores"
    assert page.overlooked_title.zh == "还没有登记资源，请到资源页登记"
    counts = {count.name.en: count.value.en for count in page.coverage}
    assert (counts["With evidence"], counts["Store forms"]) == ("—", "—")


def test_an_empty_engagement_makes_a_page(empty):
    page = engagement_of(empty, TODAY, internal=True)
    assert page.loaded
    assert page.board == ()
    assert page.actions[0].href == "/e/e1/people"
    assert {row.score.zh for row in page.bars} == {"—"}


def test_ten_rows_with_the_share_of_each_block(known):
    rows = dimensions_of(known)
    assert len(rows) == 10
    heads = [row.block.zh for row in rows if row.block.zh]
    assert len(heads) == 2
    assert heads[0].startswith("四个基础 · 占指数 ")
    by_id = {row.id: row for row in rows}
    assert by_id["RES"].score.zh == "23.9"
    assert by_id["RES"].hot
    assert by_id["RES"].lowest_colour in {1, 2}


def test_coverage_counts_what_the_figures_rest_on(known):
    counts = {count.name.en: (count.value.en, count.of.en, count.hot) for count in coverage_of(known)}
    assert counts["Store forms"] == ("28", "/ 30", True)
    assert counts["Answers"] == ("3,486", "", False)
    assert counts["With evidence"] == ("61%", "", False)


def test_three_actions_each_with_an_owner_and_a_date(dossier):
    actions = actions_of(dossier, TODAY, named=True)
    assert len(actions) == 3
    assert all(action.who.zh and action.due.zh and action.button.en for action in actions)
    assert actions[0].title.zh == "催回 2 家门店的表单"
    assert actions[0].due.zh == "11月30日"  # the day before the plan starts
    assert not actions[0].late


def test_items_that_should_have_begun_are_asked_for(dossier):
    asked = [a for a in actions_of(dossier, date(2027, 1, 20), named=True) if a.href.endswith("/roadmap")]
    assert asked
    assert asked[0].late


def test_gaps_name_the_move_that_closes_them(dossier):
    rows = gaps_of(dossier)
    assert len(rows) == 6
    assert rows[0].id == dossier.gaps[0].capability
    for row in rows:
        names, note = told(Reading(dossier, "en"), row.id)
        assert (row.answer.en, row.note.en) == (names, note)
    assert all(row.answer.zh or row.note.zh for row in rows)


def test_voices_show_both_sides_with_the_sign_of_the_difference(dossier):
    rows = voices_of(dossier)
    assert 0 < len(rows) <= 5
    assert all(row.delta.zh[0] in "+−0" for row in rows)
    assert all(row.left.endswith("%") for row in rows)
    assert {row.tone for row in rows} <= {"ok", "warn", ""}


def test_overlooked_resources_come_by_leverage(dossier):
    rows = overlooked_of(dossier)
    figures = [float(row.leverage.en) for row in rows]
    assert figures == sorted(figures, reverse=True)


def test_stores_are_named_only_inside_the_team(dossier):
    inside, outside = board_of(dossier, named=True), board_of(dossier, named=False)
    assert sum(len(row.stores) for row in inside) == 30
    assert all(row.stores == () for row in outside)
    assert {store.id for row in inside for store in row.stores if store.missing} == {"S29", "S30"}
    assert [row.returned.zh for row in inside] == ["18 / 18 店", "10 / 12 店"]
    assert not any("门店29" in str(row) for row in outside)
    assert "门店29" in str(engagement_of(dossier, TODAY, internal=True))
    assert "门店29" not in str(engagement_of(dossier, TODAY, internal=False))


def test_a_response_under_sixty_per_cent_is_marked(dossiers, dossier):
    short = replace(dossier.coverage, by_stratum={"直营": (10, 18)})
    assert board_of(dossiers.dossier(coverage=short), named=False)[0].short


def test_the_next_level_names_every_condition_that_is_missing(dossiers, dossier):
    attained = dossier.sheet.attained
    level = attained.level + 1
    asked = [c for c in attained.conditions if c.params.get("level") == level]
    none = replace(attained, conditions=tuple(replace(c, holds=False) for c in attained.conditions), binding=asked[0])
    said = standing_of(dossiers.dossier(sheet=replace(dossier.sheet, attained=none))).binding.zh
    assert said.count("；") == len({str(c.params) + c.code for c in asked}) - 1


def test_a_store_without_a_stratum_stands_on_the_board_in_words(dossiers, dossier):
    blank = replace(dossier.stores[0], stratum="", stratum_en="", format="small")
    coverage = replace(dossier.coverage, by_stratum={stratum_of(blank): (1, 1)})
    row = board_of(dossiers.dossier(stores=(blank,), coverage=coverage), named=True)[0]
    assert row.name.zh == "直营·小店·一二线"
    assert [store.id for store in row.stores] == [blank.id]


def test_compliance_notes_are_those_of_the_plan(dossier):
    notes = flags_of(dossier)
    touched = {flag for item in dossier.snapshot.plan.items for flag in item.flags}
    assert {note.code for note in notes} == touched & {str(code) for code in dossier.catalogue.flags}
    assert all(note.rule.zh and note.wording.en for note in notes)


def explained(node, value, **params):
    step = Step(node, "node.v1", value, (), code="node_scored", params={"node": node, **params})
    return Explanation(node, {node: step})


def test_why_shows_the_parts_and_the_points_each_costs(dossier):
    found = explained(
        "index",
        "1/3",
        score=Fraction(1, 3),
        claimed=Fraction(1, 2),
        low=Fraction(1, 4),
        high=Fraction(1, 2),
        coverage=Fraction(1),
    )
    why = why_of(dossier, found)
    assert why.shown
    assert len(why.parts) == 10
    assert why.up == ""
    assert why.sentence.zh.startswith("总指数") or "33.3" in why.sentence.zh
    assert all(part.lost.zh.startswith("−") for part in why.parts)


def test_why_of_a_dimension_leads_up_to_the_index_and_down_to_its_capabilities(dossier):
    found = explained(
        "RES",
        "1/4",
        score=Fraction(1, 4),
        claimed=Fraction(1, 2),
        low=Fraction(1, 4),
        high=Fraction(1, 2),
        coverage=Fraction(1),
    )
    why = why_of(dossier, found)
    assert why.up == "index"
    known = [c for c in dossier.framework.dimension("RES").capabilities if c in dossier.sheet.nodes]
    assert [part.id for part in why.parts] == known
