"""Action titles: the first rule that holds and fits in both languages; what an overlay breaks does not reach a reader."""

from pathlib import Path

import pytest

from assessment.titles import (
    COUNT,
    FIGURES,
    IDENT,
    LEVEL,
    MONEY,
    RANK,
    SCORE,
    SHARE,
    WRITTEN,
    Bound,
    TitleRule,
)
from questionnaires.locale_text import LocaleText as L
from reports.phrases.typography import title_fits
from reports.phrases.wording import Names, fill
from reports.reading import Reading
from reports.titling import action_title

ROOT = Path(__file__).parents[2]
CHAPTERS = {
    "R2": "needs",
    "R3": "bands",
    "R5": "journey",
    "R6": "systems",
    "R9": "platforms",
    "R11": "governance",
    "R13": "compliance",
}
LONG = "很长的结论，" * 20


def rule(ident: str, zh: str, en: str, *bounds: Bound) -> TitleRule:
    return TitleRule(ident, "R99", bounds, L(zh, en))


@pytest.fixture
def titled(dossiers):
    def title(locale, figures, *rules):
        return action_title(Reading(dossiers.dossier(titles=rules), locale), "R99", figures)

    return title


def test_the_first_rule_whose_bounds_hold_is_taken(titled):
    rules = (
        rule("r99.many", "{n} 个，多", "{n}, many", Bound("n", at_least=5)),
        rule("r99.some", "{n} 个", "{n} in all", Bound("n", at_least=1)),
        rule("r99.none", "没有", "none"),
    )
    assert [titled("zh", {"n": n}, *rules) for n in (7, 2, 0)] == ["7 个，多", "2 个", "没有"]
    assert titled("en", {"n": None}, *rules) == "none"


def test_a_rule_that_fits_one_language_only_is_left_out_in_both(titled):
    rules = (
        rule("r99.long", "短 {n}", "A very long conclusion indeed " * 8 + "{n}"),
        rule("r99.plain", "{n} 个", "{n}"),
    )
    assert titled("zh", {"n": 3}, *rules) == "3 个"
    assert titled("en", {"n": 3}, *rules) == "3"


def test_words_are_given_in_both_languages(titled):
    figures = {"name": L("会员", "Member"), "net": 50_000_000}
    named = rule("r99.named", "{name} {net:money}", "{name} {net:money}")
    assert titled("zh", figures, named) == "会员 ¥50 万"
    assert titled("en", figures, named) == "Member ¥500k"


@pytest.mark.parametrize("broken", ["{luck}", "{n:nonsense}", "{n:day}"])
def test_a_rule_that_cannot_be_filled_in_is_passed_over(titled, broken):
    rules = (rule("r99.broken", broken, broken), rule("r99.plain", "{n} 个", "{n} in all"))
    assert titled("en", {"n": 3}, *rules) == "3 in all"


def test_where_nothing_fits_the_shortest_is_taken_and_without_rules_the_number_of_the_section(titled):
    rules = (rule("r99.a", LONG * 2, "long " * 60), rule("r99.b", LONG, "long " * 50))
    assert titled("zh", {}, *rules) == LONG
    assert titled("zh", {}) == "R99"


def test_every_section_of_the_table_is_titled_by_its_chapter_with_the_figures_declared(dossiers):
    assert {title.section for title in dossiers.content().titles} == set(FIGURES)
    for section, module in CHAPTERS.items():
        source = (ROOT / "reports" / "chapters" / f"{module}.py").read_text("utf-8")
        assert f'action_title(r, "{section}"' in source
        assert [name for name in FIGURES[section] if f'"{name}"' not in source] == [], section
    assert set(CHAPTERS) == set(FIGURES)


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_every_form_the_table_allows_can_be_written(locale):
    values = {COUNT: 3, RANK: 2, LEVEL: 1.9, SCORE: 61.4, SHARE: 0.4, MONEY: 50_000_000, IDENT: "MEM", WRITTEN: "14"}
    for figures in FIGURES.values():
        for name, kind in figures.items():
            for form in kind.forms:
                template = "{" + name + {"": "", "s": ":s|one|many"}.get(form, f":{form}") + "}"
                assert fill(template, {name: values[kind]}, Names(locale))


def test_a_chapter_cannot_give_a_figure_that_is_not_declared(dossiers):
    with pytest.raises(ValueError, match="luck"):
        action_title(Reading(dossiers.dossier(), "en"), "R11", {"items": 1, "luck": 2})


def test_a_title_in_chinese_fits_by_phrases_not_by_characters():
    assert title_fits("一二三四五六七八九十一二三四五，" * 2, "zh")
    assert not title_fits("一二三四五六七八九十一二三四五六七，" * 3, "zh")
    assert not title_fits("word " * 40, "en")
