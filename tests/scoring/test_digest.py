import random
from dataclasses import replace
from fractions import Fraction

import pytest

from scoring import Adjudication, Profile, score
from scoring.digest import canonical, digest_of, document, spelt
from scoring.observation import Stratum
from scoring.tree import Gate, ShareAtLeast

TREE = {"index": {"a": 1, "b": 2}, "a": {"A1": 1, "A2": 3}, "b": {"B1": 1}}
GATES = (
    Gate(
        2,
        min_node={"a": Fraction(1)},
        share_at_least=(
            ShareAtLeast(Fraction(2), Fraction(1, 2)),
            ShareAtLeast(Fraction(2), Fraction(1), ("A1", "B1")),
        ),
    ),
    Gate(2, min_capability={"A1": Fraction(1)}, min_evidence_share=Fraction(1, 10)),
)
REGISTER = (Stratum("x", 8),)


@pytest.fixture(scope="module")
def answers(say):
    made = [say(c, v, unit=f"s{v}", stratum="x") for c in ("A1", "A2") for v in (1, 2, 4, 5)]
    made += [say("B1", 2.4, "E", "ceo", evidence=("document", "export")), say("A1", 4, "E", "ceo", evidence=())]
    return [*made, say("B1", state="not_applicable", unit="s9", reason="no stock", approver="lead")]


def digest(plant, answers, children=TREE, gates=GATES, **more):
    return score(plant(children, gates=gates), answers, strata=REGISTER, **more).digest


def test_the_same_input_gives_the_same_digest(plant, answers):
    sheet = score(plant(TREE, gates=GATES), answers, strata=REGISTER)
    assert sheet.digest == digest(plant, answers) == digest_of(sheet)
    assert len(sheet.digest) == 64


def test_order_means_nothing(plant, answers):
    shuffled = [replace(o, evidence=o.evidence[::-1]) for o in answers]
    random.Random(7).shuffle(shuffled)
    gates = (
        GATES[1],
        replace(
            GATES[0], share_at_least=(GATES[0].share_at_least[0], ShareAtLeast(Fraction(2), Fraction(1), ("B1", "A1")))
        ),
    )
    assert digest(plant, shuffled, gates=gates) == digest(plant, answers)


def test_scaling_weights_of_siblings_or_groups_means_nothing(plant, answers):
    scaled = {"index": {"a": Fraction(1, 7), "b": Fraction(2, 7)}, "a": {"A1": 5, "A2": 15}, "b": {"B1": 9}}
    assert digest(plant, answers, scaled) == digest(plant, answers)
    tree = plant(TREE, gates=GATES)
    heavier = replace(tree, group_weights={g: w * 10 for g, w in tree.group_weights.items()})
    assert score(heavier, answers, strata=REGISTER).digest == digest(plant, answers)


@pytest.mark.parametrize("change", ["value", "evidence", "approver", "weight", "adjudication", "gate", "content"])
def test_whatever_bears_on_a_score_is_in_it(change, plant, answers):
    before = digest(plant, answers)
    tree, given, rulings = plant(TREE, gates=GATES), list(answers), ()
    match change:
        case "value":
            given[0] = replace(given[0], value=3)
        case "evidence":
            given[0] = replace(given[0], evidence=("demonstration",))
        case "approver":
            given[-1] = replace(given[-1], approver="other")
        case "weight":
            tree = plant({**TREE, "a": {"A1": 1, "A2": 2}}, gates=GATES)
        case "adjudication":
            rulings = (Adjudication("B1", 2.4, "as it was", "lead", "2026-09-01"),)
        case "gate":
            tree = plant(TREE, gates=GATES[:1])
        case _:
            tree = replace(tree, version="9.9.9")
    assert score(tree, given, strata=REGISTER, adjudications=rulings).digest != before


def test_statistics_stay_outside(plant, answers):
    text = canonical(document(score(plant(TREE, gates=GATES), answers, strata=REGISTER)))
    assert '"verified"' in text
    assert '"se"' not in text
    assert "." not in text.replace('"p":"1.0"', "").replace('"', "").replace("zhidian.trace/1", "")


def test_exact_values_are_spelt_as_fractions():
    assert spelt({"a": [Fraction(13, 7), 0.5, True, None, "x", 2]}) == {"a": ["13/7", "1/2", True, None, "x", "2/1"]}


def test_a_sheet_without_trace_cannot_be_recomputed(plant, answers):
    with pytest.raises(ValueError, match="trace"):
        digest_of(replace(score(plant(TREE), answers), trace=None))


def test_the_profile_may_be_laid_on_before_or_while_scoring(plant, answers):
    profile = Profile(capability_weights={"A1": Fraction(5)})
    tree = plant(TREE)
    assert score(tree, answers, profile).digest == score(plant({**TREE, "a": {"A1": 5, "A2": 3}}), answers).digest


def test_without_any_group_weight(plant, say):
    sheet = score(plant(TREE, group_weights={}), [say("A1", 3)])
    assert document(sheet)["rules"]["group_weights"] == {}
