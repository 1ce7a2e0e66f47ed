"""The list of visits, the mystery sheet and the requests: out and back, and every mistake with its place."""

import io
from dataclasses import replace
from datetime import date

import pytest
from openpyxl import load_workbook

from assessment.engagement import Person
from assessment.fieldwork import MysteryVisit, RequestState, StoreVisit
from assessment.sheets import InvalidSheet, PersonAnswers, SheetContext, read_table, write_template
from questionnaires import Answer, scope_of

DAY = date(2026, 11, 20)
MYSTERY = ["store", "date", "time", "visitor", "Y.SVC2.1", "Y.SAL1.1", "Y.SVC5.1"]


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_visits_come_back_as_they_went(context, locale):
    visits = (StoreVisit("V01", "S01", "C01", DAY, "random"), StoreVisit("V02", "S01", "C02", DAY, "chosen"))
    assert (
        read_table("store_visits", "t.xlsx", write_template("store_visits", context, locale, visits), context) == visits
    )


def test_a_visit_needs_a_store_and_a_consultant(wrong):
    head = ["id", "store", "visitor", "day", "selection"]
    found = wrong(
        "store_visits", head, ["V01", "S99", "C01", "2026-11-20", "random"], ["V02", "S01", "C01", "20 Nov", "x"]
    )
    assert set(found) == {("unknown_reference", "B2"), ("not_a_date", "D3"), ("unknown_choice", "E3")}
    found = wrong("store_visits", head, ["V01", "S01", "M01", "2026-11-20", "random"])
    assert found == [("not_a_consultant", "C2")]


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_mystery_visits_come_back_as_they_went(context, locale):
    seen = {"Y.SVC2.1": "listed", "Y.SAL1.1": 2, "Y.SVC5.1": "yes"}
    visits = (MysteryVisit("S01", DAY, "A1", "15:40", seen), MysteryVisit("S01", DAY, "A2"))
    assert read_table("mystery", "t.xlsx", write_template("mystery", context, locale, visits), context) == visits


def test_a_sight_may_be_written_in_either_language_and_what_did_not_arise_is_left_out(read):
    rows = (["S01", "2026-11-20", "9:05", "A1", "in the system; a reminder had reached me", "2", "否"],)
    rows += (["S01", "2026-11-21", "", "A2", "没人知道我约过", "不适用", ""],)
    one, two = read("mystery", MYSTERY, *rows)
    assert one.seen == {"Y.SVC2.1": "listed", "Y.SAL1.1": 2, "Y.SVC5.1": "no"}
    assert two.seen == {"Y.SVC2.1": "unknown"}


def test_every_mistake_of_a_mystery_sheet_is_named_with_row_and_column(wrong):
    found = wrong(
        "mystery",
        MYSTERY,
        ["S99", "2026-11-20", "25:10", "A1", "nice", "two", "maybe"],
        ["S01", "2026-11-20", "15:40", "", "listed", "2", "yes"],
    )
    assert set(found) >= {("unknown_reference", "A2"), ("not_a_time", "C2"), ("not_met", "E2"), ("not_met", "F2")}
    assert set(found) >= {("not_met", "G2"), ("required", "D3")}


def test_mistakes_of_a_mystery_sheet_stand_in_the_order_of_the_sheet_and_name_the_question(context):
    header = ["store", "Y.SAL1.1", "date", "time", "visitor", "Y.SVC2.1", "Y.SVC5.1"]
    rows = (["S01", "17", "2026-11-20", "25:10", "A1", "nice", "maybe"], ["S99", "2", "day", "", "", "", "否"])
    data = "\n".join(",".join(row) for row in (header, *rows)).encode()
    with pytest.raises(InvalidSheet) as refused:
        read_table("mystery", "t.csv", data, context)
    places = [f"{p.column}{p.row}" for p in refused.value.found]
    assert places == ["B2", "D2", "F2", "G2", "A3", "C3", "E3"]
    counted = refused.value.found[0].text
    assert counted.zh.startswith("“Y.SAL1.1 导购介绍时")
    assert counted.zh.endswith("里的“17”不可用：填 0 到 4 的整数（个）。")
    assert counted.en.endswith("cannot be used: write a whole number from 0 to 4 (count).")
    assert "Y.SVC2.1 You booked a day ahead" in refused.value.found[2].text.en


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_the_requests_go_out_with_every_request_and_come_back_with_their_state(context, locale):
    library = context.content.library
    state = RequestState("D.STR2", "received", "唐敏", DAY, DAY, "三份")
    back = read_table("requests", "t.xlsx", write_template("requests", context, locale, (state,)), context)
    assert [row.id for row in back] == [request.id for request in library.requests]
    assert len(back) == 19
    assert next(row for row in back if row.id == "D.STR2") == state
    assert all(row.status == "open" for row in back if row.id != "D.STR2")


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_a_short_look_asks_for_less_and_the_workbook_says_why(context, locale):
    scope = frozenset(scope_of(context.content.library.framework, "core"))
    among = replace(context, scope=scope)
    requests = context.content.library.requests
    outside = next(r.id for r in requests if not set(r.capabilities) & scope)
    asked = RequestState(outside, "asked")
    data = write_template("requests", among, locale, (asked,))
    back = read_table("requests", "t.xlsx", data, among)
    assert [row.id for row in back] == [r.id for r in requests if set(r.capabilities) & scope or r.id == outside]
    words = {cell.value for sheet in load_workbook(io.BytesIO(data)) for row in sheet for cell in row}
    said = [word for word in words if isinstance(word, str) and ("核心 26 项里" in word or "core 26" in word)]
    assert len(said) == 1


def test_a_request_that_is_none_or_came_before_it_was_received_is_refused(wrong):
    head = ["id", "who", "due", "status", "received"]
    found = wrong("requests", head, ["D.NONE", "", "", "asked", ""], ["D.STR1", "", "", "asked", "2026-11-20"])
    assert found == [("unknown_reference", "A2"), ("received_date", "E3")]


def test_nothing_that_names_a_guide_is_kept(read):
    head = ["id", "name", "kind", "title", "store", "email"]
    (guide,) = read("people", head, ["G01", "李小美", "导购", "资深导购", "S01", "li@x.example"])
    assert guide == Person("G01", "G01", "guide", store="S01")


def test_a_guide_needs_a_store_and_only_executives_have_a_short_form(read, wrong):
    head = ["id", "name", "kind", "roles", "store", "form"]
    found = wrong("people", head, ["G01", "G01", "guide", "", "", ""], ["M99", "马", "manager", "", "S01", "短表"])
    assert found == [("store_required", "E2"), ("short_form", "F3")]
    (owner,) = read("people", head, ["P99", "老板", "executive", "owner|it", "", "short form"])
    assert owner.form == "short"


def test_answers_to_the_short_form_are_of_those_who_are_asked_it(context, wrong):
    short = Person("P99", "老板", "executive", ("owner",), form="short")
    among = SheetContext(context.content, context.stores, (*context.people, short), context.systems)
    given = PersonAnswers("P99", (Answer("long_run", 4), Answer("E.SAL2", 2)), 0)
    data = write_template("answers:short", among, "zh", [given])
    (back,) = read_table("answers:short", "t.xlsx", data, among)
    assert {a.question: a.value for a in back.answers} == {"long_run": 4, "E.SAL2": 2}
    assert wrong("answers:short", ["person", "E.SAL2"], ["P01", "3"]) == [("wrong_audience", "A2")]
