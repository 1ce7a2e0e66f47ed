from fractions import Fraction

import pytest

from scoring.groups import estimate, unit_shares
from scoring.observation import Stratum
from scoring.unit_values import units_of

REGISTER = (Stratum("x", 10), Stratum("y", 20))


def group(say, levels, name="V", **more):
    """Make one unit per level; each level may bring its own stratum and selection."""
    answers = []
    for i, level in enumerate(levels):
        own = dict(zip(("level", "stratum", "selection"), level, strict=False)) if isinstance(level, tuple) else {}
        value = own.pop("level", level if not isinstance(level, tuple) else None)
        answers.append(say("A", value, name, f"s{i}", **{**more, **own}))
    return units_of(answers, {o.answer: o.value for o in answers if o.state == "value"}, name)


def test_executives_and_data_are_plain_means_without_error(say):
    made = estimate("E", group(say, [1, 2, 2, 5], "E"), REGISTER)
    assert (made.verified, made.median, made.low, made.high, made.basis) == (Fraction(5, 2), 2, 1, 5, "mean")
    assert (made.se, made.df, made.ci) == (None, None, None)


def test_visits_with_a_register_are_stratified(say):
    made = estimate("V", group(say, [(1, "x"), (3, "x"), (2, "y"), (4, "y")]), REGISTER)
    assert (made.verified, made.basis, made.units) == (Fraction(8, 3), "stratified", 4)
    assert made.ci[0] < made.verified < made.ci[1]


def test_a_unit_without_a_known_stratum_makes_it_a_simple_mean(say):
    made = estimate("V", group(say, [(1, "x"), (3, "x"), (2, "y"), (4, None)]), REGISTER)
    assert (made.verified, made.basis) == (Fraction(5, 2), "simple")
    assert made.df == pytest.approx(3)


def test_chosen_visits_stay_apart_when_enough_were_drawn(say):
    levels = [(1, "x"), (3, "x"), (2, "y"), (4, "y"), (5, "y", "chosen"), (1, "x", "chosen"), (None, "x", "chosen")]
    made = estimate("V", group(say, levels), REGISTER)
    assert (made.verified, made.units) == (Fraction(8, 3), 4)
    assert (made.visited, made.visited_range) == (2, (1, 5))


def test_only_chosen_visits_speak_for_the_visited_stores(say):
    made = estimate("V", group(say, [(5, "x", "chosen"), (2, "x", "chosen"), (2, "y")]), REGISTER)
    assert (made.basis, made.verified, made.units, made.se, made.ci) == ("visited", 3, 3, None, None)


def test_forms_are_a_census_with_non_response(say):
    eighteen = [(1 + i % 2, "x" if i < 6 else "y", "census") for i in range(18)]
    made = estimate("F", group(say, eighteen, "F"), REGISTER)
    assert (made.asked, made.units, made.indicative) == (30, 18, False)
    assert made.se > 0
    fewer = estimate("F", group(say, eighteen[:17], "F"), REGISTER)
    assert (fewer.indicative, fewer.se, fewer.ci, fewer.verified is not None) == (True, None, None, True)


def test_the_number_of_forms_sent_out_stands_above_the_register(say):
    made = estimate("F", group(say, [(3, "x", "census")] * 6, "F"), REGISTER, asked=10)
    assert (made.asked, made.indicative) == (10, False)


def test_forms_of_drawn_stores_are_asked_of_those_stores_only(say):
    made = estimate("F", group(say, [(1, "x"), (3, "x"), (2, "y"), (4, "y"), (None, "y")], "F"), REGISTER)
    assert (made.asked, made.units, made.indicative) == (5, 4, False)
    assert made.se is not None


def test_dont_know_and_na_are_counted_apart(say):
    answers = [
        say("A", 3, unit="a"),
        say("A", unit="b"),
        say("A", unit="c", state="not_applicable", approver="lead"),
        say("A", unit="d", state="not_applicable"),
        say("A", unit="e", state="blank"),
    ]
    made = estimate("V", units_of(answers, {answers[0].answer: 3}, "V"), ())
    assert (made.units, made.asked, made.dont_know, made.not_applicable) == (1, 4, 1, 1)
    assert made.dont_know_share == Fraction(1, 4)


def test_nobody_with_a_value(say):
    made = estimate("V", group(say, [None, None]), REGISTER)
    assert (made.units, made.asked, made.verified, made.median, made.low) == (0, 2, None, None, None)
    assert estimate("V", (), ()).dont_know_share == 0


def test_the_claimed_side_has_its_own_error(say):
    answers = [say("A", v, unit=f"s{v}") for v in (1, 3, 4, 5)]
    units = units_of(answers, {o.answer: min(o.value, 3) for o in answers}, "V")
    made = estimate("V", units, ())
    assert (made.verified, made.claimed) == (Fraction(5, 2), Fraction(13, 4))
    assert made.claimed_se > made.se


@pytest.mark.parametrize(
    "levels",
    [
        [(1, "x"), (3, "x"), (2, "y"), (4, "y")],
        [(1, "x"), (3, None), (2, "y"), (4, "y")],
        [(5, "x", "chosen"), (2, "x", "chosen"), (2, "y")],
        [(1, "x"), (3, "x"), (2, "y"), (4, "y"), (5, "y", "chosen"), (None, "y")],
    ],
)
def test_the_shares_of_units_make_the_mean(levels, say):
    units = group(say, levels)
    shares = unit_shares("V", units, REGISTER)
    values = {u.id: u.verified for u in units}
    assert sum(shares.values()) == 1
    assert sum(share * values[u] for u, share in shares.items()) == estimate("V", units, REGISTER).verified


def test_the_shares_with_stores_that_are_not_applicable(say):
    answers = [
        say("A", 4, unit="a", stratum="x"),
        say("A", unit="b", stratum="x", state="not_applicable", approver="lead"),
        say("A", 1, unit="c", stratum="y"),
        say("A", 3, unit="d", stratum="y"),
    ]
    units = units_of(answers, {o.answer: o.value for o in answers if o.value}, "V")
    # store a stands for 10/2, c and d for 20/2 each
    assert unit_shares("V", units, REGISTER) == {"a": Fraction(1, 5), "c": Fraction(2, 5), "d": Fraction(2, 5)}
    assert unit_shares("E", (), REGISTER) == {}
