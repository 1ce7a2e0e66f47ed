"""Every table: its own rules, one broken row at a time; and the reference to what is registered."""

from dataclasses import replace
from datetime import date

import pytest

from assessment.facts import GivenFact
from assessment.sheets import InvalidSheet, read_table

STORE = ["id", "name", "ownership", "format", "region_tier"]
PERSON = ["id", "name", "kind", "roles", "store"]
SYSTEM = ["id", "name", "category", "accounts", "active_accounts", "main_member_system"]
FLOW = ["source", "target", "objects", "mode"]
VISIT = ["unit", "capability", "value", "evidence", "note", "selection"]
DOC = ["unit", "capability", "value", "evidence"]
NA = ["group", "capability", "unit", "reason", "approver"]
FACT = ["id", "value", "grade"]
TARGET = ["capability", "level", "reason"]
RESOURCE = [
    "id", "name", "class", "type", "can_be_used", "helps", "moments", "reach", "relevance", "trust", "margin",
    "utilisation", "effort", "named_by", "facts", "flags",
]  # fmt: skip
NEED = [
    "id",
    "request",
    "said_by",
    "said_on",
    "statement",
    "levers",
    "levers_en",
    "capability",
    "lever",
    "capabilities",
    "initiatives",
]


def resource(**changes):
    plain = {
        "id": "R1", "name": "老业主", "class": "会员资源", "type": "交付小区里的老业主", "can_be_used": "店长回访",
        "helps": "带邻居进店", "moments": "转介绍", "reach": 4, "relevance": 5, "trust": 5, "margin": 4,
        "utilisation": "5%", "effort": 1, "named_by": "门店|数据", "facts": "settlement=manual", "flags": "PIPL",
    }  # fmt: skip
    return [{**plain, **changes}[key] for key in RESOURCE]


def need(**changes):
    plain = {
        "id": "n1", "request": "我要小程序", "said_by": "顾一鸣", "said_on": "2026-10-21",
        "statement": "把 48 小时内得到第二次沟通的比例从 31% 提到 70%",
        "levers": "人员 | 跟进责任 | 无 | 48 小时 | 沈桥\nprocess | 三步 | 各店自定 | 统一 | 罗青",
        "levers_en": "Follow-up | none | 48 hours\nThree steps | own | same",
        "capability": "SAL2", "lever": "转化", "capabilities": "SAL2、SAL3", "initiatives": "I-SAL03",
    }  # fmt: skip
    return [{**plain, **changes}[key] for key in NEED]


GOOD = {
    "stores": (STORE, ["S1", "一店", "直营", "旗舰店", "一二线"]),
    "people": (PERSON, ["P9", "某人", "高层", "一把手|销售与零售负责人", ""]),
    "systems": (SYSTEM, ["x", "某系统", "收银", 10, 5, "是"]),
    "flows": (FLOW, ["crm", "erp", "会员", "接口"]),
    "visits": (VISIT, ["S01", "MEM2", "2", "现场演示", "94 秒", "随机抽取"]),
    "documents": (DOC, ["HQ", "MEM2", "不知道", ""]),
    "approvals": (NA, ["门店表单", "BIZ3", "S18", "直发", "周岚"]),
    "facts": (FACT, ["conversion", "22%", "A"]),
    "targets": (TARGET, ["RES5", 4, "研讨会"]),
    "resources": (RESOURCE, resource()),
    "needs": (NEED, need()),
}


@pytest.mark.parametrize("kind", GOOD)
@pytest.mark.parametrize("xlsx", [False, True])
def test_a_good_row_is_read(read, kind, xlsx):
    assert len(read(kind, *GOOD[kind], xlsx=xlsx)) == 1


BROKEN = [
    ("stores", [["S1", "一", "own", "a", "b"], ["S1", "二", "own", "a", "b"]], [("doubled", "A3")]),
    ("people", [["M9", "店长", "店长", "", ""]], [("store_required", "E2")]),
    ("people", [["M9", "店长", "店长", "", "S99"]], [("unknown_reference", "E2")]),
    ("people", [["P9", "某人", "高层", "国王", ""]], [("unknown_reference", "D2")]),
    ("people", [["P9", "甲", "顾问", "", ""], ["P9", "乙", "顾问", "", ""]], [("doubled", "A3")]),
    ("systems", [["a", "甲", "crm", 1, 1, "是"], ["b", "乙", "crm", 1, 1, "是"]], [("second_main_system", "F3")]),
    ("systems", [["a", "甲", "crm", 1, 2, ""]], [("more_active_than_accounts", "E2")]),
    ("systems", [["a", "甲", "算盘", 1, 1, ""]], [("unknown_choice", "C2")]),
    ("flows", [["crm", "ghost", "会员", "api"]], [("unknown_reference", "B2")]),
    ("flows", [["crm", "crm", "会员", "api"]], [("flow_to_itself", "B2")]),
    ("flows", [["crm", "erp", "会员", "api"], ["crm", "erp", "订单", "api"]], [("doubled", "A3")]),
    ("visits", [["S99", "XXX1", "9", "", "", "随机抽取"]], [("unknown_reference", "A2"), ("unknown_reference", "B2"), ("not_a_level", "C2")]),
    ("visits", [["S01", "MEM2", "2", "水晶球", "", "random"]], [("unknown_choice", "D2")]),
    ("visits", [["S01", "MEM2", "不适用", "", "", "random"]], [("na_reason", "C2")]),
    ("visits", [["S01", "MEM2", "2", "", "", "random"], ["S01", "MEM2", "3", "", "", "random"]], [("doubled", "B3")]),
    ("documents", [["HQ", "MEM2", "2.5", ""]], [("not_a_level", "C2")]),
    ("approvals", [["F", "BIZ3", "S99", "直发", "周岚"]], [("unknown_reference", "C2")]),
    ("approvals", [["F", "BIZ3", "S18", "", ""]], [("required", "D2"), ("required", "E2")]),
    ("facts", [["luck", "3", "A"]], [("unknown_reference", "A2")]),
    ("facts", [["conversion", "22", "A"]], [("not_a_share", "B2")]),
    ("facts", [["ticket", "dear", "A"]], [("not_a_number", "B2")]),
    ("facts", [["ticket", "-1", "A"]], [("out_of_range", "B2")]),
    ("facts", [["ticket", "1", "E"]], [("unknown_choice", "C2")]),
    ("facts", [["ticket", "1", "A"], ["ticket", "2", "A"]], [("doubled", "A3")]),
    ("targets", [["RES5", 6, "高"]], [("out_of_range", "B2")]),
    ("targets", [["RES5", 4, ""]], [("required", "C2")]),
    ("resources", [resource(can_be_used="", helps="")], [("required", "E2"), ("required", "F2")]),
    ("resources", [resource(moments="")], [("required", "G2")]),
    ("resources", [resource(reach=6)], [("out_of_range", "H2")]),
    ("resources", [resource(effort=4)], [("out_of_range", "M2")]),
    ("resources", [resource(utilisation="120%")], [("not_a_share", "L2")]),
    ("resources", [resource(type="designers")], [("class_of_type", "C2")]),
    ("resources", [resource(facts="settled by hand")], [("not_a_pair", "O2")]),
    ("resources", [resource(flags="XXX")], [("unknown_choice", "P2")]),
    ("resources", [resource(), resource()], [("doubled", "A3")]),
    ("needs", [need(request="")], [("required", "B2")]),
    ("needs", [need(said_on="昨天")], [("not_a_date", "D2")]),
    ("needs", [need(statement="用小程序把复购率提高到 20%")], [("need", "E2")]),
    ("needs", [need(levers="跟进责任，48 小时")], [("not_a_lever", "F2")]),
    ("needs", [need(levers="magic | a | b | c | d")], [("not_a_lever", "F2")]),
    ("needs", [need(levers_en="one | two")], [("not_a_lever", "G2")]),
    ("needs", [need(capability="NO1", capabilities="")], [("need", "H2")]),
    ("needs", [need(lever="运气")], [("unknown_choice", "I2")]),
    ("needs", [need(initiatives="I-ZZZ99")], [("unknown_reference", "K2")]),
    ("needs", [need(), need()], [("doubled", "A3")]),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "rows", "expected"), BROKEN)
def test_a_broken_row_is_refused_with_its_cell(wrong, kind, rows, expected):
    assert wrong(kind, GOOD[kind][0], *rows) == expected


PERIOD = ["id", "value", "grade", "period"]
OPENED = ["id", "name", "ownership", "format", "region_tier", "opened"]
SENSELESS = [
    (PERIOD, ["ticket", "1", "A", "last year sometime"], [("not_a_period", "D2")]),
    (PERIOD, ["ticket", "1", "A", "2026-13"], [("not_a_period", "D2")]),
    (PERIOD, ["visits_per_store_month", "90000000000", "A", "2025"], [("beyond", "B2")]),
    (PERIOD, ["stores", "50", "A", "2026"], [("contradicts", "B2")]),
    (OPENED, ["S1", "一", "own", "flagship", "t12", "去年"], [("not_a_year", "F2")]),
    (OPENED, ["S1", "一", "own", "flagship", "t12", "99999"], [("not_a_year", "F2")]),
    (OPENED, ["S1", "一", "own", "flagship", "t12", "-3"], [("not_a_year", "F2")]),
    (OPENED, ["S1", "一", "own", "flagship", "t12", "1850"], [("not_a_year", "F2")]),
]


@pytest.mark.parametrize(("head", "row", "expected"), SENSELESS)
def test_what_cannot_be_meant_is_refused_with_its_cell(wrong, head, row, expected):
    assert wrong("facts" if head is PERIOD else "stores", head, row) == expected


def test_a_number_brought_in_is_not_measured_in_time_to_come(context):
    rows = b"id,value,grade,period\nticket,1,A,2099\npilot_stores,1,A,2027-01\n"
    with pytest.raises(InvalidSheet) as caught:
        read_table("facts", "t.csv", rows, replace(context, today=date(2026, 11, 25)))
    assert [problem.code for problem in caught.value.found] == ["ahead"]


def test_nothing_of_a_table_is_accepted_when_one_row_is_wrong(wrong):
    good = [[f"S{i}", "店", "own", "a", "b"] for i in range(50)]
    assert wrong("stores", STORE, *good, ["S50", "店", "leased", "a", "b"]) == [("unknown_choice", "C52")]


def test_a_draft_of_a_need_may_be_incomplete(read):
    row = need(statement="", levers="", levers_en="", capability="", lever="", capabilities="", initiatives="")
    assert read("needs", NEED, row)[0].statement == ""


def test_levers_are_read_in_both_languages(read):
    first, second = read("needs", NEED, need())[0].levers
    assert (first.kind, first.name, first.current, first.target, first.owner) == (
        "people",
        "跟进责任",
        "无",
        "48 小时",
        "沈桥",
    )
    assert (first.name_en, first.current_en, first.target_en) == ("Follow-up", "none", "48 hours")
    assert second.kind == "process"


def test_money_of_systems_becomes_minor_units_and_of_facts_stays_as_written(read):
    head = ["id", "name", "category", "年费（元）"]
    assert read("systems", head, ["a", "甲", "crm", "86,000"])[0].yearly_cost == 8_600_000
    assert read("facts", FACT, ["ticket", "28600", "A"]) == (GivenFact("ticket", 28_600.0, "A"),)


def test_facts_without_a_value_are_no_facts(read):
    assert read("facts", FACT, ["ticket", "", ""], ["conversion", 0.22, "B"]) == (GivenFact("conversion", 0.22, "B"),)


def test_a_number_of_ones_own_says_how_sure_it_is(read):
    with pytest.raises(InvalidSheet) as refused:
        read("facts", FACT, ["conversion", 0.22, ""])
    assert [(p.code, p.column) for p in refused.value.found] == [("required", "C")]


def test_a_resource_as_a_consultant_writes_it(read):
    one = read("resources", [*RESOURCE, "已点名", "Digitised"], [*resource(), "是", "yes"])[0]
    assert (one.cls, one.type, one.moments) == ("RC-M", "handed_over_owners", ("refer",))
    assert (one.readiness, one.utilisation) == (frozenset({"identified", "digitised"}), 0.05)
    assert (one.named_by, one.facts, one.flags) == (("store", "data"), {"settlement": "manual"}, ("PIPL",))


def test_an_unknown_kind_of_table_is_a_programming_error(read):
    with pytest.raises(KeyError):
        read("horoscopes", STORE)
