import math
from fractions import Fraction

import pytest

from scoring.means import FLOOR, contributions, imbalance, mean

EVEN = {"a": 1, "b": 1}


@pytest.mark.parametrize(
    ("p", "expected"),
    [
        (1, Fraction(5, 8)),  # (1/4 + 1) / 2
        (0, Fraction(1, 2)),  # √(1/4 · 1)
        (-1, Fraction(2, 5)),  # 2 / (4 + 1)
        (-math.inf, Fraction(1, 4)),
    ],
)
def test_known_means_come_out_exactly(p, expected):
    assert mean({"a": Fraction(1, 4), "b": Fraction(1)}, EVEN, p) == expected


def test_the_quadratic_mean():
    # √((0.36 + 0.64) / 2) = √½
    assert mean({"a": Fraction(3, 5), "b": Fraction(4, 5)}, EVEN, 2) == pytest.approx(math.sqrt(0.5), abs=1e-15)


@pytest.mark.parametrize("p", [0, -1, -math.inf])
def test_for_p_up_to_zero_values_are_floored_and_all_at_the_floor_is_zero(p):
    assert mean({"a": Fraction(0), "b": Fraction(1, 200)}, EVEN, p) == 0
    assert mean({"a": Fraction(0), "b": Fraction(1)}, EVEN, p) == mean({"a": FLOOR, "b": Fraction(1)}, EVEN, p) > 0


@pytest.mark.parametrize("p", [2, 1, 0.5, 0, -1, -2.5, -math.inf])
def test_contributions_sum_to_the_mean(p):
    scores = {"a": Fraction(1, 3), "b": Fraction(0), "c": Fraction(6, 7)}
    weights = {"a": 2, "b": Fraction(1, 2), "c": 3}
    parts = contributions(scores, weights, p)
    assert sum(parts.values()) == mean(scores, weights, p)


def test_contributions_follow_the_formula():
    # M = (3·1/2 + 1·1) / 4 = 5/8; c = M·w·s / Σ = w·s/4
    assert contributions({"a": Fraction(1, 2), "b": Fraction(1)}, {"a": 3, "b": 1}) == {
        "a": Fraction(3, 8),
        "b": Fraction(1, 4),
    }
    # p = 0: M·w/Σw, whatever the scores
    assert contributions({"a": Fraction(1, 4), "b": Fraction(1)}, EVEN, 0) == {"a": Fraction(1, 4), "b": Fraction(1, 4)}


def test_the_minimum_is_carried_by_those_who_are_at_it():
    scores = {"a": Fraction(1, 4), "b": Fraction(1), "c": Fraction(1, 4)}
    assert contributions(scores, {"a": 1, "b": 5, "c": 3}, -math.inf) == {
        "a": Fraction(1, 16),
        "b": 0,
        "c": Fraction(3, 16),
    }


def test_contributions_of_nothing_are_nothing():
    assert contributions({"a": Fraction(0), "b": Fraction(0)}, EVEN) == {"a": 0, "b": 0}


def test_the_cost_of_imbalance():
    assert imbalance({"a": Fraction(1, 4), "b": Fraction(1)}, EVEN) == Fraction(5, 8) - Fraction(1, 2)
    assert imbalance({"a": Fraction(1, 2), "b": Fraction(1, 2)}, EVEN) == 0
    assert imbalance({"a": Fraction(0), "b": Fraction(1, 1000)}, EVEN) == Fraction(1, 2000), (
        "the floor never makes it negative"
    )
