"""Who is asked what: every variant complete, every capability met from every source it names, and forms people finish."""

import re
from collections import Counter

import pytest

from questionnaires import OBSERVED, applicable, load_library, minutes, scope_of

BRANDS = re.compile("微信|企微|抖音|小红书|钉钉|有赞|飞书|美团|淘宝|WeChat|TikTok|Douyin|Youzan|Taobao", re.IGNORECASE)
ABLE = re.compile(r"能不能|能否|可不可以|are you able|can you|could you", re.IGNORECASE)
VAGUE = re.compile(r"完善|较好|一定程度|良好|\b(adequate|effective|good|proper|appropriate)\b", re.IGNORECASE)
VARIANTS = {"executive": ("E", 56, 150), "manager": ("M", 30, 40), "visit": ("V", 24, 120), "guide": ("G", 16, 35)}


@pytest.fixture(scope="module")
def library():
    return load_library()


def anchored(instrument):
    return [q for q in instrument.questions if q.kind == "level" and q.capability]


def asked_of(library, source):
    return {c.id for c in library.framework.capabilities.values() if source in c.asked}


def test_126_variants_are_asked(library):
    assert sum(len(anchored(library.instruments[i])) for i in VARIANTS) == 126


@pytest.mark.parametrize("name", VARIANTS)
def test_each_variant_is_complete(name, library):
    source, count, seconds = VARIANTS[name]
    questions = anchored(library.instruments[name])
    assert Counter(q.capability for q in questions) == Counter(asked_of(library, source))
    assert len(questions) == count
    for question in questions:
        assert question.id == f"{source}.{question.capability}"
        assert question.seconds == seconds
        assert question.help is not None, question.id
        assert question.evidence_ask is not None, question.id
        assert len(question.probes) >= 2, question.id


def test_stems_are_short_and_name_no_brand(library):
    points = [q for i in library.instruments.values() for q in i.questions] + list(library.mystery.points)
    for question in points:
        stem = question.stem
        assert len(stem.zh) <= 45, question.id
        assert len(stem.en.split()) <= 25, question.id
        assert not ABLE.search(stem.zh + stem.en), question.id
        assert not BRANDS.search(stem.zh + stem.en), question.id


def test_anchors_differ_in_a_fact_and_say_it_shortly(library):
    for capability in library.framework.capabilities.values():
        for locale in ("zh", "en"):
            texts = [anchor.text.in_(locale) for anchor in capability.anchors]
            assert len(set(texts)) == 5, capability.id
            assert not any(BRANDS.search(text) or VAGUE.search(text) for text in texts), capability.id
        for anchor in capability.anchors:
            assert re.findall(r"\d+", anchor.text.zh) == re.findall(r"\d+", anchor.text.en), capability.id


def test_no_two_questions_of_an_instrument_read_the_same(library):
    for instrument in library.instruments.values():
        for locale in ("zh", "en"):
            stems = Counter(q.stem.in_(locale) for q in instrument.questions)
            assert stems.most_common(1)[0][1] == 1, instrument.id


def test_24_points_cover_what_is_observed(library):
    points = [q for q in library.instruments["visit"].questions if q.kind in OBSERVED]
    assert len(points) == 24
    assert {q.capability for q in points if not q.noted} == asked_of(library, "O")
    assert [q.id for q in points if q.noted] == ["O.MEM1.2", "O.MEM1.3", "O.SAL1.2", "O.DIG5.2"]
    assert len(asked_of(library, "O")) == 16
    for point in points:
        assert point.help is not None, point.id
        assert point.test is not None, point.id
        read = point.reading is not None or all(option.level for option in point.options)
        assert read or point.noted, point.id
        assert point.seconds >= 60


def test_a_visit_runs_from_the_door_to_the_tests(library):
    visit = library.instruments["visit"]
    assert [s.id for s in visit.sections] == ["arrival", "manager", "guides", "tests"]
    order = [q.section for q in visit.questions]
    assert order == sorted(order, key=[s.id for s in visit.sections].index)
    assert {q.kind for q in visit.questions if q.section == "manager"} == {"level"}
    assert {q.test for q in visit.questions if q.test} == {"look", "lookup", "stopwatch", "count"}


def test_what_is_counted_at_the_door_are_the_eight_channels(library):
    point = library.instruments["visit"].question("O.MEM1.1")
    assert [option.id for option in point.options] == list(library.framework.code_lists["enrolment_channel"])
    assert len(point.options) == 8


def test_twelve_open_questions(library):
    opened = [q.id for name in VARIANTS for q in library.instruments[name].questions if q.kind == "text"]
    assert opened == [f"{who}.open.{n}" for who in "EM" for n in range(1, 7)]


def test_the_short_form_asks_one_person_the_core(library):
    short, whole = library.instruments["short"], library.instruments["executive"]
    assert {q.capability for q in anchored(short)} == set(scope_of(library.framework, "core")) - {"SAL5"}
    assert library.instruments["manager"].question("M.SAL5").capability == "SAL5"
    assert short.group == "E"
    for question in short.questions:
        assert question.roles == ()
        assert question.stem is whole.question(question.id).stem
    assert len(applicable(short)) == 25 + 6 + 3
    assert minutes(short.questions) <= 75
    assert [s.id for s in short.sections] == [s.id for s in whole.sections]


def test_whoever_waits_for_nothing_is_asked_nothing(library):
    waiting = [library.instruments["visit"].question("O.SVC3.1"), *library.mystery.points]
    for point in (q for q in waiting if q.capability == "SVC3"):
        assert "没有等候，记“不适用”" in point.help.zh
        assert "no waiting, put “not applicable”" in point.help.en


def test_what_is_typed_takes_a_minute_and_may_be_left_out(library):
    questions = library.instruments["manager"].questions
    typed = [q for q in questions if q.kind == "text"]
    assert [(q.optional, q.seconds) for q in typed] == [(True, 60)] * 6
    assert not any(q.optional for i in library.instruments.values() for q in i.questions if q not in typed)
    assert minutes(questions) == minutes([q for q in questions if q.kind == "level"]) == 20


@pytest.mark.parametrize("name", ["manager", "guide"])
def test_whoever_answers_alone_is_asked_one_thing_at_a_time(name, library):
    for question in library.instruments[name].questions:
        assert question.stem.zh.count("？") <= 1, question.id
        assert question.stem.en.count("?") <= 1, question.id


def test_people_finish(library):
    assert minutes(library.instruments["manager"].questions) <= 22
    assert minutes(library.instruments["guide"].questions) <= 10
    assert 150 <= minutes(library.instruments["visit"].questions) <= 180
    for role in library.framework.roles:
        needed = minutes(applicable(library.instruments["executive"], [role.id]))
        assert needed <= role.minutes <= 75, role.id


def test_executives_and_stores_are_compared(library):
    executive = {q.capability for q in anchored(library.instruments["executive"])}
    stores = {q.capability for name in ("manager", "visit") for q in anchored(library.instruments[name])}
    assert len(executive & stores) == 47
    per_dimension = Counter(c[:3] for c in executive & stores)
    assert all(per_dimension[d.id] >= (2 if d.id == "STR" else 3) for d in library.framework.dimensions)


def test_guides_are_promised_that_nobody_sees_them(library):
    guide = library.instruments["guide"]
    assert guide.group == "F"
    assert "不记名" in guide.promise.zh
    assert "No names" in guide.promise.en
