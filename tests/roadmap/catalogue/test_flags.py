"""Compliance flags: complete in both languages, honest about what was checked, and obeyed by everything generated."""

import re
from dataclasses import replace
from datetime import date

import pytest

from questionnaires import load_library
from roadmap.candidates import propose
from roadmap.catalogue import load_catalogue
from roadmap.compliance import flags_in_force, held_back
from roadmap.flag_rows import FlagRow
from roadmap.initiatives import ComplianceFlag
from roadmap.situation import Constraints, IndustryRules, Standing, Suggestion

CATALOGUE = load_catalogue()
FLAGS = tuple(CATALOGUE.flags.values())
TRADES = tuple(load_library().framework.code_lists["industry"])
NUMBER = re.compile(r"\d+")
BARRED = ("education", "medbeauty", "wellness")
LAWYER_ZH, LAWYER_EN = "律师", "lawyer"


def rules(trade: str) -> IndustryRules:
    codes = tuple(str(flag.code) for flag in FLAGS if trade in flag.industries)
    return IndustryRules(trade, codes, ("CNV",), ())


@pytest.fixture(params=FLAGS, ids=lambda flag: flag.code)
def flag(request) -> ComplianceFlag:
    return request.param


def test_there_are_five(flag):
    assert [f.code for f in FLAGS] == ["ADV", "PIPL", "PLAT", "COMM", "PREP"]
    assert date(2025, 11, 1) <= date.fromisoformat(flag.reviewed)


def test_a_flag_says_rule_source_trades_and_what_it_blocks(flag):
    assert set(flag.industries) <= set(TRADES)
    assert {ident for point in flag.points for ident in point.industries} <= set(flag.industries)
    assert flag.source.count(" · ") == 1  # Chinese, then English
    assert flag.points
    assert flag.blocked_uses
    assert set(flag.blocked_resources) <= {"RC-M", "RC-E", "RC-C", "RC-K", "RC-X"}
    assert all(first in CATALOGUE.initiatives for first in flag.pulls_in)


def test_every_flag_sends_the_reader_to_a_lawyer(flag):
    assert "仅供参考，请律师复核" in flag.wording.zh
    assert "have a lawyer review" in flag.wording.en


def test_a_lawyer_is_named_only_where_one_settled_the_wording(flag):
    assert flag.reviewer == ""
    word = {"zh": "字", "en": "word"}
    row = {"code": "ADV", "name": word, "rule": word, "source": "s", "industries": ["home"], "pulls_in": ["I-OPS07"]}
    row |= {"wording": word, "reviewed": "2026-11-25"}
    assert FlagRow.model_validate(row).frozen().reviewer == ""
    assert FlagRow.model_validate({**row, "reviewer": "Wang"}).frozen().reviewer == "Wang"


def test_numbers_are_the_same_in_both_languages(flag):
    texts = [flag.rule, *flag.blocked_uses, *(t for point in flag.points for t in (point.text, point.basis))]
    for text in texts:
        assert sorted(NUMBER.findall(text.zh)) == sorted(NUMBER.findall(text.en)), text


def test_what_was_not_found_is_left_to_a_lawyer(flag):
    assert {point.checked for point in flag.points} <= {"source", "lawyer"}
    for point in flag.points:
        if point.checked == "lawyer":
            assert LAWYER_ZH in point.basis.zh or "核对" in point.text.zh
            assert LAWYER_EN in point.basis.en


def test_every_point_is_the_readers_in_one_trade_at_least(flag):
    seen = {point for trade in flag.industries for point in flag.points_of(trade)}
    assert seen == set(flag.points)


def test_prepayment_follows_the_interpretation_of_2025():
    flag = CATALOGUE.flags["PREP"]
    said = " ".join(point.text.zh for point in flag.points)
    assert "法释〔2025〕4号" in flag.source
    assert "2025-05-01" in flag.source
    for words in (
        "7日内可要求退还预付款本金",
        "收款不退",
        "丢卡不补",
        "不合理地“限制转卡”",
        "迁店",
        "惩罚性赔偿",
        "60课时",
        "5000元",
    ):
        assert words in said
    franchise = [point for point in flag.points if "加盟" in point.text.zh]
    assert [(point.basis.zh, point.checked) for point in franchise] == [("法释〔2025〕4号第5条", "source")]
    assert "记名" in next(point.text.zh for point in flag.points if "丢卡不补" in point.text.zh)  # only of named cards


def test_lessons_are_for_schools_and_cards_not():
    flag = CATALOGUE.flags["PREP"]
    school = " ".join(point.text.zh for point in flag.points_of("education"))
    clinic = " ".join(point.text.zh for point in flag.points_of("wellness"))
    assert "60课时" in school
    assert "5000元" in " ".join(point.text.zh for point in flag.points_of("education")[:8])  # printed in the report
    assert "单用途卡" not in school
    assert "60课时" not in clinic
    assert "单用途卡" in clinic


def test_bribery_follows_the_law_revised_in_2025():
    flag = CATALOGUE.flags["COMM"]
    assert "2025-10-15" in flag.source
    bases = {point.basis.zh for point in flag.points}
    assert {"《反不正当竞争法》(2025年修订)第8条", "《反不正当竞争法》(2025年修订)第24条"} <= bases


def test_who_waits_for_a_review():
    held = held_back("PREP", CATALOGUE, rules("wellness"))
    assert held == ("I-BIZ08",)
    assert held_back("PREP", CATALOGUE, rules("jewellery")) == ()  # not in force where nothing is paid ahead
    assert "I-RES02" not in held_back("ADV", CATALOGUE, rules("medbeauty"))  # barred altogether, not merely held back
    assert "I-RES02" in held_back("ADV", CATALOGUE, rules("home"))


@pytest.mark.parametrize("trade", TRADES)
def test_nothing_flagged_is_proposed_without_its_review(trade):
    """Everything of the catalogue is wanted; what comes out obeys every flag in force."""
    wanted = tuple(Suggestion(ident, "resource", "R", "test") for ident in CATALOGUE.initiatives)
    constraints = Constraints(date(2026, 12, 1), 10**12, dict.fromkeys(CATALOGUE.roles, 10.0))
    nothing = Standing(dict.fromkeys(load_library().framework.capabilities, 1.0))
    found = propose((), nothing, wanted, CATALOGUE, rules(trade), "hub_existing", constraints)
    for ident, candidate in found.candidates.items():
        for code in flags_in_force(CATALOGUE.initiatives[ident], rules(trade)):
            firsts = [first for first in CATALOGUE.flags[code].pulls_in if first != ident]
            assert _before(found.candidates, ident) >= set(firsts)
            assert code in candidate.flags


@pytest.mark.parametrize("trade", TRADES)
def test_public_testimony_cannot_be_generated_where_it_is_barred(trade):
    """However it is asked for (by a resource, by decree), a plan in these trades has no customer witnesses in it."""
    wanted = (Suggestion("I-RES02", "resource", "R", "test"),)
    constraints = Constraints(date(2026, 12, 1), 10**12, dict.fromkeys(CATALOGUE.roles, 10.0))
    nothing = Standing(dict.fromkeys(load_library().framework.capabilities, 1.0))
    for bounds in (constraints, replace(constraints, must=("I-RES02",))):
        found = propose((), nothing, wanted, CATALOGUE, rules(trade), "hub_existing", bounds)
        assert ("I-RES02" in found.candidates) is (trade not in BARRED)
        if trade in BARRED:
            assert found.forbidden["I-RES02"].params["instead"] == ["I-SVC08"]


def test_what_is_offered_instead_is_not_barred_itself():
    for barred in CATALOGUE.forbidden.values():
        for ident in barred:
            assert CATALOGUE.instead[ident]
            assert not set(CATALOGUE.instead[ident]) & set(barred)


def _before(candidates, ident):
    found: set[str] = set()
    open_ = list(candidates[ident].needs)
    while open_:
        need = open_.pop()
        if need not in found:
            found.add(need)
            open_ += candidates[need].needs
    return found
