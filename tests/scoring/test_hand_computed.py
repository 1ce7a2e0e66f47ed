"""A small assessment computed by hand, from answers to the attained level.

Tree: index ← foundations (2/5): DIG1, DIG2 weigh 1 : 3; areas (3/5): MEM1.

DIG1  E: CEO says 5 without evidence; F: store 1 says 2 with a screenshot, store 2 says 3 with a screenshot.
      caps: CEO 3, stores 4. Best capped value elsewhere for the CEO: 3 → verified 3; stores keep 2 and 3.
      verified: E 3, F 5/2 → L = (1·3 + 2·5/2) / 3 = 8/3; claimed: E 5 → (5 + 5) / 3 = 10/3.
DIG2  D: an export shows 4; E: COO says 4 without evidence. Cap 3, but the export's 4 corroborates → verified 4.
      L = (3·4 + 1·4) / 4 = 4.
MEM1  V: stores 1, 2, 3 shown on site: 1, 2, 3 → L = 2.

Scores (L − 1)/4: DIG1 5/12, DIG2 3/4, MEM1 1/4.
foundations = (1·5/12 + 3·3/4) / 4 = (5/12 + 27/12) / 4 = 32/48 = 2/3.
index = 2/5·2/3 + 3/5·1/4 = 4/15 + 3/20 = 16/60 + 9/60 = 25/60 = 5/12 = 41.666… → 41.7.
Claimed: DIG1 (10/3 − 1)/4 = 7/12 → foundations (7/12 + 27/12)/4 = 17/24 → index 17/60 + 9/60 = 26/60 = 13/30.
Attained: cut of level 3 is 40 ≤ 41.67 < 60, no gates → 3; binding is the cut of level 4.
Effective weights: DIG1 2/5·1/4 = 1/10, DIG2 3/10, MEM1 3/5.
"""

from fractions import Fraction

import pytest

from scoring import explain, score
from scoring.sheet import ScoreSheet


@pytest.fixture(scope="module")
def sheet(plant, say) -> ScoreSheet:
    tree = plant(
        {
            "index": {"foundations": Fraction(2, 5), "areas": Fraction(3, 5)},
            "foundations": {"DIG1": 1, "DIG2": 3},
            "areas": {"MEM1": 1},
        }
    )
    answers = [
        say("DIG1", 5, "E", "ceo", evidence=()),
        say("DIG1", 2, "F", "s1", evidence=("screenshot",)),
        say("DIG1", 3, "F", "s2", evidence=("screenshot",)),
        say("DIG2", 4, "D", "register"),
        say("DIG2", 4, "E", "coo", evidence=("statement",)),
        *(say("MEM1", level, "V", f"s{level}", evidence=("demonstration",)) for level in (1, 2, 3)),
    ]
    return score(tree, answers)


def test_levels(sheet):
    levels = {c: (s.level, s.claimed) for c, s in sheet.capabilities.items()}
    assert levels == {"DIG1": (Fraction(8, 3), Fraction(10, 3)), "DIG2": (4, 4), "MEM1": (2, 2)}


def test_scores_up_to_the_index(sheet):
    assert {n: s.score for n, s in sheet.nodes.items()} == {
        "index": Fraction(5, 12),
        "foundations": Fraction(2, 3),
        "areas": Fraction(1, 4),
        "DIG1": Fraction(5, 12),
        "DIG2": Fraction(3, 4),
        "MEM1": Fraction(1, 4),
    }
    assert sheet.index.claimed == Fraction(13, 30)


def test_contributions_and_effective_weights(sheet):
    assert sheet.index.contributions == {"foundations": Fraction(4, 15), "areas": Fraction(3, 20)}
    assert [sheet.nodes[c].effective_weight for c in ("DIG1", "DIG2", "MEM1")] == [
        Fraction(1, 10),
        Fraction(3, 10),
        Fraction(3, 5),
    ]


def test_attained_level_and_what_binds(sheet):
    assert sheet.attained.level == 3
    assert (sheet.attained.binding.code, sheet.attained.binding.params["level"]) == ("cut", 4)


def test_confidence_and_evidence_share(sheet):
    # DIG1 has screenshots only, DIG2 an export beside a second group, MEM1 a demonstration but one group
    assert [sheet.capabilities[c].confidence for c in ("DIG1", "DIG2", "MEM1")] == ["medium", "high", "medium"]
    assert sheet.evidence_share == 1


def test_the_sentence_of_the_index_names_the_largest_loss(sheet):
    # MEM1 at 5 would add 3/5 · 3/4 = 9/20; DIG1 1/10 · 7/12, DIG2 3/10 · 1/4
    step = explain(sheet, "index").steps["index"]
    assert (step.code, step.params["lost_at"], step.params["lost"]) == ("node_scored", "MEM1", Fraction(9, 20))
    assert (step.params["lost_level"], step.params["lost_stores"], step.params["lost_confidence"]) == (2, 3, "medium")
