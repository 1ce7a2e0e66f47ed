"""Platform fit: the four questions, needs only, connectors to this client's systems, the knock-out."""

from typing import Any

import pytest

from roadmap import load_catalogue, platform_fit
from roadmap.situation import SystemEntry
from tests.roadmap.pipeline.little import catalogue, gap, initiative, lines, module, platform

KNOWN = catalogue(
    initiative("I-SAL90", "Y0→4 platform", module="M"),
    initiative("I-SAL91", "Y1→4 platform, Y2→4 platform", module="N"),
    initiative("I-STR90", "A1→4 people"),
)
GAPS = [gap("Y0", priority=0.3), gap("Y1", priority=0.1), gap("A1", priority=0.6)]
SYSTEMS = [SystemEntry("till", "pos", "Till"), SystemEntry("shop", "mall", "Shop")]


def fit(changed: Any, systems: Any = SYSTEMS) -> Any:
    return platform_fit(changed, GAPS, systems, KNOWN)


def test_four_questions_by_hand():
    """P1 2/4; P2 0.3 of the 0.4 that need a module; P3 4/4 × 1 of 2 systems; P4 2/4.

    Total 0.2·50 + 0.25·75 + 0.35·50 + 0.2·50 = 56.25.
    """
    found = fit(platform(modules=[module("M", 2), module("N", 1)]))
    assert found == {"P1": 50.0, "P2": 75.0, "P3": 50.0, "P4": 50.0, "total": 56.2, "knocked_out": 0.0}


def test_a_feature_nobody_needs_earns_nothing():
    rich = platform(modules=[module("M", 2), module("N", 1, overrides={"Y2": 3}), module("O", 3)])
    assert fit(rich)["P2"] == 75.0


def test_overrides_count_for_their_capability():
    assert fit(platform(modules=[module("M", 1, overrides={"Y0": 2}), module("N", 1)]))["P2"] == 75.0


def test_a_missing_module_is_depth_nothing():
    assert fit(platform(modules=[]))["P2"] == 0.0


def test_without_needs_and_systems_nothing_is_missing():
    found = platform_fit(platform(openness=lines(2, 2, 2, 2, 2)), [gap("A1")], [], KNOWN)
    assert (found["P2"], found["P3"]) == (100.0, 50.0)


def test_data_that_cannot_leave_knocks_out():
    found = fit(platform(exports_members_and_orders=False, modules=[module("M", 3)]))
    assert (found["total"], found["knocked_out"]) == (0.0, 1.0)
    assert found["P1"] == 50.0


def test_a_platform_without_a_rubric_scores_nothing_there():
    assert fit(platform(philosophy=()))["P1"] == 0.0


@pytest.mark.parametrize("ident", ["composed_open", "hub_existing", "suite_generic"])
def test_built_in_platforms(ident: str):
    found = platform_fit(load_catalogue().platforms[ident], [gap("MEM2"), gap("STR1")], SYSTEMS)
    assert all(0 <= share <= 100 for share in found.values())
    assert found["P2"] == 100.0
