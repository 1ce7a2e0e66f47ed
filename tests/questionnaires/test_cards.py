"""What goes out beside the questionnaires: requests, cards, training situations, the mystery sheet."""

import pytest

from questionnaires import LocaleText, load_library


@pytest.fixture(scope="module")
def library():
    return load_library()


def test_nineteen_requests_cover_what_is_asked_as_data(library):
    asked = [c.id for c in library.framework.capabilities.values() if "D" in c.asked]
    assert len(library.requests) == len(asked) == 19
    assert sorted(c for r in library.requests for c in r.capabilities) == sorted(asked)


def test_a_request_says_who_what_why_and_by_when(library):
    roles = {role.id for role in library.framework.roles}
    for request in library.requests:
        assert request.role in roles
        assert request.days == 5
        assert set(request.accepts) <= set(library.framework.evidence_kinds) - {"statement"}
        assert request.accepts
        assert "不要原始个人信息" in request.privacy.zh
        assert "never raw personal data" in request.privacy.en
        assert (request.number is None) == (request.reading is None)
        assert request.ask != request.why


def test_a_request_may_have_its_own_days_and_note(overlay):
    changed = "requests:\n  - {id: D.STR5, days: 9, privacy: {zh: 遮住金额, en: cover the amounts}}\n"
    request = next(r for r in load_library(overlay({"cards/requests.yaml": changed})).requests if r.id == "D.STR5")
    assert (request.days, request.privacy) == (9, LocaleText("遮住金额", "cover the amounts"))


def test_four_sales_moments(library):
    moments = library.sales_moments
    assert [m.id for m in moments] == ["trust", "follow_up", "closing", "payment"]
    assert [m.capabilities for m in moments] == [("SAL1", "RES5", "RES7"), ("SAL2", "SAL3"), ("SAL4",), ("SAL5",)]
    assert moments[1].initiatives == ("I-SAL03", "I-SAL04")
    assert all(m.asks and m.kpis for m in moments)


def test_three_reasons_and_the_facts_that_test_them(library):
    assert [r.id for r in library.reasons] == ["long_run", "owned_customers", "digital_firm"]
    assert [len(r.facts) for r in library.reasons] == [3, 3, 2]
    assert library.reasons[1].capabilities == ("STR4", "MEM1", "MKT6")


def test_two_training_situations(library):
    assert [(v.capability, v.level) for v in library.vignettes] == [("SAL2", 3), ("SVC4", 2)]
    for vignette in library.vignettes:
        assert f"第 {vignette.level + 1} 级" in vignette.why.zh or f"第 {vignette.level} 级" in vignette.why.zh
        assert f"level {vignette.level}" in vignette.why.en


def test_the_mystery_sheet(library):
    sheet = library.mystery
    assert sheet.visits == (3, 4)
    assert [c.id for c in sheet.columns] == ["store", "date", "time", "visitor"]
    assert {p.capability[:3] for p in sheet.points} == {"SAL", "SVC"}
    assert {p.kind for p in sheet.points} == {"observe", "choice", "measure"}
    assert len({p.id for p in sheet.points}) == len(sheet.points) == 10
