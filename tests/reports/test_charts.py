"""Charts as pure functions: numbers equal the tables', texts are escaped, the page variant can be reached by keyboard."""

import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from reports import ChartError, charts_for, compose, figures, plan_figures
from reports.charts import Change, WaterfallSpec, draw
from reports.charts.theme import light_tokens
from reports.drawing import CHARTS
from reports.model import Columns, Table
from reports.reading import Reading

LOCALES = ("zh", "en")
SVG = "{http://www.w3.org/2000/svg}"
DAY = date(2027, 3, 20)


def rows(model, ident: str) -> list:
    found = next(s for s in model.sections if s.id == ident)
    flat = [
        b for block in found.blocks for b in ([*block.left, *block.right] if isinstance(block, Columns) else [block])
    ]
    return [row for block in flat if isinstance(block, Table) for row in block.rows if not row.group]


def groups(svg: str) -> dict[str, ET.Element]:
    return {node.get("data-id", ""): node for node in ET.fromstring(svg).iter(f"{SVG}g")}


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("locale", LOCALES)
def test_every_chart_is_xml_with_title_and_description(dossier, name, locale):
    for theme in ("paper", "web"):
        root = ET.fromstring(charts_for(dossier, name, locale, today=DAY, theme=theme))
        assert [child.tag for child in root][:2] == [f"{SVG}title", f"{SVG}desc"]
        assert all(child.text for child in list(root)[:2])
        assert root.get("viewBox")


@pytest.mark.parametrize("locale", LOCALES)
def test_numbers_in_the_ten_bars_equal_the_table(dossier, models, locale):
    drawn = groups(charts_for(dossier, "ten_bars", locale, theme="paper"))
    table = rows(models[locale], "R3")
    assert len(drawn) == len(table) == 10
    for (ident, group), row in zip(drawn.items(), table, strict=True):
        assert dossier.framework.dimension(ident).name.in_(locale) == row.cells[0].text
        assert group.get("data-value") == row.cells[1].text
        assert group.get("data-target") == row.cells[4].text
        assert row.cells[1].text in [t.text for t in group.iter(f"{SVG}text")]


@pytest.mark.parametrize("locale", LOCALES)
def test_numbers_in_the_radar_equal_the_bars(dossier, locale):
    bars = groups(charts_for(dossier, "ten_bars", locale, theme="paper"))
    radar = groups(charts_for(dossier, "radar", locale, theme="paper"))
    assert {i: g.get("data-value") for i, g in radar.items()} == {i: g.get("data-value") for i, g in bars.items()}


@pytest.mark.parametrize("locale", LOCALES)
def test_numbers_in_the_dumbbell_equal_the_table(dossier, models, locale):
    drawn = groups(charts_for(dossier, "dumbbell", locale, theme="paper"))
    table = {row.cells[0].text: row for row in rows(models[locale], "R4")}
    assert table
    for ident, group in drawn.items():
        name = dossier.framework.capabilities[ident].name.in_(locale)
        if name in table:
            cells = [cell.text for cell in table[name].cells]
            assert [group.get(f"data-{key}") for key in ("executives", "stores", "delta")] == cells[1:4]


@pytest.mark.parametrize("locale", LOCALES)
def test_numbers_in_the_leverage_chart_equal_the_table(dossier, models, locale):
    drawn = groups(charts_for(dossier, "leverage", locale, theme="paper"))
    table = rows(models[locale], "R7")
    names = Reading(dossier, locale).names
    for ident, group in drawn.items():
        row = next((row for row in table if row.cells[1].text == names(ident)), None)
        if row:
            assert group.get("data-value") == row.cells[3].text
            assert f"{group.get('data-readiness')} / 5" == row.cells[4].text
            assert row.cells[0].text == next(iter(group.iter(f"{SVG}text"))).text


@pytest.mark.parametrize("locale", LOCALES)
def test_the_gantt_shows_the_dates_of_the_plan(dossier, locale):
    drawn = groups(charts_for(dossier, "gantt", locale, theme="paper"))
    plan = dossier.snapshot.plan
    assert set(drawn) == {item.initiative for item in plan.items}
    for item in plan.items:
        group = drawn[item.initiative]
        assert (group.get("data-start"), group.get("data-finish")) == (item.start.isoformat(), item.finish.isoformat())


@pytest.mark.parametrize("locale", LOCALES)
def test_the_waterfall_adds_up_to_the_net_of_the_plan(dossier, locale):
    drawn = groups(charts_for(dossier, "waterfall", locale, theme="paper"))
    net = int(drawn.pop("net").get("data-amount"))
    assert net == dossier.snapshot.plan.net.p50
    assert sum(int(group.get("data-amount")) for group in drawn.values()) == net


def test_a_waterfall_that_does_not_add_up_is_refused():
    with pytest.raises(ValueError, match="do not add up"):
        WaterfallSpec("t", "d", (Change("a", "A", 3),), 4, "net", 1)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_profit_chart_shows_the_range_and_the_stress_line(dossier, locale):
    drawn = groups(charts_for(dossier, "profit", locale, theme="paper"))
    net = dossier.snapshot.plan.net
    assert [drawn["plan"].get(f"data-{k}") for k in ("low", "median", "high")] == [
        str(v) for v in (net.p10, net.p50, net.p90)
    ]
    assert drawn["stress"].get("data-median") == str(net.stress)


def test_hostile_names_are_text(dossiers):
    evil = '<script>alert(1)</script>"&\u0000\u0007\ud800'
    resources = tuple(
        replace(a, resource=replace(a.resource, id=evil, name=evil, name_en=evil)) for a in dossiers.resources()
    )
    svg = charts_for(dossiers.dossier(resources=resources[:1]), "leverage", "en")
    root = ET.fromstring(svg)
    assert not list(root.iter("script"))
    assert "<script" not in svg
    marks = [g.get("aria-label", "") for g in root.iter(f"{SVG}g")]
    assert marks[0].startswith('1 <script>alert(1)</script>"&')


@pytest.mark.parametrize("name", CHARTS)
def test_the_page_variant_speaks_in_tokens_and_can_be_reached_by_keyboard(dossier, name):
    svg = charts_for(dossier, name, "en", today=DAY)
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b", svg)
    used = set(re.findall(r"var\(--([\w-]+)\)", svg))
    assert used <= set(light_tokens())
    marks = [g for g in ET.fromstring(svg).iter(f"{SVG}g") if g.get("data-id")]
    assert marks
    assert all((g.get("tabindex"), g.get("role"), g.get("class")) == ("0", "button", "mark") for g in marks)
    assert all(g.get("aria-label") for g in marks)


@pytest.mark.parametrize("name", CHARTS)
def test_the_paper_variant_needs_no_style_sheet(dossier, name):
    svg = charts_for(dossier, name, "zh", today=DAY, theme="paper")
    assert "var(" not in svg
    assert "class=" not in svg


@pytest.mark.parametrize("name", ["gantt", "profit", "waterfall"])
def test_without_a_plan_the_page_is_told(dossiers, name):
    with pytest.raises(ChartError) as refused:
        charts_for(dossiers.dossier(snapshot=None), name, "zh")
    assert refused.value.code == "chart.no_plan"


def test_nothing_to_draw_and_unknown_names_are_told(dossiers):
    with pytest.raises(ChartError) as refused:
        charts_for(dossiers.dossier(resources=()), "leverage", "zh")
    assert refused.value.code == "chart.empty"
    with pytest.raises(ChartError, match="there are index_band"):
        charts_for(dossiers.dossier(), "pie", "zh")


def test_a_width_asked_for_is_the_width_drawn(dossier):
    root = ET.fromstring(charts_for(dossier, "gantt", "en", width=1320))
    assert float(root.get("width")) == 1320


def test_a_missing_score_is_hatched_and_named(dossiers):
    sheet = dossiers.sheet()
    nodes = {**sheet.nodes, "RES": replace(sheet.nodes["RES"], score=None, claimed=None)}
    reading = Reading(dossiers.dossier(sheet=replace(sheet, nodes=nodes)), "en")
    svg = draw(figures.ten_bars(reading))
    assert "insufficient data" in svg
    assert groups(svg)["RES"].get("data-value") == ""
    radar = draw(figures.radar(reading))
    assert groups(radar)["RES"].get("data-value") == ""


def test_an_interval_is_drawn_as_a_box(dossiers):
    sheet = dossiers.sheet()
    index = replace(sheet.index, interval=(0.31, 0.41))
    reading = Reading(dossiers.dossier(sheet=replace(sheet, index=index)), "en")
    svg = draw(figures.index_band(reading, 665))
    assert svg.count("<rect") == 6
    assert "90% interval" in compose(reading.dossier, "en").sections[0].blocks[1].left[1].strong


def test_a_plan_shows_the_peak_season_it_was_made_with_not_todays(dossiers):
    made = dossiers.dossier()
    plan = replace(made.snapshot.plan, blackouts=(2, 9, 10))
    today = replace(
        made, profile=replace(made.profile, blackouts=((1, 6),)), snapshot=replace(made.snapshot, plan=plan)
    )
    reading = Reading(today, "en")
    kept = plan_figures.gantt(reading, plan).blackouts
    assert kept == ((date(2027, 2, 1), date(2027, 2, 28)), (date(2027, 9, 1), date(2027, 10, 31)))
    assert plan_figures.gantt(reading, replace(plan, blackouts=None)).blackouts != kept


@pytest.mark.parametrize("locale", LOCALES)
def test_legend_and_profile_form_name_the_same_rule_of_peak_season(dossier, locale):
    """Stores and large systems stand still, the head office does not; both neither start nor go live."""
    legend = Reading(dossier, locale).t("fig.gantt.legend.hatch")
    words = {"zh": ("门店", "大系统", "不启动", "不上线"), "en": ("start", "go", "live", "stores", "large system")}[
        locale
    ]
    assert all(word in legend for word in words)
