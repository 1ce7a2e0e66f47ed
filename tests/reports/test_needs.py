"""R2: requests become needs, parked features stand apart, said urgency is held against own figures."""

from dataclasses import replace
from fractions import Fraction

import pytest

from assessment.needs import opportunity_of
from assessment.reasons import weigh_reasons
from questionnaires import Answer
from questionnaires.locale_text import LocaleText
from reports import compose
from reports.model import Bullets, Lede, ReportModel, Section, Table

LOCALES = ("zh", "en")


def chapter(model: ReportModel, ident: str = "R2") -> Section:
    return next(s for s in model.sections if s.id == ident)


def tables(found: Section) -> list[Table]:
    return [block for block in found.blocks if isinstance(block, Table)]


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows if not row.group]


@pytest.mark.parametrize("locale", LOCALES)
def test_the_greatest_opportunity_comes_first_and_scores_have_no_decimals(models, dossier, locale):
    overview = texts(tables(chapter(models[locale]))[0])
    first, second = overview
    rated = opportunity_of(dossier.needs[2])
    assert (rated.executives, rated.stores) == (14, 16)
    assert first[3:5] == ["14", "16"]
    assert second[3:5] == ["11", "—"]  # only executives rated it: 8 + (8 - 5)


def test_a_request_that_serves_nothing_is_parked_with_the_reason(models):
    zh, en = (tables(chapter(models[locale]))[3] for locale in LOCALES)
    assert texts(zh) == [
        ["上一套直播间设备", "把每场到店人数从 6 组提到 15 组。", "说不出服务哪个目标、效率、能力或利润杠杆"]
    ]
    assert zh.rows[0].cells[0].note == "林佳"  # the day was no day and is left out
    assert texts(en)[0][0] == "Buy a live-streaming studio"


def test_the_title_counts_requests_needs_and_features_alike_in_both_languages(models):
    assert chapter(models["zh"]).title == "3 句原话还原出 2 个真正的需求，1 个只是功能，先放下"
    assert chapter(models["en"]).title == "3 requests come down to 2 real needs; 1 is a mere feature and parked"


def test_the_fit_test_names_level_target_and_what_the_plan_does(models, dossier):
    rows = texts(tables(chapter(models["en"]))[2])
    level = dossier.sheet.capabilities["SAL2"].level
    assert f"{float(level):.1f}\u00a0→\u00a04" in rows[0][3]
    assert rows[0][4] == "Conversion"
    planned = {item.initiative for item in dossier.snapshot.plan.items}
    assert {"I-SAL04", "I-RES05"} <= planned
    assert "Not in the plan" in rows[1][5]


def test_roles_two_or_more_apart_are_named(models):
    rows = tables(chapter(models["en"]))[4].rows
    assert [row.cells[1].tone for row in rows] == ["plain", "hot", "plain"]
    sentences = next(block for block in chapter(models["en"]).blocks if isinstance(block, Bullets)).items
    assert "2 roles score it 2–5, 3 apart: agree before starting" in sentences[1]
    assert "2 roles score it 4–4" in sentences[0]


def test_only_the_companys_own_figures_test_a_reason(models, dossier):
    """Acquisition spend is not known, enrolment is a default: neither tests; the register does."""
    own = {fact.id for reason in dossier.reasons for fact in reason.facts}
    assert own == {"main_share", "seats_used"}
    rows = tables(chapter(models["en"]))[4].rows
    assert "Member records in the main system 54% (A)" in rows[1].cells[2].text
    assert "Paid seats in use 88% (A)" in rows[2].cells[2].text  # 4 + 88 of 12 + 92
    assert rows[0].cells[2].text == "No fact to test it"


def test_the_cost_of_a_new_buyer_needs_all_four_figures(dossiers):
    from roadmap.situation import Fact, Facts

    known = {"acquisition_spend_year": 420_000_000, "visits_per_store_month": 38, "stores": 30, "conversion": 0.22}
    grades = dict(zip(known, "ABAA", strict=True))
    facts = Facts({key: Fact(key, value, grades[key]) for key, value in known.items()})  # type: ignore[arg-type]
    cards = dossiers.content().library.reasons
    found = weigh_reasons(cards, (), {}, facts, (), ())
    cost = {fact.id: fact for reason in found for fact in reason.facts}["acquisition_cost"]
    assert cost.value == pytest.approx(420_000_000 / (38 * 30 * 12 * 0.22))
    assert cost.grade == "B"
    without = Facts({key: fact for key, fact in facts.values.items() if key != "conversion"})
    assert all(not reason.facts for reason in weigh_reasons(cards, (), {}, without, (), ()))


def test_urgencies_are_kept_by_role_and_nobody_else_speaks(dossiers):
    cards = dossiers.content().library.reasons
    first = cards[0].id
    said = {
        ("gu", "a"): {first: Answer(first, 4)},
        ("lin", "a"): {first: Answer(first, 1)},  # no executive
        ("he", "a"): {first: Answer(first, None, "dont_know")},
        ("shen", "a"): {first: Answer(first, 9)},  # off the scale
    }
    found = weigh_reasons(cards, dossiers.people(), said, dossiers.facts(), (), ())
    assert found[0].said == {"owner": (4,)}
    assert found[0].spread is None
    assert not found[0].apart


@pytest.mark.parametrize("locale", LOCALES)
def test_without_needs_the_chapter_says_what_to_ask(dossiers, locale):
    found = chapter(compose(dossiers.dossier(needs=(), reasons=()), locale))
    assert found.title.startswith(("登记了 0 个需求", "0 needs"))
    assert len(tables(found)) == 0
    assert isinstance(found.blocks[0], Lede)
    words = " ".join(getattr(block, "text", "") for block in found.blocks)
    assert ("数据不足" if locale == "zh" else "insufficient data") in words


def test_a_card_nobody_filled_in_says_insufficient_data(dossiers):
    facts = dossiers.facts()
    bare = weigh_reasons(dossiers.content().library.reasons, (), {}, facts, (), ())
    model = compose(dossiers.dossier(reasons=bare), "en")
    sentences = next(block for block in chapter(model).blocks if isinstance(block, Bullets)).items
    assert all("0 roles scored it, insufficient data" in sentence for sentence in sentences)


def test_the_policy_of_the_profile_tests_the_first_reason(dossiers):
    notes = LocaleText("苏州有补贴。", "Suzhou subsidises.")
    model = compose(dossiers.dossier(profile=dossiers.profile(policy_notes=notes)), "zh")
    assert tables(chapter(model))[4].rows[0].cells[2].text == "政策：苏州有补贴"


def test_a_sentence_averages_the_levels_it_names(models, dossier):
    reason = dossier.reasons[0]
    levels = [dossier.sheet.capabilities[c].level for c in reason.reason.capabilities]
    mean = sum(levels, Fraction(0)) / len(levels)
    sentences = next(block for block in chapter(models["en"]).blocks if isinstance(block, Bullets)).items
    assert f"capabilities average level {float(mean):.1f}" in sentences[0]


def test_a_need_in_one_language_prints_the_original(dossiers):
    plain = replace(dossiers.need(), statement_en="", flow_en="", request_en="", serves_en={})
    found = tables(chapter(compose(dossiers.dossier(needs=(plain,)), "en")))
    assert texts(found[0])[0][2] == plain.statement
