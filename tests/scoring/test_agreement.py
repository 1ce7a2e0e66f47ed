import pytest

from scoring.agreement import agreement, quadratic_weighted_kappa, rwg_null


def test_spread_average_deviation_and_rwg_by_hand():
    # 2 3 4: mean 3, s² 1, mean distance 2/3, r_wg 1 − 1/2
    made = agreement([2, 3, 4])
    assert (made.spread, made.average_deviation, made.rwg) == (1, pytest.approx(2 / 3), 0.5)


def test_rwg_is_clamped():
    assert (agreement([3, 3]).rwg, agreement([1, 5]).rwg) == (1, 0)
    assert agreement([3]) is None


def test_what_random_answers_reach():
    assert rwg_null(1) is None
    assert 0.5 < rwg_null(10) < rwg_null(3) <= 1


def test_weighted_kappa_as_published():
    """Cohen's quadratic kappa of a 2 × 2 table is plain kappa: 20 5 / 10 15 gives 0.4."""
    first = [1] * 25 + [2] * 25
    second = [1] * 20 + [2] * 5 + [1] * 10 + [2] * 15
    assert quadratic_weighted_kappa(first, second, 2) == pytest.approx(0.4)


def test_kappa_of_the_same_and_of_one_level_throughout():
    assert quadratic_weighted_kappa([1, 2, 5], [1, 2, 5]) == 1
    assert quadratic_weighted_kappa([3, 3], [3, 3]) is None
