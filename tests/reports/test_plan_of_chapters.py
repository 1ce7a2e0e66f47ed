"""The chapters the source trace relies on are the chapters of the report, in both languages; checks 29, 44, 45."""

import re

import pytest

from assessment.trace_checks import SECTIONS
from questionnaires.locale_text import LOCALES


@pytest.mark.parametrize("locale", LOCALES)
def test_every_chapter_is_there_and_says_something(models, locale):
    sections = models[locale].sections
    assert {section.id.partition(".")[0] for section in sections} - {"contents"} == set(SECTIONS)
    assert all(section.blocks for section in sections)


def test_the_line_of_44_percent_stands_beside_the_range(models):
    for locale in LOCALES:
        profit = next(section for section in models[locale].sections if section.id == "R10")
        assert "44%" in str(profit)


def test_both_languages_name_the_same_flags(models):
    flags = [
        sorted(set(re.findall(r"\b(?:ADV|PIPL|PLAT|COMM|PREP)\b", str(models[locale].sections)))) for locale in LOCALES
    ]
    assert flags[0] == flags[1]
