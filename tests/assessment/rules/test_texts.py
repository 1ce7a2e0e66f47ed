"""Report texts are content: whole, in both languages, in the hash, and changed by an overlay."""

from fractions import Fraction

import pytest

from assessment.content import load_pack
from assessment.narratives import band_of, narrative_of
from assessment.titles import Bound, TitleRule, rules_for
from questionnaires.locale_text import LocaleText


def test_every_dimension_has_a_narrative_at_every_level(pack):
    framework = pack.library.framework
    found = [
        narrative_of(pack.narratives, d.id, level.level) for d in framework.dimensions for level in framework.levels
    ]
    assert len(found) == 50
    assert all(found)
    assert narrative_of(pack.narratives, "MEM", 6) is None


@pytest.mark.parametrize(
    ("score", "level"),
    [(0, 1), (Fraction(1999, 10000), 1), (Fraction(1, 5), 2), (Fraction(3, 5), 4), (Fraction(4, 5), 5), (1, 5)],
)
def test_a_score_falls_into_the_band_whose_cut_it_reaches(pack, score, level):
    assert pack.library.framework.cuts == (20, 40, 60, 80)
    assert band_of(Fraction(score), pack.library.framework) == level


def test_without_a_score_there_is_no_band(pack):
    assert band_of(None, pack.library.framework) is None


def test_an_overlay_changes_a_narrative_and_the_hash(overlay, pack):
    text = "narratives:\n  - {id: MEM-2, text: {zh: 一句。两句。, en: One. Two.}}\n"
    own = load_pack(overlay(assessment__texts__narratives=text))
    assert own.narratives["MEM-2"].text == LocaleText("一句。两句。", "One. Two.")
    assert own.narratives["MEM-3"] == pack.narratives["MEM-3"]
    assert own.hash != pack.hash


def test_a_title_an_overlay_adds_is_tried_before_the_one_without_bounds(overlay):
    text = "titles:\n  - {id: r6.mine, section: R6, when: {systems: {at_least: 9}}, text: {zh: '{systems} 个', en: '{systems}'}}\n"
    order = [rule.id for rule in rules_for(load_pack(overlay(assessment__texts__titles=text)).titles, "R6")]
    assert order[-2:] == ["r6.mine", "r6.none"]


def test_a_bound_holds_within_its_limits_and_never_for_a_figure_that_is_missing():
    bound = Bound("n", at_least=1, at_most=3)
    assert [bound.holds({"n": n}) for n in (0, 1, 3, 4)] == [False, True, True, False]
    assert not bound.holds({"n": None})
    assert not bound.holds({})
    assert TitleRule("r1.x", "R1", (), LocaleText("甲", "a")).holds({})
