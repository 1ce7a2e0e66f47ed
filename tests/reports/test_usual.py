"""R8 says where the plan has what the trade usually begins with."""

from dataclasses import replace

import pytest

from reports.chapters.reasons import reasons
from reports.chapters.usual import usual
from reports.reading import Reading


@pytest.fixture
def reading(dossiers):
    """A dossier whose trade begins with these three and goes on with those."""

    def read(locale, first, follow=()):
        whole = dossiers.dossier()
        return Reading(replace(whole, industry=replace(whole.industry, first_wave=first, next_wave=follow)), locale)

    return read


def test_what_is_not_in_wave_1_is_named_with_its_place(reading):
    r = reading("zh", ("I-STR03", "I-SAL07", "I-DIG06"))
    said = usual(r, r.plan)
    assert said.startswith("这个行业通常先做的 3 项里，1 项在这里的第 1 波。其余：")
    assert f"{r.name('I-SAL07')}（没选：预算不够" in said
    assert f"{r.name('I-DIG06')}（已经具备：" in said
    assert "I-STR03" not in said
    assert r.name("I-STR03") not in said


def test_both_languages_say_the_same(reading):
    r = reading("en", ("I-STR03", "I-SAL07"), ("I-DIG03", "I-STR03"))
    said = usual(r, r.plan)
    assert said.startswith("Of the 2 initiatives this trade usually begins with, 1 is in wave 1 here. The others: ")
    assert "Of the 2 that usually follow, 1 is in the plan. Not in it: " in said
    assert "(left out: " in said


def test_a_plan_that_holds_all_of_it_says_so(reading):
    r = reading("zh", ("I-STR03",), ("I-STR03",))
    assert usual(r, r.plan) == "这个行业通常先做的 1 项，这里都在第 1 波。通常接着做的 1 项都在方案里。"


def test_a_trade_without_usual_waves_says_nothing(reading):
    r = reading("zh", ())
    assert usual(r, r.plan) == ""
    assert type(reasons(r, r.plan).blocks[0]).__name__ == "Table"


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_the_reasons_begin_with_it(reading, locale):
    r = reading(locale, ("I-STR03", "I-SAL07"))
    assert reasons(r, r.plan).blocks[0].text == usual(r, r.plan)
