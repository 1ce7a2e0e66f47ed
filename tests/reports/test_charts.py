"""Charts as pure functions: numbers equal the tables', texts are escaped and never overlap, colours stay readable."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from questionnaires.locale_text import LocaleText
from reports import ChartError, charts_for, compose, figures, plan_figures
from reports.branding import contrast
from reports.charts import Change, WaterfallSpec, draw, gantt_sheets
from reports.charts.metrics import cut, width, wrap
from reports.charts.theme import light_tokens, resolve_css
from reports.drawing import CHARTS
from reports.model import Columns, Table
from reports.phrases import numbers
from reports.reading import Reading

LOCALES = ("zh", "en")
SVG = "{http://www.w3.org/2000/svg}"
DAY = date(2027, 3, 20)


@dataclass(frozen=True)
class Box:
    """A line of text as drawn on paper, where every text starts at its x."""

    text: str
    left: float
    right: float
    top: float
    bottom: float


def boxes(svg: str) -> Iterator[Box]:
    for node in ET.fromstring(svg).iter(f"{SVG}text"):
        size, x, y = (float(node.get(name, 0)) for name in ("font-size", "x", "y"))
        wide = width(node.text or "", size, bold=node.get("font-weight") == "700")
        yield Box(node.text or "", x, x + wide, y - size * 0.62, y + size * 0.05)


def drawings(dossier, locale) -> dict[str, str]:
    return {name: charts_for(dossier, name, locale, today=DAY, theme="paper") for name in CHARTS}


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


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("locale", LOCALES)
def test_labels_stay_on_the_sheet_and_apart(dossier, name, locale):
    assert_apart(charts_for(dossier, name, locale, today=DAY, theme="paper"))


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize(
    "long", ["极长的名称" * 24, "Member-get-member programme of " * 4, "Donaudampfschifffahrt" * 6]
)
def test_names_of_120_characters_stay_on_the_sheet_and_apart(dossiers, name, long):
    text = LocaleText(long, long)
    catalogue, framework = dossiers.catalogue(), dossiers.framework()
    capabilities = {k: replace(v, name=text) for k, v in framework.capabilities.items()}
    dimensions = tuple(replace(d, name=text) for d in framework.dimensions)
    bent = dossiers.dossier(
        framework=replace(framework, capabilities=capabilities, dimensions=dimensions),
        catalogue=replace(catalogue, initiatives={k: replace(v, name=text) for k, v in catalogue.initiatives.items()}),
        people=tuple(replace(p, name=long, name_en=long) for p in dossiers.people()),
        resources=tuple(
            replace(a, resource=replace(a.resource, name=long, name_en=long)) for a in dossiers.resources()
        ),
    )
    for locale in LOCALES:
        assert_apart(charts_for(bent, name, locale, today=DAY, theme="paper"))


def assert_apart(svg: str) -> None:
    root = ET.fromstring(svg)
    sheet, high = float(root.get("width", 0)), float(root.get("height", 0))
    found = list(boxes(svg))
    for box in found:
        assert box.left >= -1, box
        assert box.right <= sheet + 1, box
        assert box.top >= -1, box
        assert box.bottom <= high + 1, box
    ordered = sorted(found, key=lambda box: box.left)
    for index, first in enumerate(ordered):
        for second in ordered[index + 1 :]:
            if second.left >= first.right - 0.5:
                break
            apart = second.top >= first.bottom - 0.5 or first.top >= second.bottom - 0.5
            assert apart, (first, second)


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


@pytest.mark.parametrize("name", CHARTS)
def test_every_text_is_readable_on_the_surface(dossier, name):
    """Text on the sheet keeps 4.5 : 1; text inside a mark has the surface's colour or its own pair."""
    tokens = light_tokens()
    for node in ET.fromstring(charts_for(dossier, name, "en", today=DAY, theme="paper")).iter(f"{SVG}text"):
        fill = node.get("fill", "")
        ground = {tokens["surface"]: tokens["data"], tokens["on-accent"]: tokens["accent"]}.get(fill, tokens["surface"])
        assert contrast(fill, ground) >= 4.5, (node.text, fill)


def test_levels_keep_their_order_in_grey():
    tokens = light_tokens()
    steps = [contrast(tokens[f"lvl-{n}"], "#000000") for n in range(1, 6)]
    assert all(lighter > darker * 1.2 for lighter, darker in pairwise(steps))


def test_a_style_sheet_with_an_unknown_token_is_refused():
    with pytest.raises(KeyError):
        resolve_css("a{color:var(--nonsense)}")


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


def test_a_long_plan_is_split_on_sheets_with_one_axis(dossiers):
    plan = dossiers.plan()
    many = tuple(
        replace(plan.items[0], initiative=ident, start=plan.start + timedelta(n))
        for n, ident in enumerate(dossiers.catalogue().initiatives)
    )
    bent = dossiers.dossier(snapshot=dossiers.snapshot(replace(plan, items=many), "d"))
    reading = Reading(bent, "zh")
    sheets = gantt_sheets(plan_figures.gantt(reading, reading.plan))
    assert [len(sheet.rows) for sheet in sheets] == [40, 40, len(many) - 80]
    assert len({sheet.dates for sheet in sheets}) == 1
    for sheet in sheets:
        assert_apart(draw(sheet))


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


def test_words_are_cut_and_wrapped_by_their_width():
    assert cut("会员数据打通", 40, 10) == "会员数…"
    assert wrap("统一会员中心上线", 41, 10) == ["统一会员", "中心上线"]
    assert wrap("Member-get-member", 60, 10)[0].endswith("-")
    assert wrap("", 10, 10) == [""]
    assert width("é", 10) == pytest.approx(6.2)
    assert numbers.in_unit(-36_000_000_000, 1_000_000, signed=True) == "−360"
    assert numbers.plain(Fraction(-1, 40), 1) == "0.0"


@pytest.mark.parametrize("stress", [-155, -20, 0, 40, 300])
@pytest.mark.parametrize("cost", [-335, -140, -90])
def test_a_waterfall_keeps_its_numbers_apart_whatever_the_stress_case_gives(stress, cost):
    gains = (355, 287, 82.7, 60.2, 8.5, -43.5, cost)
    changes = tuple(Change(f"c{i}", f"第{i}项", round(gain * 1_000_000)) for i, gain in enumerate(gains))
    net = sum(change.amount for change in changes)
    spec = WaterfallSpec(
        "t",
        "d",
        changes,
        net,
        "净增",
        10_000,
        round(net * 0.7),
        round(net * 1.3),
        stress * 1_000_000,
        "44%:",
        width=388,
    )
    assert_apart(draw(spec))
