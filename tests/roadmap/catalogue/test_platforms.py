"""The example platforms: every module with its depth and condition, scored by the one rubric, complete for a comparison."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from questionnaires import load_library
from roadmap import check_catalogue, load_catalogue, platform_fit
from roadmap.catalogue import LIBRARY, NO_MODULE
from roadmap.fit import WEIGHTS
from roadmap.platforms import Platform
from tests.roadmap.pipeline.little import gap

CATALOGUE = load_catalogue()
PLATFORMS = tuple(CATALOGUE.platforms.values())
BANDS = {"A": (0, 20_000), "B": (20_000, 100_000), "C": (100_000, 500_000), "D": (500_000, 10**9)}
DEPTHS = """
    MEMB 3 2 2
    CDP  2 1 2
    BI   2 2 2
    TAG  3 2 2
    CONT 3 1 1
    GUIDE 3 1 2
    SVC  2 2 2
    MKT  3 1 3
    AUTO 2 3 2
    COMM 2 0 2
    LIVE 1 0 3
    MALL 3 3 3
    DIST 2 1 1
    LIB  1 2 1
    POS  2 2 3
    ERP  1 3 3
    FIN  2 2 2
    INT  2 3 3
    OPS  1 2 2
    GOV  2 2 2
"""
"""Depth on suite, composed and hub; where the domain gives a range, the lower."""


@pytest.fixture(params=PLATFORMS, ids=lambda platform: platform.id)
def platform(request) -> Platform:
    return request.param


def test_depths_are_those_of_the_domain():
    for line in DEPTHS.split("\n"):
        if line.strip():
            module, *depths = line.split()
            found = [
                CATALOGUE.platforms[p].modules[module].depth for p in ("suite_generic", "composed_open", "hub_existing")
            ]
            assert found == [int(depth) for depth in depths], module


def test_a_range_is_written_low_with_what_makes_it_more():
    content = CATALOGUE.platforms["hub_existing"].modules["CONT"]
    groups = CATALOGUE.platforms["composed_open"].modules["COMM"]
    assert (content.depth, groups.depth) == (1, 0)
    for module in (content, groups):
        assert module.condition is not None


def test_every_module_says_what_it_is_and_what_it_costs(platform):
    assert set(platform.modules) == set(CATALOGUE.modules) - set(NO_MODULE)
    for module in platform.modules.values():
        assert module.note is not None, module.id
        assert module.price_model
        assert module.price_as_of >= "2026-01"
        assert module.yearly_fee is not None
        low, high = BANDS[module.price_band]
        assert low * 100 <= module.yearly_fee.base < high * 100 or module.yearly_fee.base == 0
        assert module.depth > 0 or module.yearly_fee.high == 0  # nothing is paid for what is not there


def test_all_fees_together_lie_in_the_bands_named(platform):
    """The composed platform's fees include hosting, which its bands leave out; hence the margin of a half."""
    assert platform.fee_bands is not None
    low, high = BANDS[platform.fee_bands[0]][0], BANDS[platform.fee_bands[1]][1]
    total = sum(module.yearly_fee.base for module in platform.modules.values() if module.yearly_fee) / 100
    assert low <= total <= high * (1.5 if platform.kind == "composed" else 1.0)


def test_the_lines_are_those_of_the_rubric(platform):
    lines = {"P1": platform.philosophy, "P3": platform.openness, "P4": platform.growth}
    for criterion, written in lines.items():
        standards = {standard.id: standard.name for standard in CATALOGUE.rubric[criterion].lines}
        assert tuple(line.id for line in written) == CATALOGUE.rubric[criterion].judged
        assert all(line.name == standards[line.id] for line in written)
        assert all(line.why.zh.endswith("。") and line.why.en.endswith(".") for line in written)


def test_philosophy_and_openness_are_scored_as_the_domain_says():
    scores = {
        platform.id: (
            round(sum(line.score for line in platform.philosophy) / len(platform.philosophy)),
            round(sum(line.score for line in platform.openness) / len(platform.openness)),
        )
        for platform in PLATFORMS
    }
    assert scores == {"suite_generic": (3, 2), "composed_open": (2, 4), "hub_existing": (2, 3)}


def test_four_questions_with_the_weights_the_fit_uses():
    assert {key: criterion.weight / 100 for key, criterion in CATALOGUE.rubric.items()} == dict(WEIGHTS)
    computed = [line.id for criterion in CATALOGUE.rubric.values() for line in criterion.lines if line.computed]
    assert computed == ["coverage", "connectors"]
    assert CATALOGUE.rubric["P2"].judged == ()


def test_every_line_words_nothing_half_and_full():
    for criterion in CATALOGUE.rubric.values():
        for line in criterion.lines:
            for locale in ("zh", "en"):
                assert len({line.none.in_(locale), line.half.in_(locale), line.full.in_(locale)}) == 3


def test_interfaces_work_and_people_are_named(platform):
    assert len({interface.id for interface in platform.interfaces}) == len(platform.interfaces) >= 4
    out = {o for interface in platform.interfaces if interface.direction != "in" for o in interface.objects}
    assert {"member", "order"} <= out  # or it would be knocked out
    assert platform.exports_members_and_orders
    assert set(platform.connectors) <= set(load_library().framework.code_lists["tool_category"])
    assert platform.implementation is not None
    assert len(platform.risks) >= 3


def test_work_to_get_it_running_is_that_of_the_domain():
    weeks = {p.id: (p.implementation.low, p.implementation.high) for p in PLATFORMS if p.implementation}
    assert weeks == {"suite_generic": (8, 20), "composed_open": (30, 60), "hub_existing": (15, 30)}


def test_every_platform_can_be_compared(platform):
    found = platform_fit(platform, [gap("MEM2"), gap("SAL1"), gap("STR1")], [])
    assert all(0 <= share <= 100 for share in found.values())
    assert found["knocked_out"] == 0


def test_what_the_open_parts_do_not_offer_has_another_way():
    missing = [module.id for module in CATALOGUE.platforms["composed_open"].modules.values() if module.depth == 0]
    for module in missing:
        assert any(p.modules[module].depth >= 2 for p in PLATFORMS)


def own_platform(folder: Path, **changes: Any) -> list[str]:
    """Check the pack with a client's platform laid over it: a copy of the suite, changed."""
    whole = yaml.safe_load((LIBRARY / "platforms/suite_generic.yaml").read_text("utf-8"))
    path = folder / "roadmap" / "platforms" / "own.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(yaml.safe_dump({**whole, "id": "own", **changes}, allow_unicode=True), "utf-8")
    return [finding.code for finding in check_catalogue(folder)]


@pytest.mark.parametrize(
    ("key", "lines"),
    [
        ("philosophy", ["need", "identity"]),  # one missing
        ("openness", ["api_rw", "events", "bulk_export", "docs", "weather"]),  # one unknown, one missing
        ("growth", ["releases", "add_ons", "capacity", "exit", "connectors"]),  # one that is computed
    ],
)
def test_a_platform_with_other_lines_than_the_rubric_is_found(tmp_path, key, lines):
    rows = [{"id": line, "score": 2, "why": {"zh": "说明。", "en": "Reason."}} for line in lines]
    assert set(own_platform(tmp_path, **{key: rows})) == {"R031"}


def test_a_connector_to_nothing_known_is_found(tmp_path):
    assert own_platform(tmp_path, connectors=["pos", "telepathy"]) == ["R032"]


def test_bands_upside_down_are_found(tmp_path):
    assert own_platform(tmp_path, fee_bands=["C", "B"]) == ["R033"]


def test_weights_that_do_not_sum_to_a_hundred_are_found(tmp_path):
    path = tmp_path / "roadmap" / "rubric.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("criteria:\n  - {id: P1, weight: 30}\n", "utf-8")
    assert [finding.code for finding in check_catalogue(tmp_path)] == ["R031"]
