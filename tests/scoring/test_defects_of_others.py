"""Defects seen in other assessment tools, each turned into a test of ours."""

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest

from questionnaires import load_library
from scoring import Profile, score, tree_from_framework
from scoring.tree import Gate, ShareAtLeast


def shown(value: Fraction) -> str:
    """Round for display: half up, one decimal."""
    return str((Decimal(value.numerator) / value.denominator).quantize(Decimal("0.1"), ROUND_HALF_UP))


def test_nothing_is_truncated_on_the_way(plant, say):
    # (4 + 4 + 4.5 + 5) / 4 = 4.375 is shown as 4.4, and a mean of 2.99 stays 2.99
    made = score(plant({"index": {"A": 1}}), [say("A", v, unit=f"s{i}") for i, v in enumerate((4, 4, 4.5, 5))])
    assert made.capabilities["A"].level == Fraction(35, 8)
    assert shown(made.capabilities["A"].level) == "4.4"


@pytest.mark.parametrize(("heavy", "light", "points"), [(5, 1, 75), (1, 5, 25), (5, 5, 100)])
def test_weights_do_not_saturate(heavy, light, points, plant, say):
    sheet = score(plant({"index": {"heavy": 3, "light": 1}}), [say("heavy", heavy), say("light", light)])
    assert sheet.index.score * 100 == points


def test_weight_zero_is_not_taken_for_one(plant, say):
    sheet = score(plant({"index": {"A": 1, "B": 0}}), [say("A", 1), say("B", 5)])
    assert sheet.index.score == 0


def test_the_weights_at_the_top_count(plant, say):
    tree = {"index": {"a": 3, "b": 1}, "a": {"A": 1}, "b": {"B": 1}}
    assert score(plant(tree), [say("A", 5), say("B", 1)]).index.score == Fraction(3, 4)


@pytest.mark.parametrize("state", ["blank", "dont_know"])
def test_a_blank_is_not_zero_and_does_not_zero_its_node(state, plant, say):
    tree = plant({"index": {"A": 1, "B": 1, "C": 1}})
    sheet = score(tree, [say("A", 4), say("B", 4), say("C", state=state)])
    assert (sheet.index.score, sheet.index.coverage) == (Fraction(3, 4), Fraction(2, 3))


def test_na_is_out_of_the_score_and_out_of_the_denominator_of_a_gate(plant, say):
    gate = Gate(2, share_at_least=(ShareAtLeast(Fraction(4), Fraction(1)),))
    na = say("B", state="not_applicable", approver="lead")
    sheet = score(plant({"index": {"A": 1, "B": 1}}, gates=[gate]), [say("A", 4), na])
    assert (sheet.index.score, sheet.attained.level) == (Fraction(3, 4), 4)


@pytest.mark.parametrize("tenths", range(10, 51))
def test_bands_have_no_holes(tenths, plant, say):
    tree = plant({"index": {"A": 1}})
    for hundredth in (0, 5):
        level = tenths / 10 + hundredth / 100
        if level <= 5:
            assert score(tree, [say("A", level)]).attained.level in {1, 2, 3, 4, 5}


def test_only_one_level_is_attained(plant, say):
    sheet = score(plant({"index": {"A": 1}}), [say("A", 5)])
    assert sheet.attained.level == 5
    assert all(c.holds for c in sheet.attained.conditions)


def test_a_high_level_alone_is_not_a_high_level(plant, say):
    """Level-3 things done while level-1 things are not: the index is the same, the attained level is not."""
    gate = Gate(3, min_capability={"basics": Fraction(3)})
    tree = plant({"index": {"basics": 1, "extras": 1}}, gates=[gate])
    sound = score(tree, [say("basics", 3), say("extras", 3)])
    hollow = score(tree, [say("basics", 1), say("extras", 5)])
    assert sound.index.score == hollow.index.score
    assert (sound.attained.level, hollow.attained.level) == (3, 2)


def test_there_is_credit_on_the_way_to_the_top(plant, say):
    assert score(plant({"index": {"A": 1}}), [say("A", 2)]).index.score == Fraction(1, 4)


def test_a_missing_group_is_missing_and_not_zero(plant, say):
    tree = plant({"index": {"A": 1}})
    assert score(tree, [say("A", 4, "V"), say("A", group="D")]).capabilities["A"].level == 4


def test_adding_a_mild_problem_never_improves_anything(plant, say):
    tree = plant({"index": {"A": 1, "B": 1}})
    before = score(tree, [say("A", 2), say("B", 2)])
    after = score(tree, [say("A", 2), say("B", 2), say("B", 1.5, unit="s2")])
    assert after.index.score < before.index.score


def test_translating_the_framework_changes_no_score(say):
    framework = load_library().framework
    swapped = replace(
        framework,
        capabilities={
            c: replace(capability, name=replace(capability.name, zh="同名", en="same"))
            for c, capability in framework.capabilities.items()
        },
    )
    answers = [say(c, 1 + i % 5) for i, c in enumerate(framework.capabilities)]
    one, two = (score(tree_from_framework(f, Profile()), answers) for f in (framework, swapped))
    assert one.digest == two.digest


def test_a_framework_that_drops_a_capability_keeps_the_answers(say):
    framework = load_library().framework
    answers = [say(c, 3) for c in framework.capabilities]
    smaller = tree_from_framework(framework, capabilities=[c for c in framework.capabilities if c != "STR6"])
    sheet = score(smaller, answers)
    assert sheet.n_answers == 62
    assert [r.params["capabilities"] for r in sheet.warnings if r.code == "outside_the_tree"] == [("STR6",)]
