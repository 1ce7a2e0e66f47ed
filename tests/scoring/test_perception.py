import math
from fractions import Fraction

import pytest

from scoring import score
from scoring.observation import Stratum
from scoring.perception import benjamini_hochberg, verdict, welch


def gap(plant, say, executives, stores, group="V", *, strata=(), forms_asked=None, **more):
    answers = [say("A", v, "E", f"e{i}") for i, v in enumerate(executives)]
    answers += [say("A", v, group, f"s{i}", **more) for i, v in enumerate(stores)]
    sheet = score(plant({"index": {"A": 1}}), answers, strata=strata, forms_asked=forms_asked)
    return sheet.capabilities["A"].gap


def test_executives_minus_stores_with_the_error_of_the_stores(plant, say):
    made = gap(plant, say, (5, 4), (1, 2, 3, 4))
    assert (made.delta, made.executives, made.executive_range, made.n_executives) == (2, Fraction(9, 2), (4, 5), 2)
    assert (made.stores, made.n_stores, made.store_side) == (Fraction(5, 2), 4, "V")
    se = math.sqrt(5 / 3 / 4)
    assert (made.se, made.df) == (pytest.approx(se), pytest.approx(3))
    assert made.ci == (pytest.approx(2 - 3.1824463 * se), pytest.approx(2 + 3.1824463 * se))
    assert (made.verdict, made.called, made.welch) == ("gap", True, None)


def test_claimed_values_are_compared(plant, say):
    answers = [say("A", 5, "E", "ceo", evidence=()), *(say("A", 2, unit=f"s{i}", evidence=()) for i in range(4))]
    sheet = score(plant({"index": {"A": 1}}), answers)
    assert (sheet.capabilities["A"].groups["E"].verified, sheet.capabilities["A"].gap.delta) == (3, 3)


def test_forms_stand_for_the_stores_when_enough_returned(plant, say):
    answers = [say("A", 4, "E", "ceo")]
    answers += [say("A", 2, "F", f"s{i}", selection="census") for i in range(6)]
    answers += [say("A", 1, "V", f"s{i}") for i in range(4)]
    tree = plant({"index": {"A": 1}})
    made = score(tree, answers, forms_asked={"A": 10}).capabilities["A"].gap
    assert (made.store_side, made.delta) == ("F", 2)
    fewer = score(tree, answers, forms_asked={"A": 11}).capabilities["A"].gap
    assert (fewer.store_side, fewer.delta) == ("V", 3)


def test_no_pair_no_gap(plant, say):
    assert gap(plant, say, (5,), ()) is None
    assert gap(plant, say, (), (1, 2, 3)) is None
    assert gap(plant, say, (None,), (1, 2, 3)) is None


def test_fewer_than_three_stores_hide_it(plant, say):
    made = gap(plant, say, (5,), (1, 2))
    assert (made.verdict, made.p, made.called) == ("hidden", None, None)


def test_three_stores_have_a_difference_but_no_test(plant, say):
    made = gap(plant, say, (5,), (1, 2, 3))
    assert (made.verdict, made.se, made.ci, made.p, made.called) == ("gap", None, None, None, None)


def test_the_sign_tells_hidden_good_practice(plant, say):
    assert gap(plant, say, (1,), (4, 4, 5, 5)).delta == Fraction(-7, 2)


def test_the_share_that_does_not_know(plant, say):
    assert gap(plant, say, (5,), (1, 2, 3, None)).dont_know_share == Fraction(1, 4)


@pytest.mark.parametrize(
    ("delta", "stores", "name"),
    [
        (Fraction(1), 3, "gap"),
        (Fraction(-1), 3, "gap"),
        (Fraction(1, 2), 3, "watch"),
        (Fraction(-99, 100), 3, "watch"),
        (Fraction(49, 100), 3, "aligned"),
        (Fraction(0), 3, "aligned"),
        (Fraction(4), 2, "hidden"),
    ],
)
def test_verdicts(delta, stores, name):
    assert verdict(delta, stores) == name


def test_welch_and_hedges_by_hand():
    """Executives 4 5 5 4 (mean 4.5, s² 1/3), stores 1 2 3 (mean 2, s² 1)."""
    made = welch((4, 5, 5, 4), (1, 2, 3))
    a, b = 1 / 12, 1 / 3
    assert made.se == pytest.approx(math.sqrt(a + b))
    assert made.df == pytest.approx((a + b) ** 2 / (a**2 / 3 + b**2 / 2))
    pooled = math.sqrt((3 / 3 + 2 * 1) / 5)
    assert made.g == pytest.approx(2.5 / pooled * (1 - 3 / (4 * 7 - 9)))
    assert made.ci[0] < 2.5 < made.ci[1]


@pytest.mark.parametrize(("executives", "stores"), [((4, 5), (1, 2, 3)), ((4, 5, 5), (1, 2)), ((4, 4, 4), (1, 1, 1))])
def test_welch_needs_three_on_either_side_and_some_spread(executives, stores):
    assert welch(executives, stores) is None


def test_welch_stands_beside_the_gap_from_three_executives_on(plant, say):
    made = gap(plant, say, (5, 4, 4), (1, 2, 3, 4))
    assert made.welch.df > 3


def test_welch_leaves_chosen_visits_out(plant, say):
    answers = [say("A", v, "E", f"e{i}") for i, v in enumerate((5, 4, 4))]
    answers += [say("A", v, unit=f"s{v}") for v in (1, 2, 3, 4)]
    tree = plant({"index": {"A": 1}})
    drawn = score(tree, answers).capabilities["A"].gap
    chosen = score(tree, [*answers, say("A", 5, unit="best", selection="chosen")]).capabilities["A"].gap
    assert drawn == chosen


def test_benjamini_and_hochberg_as_published():
    """The fifteen p values of Benjamini and Hochberg 1995, section 4: four are rejected at q = 0.05."""
    p = (0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459)
    p += (0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0)
    rejected = benjamini_hochberg({str(i): value for i, value in enumerate(p)}, 0.05)
    assert rejected == {"0", "1", "2", "3"}
    assert benjamini_hochberg({}, 0.05) == frozenset()


def test_a_later_p_value_carries_the_earlier_ones():
    assert benjamini_hochberg({"a": 0.06, "b": 0.06}, 0.10) == {"a", "b"}


def test_gaps_are_called_over_all_pairs_together(plant, say):
    """One pair alone at p ≈ 0.08 is called; among four others that are aligned it is not."""
    names = ("A", "B", "C", "D", "E")
    answers = [say("A", 4.2, "E", "ceo"), *(say("A", v, unit=f"s{v}") for v in (1, 2, 3, 4))]
    others = [say(c, 3, "E", "ceo") for c in names[1:]]
    others += [say(c, v, unit=f"s{i}") for c in names[1:] for i, v in enumerate((2, 3, 3, 4))]
    tree = plant({"index": dict.fromkeys(names, 1)})
    alone = score(tree, answers).capabilities["A"].gap
    together = score(tree, [*answers, *others]).capabilities
    assert 0.05 < alone.p < 0.10
    assert (alone.called, together["A"].gap.called, together["B"].gap.called) == (True, False, False)


def test_a_rejected_difference_below_half_a_level_is_not_called(plant, say):
    register = (Stratum("x", 4),)
    made = gap(plant, say, (3.2,), (3, 3, 3, 3), strata=register, stratum="x")
    assert (made.p, made.called, made.verdict) == (0, False, "aligned")
