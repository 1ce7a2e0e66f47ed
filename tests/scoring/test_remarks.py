from fractions import Fraction

import pytest

from scoring import score
from scoring.observation import Stratum


def remarks(plant, answers, children=None, **more):
    return [(r.code, r.params) for r in score(plant(children or {"index": {"A": 1}}), answers, **more).warnings]


def test_executives_say_na_but_stores_answer(plant, say):
    na = say("A", group="E", unit="ceo", state="not_applicable", approver="lead")
    assert remarks(plant, [na, say("A", 3, unit="s1"), say("A", 4, unit="s2")]) == [
        ("executives_na_stores_answer", {"capability": "A", "executives": 1, "stores": 2})
    ]


def test_the_answers_stand_in_that_query(plant, say):
    na = say("A", group="E", unit="ceo", state="not_applicable", approver="lead")
    assert score(plant({"index": {"A": 1}}), [na, say("A", 4)]).capabilities["A"].level == 4


def test_an_na_nobody_approved(plant, say):
    made = remarks(plant, [say("A", 3, unit="a"), say("A", 3, unit="b"), say("A", unit="c", state="not_applicable")])
    assert made == [("na_unapproved", {"capability": "A", "n": 1})]


@pytest.mark.parametrize(("unknown", "told"), [(1, 3), (2, 3)])
def test_more_than_thirty_percent_dont_know_is_a_finding(unknown, told, plant, say):
    answers = [say("A", 3, "D", "log"), *(say("A", 3, unit=f"s{i}") for i in range(told))]
    answers += [say("A", unit=f"u{i}") for i in range(unknown)]
    found = [params for code, params in remarks(plant, answers) if code == "not_communicated"]
    share = Fraction(unknown, told + unknown)
    assert found == (
        [{"capability": "A", "group": "V", "n": told + unknown, "share": share}] if share > Fraction(3, 10) else []
    )


def test_visits_that_were_chosen_and_forms_that_did_not_return(plant, say):
    answers = [say("A", 3, unit="s1", selection="chosen"), say("A", 3, "F", "s1", selection="census")]
    assert remarks(plant, answers, strata=(Stratum("x", 10),))[0] == (
        "forms_indicative",
        {"capabilities": ("A",), "n": 1},
    )
    assert ("visited_only", {"capabilities": ("A",), "n": 1}) in remarks(plant, answers)


def test_what_has_too_little_data(plant):
    assert ("insufficient_data", {"capabilities": ("A",), "n": 1}) in remarks(plant, [])


def test_stores_outside_the_register(plant, say):
    made = remarks(plant, [say("A", 3, unit="s1", stratum="z"), say("A", 3, unit="s2")], strata=(Stratum("x", 2),))
    assert made == [("stratum_unknown", {"units": ("s1", "s2"), "n": 2})]


def test_answers_about_something_else(plant, say):
    sheet = score(plant({"index": {"A": 1}}), [say("A", 3), say("Z", 3), say("Y", 3)])
    assert sheet.n_answers == 1
    assert [(r.code, r.params) for r in sheet.warnings] == [
        ("outside_the_tree", {"capabilities": ("Y", "Z"), "answers": 2})
    ]


AREAS = {
    "index": {"foundations": 1, "areas": 1},
    "foundations": {"OPS": 1, "DIG": 1},
    "areas": {"MEM": 1},
    "OPS": {"OPS1": 1},
    "DIG": {"DIG1": 1},
    "MEM": {"MEM1": 3, "MEM2": 1},
}


@pytest.mark.parametrize(
    ("levels", "flagged"),
    [
        ({"OPS1": 2, "DIG1": 3, "MEM1": 3.5, "MEM2": 3.5}, False),  # mean of OPS and DIG 2.5, exactly one above
        ({"OPS1": 2, "DIG1": 3, "MEM1": 4, "MEM2": 3}, True),
        ({"OPS1": 2, "MEM1": 5, "MEM2": 5}, False),  # DIG is unknown: nothing to compare with
        ({"OPS1": 2, "DIG1": 2, "MEM2": 5}, False),  # MEM has too little data
    ],
)
def test_an_area_far_above_operations_and_tools_is_unsupported(levels, flagged, plant, say):
    sheet = score(plant(AREAS), [say(c, v) for c, v in levels.items()])
    assert sheet.nodes["MEM"].unsupported is flagged
    assert [r.params for r in sheet.warnings if r.code == "unsupported"] == ([{"node": "MEM"}] if flagged else [])
