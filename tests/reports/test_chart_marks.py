"""Marks and their words: no line through a label, no number on a bar, every label beside what it names."""

import math
import re
from dataclasses import replace
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest

from reports import plan_figures
from reports.charts import IndexBandSpec, LeveragePoint, LeverageSpec, ProfitRangeSpec, ProfitRow, draw
from reports.charts.metrics import width
from reports.reading import Reading

SVG = "{http://www.w3.org/2000/svg}"
UPRIGHT = re.compile(r"M([\d.-]+) ([\d.-]+)V([\d.-]+)$")
DIAMOND = re.compile(r"M([\d.-]+) ([\d.-]+)L([\d.-]+) ([\d.-]+)L")
BAND = IndexBandSpec(
    "t",
    "d",
    (20, 40, 60, 80),
    ("On people", "Scattered", "Rules", "Linked", "Evolving"),
    None,
    verified_label="verified",
)
LEVERAGE = LeverageSpec("t", "d", (), "value", "use", "overlooked", "top", "size")


def texts(svg):
    """Return what is written: words, left, right and baseline on paper, where every text starts at its x."""
    for node in ET.fromstring(svg).iter(f"{SVG}text"):
        x, wide = float(node.get("x")), width(node.text, float(node.get("font-size")))
        yield node.text, x, x + wide, float(node.get("y")), float(node.get("font-size"))


@pytest.mark.parametrize("value", [1, 19, 21, 22.9, 37.4, 39.9, 59, 79, 99])
@pytest.mark.parametrize("wide", [313, 460, 665])
def test_no_line_of_the_index_band_runs_through_the_name_of_a_level(value, wide):
    level = min(int(value // 20) + 1, 5)
    svg = draw(replace(BAND, value=value, claimed=value + 0.7, level=level, width=wide), "paper")
    lines = [UPRIGHT.match(path.get("d")) for path in ET.fromstring(svg).iter(f"{SVG}path")]
    for x, top, bottom in (map(float, line.groups()) for line in lines if line):
        for words, left, right, base, size in texts(svg):
            through = left - 1 < x < right + 1 and top < base and bottom > base - size * 0.75
            assert not through, (value, words)


@pytest.mark.parametrize("rows", [(218, 9.2, 441, -602), (8130, 5860, 10500, -553), (40, -900, 990, -950)])
def test_the_numbers_of_a_profit_range_stand_beside_its_bar(rows):
    median, low, high, stress = (round(row * 100_000) for row in rows)
    spec = ProfitRangeSpec(
        "t",
        "d",
        (ProfitRow("plan", "as planned", median, low, high), ProfitRow("stress", "if only 44%", stress, hot=True)),
        1000,
    )
    for group in ET.fromstring(draw(spec, "paper")).iter(f"{SVG}g"):
        number = max(texts(ET.tostring(group, "unicode")), key=lambda text: text[1])
        bar = next(rect for rect in group.iter(f"{SVG}rect") if rect.get("height") == "14")
        assert number[1] >= float(bar.get("x")) + float(bar.get("width")) + 3
        assert number[2] <= spec.width + 1


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_a_gate_is_named_right_beside_its_diamond(dossier, locale):
    spec = plan_figures.gantt(Reading(dossier, locale), dossier.snapshot.plan)
    spec = replace(spec, span=(spec.dates[0], max(row.finish for row in spec.rows)))  # no month to spare
    svg = draw(spec, "paper")
    centres = [
        (float(found[1]), float(found[4]))
        for path in ET.fromstring(svg).iter(f"{SVG}path")
        if (found := DIAMOND.match(path.get("d"))) and float(found[4]) - float(found[2]) == pytest.approx(4.5, abs=0.11)
    ]
    labels = {m.label for m in spec.milestones}
    assert labels
    gates = [text for text in texts(svg) if text[0] in labels]
    assert len(gates) == len(spec.milestones)
    for words, left, _right, base, _size in gates:
        assert any(0 < left - x <= 9 and abs(base - y) < 6 for x, y in centres), words


@pytest.mark.parametrize("count", [8, 14, 20])
def test_circles_of_resources_lie_apart_and_each_moved_one_points_to_its_place(count):
    crowd = tuple(LeveragePoint(n + 1, f"r{n}", f"R{n}", 4.5, 0.05, n % 6, hot=n < 3) for n in range(count))
    root = ET.fromstring(draw(replace(LEVERAGE, points=crowd), "paper"))
    drawn = [
        tuple(float(circle.get(name)) for name in ("cx", "cy", "r"))
        for group in root.iter(f"{SVG}g")
        for circle in group.iter(f"{SVG}circle")
        if float(circle.get("r")) > 5
    ]
    assert len(drawn) == count
    for (ax, ay, a), (bx, by, b) in combinations(drawn, 2):
        assert math.hypot(ax - bx, ay - by) >= a + b
    assert all(a <= x <= LEVERAGE.width - a for x, _, a in drawn)
    dots = [circle for circle in root.iter(f"{SVG}circle") if float(circle.get("r")) < 2]
    assert len(dots) == count - 1
