"""Numbers nobody can mean are refused, with what is wrong and how to mend it."""

from datetime import date

import pytest

from assessment import fact_checks
from assessment.content import load_pack
from assessment.facts import GivenFact
from assessment.periods import is_to_come, period_of

TODAY = date(2026, 11, 25)


@pytest.fixture(scope="module")
def definitions():
    return load_pack().fact_definitions


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("", ""),
        ("2025", "2025"),
        ("2026-11", "2026-11"),
        ("2025-11/2026-10", "2025-11/2026-10"),
        ("2025-11–2026-10", "2025-11/2026-10"),
        ("2025-11 至 2026-10", "2025-11/2026-10"),
        ("2026-3", "2026-03"),
    ],
)
def test_a_period_is_a_year_a_month_or_a_run_of_months(text, stored):
    assert period_of(text) == stored


@pytest.mark.parametrize(
    "text", ["last year sometime", "2026-13", "26-01", "2026-10–2025-11", "2025–2026", "1890", "去年"]
)
def test_anything_else_is_no_period(text):
    with pytest.raises(ValueError, match=r".+"):
        period_of(text)


@pytest.mark.parametrize(
    ("period", "later"),
    [("2099", True), ("2026", False), ("2026-11", False), ("2026-12", True), ("2026-01/2027-01", True)],
)
def test_a_measured_period_does_not_lie_ahead(period, later):
    assert is_to_come(period, TODAY) is later


@pytest.mark.parametrize(
    ("ident", "value"),
    [("visits_per_store_month", 90_000_000_000), ("conversion", 1.2), ("months_of_data", 3000), ("ticket", 1e9)],
)
def test_what_no_chain_has_is_beyond(definitions, ident, value):
    assert fact_checks.beyond(GivenFact(ident, value), definitions[ident])
    assert not fact_checks.beyond(GivenFact(ident, 0.5), definitions[ident])


def test_every_number_has_a_bound_of_its_own(definitions):
    assert [key for key, fact in definitions.items() if fact.kind != "share" and fact.most is None] == []


def test_a_part_is_not_more_than_its_whole():
    facts = (GivenFact("members_total", 40_000), GivenFact("members_active", 999_999))
    (problem,) = fact_checks.misfits(facts, 0)
    assert problem.where == "members_active"
    assert "40,000" in problem.text.zh
    assert not list(fact_checks.misfits(facts[1:], 0))


def test_stores_are_those_of_the_register():
    (problem,) = fact_checks.misfits((GivenFact("stores", 50),), 8)
    assert problem.where == "stores"
    assert "8 家" in problem.text.zh
    assert not list(fact_checks.misfits((GivenFact("stores", 50),), 0))
    assert not list(fact_checks.misfits((GivenFact("stores", 8),), 8))
