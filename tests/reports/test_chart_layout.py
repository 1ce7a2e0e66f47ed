"""How charts look: labels stay on the sheet and apart whatever they say, colours stay readable, long plans split."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from questionnaires.locale_text import LocaleText
from reports import charts_for, plan_figures
from reports.branding import contrast
from reports.charts import (
    Change,
    JourneySpec,
    JourneyStep,
    SiloMapSpec,
    SystemBox,
    SystemFlow,
    WaterfallSpec,
    draw,
    gantt_sheets,
)
from reports.charts.metrics import cut, width, wrap
from reports.charts.theme import light_tokens, resolve_css
from reports.drawing import CHARTS
from reports.phrases import numbers
from reports.reading import Reading

LOCALES = ("zh", "en")
SVG = "{http://www.w3.org/2000/svg}"
DAY = date(2027, 3, 20)
LONG = "极长的名称 with a tail of Latin words" * 4


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
        systems=tuple(replace(s, name=long, name_en=long) for s in dossiers.systems()),
    )
    for locale in LOCALES:
        assert_apart(charts_for(bent, name, locale, today=DAY, theme="paper"))


@pytest.mark.parametrize("locale", LOCALES)
def test_the_day_of_today_and_the_year_stay_apart(dossier, locale):
    """The plate over today's line once covered the year at the turn of a year and at the plan's first months."""
    drawn = 0
    start = dossier.snapshot.plan.start
    for days in range(0, 400, 3):
        svg = charts_for(dossier, "gantt", locale, today=start + timedelta(days=days), theme="paper")
        plate = max((b for b in boxes(svg) if b.top < 10), key=lambda b: len(b.text), default=None)
        years = [b for b in boxes(svg) if b.text.strip("年").isdigit() and len(b.text.strip("年")) == 4]
        if plate is not None:
            drawn += 1
            assert all(plate.right <= year.left or year.right <= plate.left for year in years), days
    assert drawn > 60


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


@pytest.mark.parametrize("locale", LOCALES)
def test_the_journey_of_every_trade_keeps_its_words_apart(dossiers, locale):
    for industry in dossiers.content().industries.values():
        assert_apart(charts_for(dossiers.dossier(industry=industry), "journey", locale, theme="paper"))


@pytest.mark.parametrize("steps", [3, 7, 8, 15, 24])
def test_a_journey_of_any_length_stays_on_the_sheet(steps):
    marks = {1: (("peak", LONG), ("end", LONG), ("break", LONG)), 2: (("break", LONG),)}
    spec = JourneySpec(
        "t", "d", tuple(JourneyStep(f"s{n}", LONG, marks.get(n, ())) for n in range(steps)), (LONG, LONG, LONG)
    )
    assert_apart(draw(spec))


@pytest.mark.parametrize("shape", ["chain", "star", "circle", "fan"])
@pytest.mark.parametrize("size", [2, 6, 24])
def test_a_map_of_any_shape_keeps_its_boxes_apart(shape, size):
    ends = {
        "chain": [(n, n + 1) for n in range(size - 1)],
        "star": [(n, 0) for n in range(1, size)],
        "circle": [(n, (n + 1) % size) for n in range(size)],
        "fan": [(n, m) for n in range(size // 2) for m in range(size // 2, size)],
    }[shape]
    boxes_ = tuple(SystemBox(f"b{n}", LONG, LONG, main=n == 0, island=n == 1) for n in range(size))
    flows = tuple(SystemFlow(f"b{a}", f"b{b}", "manual") for a, b in ends)
    spec = SiloMapSpec("t", "d", (*boxes_, SystemBox("alone", LONG)), flows, (LONG, LONG, LONG, LONG, LONG))
    svg = draw(spec)
    assert_apart(svg)
    rects = [
        tuple(float(node.get(key, 0)) for key in ("x", "y", "width", "height"))
        for node in ET.fromstring(svg).iter(f"{SVG}rect")
        if float(node.get("width", 0)) > 40
    ]
    for index, (x, y, wide, high) in enumerate(rects):
        for x2, y2, wide2, high2 in rects[index + 1 :]:
            assert x + wide <= x2 or x2 + wide2 <= x or y + high <= y2 or y2 + high2 <= y
