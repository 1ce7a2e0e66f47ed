"""The strata of a register as readers see them: the consultant's words, or ours, never a code."""

from assessment.engagement import Store
from assessment.strata import combined, format_name, strata_names, strata_of, stratum_of
from questionnaires.loading import load_library
from questionnaires.locale_text import LocaleText
from scoring import Stratum

LISTS = load_library(None).framework.code_lists
SPELT = Store("S1", "一店", "own", "flagship", "t12", stratum="直营", stratum_en="Own stores")
BLANK = Store("S2", "二店", "franchise", "standard", "t34")


def test_a_blank_stratum_is_worded_from_ownership_format_and_tier():
    assert combined(BLANK, LISTS) == LocaleText(
        "加盟·标准店·三四线", "Franchise, standard, third- and fourth-tier cities"
    )


def test_a_stratum_the_consultant_spelt_keeps_its_words():
    again = Store("S3", "三店", "own", "standard", "t12", stratum="直营")
    names = strata_names((again, SPELT, BLANK), LISTS)
    assert names["直营"] == LocaleText("直营", "Own stores")
    assert names.keys() == {stratum_of(store) for store in (again, SPELT, BLANK)}
    assert strata_of((again, SPELT, BLANK)) == (Stratum("直营", 2), Stratum("franchise·standard·t34", 1))


def test_a_format_of_the_clients_own_stays_as_typed():
    own = Store("S4", "四店", "own", "社区店", "t12")
    assert format_name(own, LISTS) == LocaleText("社区店", "社区店")
    assert format_name(BLANK, LISTS) == LocaleText("标准店", "Standard")
