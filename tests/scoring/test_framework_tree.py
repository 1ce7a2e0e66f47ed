from fractions import Fraction

import pytest

from questionnaires import load_library, scope_of
from scoring import Profile, score, tree_from_framework
from scoring.tree_shape import shape_of


@pytest.fixture(scope="module")
def framework():
    return load_library().framework


def test_the_whole_framework(framework):
    tree = tree_from_framework(framework)
    shape = shape_of(tree.nodes)
    assert len(shape.leaves) == 63
    assert shape.children["index"] == ("foundations", "areas")
    assert shape.children["areas"] == ("MEM", "SAL", "SVC", "MKT", "RES", "BIZ")
    assert (shape.nodes["foundations"].weight, shape.nodes["areas"].weight) == (Fraction(2, 5), Fraction(3, 5))
    assert tree.group_weights == {"E": 1, "F": 2, "V": 3, "D": 3}
    assert tree.asked["MEM3"] == ("D", "V")
    assert (tree.version, tree.content_hash) == (framework.version, framework.content_hash)


def test_the_profile_weighs_dimensions_inside_their_block(framework, say):
    tree = tree_from_framework(framework, Profile({"MEM": Fraction(30), "OPS": Fraction(2)}))
    answers = [say(c, 3) for c in framework.capabilities]
    weights = {n: s.effective_weight for n, s in score(tree, answers).nodes.items()}
    assert weights["MEM"] == Fraction(3, 5) * Fraction(30, 35)
    assert weights["OPS"] == Fraction(2, 5) * Fraction(2, 5)
    assert sum(weights[c] for c in framework.capabilities) == 1


def test_a_core_assessment_leaves_gates_on_what_is_left_out_behind(framework):
    core = scope_of(framework, "core")
    tree = tree_from_framework(framework, capabilities=core)
    assert set(shape_of(tree.nodes).leaves) == set(core)
    four = next(g for g in tree.gates if g.level == 4)
    assert set(four.min_capability) == {"DIG2", "MEM2", "OPS4", "OPS6"}
    alone = tree_from_framework(framework, capabilities=["STR1", "MEM1"])
    assert [n.id for n in alone.nodes] == ["index", "foundations", "areas", "STR", "MEM", "STR1", "MEM1"]
    assert next(g for g in alone.gates if g.level == 3).min_node == {"MEM": 30}


def test_a_block_left_empty_goes(framework):
    tree = tree_from_framework(framework, capabilities=["STR1"])
    assert [n.id for n in tree.nodes] == ["index", "foundations", "STR", "STR1"]


@pytest.mark.parametrize(
    ("level", "shown", "index", "attained"),
    [(1, ("export",), 0, 1), (5, ("export",), 1, 5), (5, (), Fraction(1, 2), 2)],
)
def test_the_ends_of_the_scale(level, shown, index, attained, framework, say):
    answers = [say(c, level, evidence=shown) for c in framework.capabilities]
    sheet = score(tree_from_framework(framework), answers)
    assert (sheet.index.score, sheet.attained.level) == (index, attained)


def test_gates_over_named_capabilities_keep_those_in_scope(framework):
    from dataclasses import replace

    from questionnaires.framework import GateRule

    rule = GateRule(2, {}, {}, ((Fraction(3), Fraction(1, 2), ("STR1", "STR2")),), None)
    tree = tree_from_framework(replace(framework, gates=(rule,)), capabilities=["STR1"])
    assert tree.gates[0].share_at_least[0].of == ("STR1",)
