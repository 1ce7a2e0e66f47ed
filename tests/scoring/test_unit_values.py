from fractions import Fraction

import pytest

from scoring.unit_values import median, state_of, units_of


def units(answers, group="V"):
    return units_of(answers, {o.answer: o.value for o in answers if o.state == "value"}, group)


@pytest.mark.parametrize(("values", "middle"), [([3], 3), ([4, 1], Fraction(5, 2)), ([5, 1, 2], 2)])
def test_median(values, middle):
    assert median(values) == middle


def test_a_store_is_the_median_of_its_respondents(say):
    answers = [say("A", level, unit="s1", respondent=f"p{level}") for level in (1, 2, 5)]
    assert [(u.id, u.claimed, u.answers) for u in units(answers)] == [("s1", 2, tuple(o.answer for o in answers))]


def test_executives_are_persons_and_documents_are_themselves(say):
    twice = [say("A", 2, "E", "hq", "a", respondent="ceo"), say("A", 4, "E", "hq", "b", respondent="ceo")]
    assert [(u.id, u.claimed) for u in units(twice, "E")] == [("ceo", 3)]
    papers = [say("A", 2, "D", "hq", "x"), say("A", 4, "D", "hq", "y")]
    assert [u.id for u in units(papers, "D")] == ["x", "y"]


def test_an_answer_in_role_sets_the_ones_out_of_role_aside(say):
    answers = [
        say("A", 2, "E", answer="a", respondent="ceo"),
        say("A", 5, "E", answer="b", respondent="ceo", owner=False),
    ]
    (unit,) = units(answers, "E")
    assert (unit.claimed, unit.answers, unit.owner) == (2, ("a",), True)
    (outsider,) = units([answers[1]], "E")
    assert not outsider.owner


@pytest.mark.parametrize(
    ("states", "state"),
    [
        (["dont_know", "value"], "value"),
        (["not_applicable", "dont_know"], "dont_know"),
        (["blank", "not_applicable"], "blank"),
        (["not_applicable", "not_applicable"], "not_applicable"),
    ],
)
def test_the_state_of_a_store_with_several_answers(states, state, say):
    answers = [
        say("A", 3 if s == "value" else None, state=s, approver="lead", respondent=f"p{i}")
        for i, s in enumerate(states)
    ]
    assert [u.state for u in units(answers)] == [state]


def test_an_na_nobody_approved_is_told_apart(say):
    approved = say("A", state="not_applicable", approver="lead", respondent="a")
    unapproved = say("A", state="not_applicable", respondent="b")
    assert [state_of(approved), state_of(unapproved)] == ["not_applicable", "unapproved"]
    (unit,) = units([approved, unapproved])
    assert (unit.state, unit.answered, unit.claimed) == ("unapproved", False, None)


def test_a_store_with_several_respondents_keeps_stratum_and_the_best_selection(say):
    answers = [
        say("A", 3, respondent="a", stratum="x", selection="chosen"),
        say("A", 3, respondent="b", selection="census"),
    ]
    (unit,) = units(answers)
    assert (unit.stratum, unit.selection) == ("x", "census")
