"""Sampling formulas against figures computed by hand and against a published example."""

import math
from fractions import Fraction

import pytest

from scoring.observation import Stratum
from scoring.strata import StratumSample, samples_of, stratified, t_interval, t_p_value, t_quantile


def test_the_stratified_mean_weighs_strata_by_their_stores():
    made = stratified([StratumSample("a", 10, (2, 4)), StratumSample("b", 30, (1, 1))])
    assert (made.mean, made.outside) == (Fraction(3, 2), 0)


def test_variance_and_satterthwaite_by_hand():
    """N = 10, 20; n = 3, 2; values 1 2 3 and 2 4.

    mean = (10·2 + 20·3) / 30 = 8/3.  s² = 1 and 2.  g = 10·7/3 = 70/3 and 20·18/2 = 180.
    v = (70/3 + 360) / 900 = 1150/2700.  df = (1150/3)² / ((70/3)²/2 + 360²/1).
    """
    made = stratified([StratumSample("a", 10, (1, 2, 3)), StratumSample("b", 20, (2, 4))])
    assert made.mean == Fraction(8, 3)
    assert made.se == pytest.approx(math.sqrt(1150 / 2700))
    assert made.df == pytest.approx((1150 / 3) ** 2 / ((70 / 3) ** 2 / 2 + 360**2))


def test_a_published_example():
    """The television survey of Scheaffer, Mendenhall and Ott, *Elementary Survey Sampling*, ch. 5.

    N = 155, 62, 93; n = 20, 8, 12. The book prints a mean of 27.7 hours with an estimated variance of 1.97.
    """
    town_a = (35, 43, 36, 39, 28, 28, 29, 25, 38, 27, 26, 32, 29, 40, 35, 41, 37, 31, 45, 34)
    town_b = (27, 15, 4, 41, 49, 25, 10, 30)
    rural = (8, 14, 12, 15, 30, 32, 21, 20, 34, 7, 11, 24)
    made = stratified(
        [StratumSample("a", 155, town_a), StratumSample("b", 62, town_b), StratumSample("rural", 93, rural)]
    )
    assert float(made.mean) == pytest.approx(27.7, abs=0.05)
    assert made.se**2 == pytest.approx(1.97, abs=0.01)


def test_a_stratum_seen_whole_adds_no_error():
    made = stratified([StratumSample("a", 3, (1, 3, 5)), StratumSample("b", 20, (2, 4))])
    alone = stratified([StratumSample("b", 20, (2, 4, 2, 4))], interval=True)
    assert made.df == pytest.approx(1)
    assert made.se == pytest.approx(math.sqrt(20 * 18 / 2 * 2) / 23)
    assert alone.df == pytest.approx(3)


def test_a_census_has_no_error_and_no_end_of_freedom():
    made = stratified([StratumSample("a", 2, (1, 3)), StratumSample("b", 2, (2, 4))])
    assert (made.se, made.df) == (0.0, math.inf)
    assert t_interval(2.5, made.se, made.df) == (2.5, 2.5)


def test_terms_without_spread_are_skipped():
    made = stratified([StratumSample("a", 10, (2, 2)), StratumSample("b", 10, (1, 3))])
    assert made.df == pytest.approx(1), "only stratum b counts: n − 1"


def test_fewer_than_four_units_give_no_interval():
    made = stratified([StratumSample("a", 10, (1, 2, 3))])
    assert (made.mean, made.se, made.df) == (2, None, None)


def test_without_register_it_is_the_textbook_simple_mean():
    made = stratified([StratumSample("", None, (1, 2, 3, 4))])
    assert made.se == pytest.approx(math.sqrt(5 / 3 / 4))
    assert made.df == pytest.approx(3)


@pytest.mark.parametrize("lonely", [0, 1, 2])
def test_a_stratum_with_one_unit_is_pooled_with_its_neighbour_in_register_order(lonely):
    """Strata of 10 stores; the lonely one saw 5, the others 1 and 3. First pools forwards, later ones backwards."""
    samples = [StratumSample(str(i), 10, (5,) if i == lonely else (1, 3)) for i in range(3)]
    made = stratified(samples)
    assert made.mean == Fraction(5 + 2 + 2, 3), "the estimate keeps every W_h"
    residuals = [5, 1, 3]
    centre, r_mean = 3, float(made.mean)
    assert centre == sum(residuals) / 3
    pooled = 20 * 17 / 3 * sum((r - r_mean - (centre - r_mean)) ** 2 for r in residuals) / 2
    other = 10 * 8 / 2 * 2
    assert made.se == pytest.approx(math.sqrt(pooled + other) / 30)


def test_a_lonely_stratum_without_neighbour_says_nothing_about_the_error():
    made = stratified([StratumSample("a", 3, (1, 2, 3)), StratumSample("b", 10, (4,))])
    assert (made.se, made.df) == (None, None)


def test_pooling_without_register_sizes():
    made = stratified([StratumSample("a", None, (1,)), StratumSample("b", None, (2, 3, 4))])
    assert made.df == pytest.approx(3)


def test_strata_nobody_was_seen_in_stay_outside():
    made = stratified([StratumSample("a", 10, (2, 4)), StratumSample("b", 30, ())])
    assert (made.mean, made.outside) == (3, Fraction(3, 4))


def test_not_applicable_stores_make_it_a_ratio_estimator():
    """N = 10, 30; n = 2 (one N/A), 2. Applicable stores: 10·1/2 = 5 and 30 → (5·4 + 30·2) / 35 = 16/7."""
    made = stratified([StratumSample("a", 10, (4,), out=1), StratumSample("b", 30, (1, 3))])
    assert made.mean == Fraction(16, 7)
    ratio = 16 / 7
    ga, gb = 10 * 8 / 2, 30 * 28 / 2
    sa = ((4 - ratio) ** 2) / 2  # residuals 4 − R and 0 about their mean
    assert made.se == pytest.approx(math.sqrt(ga * sa + gb * 2) / 35)


def test_nobody_applicable_has_no_mean():
    assert stratified([StratumSample("a", 10, (), out=2)]) is None
    assert stratified([]) is None


def test_samples_come_in_register_order():
    strata = [Stratum("x", 5), Stratum("y", 6), Stratum("z", 7)]
    values = {"s3": ("x", 1), "s1": ("y", 4), "s2": ("y", None)}
    assert samples_of(values, strata) == [
        StratumSample("x", 5, (1,)),
        StratumSample("y", 6, (4,), 1),
        StratumSample("z", 7, ()),
    ]


def test_t_figures():
    assert t_quantile(0.975, 4) == pytest.approx(2.776, abs=5e-4)
    assert t_quantile(0.975, math.inf) == pytest.approx(1.960, abs=5e-4)
    assert t_interval(3, None, None) is None
    low, high = t_interval(3, 0.5, 4)
    assert (high - 3) == pytest.approx(3 - low) == pytest.approx(1.388, abs=5e-4)


@pytest.mark.parametrize(
    ("difference", "se", "df", "p"),
    [(2.776, 1, 4, 0.05), (1.96, 1, math.inf, 0.05), (0, 0, math.inf, 1), (0.1, 0, math.inf, 0)],
)
def test_p_values(difference, se, df, p):
    assert t_p_value(difference, se, df) == pytest.approx(p, abs=5e-4)
