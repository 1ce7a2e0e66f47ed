"""The checks of words: each by an overlay that breaks exactly it, with the line in the overlay's file."""

import re

import pytest

from questionnaires import check
from questionnaires.checking.likeness import likeness
from questionnaires.checking.pack_check import check_pack
from questionnaires.checking.pairs import numbers_in
from questionnaires.glossary import Glossary, Term, load_glossary
from questionnaires.loading import read_library_pack
from questionnaires.pack import Pack
from questionnaires.tracing import load_trace
from tests.questionnaires.conftest import fresh

MEM = "framework/capabilities/MEM.yaml"
MANAGER, GUIDE, VISIT = (f"instruments/{name}.yaml" for name in ("manager", "guide", "visit"))
TRACE, GLOSSARY, AGREEMENT = (f"framework/{name}.yaml" for name in ("source_trace", "glossary", "agreement"))
REQUESTS = "cards/requests.yaml"
WARNINGS = {"Q024", "Q026", "Q027", "Q054", "Q055", "Q056", "T003", "T004", "T005"}

LADDER = [
    ("没有系统", "no system"),
    ("写在本子里", "written in a book"),
    ("每月看名单", "the list is read monthly"),
    ("导购当天跟进", "guides follow up the same day"),
    ("漏掉的自动提醒", "what is missed raises an alert"),
]


def anchors(**changes):
    """Word the anchors of MEM2 anew, some of them otherwise."""
    rows = [changes.get(f"level{level}", words) for level, words in enumerate(LADDER, 1)]
    lines = [
        f'      - {{level: {n}, zh: "{zh}", en: "{en}", evidence: [export]}}' for n, (zh, en) in enumerate(rows, 1)
    ]
    return {MEM: "\n".join(["capabilities:", "  - id: MEM2", "    anchors:", *lines, ""])}


def stem(name, zh, en, file=MANAGER):
    return {file: f'questions:\n  - id: {name}\n    stem: {{zh: "{zh}", en: "{en}"}}\n'}


def reading(value, name="MEM2"):
    return {AGREEMENT: f'readings:\n  - id: {name}\n    zh: {{value: {value}, by: 3 managers, on: "2026-11-20"}}\n'}


CASES = {
    "a carrier that is no id": ({TRACE: "items:\n  - {id: S1, carried_by: [R1, opening line]}\n"}, "Q008", 2),
    "a term twice": ({GLOSSARY: "terms:\n  - {id: seller, zh: 导购, en: [guide]}\n"}, "Q005", 2),
    "two options alike": (
        {
            VISIT: "questions:\n  - id: O.OPS3.1\n    options:\n      - {id: a1, zh: 没有记过, en: Never noted, level: 1}\n"
            "      - {id: a2, zh: 没有写过, en: never noted, level: 1}\n"
        },
        "Q021",
        5,
    ),
    "neighbours that read alike": (
        anchors(level4=("每月店长看一次名单和记录", "guides follow up the same day on records for managers"), level3=("每月店长看一次名单并记录", "the list is read monthly by managers")),
        "Q024",
        7,
    ),
    "numbers that fall": (
        anchors(level3=("60%写进系统", "60% in the system"), level4=("导购有50%用名单", "guides use the list, 50% of them")),
        "Q025",
        7,
    ),
    "numbers that stand still": (
        anchors(level3=("2种名单", "2 lists in use"), level4=("2种系统名单", "2 system lists and their records")),
        "Q025",
        7,
    ),
    "a vague word": (anchors(level2=("有较好的名单", "a fair list")), "Q026", 5),
    "a vague English word": (anchors(level2=("写在本子里", "a good book")), "Q026", 5),
    "nothing to be seen": (anchors(level3=("人人都重视", "the list is read monthly")), "Q027", 6),
    "nothing to be seen in English": (anchors(level3=("每月看名单", "everybody cares")), "Q027", 6),
    "people and places only": (anchors(level3=("导购和门店都参与这个流程", "guides read the list monthly")), "Q027", 6),
    "people and places only, in English": (
        anchors(level3=("导购每月看名单", "guides, members and stores take part in the process")), "Q027", 6,
    ),
    "two questions in one stem": (stem("M.MEM2", "会员和价格怎么查", "How do you look up members and prices"), "Q054", 3),
    "two question marks for who answers alone": (
        stem("M.MEM2", "上周查了几位会员？在哪里查的？", "How many members did you look up last week? Where?"), "Q054", 3,
    ),
    "able instead of what was": (
        stem("M.MEM2", "你能不能查到老会员？", "Do you look up past members?"), "Q022", 3,
    ),
    "long sentences for guides": (
        stem("G.SVC5", "昨天最后一位成交顾客离店的时候你在店门口对他做了什么事", "When the last buyer left yesterday, what did you do at the door?", GUIDE),
        "Q055",
        3,
    ),
    "long sentences in the help for guides": (
        {GUIDE: 'questions:\n  - {id: G.SVC5, help: {zh: "那个人走的时候你送到了门口还约了下一次来的时间的才算", en: "Count it only if you walked them to the door and fixed the next time."}}\n'},
        "Q055",
        2,
    ),
    "an abbreviation for managers": (
        stem("M.MEM2", "昨天你打开过SCRM吗？", "Did you open the customer tool yesterday?"), "Q055", 3,
    ),
    "an abbreviation in an anchor": (anchors(level4=("SCRM里有名单", "the list stands in the system")), "Q055", 7),
    "an abbreviation for guides": (
        stem("G.SVC5", "昨天你打开过SCRM吗？", "Did you open the customer tool yesterday?", GUIDE), "Q055", 3,
    ),
    "readers who disagree": (reading(0.8), "Q056", 3),
    "different numbers": (stem("M.MEM2", "过去3个月怎么查会员", "How are members looked up in the past 2 months"), "T001", 3),
    "a number in one language": (stem("M.MEM2", "这两家店怎么查会员", "How are members looked up in the 2 stores"), "T001", 3),
    "different placeholders": (stem("M.MEM2", "{store}怎么查会员", "How are members looked up in {shop}"), "T002", 3),
    "half of it left out": (stem("M.MEM2", "昨天顾客进店以后你们先问他什么再做什么", "Look up files"), "T003", 3),
    "a term left unsaid": (stem("M.MEM2", "昨天有几位顾客用了积分", "How many customers paid that way yesterday?"), "T004", 3),
    "a term said another way": (stem("M.MEM2", "昨天导购做了什么", "What did sales clerks do yesterday?"), "T004", 3),
    "the word of the client company for who shops": (stem("M.MEM2", "昨天进店的客户有几位", "How many customers came in yesterday?"), "T005", 3),
    "a Chinese word the glossary does not use": (stem("M.MEM2", "昨天进店的客人有几位", "How many customers came in yesterday?"), "T005", 3),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_each_rule_by_what_breaks_it(case, overlay):
    files, code, line = CASES[case]
    folder = overlay(files)
    (finding,) = fresh(folder)
    assert (finding.code, finding.line) == (code, line)
    assert finding.severity == ("warning" if code in WARNINGS else "error")
    assert finding.file == f"{folder.as_posix()}/questionnaires/{next(iter(files))}"
    assert finding.message
    assert finding.remedy
    assert re.search(r"[一-鿿]", finding.zh)


def test_the_wording_of_the_tests_is_sound(overlay):
    assert fresh(overlay(anchors())) == []


def changed(document, data):
    """Check the library with a document replaced, or left out."""
    pack = read_library_pack()
    documents = {name: content for name, content in pack.documents.items() if name != document}
    if data is not None:
        documents[document] = data
    found = check_pack(Pack(pack.root, documents, pack.places, pack.hash, pack.version))
    return [f for f in found if f.code in {"Q002", "Q006", "Q047", "Q056"}]


@pytest.mark.parametrize("data", [None, {"readings": []}])
def test_without_any_blind_reading_there_is_one_warning(data):
    (finding,) = changed(AGREEMENT, data)
    assert (finding.code, finding.severity) == ("Q056", "warning")
    assert "63" in finding.message


def test_a_reading_of_nothing_we_ask():
    row = {"id": "XXX1", "zh": {"value": 1.0, "by": "reader", "on": "2026-11-20"}}
    data = {"readings": [*read_library_pack().documents[AGREEMENT]["readings"], row]}
    assert [(f.code, f.severity) for f in changed(AGREEMENT, data)] == [("Q006", "error")]


def test_a_capability_read_in_one_language_only():
    rows = [dict(row) for row in read_library_pack().documents[AGREEMENT]["readings"]]
    del rows[0]["en"]
    (finding,) = changed(AGREEMENT, {"readings": rows})
    assert (finding.code, rows[0]["id"] in finding.message) == ("Q056", True)


def test_too_few_pairs_in_all(overlay):
    """Some capabilities are asked of neither any more: fewer than 45 pairs are left."""
    pack = read_library_pack()
    pairs = [
        row
        for document in pack.folder("framework/capabilities/").values()
        for row in document["capabilities"]
        if "E" in row["asked"] and {"M", "V"} & set(row["asked"])
    ]
    assert len(pairs) >= 45
    fewer = {row["id"] for row in pairs[:: max(1, len(pairs) // (len(pairs) - 43))]}
    documents = {
        name: {"capabilities": [{**r, "asked": ["D"]} if r["id"] in fewer else r for r in data["capabilities"]]}
        if name.startswith("framework/capabilities/")
        else data
        for name, data in pack.documents.items()
    }
    found = check_pack(Pack(pack.root, documents, pack.places, pack.hash, pack.version))
    assert any(f.code == "Q047" and f.path == "dimensions" for f in found)


def test_how_alike_two_texts_are():
    assert likeness("", "x", 3) == 0
    assert likeness("每月看一次", "每月看一次", 2) == 1
    assert 0 < likeness("weekly list", "monthly list", 3) < 0.8


def test_numbers_of_a_text():
    assert numbers_in("1.5 万元、12,000 人") == [12000, 15000]
    assert numbers_in("¥15k for 12,000 people") == [12000, 15000]


def test_the_glossary_finds_the_longer_term_first():
    terms = Glossary([Term("member", "会员", ("member",)), Term("tier", "会员等级", ("tier",))])
    assert list(terms.problems("会员等级", "tiers")) == []
    assert [term.id for term, _ in terms.problems("会员和会员等级", "tiers")] == ["member"]
    assert list(Glossary([]).problems("会员", "x")) == []


def test_a_word_barred_for_one_term_may_be_right_for_another():
    low = Term("low", "差评", ("low rating",), ("complain",))
    both = Glossary([low, Term("complaint", "投诉", ("complain",), ("low rating",))])
    assert list(both.problems("差评和投诉", "low ratings and complaints")) == []
    assert [word for _, word in both.problems("差评", "complaints of low ratings")] == ["complain"]


@pytest.mark.parametrize(
    ("zh", "en", "wrong"),
    [
        ("顾客怎么说", "what customers say", []),
        ("客户怎么说", "what customers say", ["客户"]),
        ("客户公司怎么说", "what the client says", []),
        ("客户的顾客怎么说", "what the client's customers say", []),
        ("企业客户和大客户", "business customers and key accounts", []),
        ("客户联系、客户关系管理、客户数据平台", "customer contact, CRM, customer data platform", []),
        ("老客户和客人", "regulars and guests", ["老客户", "客人"]),
    ],
)
def test_who_shops_and_who_engages_the_consultants(zh, en, wrong):
    assert [word for word, _ in load_glossary().miswritten(zh, en)] == wrong


def test_the_glossary_of_the_pack():
    terms = load_glossary().terms
    assert len(terms) >= 150
    assert sum(not term.elided for term in terms) >= 165
    assert [term.id for term in terms if term.elided and not term.barred] == ["resource"]
    assert max(len(term.en) for term in terms) <= 5
    assert sum(len(term.en) > 3 for term in terms) <= 5
    assert not [t.id for t in terms if {w.casefold() for w in t.en} & {w.casefold() for w in t.barred}]


def test_a_broken_overlay_leaves_glossary_and_trace_empty(overlay):
    folder = overlay({MEM: "capabilities: [\n"})
    assert load_glossary(folder).terms == ()
    assert load_trace(folder) == {}


def test_every_point_of_the_source_is_carried():
    trace = load_trace()
    assert list(trace) == [f"S{number}" for number in range(1, 108)]
    assert all(trace.values())


def test_a_source_is_given_back_by_who_carries_it():
    """What a capability cites names it in turn."""
    trace = load_trace()
    pack = read_library_pack()
    for document in pack.folder("framework/capabilities/").values():
        for row in document["capabilities"]:
            assert all(row["id"] in trace[source] for source in row.get("source", []))


def test_the_library_has_no_errors():
    assert [str(f) for f in check() if f.severity == "error"] == []
