"""Facts: the client's own numbers, the trade's for blanks, scaled to the chain, money in minor units."""

from dataclasses import replace

import pytest

from assessment.facts import GivenFact, fill_facts


@pytest.fixture
def fill(pack):
    def filled(*given: GivenFact, stores: int = 30):
        return fill_facts(given, pack.fact_definitions, pack.industries["home"], stores)

    return filled


def test_a_given_number_stands_with_its_grade_and_period(fill):
    fact = fill(GivenFact("conversion", 0.22, "A", "2026", "tills")).values["conversion"]
    assert (fact.value, fact.grade, fact.period, fact.source, fact.assumed) == (0.22, "A", "2026", "tills", False)


def test_money_is_entered_in_yuan_and_counted_in_minor_units(fill):
    assert fill(GivenFact("ticket", 28_600.0, "A"))["ticket"] == 2_860_000
    assert fill(GivenFact("ticket", 19.99, "A"))["ticket"] == 1999


def test_a_blank_takes_the_trades_figure_marked_as_assumed_grade_d(fill):
    fact = fill().values["gross_margin"]
    assert (fact.value, fact.grade, fact.assumed, fact.source) == (0.40, "D", True, "home")


def test_a_blank_row_is_the_same_as_no_row(fill):
    assert fill(GivenFact("gross_margin", None, "A")) == fill()


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        ("leads_per_month", 440),  # 1,100 for 30 stores × 12/30
        ("acquisition_spend_year", 144_000_000),  # 3.6 million yuan × 12/30, in fen
        ("visits_per_store_month", 40),  # per store: not scaled
        ("conversion", 0.20),  # a rate: not scaled
    ],
)
def test_a_figure_of_the_whole_chain_is_scaled_by_its_stores(fill, fact, expected):
    assert fill(stores=12)[fact] == pytest.approx(expected)


def test_a_stated_number_of_stores_goes_before_the_register(fill):
    facts = fill(GivenFact("stores", 60, "A"), stores=12)
    assert facts["stores"] == 60
    assert facts["leads_per_month"] == 2200


def test_the_register_counts_the_stores_when_nobody_says(fill):
    fact = fill(stores=12).values["stores"]
    assert (fact.value, fact.grade, fact.assumed) == (12, "A", False)


def test_unknown_numbers_are_left_out(fill):
    assert "moon_phase" not in fill(GivenFact("moon_phase", 1.0)).values


def test_months_of_data_and_pilot_stores_are_told_apart(fill):
    assert (fill().months_of_data, fill().pilot_stores) == (0, 0)
    told = fill(GivenFact("months_of_data", 24, "A"), GivenFact("pilot_stores", 3, "A"))
    assert (told.months_of_data, told.pilot_stores) == (24, 3)


def test_a_fact_without_any_default_is_nought(pack):
    bare = replace(pack.industries["home"], fact_defaults={})
    facts = fill_facts((), pack.fact_definitions, bare, 30)
    assert facts["conversion"] == 0
    assert facts.values["conversion"].assumed
