from dataclasses import replace
from fractions import Fraction

import pytest

from questionnaires import load_library
from scoring import Profile, Targets, default_targets, find_gaps, score, tree_from_framework

TREE = {"index": {"A": 3, "B": 1}}


@pytest.fixture
def sheet(plant, say):
    return score(plant(TREE), [say("A", 2, answer="a"), say("B", 1, answer="b")])


def test_priority_by_hand(sheet):
    # A: (3 − 2)/4 · 3/4 = 3/16; B: (3 − 1)/4 · 1/4 = 1/8
    gaps = find_gaps(sheet, Targets({"A": Fraction(3), "B": Fraction(3)}))
    assert [(g.capability, g.priority, g.size, g.answers) for g in gaps] == [
        ("A", Fraction(3, 16), 1, ("a",)),
        ("B", Fraction(1, 8), 2, ("b",)),
    ]


def test_opportunity_and_stability_scale_it(sheet):
    gaps = find_gaps(sheet, Targets({"A": Fraction(3), "B": Fraction(3)}), {"B": 2.5}, {"A": 0.5})
    assert [(g.capability, g.priority) for g in gaps] == [("B", Fraction(5, 16)), ("A", Fraction(3, 32))]


def test_a_gap_begins_at_half_a_level(sheet):
    assert [g.capability for g in find_gaps(sheet, Targets({"A": Fraction(5, 2), "B": Fraction(149, 100)}))] == ["A"]


def test_without_level_or_target_there_is_no_gap(plant, say):
    sheet = score(plant(TREE), [say("A", 2)])
    assert find_gaps(sheet, Targets({"B": Fraction(4)})) == ()


def test_a_sheet_without_its_trace_is_on_five_levels(sheet):
    assert find_gaps(replace(sheet, trace=None), Targets({"A": Fraction(3)}))[0].priority == Fraction(3, 16)


@pytest.fixture(scope="module")
def tree():
    return tree_from_framework(load_library().framework)


def targets_of(tree, weights, **more):
    levels = default_targets(tree, Profile({d: Fraction(w) for d, w in weights.items()}), **more).levels
    return {d: levels[f"{d}1"] for d in ("OPS", "MEM", "SAL", "SVC", "MKT", "RES", "BIZ")}


def test_targets_are_four_in_the_three_heaviest_areas(tree):
    made = targets_of(tree, {"MEM": 20, "SAL": 30, "SVC": 10, "MKT": 15, "RES": 12, "BIZ": 8, "OPS": 90})
    assert made == {"OPS": 3, "MEM": 4, "SAL": 4, "SVC": 3, "MKT": 4, "RES": 3, "BIZ": 3}


def test_a_tie_may_raise_four_but_never_five(tree):
    four = targets_of(tree, {"MEM": 20, "SAL": 30, "SVC": 15, "MKT": 15, "RES": 12, "BIZ": 8})
    assert [d for d, level in four.items() if level == 4] == ["MEM", "SAL", "SVC", "MKT"]
    five = targets_of(tree, {"MEM": 20, "SAL": 30, "SVC": 15, "MKT": 15, "RES": 15, "BIZ": 8})
    assert [d for d, level in five.items() if level == 4] == ["MEM", "SAL"]


def test_equal_weights_raise_none(tree):
    assert set(default_targets(tree).levels.values()) == {3}


def test_a_target_is_never_above_what_can_be_reached(tree):
    made = default_targets(tree, Profile({"MEM": Fraction(9)}), reachable={"MEM1": Fraction(2)})
    assert (made.levels["MEM1"], made.levels["STR1"]) == (2, 3)


def test_a_tree_with_two_areas_raises_both(plant):
    tree = plant(
        {"index": {"areas": 1}, "areas": {"a": 1, "b": 1, "c": 0}, "a": {"A1": 1}, "b": {"B1": 1}, "c": {"C1": 1}}
    )
    assert default_targets(tree).levels == {"A1": 4, "B1": 4, "C1": 3}
