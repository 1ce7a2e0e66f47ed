"""Needs N1 to N5: what each step refuses, and how urgent a need is."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.engagement import LeverOfNeed, Need
from assessment.need_words import WordList
from assessment.needs import (
    barred_words,
    check_need,
    is_feature_only,
    need_suggestions,
    opportunity_by_capability,
    opportunity_of,
    opportunity_score,
    strength,
)
from assessment.samples import read_sample

LEVER = LeverOfNeed("people", "跟进责任", "无时限", "48 小时", "沈桥")
GOOD = Need(
    id="n",
    request="我要一个裂变小程序。",
    said_by="顾一鸣",
    said_on="2026-10-21",
    statement="把看过方案的顾客 48 小时内得到第二次沟通的比例从 31% 提到 70%",
    flow="邻里之间的信任",
    levers=(LEVER, LEVER, LEVER),
    serves={"goal": "签单率", "efficiency": "少靠记忆", "capability": "SAL2", "lever": "CNV"},
    initiatives=("I-SAL03",),
    capabilities=("SAL2",),
    importance={"executives": 9, "stores": 9},
    satisfaction={"executives": 4, "stores": 2},
)


@pytest.fixture
def codes(pack):
    def found(**changes):
        need = replace(GOOD, **changes)
        problems = check_need(need, pack.need_words, pack.library.framework.capabilities)
        return [(p.step, p.code) for p in problems]

    return found


def test_a_whole_need_has_no_problem(codes):
    assert codes() == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"request": " "}, [("N1", "no_request")]),
        ({"said_by": ""}, [("N1", "no_author")]),
        ({"said_on": "上周"}, [("N1", "no_date")]),
        ({"statement": ""}, [("N2", "no_statement")]),
        ({"statement": "用小程序把复购率在一年内提高到 20%"}, [("N2", "names_a_tool")]),
        ({"statement_en": "Raise the repeat rate to 20% by a CRM within a year"}, [("N2", "names_a_tool")]),
        ({"statement": "用企微把复购率在一年内提高到 20%"}, [("N2", "names_a_tool")]),
        ({"statement": "复购率在一年内 20%"}, [("N2", "no_direction")]),
        ({"statement": "在门店里提高大家的积极性"}, [("N2", "no_measure")]),
        ({"statement": "提高复购率"}, [("N2", "no_situation")]),
        ({"flow": ""}, [("N3", "no_flow")]),
        ({"levers": (LEVER, LEVER)}, [("N4", "few_levers")]),
        ({"levers": (LEVER, LEVER, replace(LEVER, owner=""))}, [("N4", "lever_incomplete")]),
        ({"serves": {"goal": "签单率"}}, [("N5", "fit_incomplete")]),
        ({"serves": {"capability": "XXX9", "lever": "CNV"}}, [("N5", "unknown_capability")]),
        ({"capabilities": ("NO1",)}, [("N5", "unknown_capability")]),
        ({"serves": {"capability": "SAL2", "lever": "LUCK"}}, [("N5", "unknown_lever")]),
        ({"serves": {}}, [("N5", "parked_suggests")]),
        ({"feature_only": True}, [("N5", "parked_suggests")]),
        ({"feature_only": True, "initiatives": ()}, []),
    ],
)
def test_each_step_names_what_is_lacking(codes, changes, expected):
    assert codes(**changes) == expected


def test_the_eight_worked_examples_are_needs(codes, pack):
    assert [e.id for e in pack.need_examples] == ["horse", "cash", "fission", "screen", "scrm", "mall", "data", "bot"]
    for example in pack.need_examples:
        assert codes(statement=example.need.zh, statement_en=example.need.en) == [], example.id
        assert len(example.levers) >= 3


@pytest.mark.parametrize("name", ["home", "fnb"])
def test_the_needs_of_the_samples_name_no_tool(pack, name):
    needs = read_sample(name, pack).needs
    assert needs
    for need in needs:
        problems = check_need(need, pack.need_words, pack.library.framework.capabilities)
        assert "names_a_tool" not in {problem.code for problem in problems if not need.feature_only}, need.id


def test_tool_words_are_whole_words_in_english_and_the_longest_in_chinese():
    words = WordList(("系统", "会员系统"), ("app", "CRM"))
    assert barred_words("会员系统", words) == ("会员系统",)
    assert barred_words("Our App and the crm", words) == ("app", "CRM")
    assert barred_words("what happens in scrms apply", words) == ()


def test_the_pack_knows_two_hundred_words_and_bars_what_people_ask_for(pack):
    barred = pack.need_words.barred
    assert len(barred.zh) + len(barred.en) >= 200
    for said in ("我要一个裂变小程序", "我要一套大屏", "我要企微SCRM", "我要商城", "我要数据中台", "我要AI客服"):
        assert barred_words(said, barred), said


@pytest.mark.parametrize(
    ("importance", "satisfaction", "expected"),
    [(9, 4, 14), (10, 1, 19), (5, 7, 5), (1, 1, 1), (8.5, 3, 14)],
)
def test_opportunity_by_hand(importance, satisfaction, expected):
    assert opportunity_score(importance, satisfaction) == expected


@given(st.integers(1, 10), st.integers(1, 10))
def test_opportunity_stays_within_twenty_and_falls_with_satisfaction(importance, satisfaction):
    score = opportunity_score(importance, satisfaction)
    assert 1 <= score < 20
    assert opportunity_score(importance, min(10, satisfaction + 1)) <= score


@pytest.mark.parametrize(
    ("score", "name"),
    [(15.1, "extreme"), (15, "strong"), (12, "strong"), (11.9, "worth_a_look"), (10, "worth_a_look"), (9.9, "low")],
)
def test_strength(score, name):
    assert strength(Fraction(str(score))) == name


def test_executives_and_stores_stand_side_by_side():
    rated = opportunity_of(GOOD)
    assert (rated.executives, rated.stores, rated.mean, rated.strength) == (14, 16, 15, "strong")
    one = opportunity_of(replace(GOOD, importance={"stores": 9}))
    assert (one.executives, one.stores, one.mean) == (None, 16, 16)
    assert opportunity_of(replace(GOOD, importance={})) is None


def test_the_strongest_need_weighs_on_a_gap_and_a_weak_one_changes_nothing():
    weak = replace(GOOD, id="w", importance={"stores": 4}, satisfaction={"stores": 4}, capabilities=("MEM1", "SAL2"))
    parked = replace(GOOD, id="p", feature_only=True, capabilities=("MKT1",))
    assert opportunity_by_capability([weak, GOOD, parked]) == {"MEM1": 1, "SAL2": Fraction(3, 2)}


def test_a_parked_request_suggests_nothing():
    assert is_feature_only(replace(GOOD, serves={"goal": " "}))
    assert need_suggestions([replace(GOOD, feature_only=True)]) == ()
    found = need_suggestions([GOOD])
    assert [(s.initiative, s.kind, s.origin, s.weight) for s in found] == [("I-SAL03", "need", "n", 1.5)]
