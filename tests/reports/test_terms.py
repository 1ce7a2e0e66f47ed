"""R8 says which terms the plan was built under, with the reasons as they were given."""

from dataclasses import replace
from datetime import date

import pytest

from assessment.terms import PlanTerms, Term
from reports.chapters.terms import kept_to
from reports.model import Paragraph, Table
from reports.reading import Reading

TERMS = PlanTerms(90_000_000, {"it": 2.5, "business": 3.0}, 0.8, monthly=10_000_000)
DEMAND = Term("I-RES05", "董事长要求", "Carl", date(2026, 11, 25))


def blocks(dossier, locale, **changes):
    return kept_to(Reading(replace(dossier, terms=replace(TERMS, **changes)), locale))


@pytest.mark.parametrize(("locale", "said"), [("zh", "外部预算 ¥90 万"), ("en", "External budget ¥900k")])
def test_the_limits_stand_in_one_paragraph(dossier, locale, said):
    _, words = blocks(dossier, locale)
    assert isinstance(words, Paragraph)
    assert said in words.text
    assert "2.5" in words.text
    for role in TERMS.capacity:
        assert dossier.catalogue.roles[role].in_(locale) in words.text


def test_every_demand_stands_with_its_reason_and_author(dossier):
    table = blocks(dossier, "en", must=(DEMAND,))[-1]
    assert isinstance(table, Table)
    kind, name, reason = table.rows[0].cells
    assert (kind.text, name.note, reason.text, reason.note) == ("Must do", "I-RES05", "董事长要求", "Carl, 25 Nov 2026")


def test_a_version_that_kept_no_terms_says_nothing(dossier):
    assert kept_to(Reading(replace(dossier, terms=None), "zh")) == ()
