"""The cross-walk to the official index: its sixteen scenarios, honest grades of fit, and what our scores say of them."""

from fractions import Fraction

import pytest

from assessment.checks import check_content
from assessment.crosswalk import Crosswalk, Scenario, read_scenarios
from questionnaires import LocaleText

SCENARIOS = {
    "product": "产品设计 工艺设计 营销管理 售后服务",
    "production": "计划排程 生产管控 质量管理 设备管理 安全生产 能耗管理",
    "supply": "采购管理 仓储物流",
    "management": "财务管理 人力资源 协同办公 决策支持",
}
CLOSE = {"marketing", "after_sales", "warehousing", "decisions"}
NONE = {"product_design", "process_design", "equipment", "safety", "energy"}
TEXT = LocaleText("文", "text")
OFFICIAL = {level: LocaleText(f"官方 {level} 级", f"official level {level}") for level in range(5)}
FILE = "assessment__crosswalk__miit2024"


def test_the_sixteen_scenarios_in_their_four_groups(pack):
    found = {chain: " ".join(s.name.zh for s in pack.crosswalk.scenarios if s.chain == chain) for chain in SCENARIOS}
    assert found == SCENARIOS
    assert tuple(pack.crosswalk.chains) == tuple(SCENARIOS)
    assert len({s.id for s in pack.crosswalk.scenarios}) == 16


def test_what_fits_and_what_does_not(pack):
    fits = {s.id: s.fit for s in pack.crosswalk.scenarios}
    assert {ident for ident, fit in fits.items() if fit == "close"} == CLOSE
    assert {ident for ident, fit in fits.items() if fit == "none"} == NONE
    assert all(bool(s.capabilities) is (s.fit != "none") for s in pack.crosswalk.scenarios)
    named = {c for s in pack.crosswalk.scenarios for c in s.capabilities}
    assert named <= set(pack.library.framework.capabilities)
    assert {c[:3] for c in named} >= {"SAL", "MKT", "SVC", "BIZ"}


def test_every_official_level_has_its_name_in_the_content(pack):
    walk = pack.crosswalk
    assert set(walk.official) == {0, *walk.levels.values()}
    assert walk.official[2].en == "official level 2 (one system, standardised)"


def test_it_is_marked_as_indicative(pack):
    assert pack.crosswalk.edition == "2024"
    assert "仅供参考" in pack.crosswalk.caveat.zh
    assert "Indicative only" in pack.crosswalk.caveat.en
    assert all(s.note.zh and s.note.en for s in pack.crosswalk.scenarios)


def scenario(*capabilities: str, ident: str = "s") -> Scenario:
    return Scenario(ident, "c", TEXT, "close" if capabilities else "none", capabilities, TEXT)


def crosswalk(*scenarios: Scenario) -> Crosswalk:
    return Crosswalk("x", TEXT, "2024", TEXT, TEXT, {"c": TEXT}, {2: 1, 3: 2, 4: 3, 5: 4}, OFFICIAL, scenarios)


@pytest.mark.parametrize(
    ("levels", "official", "scored"),
    [
        ({"A1": Fraction(1), "A2": Fraction(1)}, 0, 2),  # below the lowest official level
        ({"A1": Fraction(2), "A2": Fraction(2)}, 1, 2),
        ({"A1": Fraction(3), "A2": Fraction(4)}, 2, 2),  # 3.5 is a level 3, levels being cumulative
        ({"A1": Fraction(4), "A2": Fraction(4)}, 3, 2),
        ({"A1": Fraction(5), "A2": Fraction(5)}, 4, 2),
        ({"A1": Fraction(4), "A2": None}, 3, 1),  # what was not scored does not count
        ({"A1": None}, None, 0),
        ({}, None, 0),
    ],
)
def test_the_official_level_our_scores_point_to(levels, official, scored):
    (found,) = read_scenarios(crosswalk(scenario("A1", "A2")), levels)
    assert (found.level, found.scored) == (official, scored)


def test_a_scenario_without_our_capabilities_says_nothing():
    (found,) = read_scenarios(crosswalk(scenario()), {"A1": Fraction(5)})
    assert (found.level, found.scored) == (None, 0)


def test_the_sample_can_be_read(pack, sample):
    from assessment.wave import score_wave

    sheet = score_wave(sample.profile, sample.work, pack)
    found = read_scenarios(pack.crosswalk, {c: s.level for c, s in sheet.capabilities.items()})
    assert [reading.scenario.id for reading in found] == [s.id for s in pack.crosswalk.scenarios]
    assert all((reading.level is None) is (reading.scenario.fit == "none") for reading in found)
    assert all(reading.level in {None, 0, 1, 2, 3, 4} for reading in found)


def broken(rows: str) -> str:
    return f"id: miit2024\n{rows}"


ONE = "name: {zh: 一, en: one}, note: {zh: 因为, en: because}"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (f"scenarios:\n  - {{id: extra, chain: supply, fit: close, capabilities: [XXX9], {ONE}}}\n", {"A003"}),
        (f"scenarios:\n  - {{id: extra, chain: sales, fit: close, capabilities: [BIZ1], {ONE}}}\n", {"A016"}),
        (f"scenarios:\n  - {{id: extra, chain: supply, fit: none, capabilities: [BIZ1], {ONE}}}\n", {"A016"}),
        (f"scenarios:\n  - {{id: extra, chain: supply, fit: partial, {ONE}}}\n", {"A016"}),
        ("caveat: {zh: 官方评测以系统为准。, en: The official system decides.}\n", {"A016"}),
        ("levels: {5: 5}\n", {"A016"}),
        ("caveat: {zh: 仅供参考, en: 仅供参考 indicative}\n", {"A001"}),
    ],
)
def test_a_crosswalk_that_says_wrong_things_is_found(overlay, text, codes):
    found = [f for f in check_content(overlay(**{FILE: broken(text)})) if f.severity == "error"]
    assert {f.code for f in found} == codes, [str(f) for f in found]
