from fractions import Fraction

import pytest

from scoring import score
from scoring.tree import Gate, ShareAtLeast

TREE = {"index": {"A": 1, "B": 1, "C": 1, "D": 1}}


def attain(plant, say, levels, *gates, shown=("export",), extra=()):
    """Score one visit per capability; None leaves it blank."""
    answers = [say(c, v, evidence=shown) for c, v in zip("ABCD", levels, strict=True) if v is not None]
    return score(plant(TREE, gates=gates), [*answers, *extra])


@pytest.mark.parametrize(
    ("levels", "level"),
    [
        ((1, 1, 1, 1), 1),
        ((1.799, 1.799, 1.799, 1.799), 1),
        ((1.8, 1.8, 1.8, 1.8), 2),
        ((2.6, 2.6, 2.6, 2.599), 2),
        ((2.6, 2.6, 2.6, 2.6), 3),
        ((3.4, 3.4, 3.4, 3.4), 4),
        ((4.2, 4.2, 4.2, 4.2), 5),
        ((5, 5, 5, 5), 5),
    ],
)
def test_bands_are_half_open_on_the_unrounded_index(levels, level, plant, say):
    assert attain(plant, say, levels).attained.level == level


def test_nothing_binds_at_the_top(plant, say):
    assert attain(plant, say, (5, 5, 5, 5)).attained.binding is None


def test_without_an_index_there_is_no_level(plant, say):
    made = attain(plant, say, (5, 5, None, None)).attained
    assert (made.level, made.binding.code, made.binding.params) == (
        None,
        "insufficient",
        {"have": Fraction(1, 2), "need": Fraction(3, 5)},
    )
    assert made.possible == (3, 5)


def test_gates_are_cumulative(plant, say):
    made = attain(plant, say, (5, 5, 5, 1), Gate(2, min_capability={"D": Fraction(2)})).attained
    assert (made.level, made.binding.code) == (1, "min_capability")
    assert {c.params["level"] for c in made.conditions if c.holds} == {2, 3, 4}, "the cuts alone would give level 4"


def test_a_node_gate_reads_scores_of_zero_to_hundred(plant, say):
    gate = Gate(3, min_node={"D": Fraction(50)})
    assert attain(plant, say, (4, 4, 4, 3), gate).attained.level == 4
    made = attain(plant, say, (4, 4, 4, 2.9), gate).attained
    assert (made.level, made.binding.params["need"], made.binding.params["have"]) == (
        2,
        Fraction(1, 2),
        Fraction(19, 40),
    )


def test_shares_leave_out_what_does_not_apply(plant, say):
    gate = Gate(2, share_at_least=(ShareAtLeast(Fraction(3), Fraction(2, 3)),))
    na = say("D", state="not_applicable", approver="lead")
    made = attain(plant, say, (4, 4, 1, None), gate, extra=[na]).attained
    assert made.level == 3
    assert attain(plant, say, (4, 4, 1, 1), gate).attained.level == 1


def test_a_share_over_named_capabilities(plant, say):
    gate = Gate(2, share_at_least=(ShareAtLeast(Fraction(3), Fraction(1), ("A", "B")),))
    assert attain(plant, say, (4, 4, 1, 1), gate).attained.level == 2
    made = attain(plant, say, (4, 2, 4, 4), gate).attained
    assert (made.level, made.binding.params["count"], made.binding.params["of"]) == (1, 1, 2)


def test_a_gate_on_what_does_not_apply_is_waived(plant, say):
    na = say("D", state="not_applicable", approver="lead")
    gates = (
        Gate(
            2,
            min_node={"D": Fraction(90)},
            min_capability={"D": Fraction(5)},
            share_at_least=(ShareAtLeast(Fraction(5), Fraction(1), ("D",)),),
        ),
    )
    made = attain(plant, say, (4, 4, 4, None), *gates, extra=[na]).attained
    assert made.level == 4
    assert sum(c.params.get("waived", False) for c in made.conditions) == 3


def test_what_is_missing_does_not_hold(plant, say):
    made = attain(plant, say, (5, 5, 5, None), Gate(2, min_capability={"D": Fraction(1)})).attained
    assert (made.level, made.binding.code, made.possible) == (1, "min_capability", (1, 5))


def test_an_evidence_share(plant, say):
    gate = Gate(2, min_evidence_share=Fraction(1, 2))
    word = attain(plant, say, (3, 3, 3, 3), gate, shown=()).attained
    assert (word.level, word.binding.code, word.binding.params["have"]) == (1, "evidence_share", 0)
    assert attain(plant, say, (3, 3, 3, 3), gate).attained.level == 3


def test_the_cut_binds_before_any_gate(plant, say):
    made = attain(plant, say, (2, 2, 2, 2), Gate(3, min_capability={"A": Fraction(5)})).attained
    assert (made.level, made.binding.code) == (2, "cut")


def test_among_gates_the_one_furthest_away_binds(plant, say):
    gate = Gate(3, min_node={"A": Fraction(55)}, min_capability={"B": Fraction(5), "C": Fraction(4)})
    made = attain(plant, say, (3, 3, 3, 3), gate).attained
    assert (made.binding.code, made.binding.params["capability"]) == ("min_capability", "B")
    tie = Gate(3, min_node={"A": Fraction(75)}, min_capability={"B": Fraction(4)})
    assert attain(plant, say, (3, 3, 3, 3), tie).attained.binding.code == "min_node"


def test_the_claimed_level_stands_beside_the_verified_one(plant, say):
    sheet = attain(plant, say, (5, 5, 5, 5), shown=())
    assert (sheet.attained.level, sheet.attained_claimed.level) == (3, 5)
    assert (sheet.index.score, sheet.index.claimed) == (Fraction(1, 2), 1)


def test_the_range_inside_the_bounds_is_warned_about(plant, say):
    sheet = attain(plant, say, (3, 3, 3, None))
    assert sheet.attained.possible == (2, 4)
    assert [r.params for r in sheet.warnings if r.code == "level_within_bounds"] == [{"low": 2, "high": 4}]


def test_a_tree_where_nothing_applies(plant, say):
    na = [say(c, state="not_applicable", approver="lead") for c in "ABCD"]
    sheet = attain(plant, say, (None,) * 4, Gate(2, share_at_least=(ShareAtLeast(Fraction(3), Fraction(1)),)), extra=na)
    assert (sheet.index.score, sheet.attained.level, sheet.evidence_share) == (None, None, 0)
