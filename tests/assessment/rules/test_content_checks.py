"""Every check of this package's content, by an overlay that breaks exactly it."""

import re
from datetime import date

import pytest

from assessment.checks import check_content
from assessment.content_reading import ContentRows, read_content_pack
from assessment.section_checks import check_sections, holdings_of
from questionnaires import load_library
from roadmap.catalogue import load_catalogue

HOME = "assessment__industries__home"
RULES = "assessment__resources__rules"
TYPES = "assessment__resources__types"
FACTS = "assessment__facts"
SILOS = "assessment__silos"
WORDS = "assessment__needs__tool_words"
TEXTS = "assessment__texts__narratives"
EXAMPLES = "assessment__needs__examples"
TITLES = "assessment__texts__titles"
RULE = (
    "rules:\n  - {{id: RR-mine, class: {cls}, when: {when}, suggests: [{suggests}], why: {{zh: 因为, en: because}}}}\n"
)
NAME = "name: {zh: 名字, en: name}"
WORD = "{zh: [甲], en: [a]}"
TRACE = "questionnaires__framework__source_trace"
GUIDE = "questionnaires__instruments__guide"
FORBIDDEN = (
    "id: medbeauty\nfirst_wave: [I-DIG01, I-DIG05, I-MEM02, I-OPS06, I-OPS07, I-RES01, I-RES02, I-RES05, I-STR01]\n"
)
TITLE = "{zh: '有 {a} 个', en: 'there are {a}'}"


def rule(cls: str = "RC-M", when: str = "{value: {at_least: 4}}", suggests: str = "I-RES01") -> str:
    return RULE.format(cls=cls, when=when, suggests=suggests)


PETS = """
id: pets
name: {zh: 宠物, en: Pets}
shape: {zh: 形态, en: shape}
weights: {STR: 10, ORG: 10, OPS: 10, DIG: 10, MEM: 10, SAL: 10, SVC: 10, MKT: 10, RES: 10, BIZ: 10}
repeat_business: true
flags: []
lever_order: [CNV]
first_wave: []
systems: []
kpis: []
journey:
  steps: [{id: a, name: {zh: 来, en: come}}, {id: b, name: {zh: 看, en: look}}, {id: c, name: {zh: 走, en: go}}]
  peak: {step: a, text: {zh: 峰, en: peak}}
  end: {step: b, text: {zh: 终, en: end}}
  breaks: [{step: a, text: {zh: 断, en: break}}]
sales_moments:
  first_trust: {zh: 信, en: trust}
  follow_up: {zh: 跟, en: follow}
  closing: {zh: 促, en: close}
  order: {zh: 单, en: order}
fact_defaults: {}
"""
BROKEN = [
    ("A001", {FACTS: "facts:\n  - {id: ticket, name: {zh: Ticket, en: Ticket}}\n"}),
    ("A001", {FACTS: "facts:\n  - {id: ticket, name: {zh: 客单价, en: 客单 price}}\n"}),
    ("T001", {FACTS: "facts:\n  - {id: ticket, help: {zh: 近12个月, en: the last 6 months}}\n"}),
    ("A003", {HOME: "id: home\nsystems: [abacus]\n"}),
    ("A003", {HOME: "id: home\nfact_defaults: {luck: 1}\n"}),
    ("A003", {HOME: "id: home\ntargets: [{capability: XXX1, level: 3, reason: {zh: 因为, en: because}}]\n"}),
    ("A003", {TYPES: f"types:\n  - {{id: odd, class: RC-X, industries: [pets], {NAME}}}\n"}),
    ("A003", {RULES: rule(suggests="I-ZZZ99")}),
    ("A003", {RULES: rule(when="{fact: {id: luck, more_than: 1}}")}),
    ("A003", {RULES: rule(when="{not_industry: [pets]}")}),
    (
        "A003",
        {"assessment__tool_categories": "tool_categories:\n  - {id: abacus, holds: [], ask: {zh: 什么, en: what}}\n"},
    ),
    ("A003", {FACTS: "", "roadmap__effects": "effects:\n  - {id: pay, parameter: luck}\n"}),
    ("A003", {HOME: "id: home\njourney: {steps: [{id: need, capabilities: [XXX1]}]}\n"}),
    ("A004", {HOME: "id: home\nweights: {STR: 11}\n"}),
    ("A006", {HOME: "id: home\njourney: {peak: {step: nowhere}}\n"}),
    ("A006", {HOME: "id: home\njourney: {end: {step: nowhere}}\n"}),
    ("A006", {HOME: "id: home\njourney: {breaks: [{step: nowhere, text: {zh: 断, en: break}}]}\n"}),
    ("A007", {HOME: "id: home\nfact_defaults: {conversion: 20}\n"}),
    ("A008", {HOME: "id: home\nfirst_wave: [I-RES06]\n"}),
    ("A009", {RULES: rule(when="{value: {at_least: 6}}")}),
    ("A009", {RULES: rule(when="{readiness: {at_least: 5}, lacks: digitised}")}),
    ("A009", {RULES: rule(when="{trait: scarce_right}")}),
    ("A009", {RULES: rule(when="{noted: {key: agreement, is: 'yes'}, not_noted: agreement}")}),
    ("A009", {RULES: rule(when="{fact: {id: conversion, more_than: 1}}")}),
    ("A009", {RULES: rule(when="{industry: [home], not_industry: [home]}")}),
    ("A010", {RULES: rule(cls="RC-K", when="{lacks: rights}", suggests="I-RES02")}),
    ("A010", {HOME: "id: home\nfirst_wave: []\n", "assessment__industries__medbeauty": FORBIDDEN}),
    ("A017", {TRACE: "items:\n  - {id: S1, carried_by: [R1, R99]}\n"}),
    ("A017", {TRACE: "items:\n  - {id: S1, carried_by: [R1, I-XXX99]}\n"}),
    ("A017", {TRACE: "items:\n  - {id: S1, carried_by: [RC-Q, P1, N5, R13]}\n"}),
    (
        "A019",
        {
            GUIDE: "id: guide\nquestions:\n  - {id: G.SVC5, stem: {zh: 昨天你用微信做了什么？, en: What did you do yesterday?}}\n"
        },
    ),
    (
        "A019",
        {
            GUIDE: "id: guide\nquestions:\n  - {id: G.SVC5, stem: {zh: 昨天你做了什么？, en: What did you do on Douyin?}}\n"
        },
    ),
    (
        "A012",
        {SILOS: "findings:\n  - {code: silo.ghost, limit: 1, initiatives: [I-DIG01], why: {zh: 因为, en: because}}\n"},
    ),
    ("A021", {RULES: rule().replace("因为", "介绍一人按人头付钱")}),
    (
        "A021",
        {TYPES: "types:\n  - {id: odd, class: RC-C, industries: [home], name: {zh: 三级分销伙伴, en: partner}}\n"},
    ),
    (
        "A021",
        {
            "questionnaires__framework__capabilities__MKT": "capabilities:\n  - id: MKT1\n    why: {zh: 合伙人交入门费, en: partners pay}\n"
        },
    ),
    ("A022", {TITLES: "titles:\n  - {id: r11.plain, text: {zh: 每月都看, en: Looked at every month}}\n"}),
    (
        "A022",
        {
            TEXTS: "narratives:\n  - {id: MEM-2, text: {zh: 每店少卖 30 单。先查资料。, en: Each store loses 30 sales. Look up files first.}}\n"
        },
    ),
    (
        "A020",
        {EXAMPLES: "examples:\n  - {id: horse, need: {zh: 用小程序把时间缩短一半, en: Halve the time by walking}}\n"},
    ),
    ("A020", {EXAMPLES: "examples:\n  - {id: horse, need: {zh: 路上的时间, en: Time on the road}}\n"}),
    ("A020", {EXAMPLES: "examples:\n  - {id: horse, levers: [{zh: 路, en: road}, {zh: 车, en: vehicle}]}\n"}),
    ("A014", {TEXTS: "narratives:\n  - {id: ZZZ-1, text: {zh: 一句。两句。, en: One. Two.}}\n"}),
    ("A014", {TEXTS: "narratives:\n  - {id: MEM-2, text: {zh: 只有一句。, en: One only.}}\n"}),
    ("A015", {TITLES: f"titles:\n  - {{id: r99.odd, section: R99, when: {{a: {{at_least: 1}}}}, text: {TITLE}}}\n"}),
    ("A015", {TITLES: "titles:\n  - {id: r11.plain, text: {zh: '{nope} 项', en: '{nope} items'}}\n"}),
    ("A015", {TITLES: "titles:\n  - {id: r11.start, when: {nosuch: {at_least: 1}}}\n"}),
    (
        "A015",
        {TITLES: "titles:\n  - {id: r11.plain, text: {zh: '{items:nonsense} 项', en: '{items:nonsense} items'}}\n"},
    ),
    ("A015", {TITLES: "titles:\n  - {id: r11.plain, text: {zh: '{items:day} 项', en: '{items:day} items'}}\n"}),
    (
        "A015",
        {
            TITLES: "titles:\n  - {id: r9.first, section: R9, when: {first: {at_least: 1}}, text: {zh: '{platforms} 个', en: '{platforms} of them'}}\n"
        },
    ),
    ("A015", {TITLES: "titles:\n  - {id: r9.plain, text: {zh: '{first:name}最好', en: '{first:name} is best'}}\n"}),
    ("A015", {TITLES: "titles:\n  - {id: r99.odd, section: R99, text: {zh: '{items} 项', en: '{items} items'}}\n"}),
    (
        "R001",
        {
            HOME: "id: home\nkpis:\n  - {id: luck, name: {zh: 运气, en: Luck}, value: {zh: 约30%, en: about 30%}, grade: D}\n"
        },
    ),
    ("R001", {HOME: "id: home\nkpis:\n  - {id: luck, name: {zh: 运气, en: Luck}, as_of: 2026-11}\n"}),
    ("R001", {TITLES: "titles:\n  - {id: r6.odd, section: R6, text: {zh: '坏的 {a.b}', en: '{a.b} bad'}}\n"}),
    ("R001", {TITLES: "titles:\n  - {id: r6.odd, section: R6, text: {zh: '有 {a} 个', en: 'there are {b}'}}\n"}),
]


ALONG = {BROKEN[-1][1][TITLES]: {"T002"}}
"""Languages with different figures are refused as a title, and differ as any text does."""


@pytest.mark.parametrize(("code", "files"), BROKEN, ids=[f"{c}-{i}" for i, (c, _) in enumerate(BROKEN)])
def test_a_pack_that_breaks_one_check_is_told_so(overlay, code, files):
    root = overlay(**{name: text for name, text in files.items() if text})
    found = [f for f in check_content(root) if f.severity == "error"]
    assert {f.code for f in found} - ALONG.get(files.get(TITLES, ""), set()) == {code}, [str(f) for f in found]
    assert all(f.line >= 1 and f.message and f.remedy for f in found)
    assert all(re.search(r"[一-鿿]", f.sentence("zh")) for f in found)


def test_a_new_fact_needs_a_default_in_every_trade(overlay, pack):
    row = f"facts:\n  - {{id: luck, {NAME}, unit: {{zh: 个, en: pieces}}, kind: number, help: {{zh: 数, en: count}}}}\n"
    found = check_content(overlay(**{FACTS: row}))
    assert [(f.code, "luck" in f.message) for f in found] == [("A007", True)] * len(pack.industries)


def test_a_new_trade_needs_resources_kpis_and_a_place_in_the_list(overlay):
    codes_of = check_content(overlay(assessment__industries__pets=PETS))
    codes = [f.code for f in codes_of]
    assert codes.count("A003") == 1  # no industry of that id
    assert codes.count("A005") == 6  # five classes of resources and the KPIs
    assert codes.count("A007") == 30  # no default for any fact but the number of stores


@pytest.mark.parametrize(
    "text",
    [
        f"tools: {{zh: [小程序, 小程序], en: [app]}}\nfeatures: {WORD}\nbrands: {{zh: [乙], en: [b]}}\n",
        f"tools: {{zh: [提高], en: [app]}}\nfeatures: {WORD}\nbrands: {{zh: [乙], en: [b]}}\n",
        f"tools: {{zh: [小程序], en: [rate]}}\nfeatures: {WORD}\nbrands: {{zh: [乙], en: [b]}}\n",
    ],
)
def test_a_word_cannot_stand_twice_nor_be_barred_and_wanted(overlay, text):
    assert [f.code for f in check_content(overlay(**{WORDS: text}))] == ["A011"]


def test_a_class_that_leads_nowhere_is_named(overlay, pack):
    rows = [r.id for r in pack.resource_rules if r.cls in {"RC-X", None}]
    disabled = "".join(f"  - {{id: {ident}, class: RC-M, when: {{value: {{at_least: 5}}}}}}\n" for ident in rows)
    found = [f for f in check_content(overlay(**{RULES: "rules:\n" + disabled})) if f.code == "A005"]
    assert ["RC-X" in f.message for f in found] == [False, True]  # experts lose the rule for everybody, too


def test_a_finding_points_into_the_consultants_own_file(overlay):
    root = overlay(**{HOME: "id: home\nfact_defaults:\n  conversion: 20\n"})
    found = check_content(root)
    assert [(f.line, f.path) for f in found] == [(3, "fact_defaults.conversion")]
    assert found[0].file == f"{root.as_posix()}/assessment/industries/home.yaml"


def test_a_key_figure_grows_old_by_the_day_that_is_given(overlay):
    root = overlay(**{HOME: "id: home\nkpis:\n  - {id: visits, as_of: 2026-10}\n"})
    for today, months in ((date(2028, 10, 31), 24), (date(2026, 9, 30), -1), (date(2028, 11, 1), 25)):
        found = [f for f in check_content(root, today) if f.path == "kpis.0.as_of" and f.file.endswith("home.yaml")]
        assert [(f.code, f.severity, f.line) for f in found] == ([] if 0 <= months <= 24 else [("A018", "warning", 3)])
    assert check_content(root) == []


def test_a_figure_says_when_it_was_claimed_or_that_nobody_says_so(overlay):
    root = overlay(**{HOME: "id: home\nkpis:\n  - {id: visits, undated: false}\n"})
    assert [(f.code, f.line) for f in check_content(root)] == [("R001", 3)]


def test_a_figure_without_a_value_needs_no_date(pack):
    figures = [kpi for industry in pack.industries.values() for kpi in industry.kpis]
    assert {kpi.id for kpi in figures if kpi.as_of} == {"acquisition"}
    assert [kpi.as_of for kpi in figures if kpi.as_of] == ["2023-12"]
    assert any(kpi.value for kpi in figures if not kpi.as_of)


def test_a_section_without_content_is_named():
    rows = ContentRows(read_content_pack(None))
    library, catalogue = load_library(None), load_catalogue(None)
    whole = holdings_of(rows, library, catalogue)
    assert list(whole) == [f"R{n}" for n in range(1, 14)]
    assert list(check_sections(rows, whole)) == []
    for section in whole:
        bare = {**whole, section: (whole[section][0], 0)}
        (finding,) = check_sections(rows, bare)
        assert finding.code == "A022"
        assert f"{section} of the report" in finding.message
