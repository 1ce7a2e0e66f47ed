"""An explanation is enough to recompute every number it explains, and unfolds to the answers."""

import math
import statistics
from dataclasses import replace
from fractions import Fraction

import pytest

from scoring import Adjudication, explain, score
from scoring.means import mean
from scoring.observation import Stratum
from scoring.tree import Gate, ShareAtLeast

TREE = {"index": {"a": 2, "b": 3, "c": 0}, "a": {"A1": 1, "A2": 3, "A3": 1}, "b": {"B1": 1, "B2": 1}, "c": {"C1": 1}}
REGISTER = (Stratum("x", 10), Stratum("y", 20))
GATES = (
    Gate(2, min_node={"a": Fraction(10)}, min_capability={"A1": Fraction(1)}, min_evidence_share=Fraction(1, 10)),
    Gate(
        3,
        share_at_least=(
            ShareAtLeast(Fraction(3), Fraction(1, 2)),
            ShareAtLeast(Fraction(2), Fraction(1), ("A1", "A3")),
        ),
    ),
)


@pytest.fixture(scope="module")
def answers(say):
    stores = (("s1", "x", 5, ("document",)), ("s2", "x", 2, ()), ("s3", "y", 4, ("export",)), ("s4", "y", 3, ()))
    return [
        *(say("A1", v, unit=s, stratum=h, evidence=e) for s, h, v, e in stores),
        say("A1", 4, unit="s4", respondent="guide", stratum="y", evidence=("screenshot",)),
        say("A1", unit="s4", respondent="new guide", stratum="y"),
        say("A1", 1, unit="far", stratum="y", selection="chosen"),
        say("A1", 5, "E", "ceo", evidence=()),
        say("A1", 5, "E", "cfo", evidence=(), owner=False),
        say("A1", 2, "F", "s1", selection="census"),
        say("A1", group="D", unit="log"),
        say("A2", 3, "D", "log"),
        say("A3", state="not_applicable", unit="s1", approver="lead", reason="no stock"),
        say("B1", 4, unit="s1", stratum="x"),
        say("B1", unit="s2", stratum="x", state="not_applicable", approver="lead"),
        say("B1", 2, unit="s3", stratum="y"),
        say("B1", 5, unit="s4", stratum="y"),
        say("B1", unit="s5", stratum="y", state="not_applicable"),
        say("B1", unit="s6", stratum="y", state="blank"),
        say("B2", 5, unit="s1", stratum="x"),
        say("C1", 5),
    ]


@pytest.fixture(scope="module")
def sheet(plant, answers):
    ruling = Adjudication("B2", 3, "the demonstration was staged", "lead", "2026-09-01")
    return score(plant(TREE, gates=GATES), answers, strata=REGISTER, adjudications=[ruling])


@pytest.fixture(scope="module")
def steps(sheet):
    return explain(sheet, "index").steps


def number(step):
    return Fraction(step.value)


def test_every_input_is_a_step_or_an_answer(steps, answers):
    ids = {o.answer for o in answers}
    loose = {i for step in steps.values() for i in step.inputs if i not in steps}
    assert loose == ids, "leaves are answers, and every answer is reached"


def test_it_has_no_circle(steps):
    state: dict[str, int] = {}

    def visit(name):
        assert state.get(name) != 1, name
        if name in steps and name not in state:
            state[name] = 1
            for child in steps[name].inputs:
                visit(child)
            state[name] = 2

    for name in steps:
        visit(name)


def test_levels_recompute_from_weights_and_inputs(steps, sheet):
    weighted = [s for s in steps.values() if s.weights and s.formula != "power_mean/1"]
    assert {s.formula for s in weighted} >= {"group_mean/1", "stratified_mean/1", "mean/1", "adjudicated/1"}
    for step in weighted:
        assert sum(Fraction(w) for _, w in step.weights) == 1
        assert sum(Fraction(w) * number(steps[i]) for i, w in step.weights) == number(step), step.id


def test_nodes_recompute_from_their_children(steps, sheet):
    for name in ("a", "b", "index"):
        step = steps[name]
        scores = {i: sheet.nodes[i].score for i, _ in step.weights}
        weights = {i: Fraction(w) for i, w in step.weights}
        assert mean(scores, weights, step.params["p"]) == number(step)


def test_units_and_answers_recompute(steps):
    for step in steps.values():
        if step.formula == "median/1" and step.value != "none":
            values = [number(steps[i]) for i in step.inputs if steps[i].value != "none"]
            assert statistics.median(values) == number(step)
        if step.code == "answer":
            p = step.params
            assert min(p["claimed"], max(p["cap"], p["others"])) == number(step)


def test_exclusions_give_their_reason(steps):
    excluded = {i: reason for step in steps.values() for i, reason in step.excluded}
    assert excluded == {
        "c": "zero_weight",
        "A3": "not_applicable",
        "A3/V": "no_value",
        "A1/D": "no_value",
        "A1/D/A1/D/log/log": "dont_know",
        "A1/E/cfo": "not_owner",
        "A1/V/far": "chosen",
        "A1/V/s4/A1/V/s4/new guide": "dont_know",
        "A3/V/s1": "not_applicable",
        "A3/V/s1/A3/V/s1/s1": "not_applicable",
        "A1/D/A1/D/log/log/A1/D/log/log": "dont_know",
        "B1/V/s2": "not_applicable",
        "B1/V/s2/B1/V/s2/s2": "not_applicable",
        "B1/V/s5": "na_unapproved",
        "B1/V/s5/B1/V/s5/s5": "na_unapproved",
        "B1/V/s6": "blank",
        "B1/V/s6/B1/V/s6/s6": "blank",
        "B2/V": "adjudicated",
    }


def test_an_adjudication_stands_with_its_author(steps):
    assert steps["B2"].inputs == ("B2/adjudication", "B2/V")
    ruling = steps["B2/adjudication"]
    assert (ruling.value, ruling.params["author"], ruling.params["text"]) == (
        "3/1",
        "lead",
        "the demonstration was staged",
    )
    assert (steps["B2"].code, steps["B2/V"].value) == ("capability_adjudicated", "5/1")


def test_evidence_is_explained(steps):
    ceo = steps["A1/E/ceo/A1/E/ceo/ceo"]
    assert (ceo.value, ceo.params["cap"], ceo.params["others"]) == ("5/1", 3, 5)
    assert ceo.inputs == ("A1/E/ceo/ceo", "A1/V/s1/s1")
    paired = steps["A1/V/s1/A1/V/s1/s1"]
    assert (paired.params["paired"], paired.params["cap"]) == (True, 5)
    missing = steps["A3/V/s1/A3/V/s1/s1"]
    assert (missing.code, missing.params["reason"], missing.params["approver"]) == (
        "answer_missing",
        "no stock",
        "lead",
    )


def test_gates_show_their_truth_values_and_what_they_read(steps, sheet):
    top = steps["attained"]
    assert (top.value, top.code, len(top.inputs)) == (
        f"{sheet.attained.level}/1",
        "attained",
        len(sheet.attained.conditions),
    )
    read = {(steps[i].code, steps[i].params["level"]): steps[i] for i in top.inputs}
    assert read["cut", 2].inputs == ("index",)
    assert read["min_node", 2].inputs == ("a",)
    assert read["min_capability", 2].inputs == ("A1",)
    assert read["evidence_share", 2].inputs == ("A1", "A2", "B1", "B2")
    assert [steps[i].inputs for i in top.inputs if steps[i].code == "share_at_least"] == [
        ("A1", "A2", "B1", "B2"),
        ("A1",),
    ]
    assert {steps[i].value for i in top.inputs} <= {"true", "false"}


def test_the_attained_level_can_be_asked_for(sheet):
    made = explain(sheet, "attained")
    assert (made.root, next(iter(made.steps))) == ("attained", "attained")
    assert "index" in made.steps


def test_a_part_is_explained_by_itself(sheet):
    made = explain(sheet, "A2")
    assert (made.root, set(made.steps)) == ("A2", {"A2", "A2/D", "A2/D/A2/D/log/log", "A2/D/A2/D/log/log/A2/D/log/log"})
    assert "attained" not in made.steps


def test_for_readers_who_may_not_see_single_stores_it_stops_at_the_groups(sheet):
    steps = explain(sheet, "A1", depth="groups").steps
    assert set(steps) == {"A1", "A1/D", "A1/E", "A1/F", "A1/V"}
    assert (steps["A1/V"].inputs, steps["A1/V"].weights, steps["A1/V"].excluded) == ((), (), ())
    assert steps["A1/V"].params["n"] == 4
    assert "far" not in str(steps)


def test_sentences_by_code(plant, say):
    tree = plant({"index": {"a": 1, "b": 3}, "a": {"A1": 1}, "b": {"B1": 1}})
    na = say("A1", state="not_applicable", approver="lead")
    made = explain(score(tree, [na]), "index").steps
    codes = [made[i].code for i in ("index", "a", "A1", "b", "B1", "attained")]
    assert codes == [
        "node_insufficient",
        "node_not_applicable",
        "capability_not_applicable",
        "node_insufficient",
        "capability_missing",
        "attained_insufficient",
    ]
    assert (made["attained"].value, made["index"].value) == ("none", "none")
    scored = explain(score(tree, [say("A1", 2), say("B1", 3)]), "index").steps
    assert (scored["A1"].code, scored["A1"].params["stores"]) == ("capability_scored", 1)
    full = explain(score(tree, [say("A1", 5), say("B1", 5)]), "index").steps["index"]
    assert "lost_at" not in full.params
    assert explain(score(tree, [say("B1", 5)]), "index").steps["index"].excluded == (("a", "insufficient"),)


def test_the_loss_follows_the_mean_of_the_node(plant, say):
    tree = plant({"index": {"A": 1, "B": 1}}, p={"index": -math.inf})
    step = explain(score(tree, [say("A", 2), say("B", 3)]), "index").steps["index"]
    assert (step.params["lost_at"], step.params["lost"]) == ("A", Fraction(1, 4)), "raising A leaves B as the minimum"


def test_at_the_top_nothing_binds(plant, say):
    step = explain(score(plant({"index": {"A": 1}}), [say("A", 5)]), "attained").steps["attained"]
    assert step.params["binding"] is None


def test_what_cannot_be_explained(sheet):
    with pytest.raises(KeyError):
        explain(sheet, "Z9")
    with pytest.raises(ValueError, match="trace"):
        explain(replace(sheet, trace=None), "index")
