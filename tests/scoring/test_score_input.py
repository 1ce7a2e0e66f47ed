"""What scoring refuses, by code and place."""

from dataclasses import replace
from fractions import Fraction

import pytest

from questionnaires import load_library
from scoring import Adjudication, Profile, ScoringInputError, score, tree_from_framework
from scoring.errors import REFUSALS
from scoring.tree import Gate, Node, ShareAtLeast

TREE = {"index": {"A": 1}}


def refusal(work):
    with pytest.raises(ScoringInputError) as caught:
        work()
    return caught.value.code, caught.value.path


@pytest.mark.parametrize(
    ("nodes", "code", "path"),
    [
        ((Node("r", None), Node("a", "r"), Node("a", "r")), "twice", "framework.nodes[2].id"),
        ((Node("r", None), Node("a", "r", Fraction(-1))), "negative_weight", "framework.nodes[1].weight"),
        ((Node("r", None), Node("a", "x")), "unknown_node", "framework.nodes[1].parent"),
        ((Node("r", None), Node("a", None)), "not_one_root", "framework.nodes"),
        ((Node("a", "b"), Node("b", "a")), "not_one_root", "framework.nodes"),
        ((Node("r", None), Node("a", "b"), Node("b", "a")), "circle", "framework.nodes"),
    ],
)
def test_what_is_no_tree(nodes, code, path, plant):
    assert refusal(lambda: score(replace(plant(TREE), nodes=nodes), [])) == (code, path)


@pytest.mark.parametrize(
    ("gate", "code", "path"),
    [
        (Gate(2, min_node={"x": Fraction(1)}), "unknown_node", "gates[0].min_node"),
        (Gate(2, min_capability={"index": Fraction(1)}), "unknown_capability", "gates[0]"),
        (Gate(2, share_at_least=(ShareAtLeast(Fraction(1), Fraction(1), ("x",)),)), "unknown_capability", "gates[0]"),
    ],
)
def test_gates_on_what_is_not_there(gate, code, path, plant):
    assert refusal(lambda: score(plant(TREE, gates=(gate,)), [])) == (code, path)


@pytest.mark.parametrize("value", [0, 5.1, None])
def test_a_value_off_the_scale(value, plant, say):
    answer = replace(say("A", 3, answer="x"), value=value)
    assert refusal(lambda: score(plant(TREE), [answer])) == ("off_scale", "answers.x.value")


def test_one_answer_twice(plant, say):
    twice = [say("A", 3, answer="y"), say("A", 3, answer="x"), say("A", 4, answer="x", unit="s2")]
    assert refusal(lambda: score(plant(TREE), twice)) == ("twice", "answers.x")


@pytest.mark.parametrize(
    ("capability", "level", "times", "code", "path"),
    [
        ("index", 3, 1, "unknown_capability", "adjudications[0].capability"),
        ("A", 3, 2, "twice", "adjudications[1].capability"),
        ("A", 6, 1, "off_scale", "adjudications[0].level"),
    ],
)
def test_adjudications(capability, level, times, code, path, plant):
    rulings = [Adjudication(capability, level, "t", "a", "d")] * times
    assert refusal(lambda: score(plant(TREE), [], adjudications=rulings)) == (code, path)


@pytest.mark.parametrize(
    ("profile", "capabilities", "path"),
    [
        (Profile({"XXX": Fraction(1)}), None, "profile.dimension_weights.XXX"),
        (Profile(capability_weights={"STR9": Fraction(1)}), None, "profile.capability_weights.STR9"),
        (Profile(split={"middle": Fraction(1)}), None, "profile.split.middle"),
        (None, ["STR9"], "capabilities.STR9"),
    ],
)
def test_a_profile_on_unknown_ids(profile, capabilities, path):
    framework = load_library().framework
    assert refusal(lambda: tree_from_framework(framework, profile, capabilities)) == ("not_in_pack", path)


def test_every_refusal_is_worded_in_both_languages():
    params = dict.fromkeys(("value", "limit", "low", "high", "level", "top", "id", "known", "found"), "x")
    for code in REFUSALS:
        error = ScoringInputError("here", code, **params)
        assert error.sentence("en").startswith("here: ")
        assert str(error) == error.sentence()
        assert error.sentence("zh").startswith("here\uff1a")
        assert "{" not in error.sentence("zh") + error.sentence("en")
