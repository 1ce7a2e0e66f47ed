import math
from fractions import Fraction

import pytest

from scoring import score
from scoring.coverage import node_coverage
from scoring.means import mean


def nodes(plant, children, answers, **more):
    return score(plant(children, **more), answers).nodes


def test_weights_are_normalised_inside_each_parent(plant, say):
    tree = {"index": {"a": 2, "b": 2}, "a": {"A1": 3, "A2": 1}, "b": {"B1": 5}}
    made = nodes(plant, tree, [say("A1", 5), say("A2", 1), say("B1", 3)])
    assert (made["a"].score, made["index"].score) == (Fraction(3, 4), Fraction(5, 8))
    assert made["A1"].effective_weight == Fraction(3, 8)
    assert made["a"].bottleneck == "A2"


def test_every_node_may_have_its_own_mean(plant, say):
    tree = {"index": {"a": 1}, "a": {"A1": 1, "A2": 1}}
    answers = [say("A1", 2), say("A2", 5)]
    assert nodes(plant, tree, answers, p={"a": 0})["a"].score == Fraction(1, 2)
    assert nodes(plant, tree, answers, p={"a": -math.inf})["a"].score == Fraction(1, 4)
    assert nodes(plant, tree, answers)["a"].imbalance == Fraction(5, 8) - Fraction(1, 2)


def test_an_approved_na_hands_its_weight_to_its_siblings_only(plant, say):
    tree = {"index": {"a": 1, "b": 1}, "a": {"A1": 1, "A2": 1}, "b": {"B1": 1}}
    answers = [say("A1", 5), say("B1", 3), say("A2", state="not_applicable", approver="lead")]
    made = nodes(plant, tree, answers)
    assert (made["a"].score, made["b"].score, made["index"].score) == (1, Fraction(1, 2), Fraction(3, 4))
    assert [made[n].effective_weight for n in ("A1", "A2", "B1")] == [Fraction(1, 2), 0, Fraction(1, 2)]


def test_a_node_without_anything_applicable_does_not_apply(plant, say):
    tree = {"index": {"a": 1, "b": 1}, "a": {"A1": 1}, "b": {"B1": 1}}
    made = nodes(plant, tree, [say("A1", state="not_applicable", approver="lead"), say("B1", 4)])
    assert (made["a"].score, made["a"].effective_weight, made["index"].score) == (None, 0, Fraction(3, 4))


def test_a_missing_child_keeps_its_weight_and_opens_the_bounds(plant, say):
    tree = {"index": {"A": 2, "B": 1}}
    made = nodes(plant, tree, [say("A", 3)])["index"]
    assert (made.score, made.coverage) == (Fraction(1, 2), Fraction(2, 3))
    assert made.bounds == (Fraction(1, 3), Fraction(2, 3))
    assert made.contributions == {"A": Fraction(1, 2)}


def test_a_node_below_sixty_percent_has_no_number_and_is_missing_above(plant, say):
    tree = {"index": {"a": 1, "b": 2}, "a": {"A1": 1, "A2": 1}, "b": {"B1": 1}}
    made = nodes(plant, tree, [say("A1", 5), say("B1", 3)])
    assert (made["a"].score, made["a"].coverage, made["a"].bounds) == (None, Fraction(1, 2), (Fraction(1, 2), 1))
    assert (made["index"].score, made["index"].coverage) == (Fraction(1, 2), Fraction(5, 6))
    assert made["index"].bounds == (Fraction(1, 2), Fraction(2, 3))


def test_nothing_answered_is_no_zero(plant):
    made = nodes(plant, {"index": {"A": 1}}, [])["index"]
    assert (made.score, made.claimed, made.bounds, made.bottleneck, made.imbalance) == (None, None, (0, 1), None, None)


def test_weight_zero_means_zero(plant, say):
    tree = {"index": {"A": 1, "B": 0}}
    made = nodes(plant, tree, [say("A", 2), say("B", 5)])
    assert (made["index"].score, made["B"].effective_weight, made["B"].score) == (Fraction(1, 4), 0, 1)
    assert made["index"].bottleneck == "A"


def test_a_root_that_is_a_capability(plant, say):
    tree = plant({"index": {"A": 1}})
    alone = type(tree)(tree.nodes[:1], tree.cuts, (), tree.group_weights, tree.evidence)
    assert score(alone, [say("index", 4)]).index.score == Fraction(3, 4)


@pytest.mark.parametrize("p", [1, 0, -2])
def test_the_bounds_hold_the_score(p, plant, say):
    tree = {"index": {"A": 1, "B": 1, "C": 3}}
    made = nodes(plant, tree, [say("A", 3), say("C", 2)], p={"index": p})["index"]
    assert made.bounds[0] <= made.score <= made.bounds[1]
    assert made.bounds[1] == mean(
        {"A": Fraction(1, 2), "B": Fraction(1), "C": Fraction(1, 4)}, {"A": 1, "B": 1, "C": 3}, p
    )


def test_node_coverage_is_weighted():
    assert node_coverage({"a": Fraction(1), "b": Fraction(0)}, {"a": 3, "b": 1}) == Fraction(3, 4)
