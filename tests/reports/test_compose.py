"""One dossier, two languages: same sections, numbers and flags; and what is missing is said."""

import re
from dataclasses import replace
from datetime import date

import pytest

from questionnaires.locale_text import LocaleText
from reports import compose
from reports.html import render_html
from reports.model import Bullets, Columns, Figure, Lede, ReportModel, Section, Source, Table
from reports.phrases.typography import fits
from roadmap.plan import Forecast, ForecastItem, Money, Progress
from scoring import Targets, find_gaps, score, tree_from_framework

LOCALES = ("zh", "en")
ORDER = ["R1", "contents", "R2", "R3", "R3.bands", "R3.capabilities", "R4", "R4.gaps", "R5", "R6", "R7"]
ORDER += ["R8", "R8.trace", "R8.reasons", "R9", "R10", "R11", "R12", "R13"]
SIGNED = re.compile(r"[−+]?\d[\d,]*(?:\.\d+)?%?")


def section(model: ReportModel, ident: str) -> Section:
    return next(s for s in model.sections if s.id == ident)


def blocks(found: Section, kind: type) -> list:
    flat = []
    for block in found.blocks:
        flat += [*block.left, *block.right] if isinstance(block, Columns) else [block]
    return [block for block in flat if isinstance(block, kind)]


def test_both_languages_have_the_same_sections(models):
    for locale in LOCALES:
        assert [s.id for s in models[locale].sections] == ORDER


def test_both_languages_have_the_same_tables_row_by_row(models):
    """Scores, levels, counts and shares are written alike in both languages; only money and dates differ."""
    for zh, en in zip(models["zh"].sections, models["en"].sections, strict=True):
        tables = zip(blocks(zh, Table), blocks(en, Table), strict=True)
        for first, second in tables:
            assert len(first.rows) == len(second.rows)
            for one, other in zip(first.rows, second.rows, strict=True):
                assert one.group == other.group
                numbers = [
                    (a.text, b.text)
                    for a, b in zip(one.cells, other.cells, strict=True)
                    if re.fullmatch(r"[−+\d.,%–/() ]+", a.text)
                ]
                assert all(a == b for a, b in numbers), numbers


def test_both_languages_draw_the_same_charts(models):
    for zh, en in zip(models["zh"].sections, models["en"].sections, strict=True):
        kinds = [[type(f.spec).__name__ for f in blocks(s, Figure)] for s in (zh, en)]
        assert kinds[0] == kinds[1]


def test_every_title_is_a_conclusion_with_a_number_on_two_lines(models):
    for locale in LOCALES:
        for found in models[locale].sections:
            assert re.search(r"\d", found.title), found.title
            assert fits(found.title), found.title


def test_every_figure_and_table_names_its_source(models):
    """A figure is followed by its source line, and the foot of the section says what the numbers rest on."""
    for locale in LOCALES:
        for found in models[locale].sections:
            assert found.foot
            if blocks(found, Figure):
                assert blocks(found, Source), found.id


def test_an_english_report_holds_no_chinese_and_a_chinese_one_no_english_sentences(models):
    english = " ".join(models["en"].texts())
    assert not re.findall(r"[\u4e00-\u9fff]+", english)
    chinese = (text for text in models["zh"].texts() if not re.fullmatch(r"[0-9a-f]{20,}", text))
    words = set(re.findall(r"[a-z]{3,}", " ".join(chinese)))
    assert not words


def test_no_raw_id_reaches_a_reader(models, dossier):
    """Codes of initiatives stand beside their names only; ids of capabilities, systems and people never."""
    shown = {
        cell.text
        for model in models.values()
        for s in model.sections
        for t in blocks(s, Table)
        for r in t.rows
        for cell, column in zip(r.cells, t.columns, strict=False)
        if column.head not in {"编号", "Code"}
    }
    hidden = {*dossier.framework.capabilities, *(d.id for d in dossier.framework.dimensions), "gu", "lin", "need-1"}
    hidden |= set(dossier.catalogue.initiatives)
    assert not shown & hidden
    running = " ".join(text for model in models.values() for text in model.texts())
    assert not re.findall(r"\b(?:r\d+|fig|word|col)\.[a-z]", running)
    assert "{" not in running


def test_the_report_says_which_versions_stand_behind_it(models, dossier):
    for model in models.values():
        texts = set(model.texts())
        assert {dossier.sheet.digest, dossier.snapshot.digest, dossier.digest, dossier.content_hash} <= texts
        assert dossier.sheet.digest[:4] in model.digest_line


def test_scores_stand_beside_target_bounds_n_and_evidence(models, dossier):
    table = blocks(section(models["en"], "R3"), Table)[0]
    heads = [column.head for column in table.columns]
    assert heads == [
        "Dimension",
        "Verified",
        "Claimed",
        "Bounds",
        "Target",
        "Coverage",
        "Answers",
        "Evidence",
        "Lowest capability (level)",
    ]
    answers = sum(int(row.cells[6].text) for row in table.rows if not row.group)
    values = [o for a in dossier.sheet.trace.assessed.values() for o in a.observations if o.state == "value"]
    assert answers == len(values)


def test_insufficient_data_is_printed(dossiers):
    """Without any form half of the capabilities have no number, and the report says so in words."""
    observations = tuple(o for o in dossiers.observations() if o.capability.startswith(("STR", "ORG")))
    sheet = score(tree_from_framework(dossiers.framework()), observations)
    bare = dossiers.dossier(sheet=sheet, gaps=(), snapshot=None)
    unknown = sum(s.level is None for s in sheet.capabilities.values())
    for locale, words in (("zh", {"数据不足", "未作答"}), ("en", {"insufficient data", "not answered"})):
        model = compose(bare, locale)
        rows = [row for table in blocks(section(model, "R3.capabilities"), Table) for row in table.rows]
        assert sum(row.cells[-1].text in words for row in rows) == unknown > 40
        hero = section(model, "R1")
        assert sheet.index.score is None
        assert "—" in set(model.texts())
        assert re.search(r"\d", hero.title)
        assert render_html(model)


def test_without_a_roadmap_the_report_stands(dossiers):
    for locale in LOCALES:
        model = compose(dossiers.dossier(snapshot=None), locale)
        assert [s.id for s in model.sections] == [
            i for i in ORDER if i not in {"R8", "R8.trace", "R8.reasons", "R10", "R11"}
        ]
        assert "R8" not in {s.id for s in model.sections}
        assert all(fits(s.title) for s in model.sections)
        assert render_html(model)


def test_a_plan_that_chooses_nothing_is_told_as_such(dossiers):
    money = Money(0, 0, 0, 0)
    empty = dossiers.plan(
        items=(),
        finish=date(2026, 12, 1),
        benefit=money,
        net=money,
        quarters=(),
        payback_month=None,
        stress_payback_month=None,
        one_off=0,
        person_weeks=0.0,
        d_share=0.0,
    )
    for locale in LOCALES:
        model = compose(dossiers.dossier(snapshot=dossiers.snapshot(empty, "d" * 64)), locale)
        assert [s.id for s in model.sections if s.id.startswith("R8")] == ["R8", "R8.reasons"]
        assert not blocks(section(model, "R8"), Figure)
        assert [s.title for s in model.sections if not (re.search(r"\d", s.title) and fits(s.title))] == []
        assert render_html(model)


def test_without_gaps_resources_needs_or_voices_each_chapter_says_so(dossiers):
    observations = tuple(o for o in dossiers.observations() if o.group == "E")
    sheet = score(tree_from_framework(dossiers.framework()), observations)
    for locale in LOCALES:
        model = compose(dossiers.dossier(sheet=sheet, gaps=(), resources=(), needs=(), people=()), locale)
        for ident in ("R4", "R4.gaps", "R7"):
            assert blocks(section(model, ident), Lede)
            assert re.search(r"\d", section(model, ident).title)
        assert render_html(model)


def test_names_of_120_characters_leave_titles_on_two_lines(dossiers):
    long = "极长的资源名称" * 17 + "尾"
    english = "An exceedingly long name of a thing " * 3 + "that goes on"
    resources = tuple(
        replace(a, resource=replace(a.resource, name=long, name_en=english)) for a in dossiers.resources()
    )
    catalogue = dossiers.catalogue()
    renamed = {
        k: replace(v, name=LocaleText(long, english), kpi=LocaleText(long, english))
        for k, v in catalogue.initiatives.items()
    }
    bent = dossiers.dossier(
        resources=resources,
        catalogue=replace(catalogue, initiatives=renamed),
        profile=dossiers.profile(name=long, name_en=english),
    )
    for locale in LOCALES:
        model = compose(bent, locale)
        assert all(fits(s.title) for s in model.sections)
        assert render_html(model)


def test_a_forecast_moves_the_bars_and_is_said(dossiers):
    plan = dossiers.plan()
    items = tuple(
        ForecastItem(i.initiative, i.start, i.finish.replace(day=28), 6, 50.0, "amber", i.critical, stale=False)
        for i in plan.items
    )
    progress = {plan.items[0].initiative: Progress(plan.items[0].initiative, "on_track", remaining_days=3)}
    forecast = Forecast(date(2027, 1, 15), items, date(2028, 1, 28), 33.4, Money(1, 222_000_000, 3, 1))
    for locale, words in (
        ("zh", "完成 33%，23 项比计划晚"),
        ("en", "33% of the person-weeks are done; 23 items are late"),
    ):
        model = compose(dossiers.dossier(forecast=forecast, progress=progress), locale)
        spec = blocks(section(model, "R8"), Figure)[0].spec
        assert spec.today == date(2027, 1, 15)
        assert all(row.baseline and row.done == 0.5 for row in spec.rows)
        assert any(words in text for text in model.texts())


def test_remarks_of_one_kind_are_told_once(dossiers):
    model = compose(dossiers.dossier(), "en")
    bullets = [item for block in blocks(section(model, "R12"), Bullets) for item in block.items]
    assert len(bullets) == len(set(bullets))
    assert len(bullets) < 25


@pytest.mark.parametrize("locale", LOCALES)
def test_the_model_of_a_dossier_is_always_the_same(dossiers, locale):
    assert compose(dossiers.dossier(), locale) == compose(dossiers.dossier(), locale)


def test_targets_that_are_all_met_are_said(dossiers):
    low = Targets(dict.fromkeys(dossiers.framework().capabilities, 1))
    sheet = dossiers.sheet()
    model = compose(dossiers.dossier(targets=low, gaps=find_gaps(sheet, low)), "en")
    assert section(model, "R3").title.startswith("All ten dimensions")
    assert section(model, "R4.gaps").title.startswith("All")
