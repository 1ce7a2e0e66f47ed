"""Derivations in words: the number first, then what it was made of, each step told once, what stayed out named."""

from itertools import pairwise

import pytest

from reports import explanation, names_of
from scoring import explain

LOCALES = ("zh", "en")


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("node", ["index", "MEM", "MEM2", "STR3", "attained"])
@pytest.mark.parametrize("depth", ["groups", "answers"])
def test_every_derivation_of_the_dossier_can_be_told(dossier, locale, node, depth):
    lines = explanation(explain(dossier.sheet, node, depth=depth), locale, names_of(dossier, locale))
    assert lines[0].indent == 0
    assert all(line.text.strip() for line in lines)
    assert all(later.indent <= earlier.indent + 1 for earlier, later in pairwise(lines))
    assert "{" not in "".join(line.text for line in lines)


def test_a_dimension_names_its_score_and_where_it_loses_most(dossier):
    first = explanation(explain(dossier.sheet, "MEM", depth="groups"), "zh", names_of(dossier, "zh"))[0].text
    score = dossier.sheet.nodes["MEM"].score
    assert f"{float(score) * 100:.1f} 分" in first
    assert "失分最多在" in first


def test_a_capability_unfolds_to_groups_units_and_answers(dossier):
    lines = explanation(explain(dossier.sheet, "MEM2"), "en", names_of(dossier, "en"))
    texts = [line.text for line in lines]
    assert texts[0].startswith("Unified member system level")
    assert any(text.startswith("weight") and "Store forms" in text for text in texts)
    assert any("Store 2 " in text for text in texts)
    assert any("without evidence" in text for text in texts)
    assert any(text == "Left out Store 1: don't know" for text in texts)


def test_gates_say_whether_they_hold(dossier):
    lines = explanation(explain(dossier.sheet, "attained"), "en", names_of(dossier, "en"))
    told = [line.text for line in lines[1:]]
    assert all(text.startswith(("met: ", "not met: ")) for text in told)
    held = sum(c.holds for c in dossier.sheet.attained.conditions)
    assert sum(text.startswith("met: ") for text in told) == held


def test_the_same_step_is_not_told_twice(dossier):
    lines = explanation(explain(dossier.sheet, "index", depth="groups"), "zh", names_of(dossier, "zh"))
    heads = [line.text for line in lines if line.indent <= 2]
    assert len(heads) == len(set(heads))


def test_without_names_ids_are_shown(dossier):
    lines = explanation(explain(dossier.sheet, "MEM2", depth="groups"), "en")
    assert lines[0].text.startswith("MEM2 level")
