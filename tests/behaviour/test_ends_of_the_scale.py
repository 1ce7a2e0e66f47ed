"""Whole companies on the built-in framework, one level everywhere: checks 39 to 42 of the content plan.

The laws hold for any tree (``tests/scoring``); here they hold for the pack that is shipped, in every trade.
"""

from dataclasses import replace
from fractions import Fraction

import pytest

from assessment.content import load_pack
from questionnaires.framework import GROUP_OF
from scoring import score, tree_from_framework
from scoring.observation import Observation
from scoring.tree import Profile

PACK = load_pack()
FRAMEWORK = PACK.library.framework
TRADES = tuple(PACK.industries)
STORES = ("s1", "s2", "s3")


def company(level, *, evidence=(), stores=STORES):
    """Everybody who is asked about a capability names one level, with the same evidence."""
    answers = []
    for capability in FRAMEWORK.capabilities.values():
        for group in sorted({GROUP_OF[source] for source in capability.asked}):
            for unit in stores if group in {"F", "V"} else (f"{group}1",):
                name = f"{capability.id}/{group}/{unit}"
                answers.append(Observation(capability.id, group, unit, unit, name, value=level, evidence=evidence))
    return answers


def scored(answers, trade="generic"):
    weights = {dimension: Fraction(weight) for dimension, weight in PACK.industries[trade].weights.items()}
    return score(tree_from_framework(FRAMEWORK, Profile(dimension_weights=weights)), answers)


@pytest.mark.parametrize("trade", TRADES)
@pytest.mark.parametrize(
    ("level", "evidence", "index"),
    [(1, ("export",), 0), (1, (), 0), (5, ("export",), 100), (5, ("statement",), 50), (5, (), 50), (3, (), 50)],
)
def test_a_company_of_one_level(trade, level, evidence, index):
    """All 1 is 0; all 5 with proof is 100; all 5 by word of mouth is held at level 3, which is 50."""
    sheet = scored(company(level, evidence=evidence), trade)
    assert sheet.index.score == Fraction(index, 100)
    assert {node.score for node in sheet.nodes.values()} == {Fraction(index, 100)}


def test_what_is_only_said_is_held_but_compared_as_it_was_said():
    """Executives claim 5 without proof and stores 2: the level is capped, the gap is the whole difference."""
    answers = [
        replace(answer, value=5 if answer.group == "E" else 2, evidence=())
        for answer in company(2)
        if answer.capability == "SAL2"
    ]
    capability = scored(answers).capabilities["SAL2"]
    assert capability.gap is not None
    assert capability.gap.delta == 3
    assert capability.level < 3


@pytest.mark.parametrize("stores", [("s1",), ("s1", "s2")])
def test_a_gap_of_fewer_than_three_stores_is_hidden(stores):
    sheet = scored(company(3, stores=stores))
    gaps = [capability.gap for capability in sheet.capabilities.values() if capability.gap is not None]
    assert len(gaps) >= 45
    assert {gap.verdict for gap in gaps} == {"hidden"}


def test_what_does_not_apply_moves_its_own_dimension_only():
    answers = [
        replace(answer, value=2 if answer.capability.startswith("SAL") else 4)
        for answer in company(4, evidence=("export",))
    ]
    mixed = [replace(a, value=5) if a.capability == "MEM1" else a for a in answers]
    without = [a for a in mixed if a.capability != "MEM1"]
    na = [
        replace(a, state="not_applicable", value=None, approver="lead") if a.capability == "MEM1" else a for a in mixed
    ]
    there, gone = scored(mixed), scored([*without, *(a for a in na if a.capability == "MEM1")])
    others = [d.id for d in FRAMEWORK.dimensions if d.id != "MEM"]
    assert all(there.nodes[name].score == gone.nodes[name].score for name in others)
    assert there.nodes["MEM"].score != gone.nodes["MEM"].score


@pytest.mark.parametrize("capability", ["STR1", "OPS6", "DIG2", "MEM2", "SAL5", "BIZ6"])
def test_raising_one_answer_lowers_nothing(capability):
    answers = company(2, evidence=("export",))
    before = scored(answers)
    first = next(i for i, a in enumerate(answers) if a.capability == capability)
    after = scored([replace(a, value=4) if i == first else a for i, a in enumerate(answers)])
    assert all(after.nodes[name].score >= node.score for name, node in before.nodes.items())
    assert after.attained.level >= before.attained.level
