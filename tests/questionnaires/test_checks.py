"""Every code of the checker, each by an overlay that breaks exactly that rule, with the line in the overlay's file."""

import doctest
import importlib
import pkgutil
import time

import pytest

import questionnaires
from questionnaires import Finding, check
from questionnaires.checking.languages import CHINESE, HALF_WIDTH
from questionnaires.checking.pack_check import check_pack
from questionnaires.finding_words import FINDINGS
from questionnaires.findings import worded
from questionnaires.loading import read_library_pack
from questionnaires.pack import Pack
from tests.questionnaires.conftest import fresh

MEM = "framework/capabilities/MEM.yaml"
STR = "framework/capabilities/STR.yaml"
RULES = "framework/scoring.yaml"
ROLES = "framework/roles.yaml"
MANAGER = "instruments/manager.yaml"
EXECUTIVE = "instruments/executive.yaml"
REQUESTS = "cards/requests.yaml"
VISIT = "instruments/visit.yaml"
PROVEN = "evidence: [export]"
ANCHORS = [
    f"      - {{level: {n}, zh: 系统第{han}级, en: system rung {word}, {PROVEN}}}"
    for n, han, word in zip(range(1, 6), "一二三四五", ("one", "two", "three", "four", "five"), strict=True)
]

OPEN = ("kind: text", "section: open", "stem: {zh: 问, en: Q}", "seconds: 1")


def capability(*lines, name="MEM2"):
    return "\n".join(["capabilities:", f"  - id: {name}", *(f"    {line}" for line in lines), ""])


def anchors(*rows):
    return "\n".join(["capabilities:", "  - id: MEM2", "    anchors:", *rows, ""])


def question(name, *lines):
    return "\n".join(["questions:", f"  - id: {name}", *(f"    {line}" for line in lines), ""])


def point(name, *lines):
    return question(name, *lines)


def new_point(*lines):
    words = ("section: tests", "capability: MEM1", "stem: {zh: 看, en: Look}", "seconds: 60")
    return question("O.MEM1.9", *lines, *words)


def new_capability(name, asked):
    words = "{zh: 新的, en: New}"
    return "\n".join(
        [
            *("capabilities:", f"  - id: {name}", f"    name: {words}", f"    why: {words}", f"    asked: {asked}"),
            *("    core: false", "    own_addition: true", "    anchors:", *ANCHORS, ""),
        ]
    )


def blind(name):
    """Let fresh readers have read a capability."""
    reading = '{value: 1, by: reader, on: "2026-11-25"}'
    return {"framework/agreement.yaml": f"readings:\n  - {{id: {name}, zh: {reading}, en: {reading}}}\n"}


def test_the_library_is_sound():
    assert [f for f in check() if f.severity == "error"] == []


def test_a_finding_names_a_row_by_its_id(overlay):
    found = fresh(overlay({MANAGER: question("M.own.1", *OPEN[:3], "seconds: many")}))
    assert [f.message for f in found] == ["questions[M.own.1].seconds should be a whole number."]


CASES = {
    "a misspelt key": ({MEM: capability("nmae: {zh: 会员, en: Member}")}, "Q001", 3),
    "a word YAML reads as false": ({MEM: capability("why: {zh: 否, en: No}")}, "Q001", 3),
    "text in one language": ({MEM: capability("na_when: {zh: 没有}")}, "Q001", 3),
    "a decimal weight": ({RULES: "group_weights: {E: 0.5}\n"}, "Q001", 1),
    "no fraction": ({RULES: 'split: {areas: "3 to 5"}\n'}, "Q001", 1),
    "a fraction of zero": ({RULES: 'split: {areas: "3/0"}\n'}, "Q001", 1),
    "a file nobody reads": ({"framework/notes.yaml": "x: 1\n"}, "Q003", 1),
    "an ill-formed code": ({"framework/code_lists.yaml": 'industry:\n  "a b": {zh: 甲, en: A}\n'}, "Q004", 2),
    "an ill-formed question": ({EXECUTIVE: question("x", *OPEN)}, "Q004", 2),
    "a question in two instruments": ({EXECUTIVE: question("M.open.1", *OPEN)}, "Q005", 2),
    "an unknown source": ({MEM: capability("source: [S1, S999]")}, "Q006", 3),
    "an unknown dimension": (
        {
            MEM: new_capability("NEW1", "[D]"),
            REQUESTS: "requests:\n  - {id: D.DIG1, capabilities: [DIG1, NEW1]}\n",
            **blind("NEW1"),
        },
        "Q006",
        2,
    ),
    "an unknown evidence kind": ({MEM: anchors(*ANCHORS[:4], ANCHORS[4].replace("export", "oath, export"))}, "Q006", 8),
    "an unknown role": ({EXECUTIVE: question("E.MEM2", "roles: [marketing, it, chef]")}, "Q006", 3),
    "an unknown section": ({MANAGER: question("M.open.1", "section: nowhere")}, "Q006", 3),
    "an unknown carrier": (
        {"framework/source_trace.yaml": "items:\n  - {id: S1, carried_by: [STR99, I-XXX01, R1]}\n"},
        "Q006",
        2,
    ),
    "a gate on an unknown node": ({RULES: "gates:\n  - {level: 3, min_node: {XXX: 30}}\n"}, "Q006", 2),
    "a gate on an unknown capability": ({RULES: "gates:\n  - {level: 3, min_capability: {XXX1: 3}}\n"}, "Q006", 2),
    "a share over an unknown capability": (
        {RULES: 'gates:\n  - {level: 3, share_at_least: [{level: 3, share: "1/2", of: [MEM2, X1]}]}\n'},
        "Q006",
        2,
    ),
    "no source": ({MEM: capability("source: []")}, "Q007", 2),
    "Chinese without Chinese": ({MEM: capability("name: {zh: Member, en: Member}")}, "Q010", 3),
    "English with Chinese": ({MEM: capability("name: {zh: 会员, en: 会员}")}, "Q011", 3),
    "English with full-width marks": ({MEM: capability('name: {zh: 会员, en: "Member\uff0c one"}')}, "Q011", 3),
    "Chinese with western marks": ({MEM: capability('name: {zh: "会员, 系统", en: Member}')}, "Q012", 3),
    "four anchors": ({MEM: anchors(*ANCHORS[:4])}, "Q020", 3),
    "anchors out of order": ({MEM: anchors(*ANCHORS[1:], ANCHORS[0])}, "Q020", 3),
    "two options alike": ({MEM: anchors(*ANCHORS[:4], ANCHORS[4].replace("rung five", "Rung four"))}, "Q021", 8),
    "an agreement scale": (
        {MANAGER: question("M.MEM2", "stem: {zh: 您是否同意会员很重要, en: Are members valued}")},
        "Q022",
        3,
    ),
    "to what extent": (
        {MANAGER: question("M.MEM2", "stem: {zh: 会员怎么样, en: To what extent are members valued}")},
        "Q022",
        3,
    ),
    "a top level by word": ({MEM: anchors(*ANCHORS[:4], ANCHORS[4].replace("export", "statement"))}, "Q023", 8),
    "no group weighs": ({RULES: "group_weights: {E: 0, F: 0, V: 0, D: 0}\n"}, "Q030", 1),
    "a negative weight": ({RULES: "group_weights: {E: -1}\n"}, "Q030", 1),
    "a split beyond the whole": ({RULES: 'split: {areas: "4/5"}\n'}, "Q030", 1),
    "three cuts": ({RULES: "cuts: [20, 40, 60]\n"}, "Q031", 1),
    "falling cuts": ({RULES: "cuts: [20, 60, 40, 80]\n"}, "Q031", 1),
    "a cap off the scale": ({RULES: "evidence_kinds:\n  - {id: export, cap: 9}\n"}, "Q032", 2),
    "a pair cap above all": ({RULES: "pair_cap: 6\n"}, "Q032", 1),
    "a gate of no level": ({RULES: "gates:\n  - {level: 6}\n"}, "Q033", 2),
    "a share above one": ({RULES: 'gates:\n  - {level: 3, min_evidence_share: "3/2"}\n'}, "Q033", 2),
    "a node above hundred": ({RULES: "gates:\n  - {level: 3, min_node: {MEM: 130}}\n"}, "Q033", 2),
    "a ladder of one rung": (
        {RULES: "levels:\n  - {level: 1, name: {zh: 一, en: One}, meaning: {zh: 一, en: One}}\n"},
        "Q034",
        1,
    ),
    "an item nobody owns": (
        {
            EXECUTIVE: question("E.DIG3", "roles: []"),
            ROLES: "roles:\n  - {id: it, owns: [STR1, DIG1, DIG2, DIG4, DIG5, DIG6, DIG7, MEM2, BIZ1, BIZ2, OPS6, MKT5]}\n",
        },
        "Q040",
        2,
    ),
    "a role with seventeen items": (
        {
            EXECUTIVE: "questions:\n  - {id: E.DIG1, roles: [it, marketing]}\n  - {id: E.DIG2, roles: [it, marketing]}\n",
            ROLES: "roles:\n  - id: marketing\n    minutes: 90\n    owns: [STR4, OPS5, OPS6, MEM1, MEM2, MEM5, MEM6, MEM7, MKT1, "
            "MKT2, MKT3, MKT4, MKT5, RES2, RES6, DIG1, DIG2]\n",
        },
        "Q041",
        2,
    ),
    "a question to who does not own it": ({EXECUTIVE: question("E.DIG3", "roles: [it, finance]")}, "Q042", 7),
    "a capability asked of nobody": ({STR: new_capability("STR7", "[]"), **blind("STR7")}, "Q043", 2),
    "a source without question": ({MEM: capability("asked: [V, D, M]", name="MEM3")}, "Q044", 3),
    "a question without source": (
        {
            MANAGER: "questions:\n  - {id: M.open.1, seconds: 5}\n"
            + question(
                "M.MEM3", "kind: level", "capability: MEM3", "section: MEM", "stem: {zh: 问, en: Q}", "seconds: 5"
            ).removeprefix("questions:\n")
        },
        "Q045",
        5,
    ),
    "anchors of no capability": ({MANAGER: question("M.open.1", "kind: level")}, "Q046", 2),
    "an open question that scores": ({MANAGER: question("M.MEM2", "kind: text")}, "Q046", 10),
    "a point without table": ({VISIT: point("O.SVC5.1", "levels: []")}, "Q048", 2),
    "what is only noted, with a table": ({VISIT: point("O.MEM1.3", "levels: {yes: 3, no: 1}")}, "Q048", 3),
    "a point without test": ({VISIT: new_point("kind: observe", "levels: {yes: 3, no: 1}")}, "Q048", 2),
    "a look with a table of numbers": (
        {VISIT: new_point("kind: observe", "test: look", "levels: [{at_least: 2, level: 3}, {level: 1}]")},
        "Q048",
        2,
    ),
    "an anchored question with a unit": ({VISIT: point("V.ORG1", "unit: minutes")}, "Q048", 3),
    "a request with half a table": ({REQUESTS: "requests:\n  - {id: D.STR1, unit: count}\n"}, "Q048", 2),
    "a table to level seven": ({VISIT: point("O.SVC5.1", "levels: [{at_least: 1, level: 7}, {level: 1}]")}, "Q049", 3),
    "an option to level nine": (
        {VISIT: point("O.SAL1.1", "options: [{id: talk, level: 9, zh: 讲, en: talk}]")},
        "Q049",
        3,
    ),
    "a table that turns round": (
        {VISIT: point("O.SVC5.1", "levels: [{at_least: 2, level: 2}, {at_least: 1, level: 3}, {level: 1}]")},
        "Q049",
        3,
    ),
    "a table whose bounds turn round": (
        {VISIT: point("O.SVC5.1", "levels: [{at_least: 1, level: 3}, {at_least: 2, level: 2}, {level: 1}]")},
        "Q049",
        3,
    ),
    "a table of two kinds": (
        {VISIT: point("O.SVC5.1", "levels: [{at_least: 2, level: 3}, {at_most: 1, level: 2}, {level: 1}]")},
        "Q049",
        3,
    ),
    "a table without end": (
        {VISIT: point("O.SVC5.1", "levels: [{at_least: 2, level: 3}, {at_least: 1, level: 2}]")},
        "Q049",
        3,
    ),
    "ticks of an unknown list": ({VISIT: point("O.MEM1.1", "code_list: nowhere")}, "Q006", 3),
    "a selection of nothing": ({"selections/short.yaml": "of: nobody\n"}, "Q006", 1),
    "a selection of an unknown capability": ({"selections/short.yaml": "capabilities: [MEM2, X1]\n"}, "Q006", 1),
    "a request to nobody": ({REQUESTS: "requests:\n  - {id: D.STR1, role: chef}\n"}, "Q006", 2),
    "a capability without request": (
        {MEM: capability("asked: [E, M, D]", name="MEM7")},
        "Q044",
        3,
    ),
    "a capability without point": (
        {MEM: capability("asked: [E, M, O]", name="MEM7")},
        "Q044",
        3,
    ),
    "a dimension without pairs": (
        {
            "framework/dimensions.yaml": "dimensions:\n  - {id: NEW, block: areas, name: {zh: 新, en: N}, "
            "stands_for: {zh: 新, en: N}, lead_indicator: {zh: 新, en: N}}\n"
        },
        "Q047",
        2,
    ),
    "a long stem": ({MANAGER: question("M.MEM2", f"stem: {{zh: {'会员' * 23}, en: {'Members ' * 9}}}")}, "Q050", 3),
    "a long English stem": (
        {MANAGER: question("M.MEM2", f"stem: {{zh: {'会员' * 16}, en: {'word ' * 26}}}")},
        "Q050",
        3,
    ),
    "a long anchor": (
        {MEM: anchors(*ANCHORS[:4], ANCHORS[4].replace("第五级", "会员" * 16).replace("five", "member " * 7))},
        "Q051",
        8,
    ),
    "a form nobody finishes": ({MANAGER: question("M.MEM2", "seconds: 400")}, "Q052", 1),
    "an interview beyond 75 minutes": (
        {EXECUTIVE: question("E.MKT1", "seconds: 1000"), ROLES: "roles:\n  - {id: marketing, minutes: 90}\n"},
        "Q052",
        2,
    ),
    "an interview beyond the hour": ({ROLES: "roles:\n  - {id: finance, minutes: 30}\n"}, "Q052", 2),
}


ELSEWHERE = {"a question to who does not own it", "an open question that scores", "a question in two instruments"}
"""What the overlay changes makes something of the base wrong."""


def test_a_new_capability_in_two_files_stands_twice(overlay):
    new = new_capability("MEM9", "[V, D]")
    found = fresh(overlay({"framework/capabilities/X.yaml": new, "framework/capabilities/Y.yaml": new}))
    assert [f.file.rsplit("/", 1)[-1] for f in found if f.code == "Q005" and "MEM9" in f.message] == ["Y.yaml"]


@pytest.mark.parametrize("case", CASES)
def test_each_rule_by_what_breaks_it(case, overlay):
    files, code, line = CASES[case]
    (finding,) = fresh(overlay(files))
    assert (finding.code, finding.severity) == (
        code,
        "warning" if code in {"Q012", "Q050", "Q051", "Q052"} else "error",
    )
    assert finding.file.endswith(tuple(files)) or case in ELSEWHERE
    assert finding.line == line or case in ELSEWHERE
    assert finding.message
    assert finding.remedy


@pytest.mark.parametrize("case", ["a misspelt key", "text in one language", "no source"])
def test_findings_speak_both_languages(case, overlay):
    (finding,) = fresh(overlay(CASES[case][0]))
    assert finding.sentence("en") == str(finding)
    assert CHINESE.search(finding.sentence("zh"))
    assert not CHINESE.search(str(finding))


def test_every_finding_is_worded_in_both_languages():
    names = (
        "problem key most id name choices pattern file line text found first second locale level total value low high"
    )
    names += " n capability source least zh en kind share unit term term_en say word instead"
    params = dict.fromkeys(names.split(), 1)
    for key in FINDINGS:
        made = worded(key, "a.yaml", 1, params=params)
        assert CHINESE.search(made.zh)
        assert not HALF_WIDTH.search(made.zh)
        assert not CHINESE.search(made.message + made.remedy)
        assert "{" not in made.zh + made.message + made.remedy


def test_a_finding_without_chinese_says_it_in_english():
    assert (
        Finding("a.yaml", 1, "X1", "error", "", "It is odd.", "Mend it.").sentence("zh")
        == "a.yaml:1: X1 It is odd. Mend it."
    )


def test_a_broken_file_is_the_only_finding(findings):
    assert findings({MEM: "capabilities: [\n"}) == [("P001", 2, "")]


def test_a_folder_that_is_not_there(tmp_path):
    assert [f.code for f in check(tmp_path / "nowhere")] == ["P007"]


def without(document=None, **entries):
    """Check the library without a document, or with entries of the rules replaced."""
    pack = read_library_pack()
    documents = {k: v for k, v in pack.documents.items() if k != document}
    documents[RULES] = {**documents[RULES], **entries}
    found = check_pack(Pack(pack.root, documents, pack.places, pack.hash, pack.version))
    return [(f.code, f.path) for f in found if f.severity == "error"]


def test_a_document_that_is_missing():
    assert without("framework/dimensions.yaml") == [("Q002", "")]


def test_what_is_only_said_needs_a_cap():
    kinds = [{"id": "hearsay", "name": {"zh": "听说", "en": "hearsay"}, "cap": 3}]
    found = without(evidence_kinds=kinds, pair_cap=3)
    assert ("Q032", "evidence_kinds") in found
    assert {code for code, _ in found} == {"Q006", "Q032"}, "the anchors still name the kinds that went"


def test_no_kinds_at_all():
    assert ("Q032", "pair_cap") in without(evidence_kinds=[])


def test_an_instrument_of_ours_that_is_not_the_frameworks(findings):
    own = """id: partner
group: F
title: {zh: 伙伴问卷, en: Partner form}
intro: {zh: 请填写, en: Please answer}
promise: {zh: 保密, en: Confidential}
sections:
  - {id: all, title: {zh: 全部, en: All}}
questions:
  - {id: P.MEM3, kind: level, section: all, capability: MEM3, stem: {zh: 会员怎样, en: How are members}, seconds: 9000}
"""
    assert findings({"instruments/partner.yaml": own}) == []


def test_findings_are_sorted_by_place(findings):
    found = findings({MEM: capability("source: [S999]") + "  - {id: MEM3, source: [S998]}\n"})
    assert [line for _, line, _ in found] == [3, 4]


def test_checking_takes_less_than_two_seconds():
    started = time.process_time()
    check()
    assert time.process_time() - started < 2


def test_examples_in_docstrings():
    names = [m.name for m in pkgutil.walk_packages(questionnaires.__path__, "questionnaires.")]
    results = [doctest.testmod(importlib.import_module(name)) for name in names]
    assert sum(r.failed for r in results) == 0
    assert sum(r.attempted for r in results) > 0
