"""Visits, mystery visits and requests as data; their forms read strictly."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from assessment.drawing import StratumDraw, VisitDraw
from assessment.engagement import Person
from assessment.errors import InvalidInput
from assessment.fieldwork import DocumentFinding, RequestState, StoreVisit
from assessment.invitations import Invitation
from assessment.mystery import MysteryStore
from assessment.request_states import applying
from assessment.visit_board import StratumLeft, TabledVisit, VisitBoard, VisitProgress
from questionnaires import scope_of
from web.components.rail.view import steps_of
from web.pages.people.request_view import form_of, requests_of, settled
from web.pages.people.responses import Known
from web.pages.people.view import needs_link, people_of
from web.pages.people.visit_draw_view import AskedDraw, draw_of, drawing
from web.pages.people.visit_view import planned, visits_of
from web.storage import content

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
TODAY = NOW.date()
CARL = Person("C01", "周岚", "consultant", name_en="Zhou Lan")


def visit(ident, day=TODAY, answered=0, submitted=None):
    return VisitProgress(StoreVisit(ident, "S01", "C01", day), answered, 48, submitted)


@pytest.fixture
def look(dossier):
    def seen(*rows, mystery=(), **counts):
        coverage = replace(dossier.coverage, **counts)
        board = VisitBoard(rows, mystery, 3)
        return visits_of("e1", dossier.stores, [CARL], board, coverage, NOW)

    return seen


def test_visits_stand_by_their_days_with_what_became_of_them(look):
    view = look(
        visit("V2", answered=12), visit("V1", date(2026, 11, 18)), visit("V3", submitted=NOW), visits=2, visits_wanted=6
    )
    assert [(row.id, row.state, row.free) for row in view.rows] == [
        ("V1", "planned", True),
        ("V2", "begun", False),
        ("V3", "submitted", False),
    ]
    assert view.rows[1].when.zh == "12 / 48"
    assert view.rows[0].href == "/answer/e1/C01/visit:V1"
    assert (view.rows[0].visitor.en, view.title.zh) == ("Zhou Lan", "走了 2 家店，按样本还差 4 家")


def test_the_title_counts_against_the_sample(look):
    assert look(visits=7, visits_wanted=6).title.en == "7 stores visited, the sample of 6 is reached"
    assert look(visits=0, visits_wanted=0).title.en == "No stores to visit yet"


def test_a_reader_of_the_client_sees_how_many_and_nothing_else(dossier):
    view = visits_of("e1", dossier.stores, [CARL], None, dossier.coverage, NOW)
    assert (view.open, view.rows, view.stores) == (False, (), ())
    assert view.title.zh


def test_a_store_with_few_mystery_visits_is_marked(look):
    view = look(mystery=(MysteryStore("S01", 1, enough=False), MysteryStore("S99", 3, enough=True)))
    assert [(row.visits, row.enough) for row in view.mystery] == [("1", False), ("3", True)]
    assert view.mystery[1].store.zh == "S99"
    assert "3" in view.mystery_note.zh


def test_a_planned_visit_is_read_strictly(look):
    view = look()
    store = view.stores[0].key
    form = {"visit_store": store, "visit_visitor": "C01", "visit_day": ""}
    made = planned(form, view, TODAY)
    assert (made.store, made.visitor, made.day, made.selection) == (store, "C01", TODAY, "chosen")
    assert planned(form, replace(view, drawn=(store,)), TODAY).selection == "random"
    with pytest.raises(InvalidInput) as refused:
        planned({"visit_store": "S99", "visit_day": "soon"}, view, TODAY)
    assert {p.where for p in refused.value.problems} == {"visit_store", "visit_visitor", "visit_day"}


def test_visits_of_a_table_stand_in_the_list_and_the_mix_is_counted(dossier):
    draw = VisitDraw(42, NOW, "周岚", (StratumDraw("x", ("S04", "S05"), ("S04",)),))
    tabled = (TabledVisit("S03", "random", 37), TabledVisit("S05", "chosen", 12))
    board = VisitBoard((visit("V1"),), (), 3, tabled, (draw,), (StratumLeft("x", 9, 7, 2),))
    view = visits_of("e1", dossier.stores, [CARL], board, dossier.coverage, NOW)
    assert [(row.state, row.selection, row.href != "") for row in view.rows] == [
        ("planned", "random", True),
        ("tabled", "random", False),
        ("tabled", "chosen", False),
    ]
    assert view.rows[1].when.en == "37 findings"
    assert view.mix.zh == "走过和排上的共 3 家：随机 2 家，有意选取 1 家"
    assert view.drawn == ("S04",)


def test_a_draw_is_offered_by_strata_logged_with_its_seed_and_read_strictly(dossier):
    draw = VisitDraw(42, NOW, "周岚", (StratumDraw("x", ("S04", "S05"), ("S04",)),))
    board = VisitBoard(draws=(draw,), strata=(StratumLeft("x", 9, 7, 2), StratumLeft("y", 3, 1, 0)))
    view = draw_of(dossier.stores, board, {}, 77)
    assert [(f.name, f.value, f.most) for f in view.fields] == [("draw_n0", "2", 7), ("draw_n1", "0", 1)]
    assert view.fields[0].text.zh == "x（共 9 家，可抽 7 家）"
    assert (view.rows[0].seed, view.rows[0].who) == ("42", "周岚")
    assert view.rows[0].stores.en.startswith("x, from 2: S04 ")
    visits = visits_of("e1", dossier.stores, [CARL], board, dossier.coverage, NOW)
    form = {"draw_n0": "3", "draw_n1": "", "draw_seed": "", "draw_visitor": "C01", "draw_day": ""}
    assert drawing(form, view, visits, TODAY) == AskedDraw({"x": 3, "y": 0}, 77, "C01", TODAY)
    with pytest.raises(InvalidInput) as refused:
        drawing({"draw_n0": "8", "draw_seed": "-1"}, view, visits, TODAY)
    assert {p.where for p in refused.value.problems} == {"draw_n0", "draw_seed", "draw_visitor"}
    assert view.labels()["draw_n0"] == view.labels()["x"] == view.fields[0].text
    assert draw_of(dossier.stores, None, {}, 1).fields == ()


def test_all_nineteen_are_asked_and_fewer_of_a_small_firm_which_says_why(requests):
    framework = content().library.framework
    assert len(applying(requests, scope_of(framework, "full"))) == 19
    fewer = applying(requests, scope_of(framework, "core"))
    assert 0 < len(fewer) < 19
    view = requests_of(fewer, content(), (), (), TODAY)
    assert view.left_out.zh.startswith(f"另有 {19 - len(fewer)} 份这次不请")
    assert requests_of(requests, content(), (), (), TODAY).left_out.zh == ""


def test_what_was_read_has_come_though_nobody_asked(requests):
    view = requests_of(requests, content(), (), [DocumentFinding("HQ", "STR2", 3)], TODAY)
    row = next(row for row in view.rows if row.id == "D.STR2")
    assert (row.status, row.levels.en, view.received, view.to_ask) == ("received", "STR2 level 3", 1, 18)


@pytest.fixture
def requests():
    return content().library.requests


def test_a_request_says_who_when_and_whether_it_is_late(requests):
    states = [
        RequestState("D.STR1", "asked", due=date(2026, 11, 18)),
        RequestState("D.STR2", "received", "唐敏", received=TODAY),
        RequestState("D.STR5", "not_available"),
    ]
    found = [DocumentFinding("HQ", "STR2", 3), DocumentFinding("S01", "STR2", 5)]
    view = requests_of(requests, content(), states, found, TODAY)
    rows = {row.id: row for row in view.rows}
    assert (rows["D.STR1"].late, rows["D.STR1"].who.zh) == (True, "一把手")
    assert (rows["D.STR2"].who.zh, rows["D.STR2"].levels.zh) == ("唐敏", "STR2 3 级")
    assert rows["D.STR5"].status == "not_available"
    assert (view.to_ask, view.received) == (16, 1)
    assert view.title.zh == "19 份资料到了 1 份，1 份过期"


def test_a_form_shows_what_is_known_and_reads_what_came(requests):
    request = next(r for r in requests if r.id == "D.STR2")
    known = [DocumentFinding("HQ", "STR2", 2, evidence=("export",))]
    form = form_of(request, content(), RequestState("D.STR2", "asked", "唐敏", TODAY), known)
    assert (form.status, form.who, form.due, form.evidence) == ("asked", "唐敏", "2026-11-20", "export")
    assert [(field.name, field.value, len(field.options)) for field in form.levels] == [("level.STR2", "2", 5)]
    state, found = settled(
        {"status": "received", "who": "唐敏", "evidence": "export", "level.STR2": "4"}, request, TODAY
    )
    assert (state.status, state.received) == ("received", TODAY)
    assert found == (DocumentFinding("HQ", "STR2", 4, None, ("export",), request.title.zh),)
    state, found = settled({"status": "asked", "due": "2026-12-01", "level.STR2": "4"}, request, TODAY)
    assert (state.due, found) == (date(2026, 12, 1), ())


def test_one_number_speaks_for_a_level_where_nobody_chose_one(requests):
    request = next(r for r in requests if r.reading)
    capability = request.capabilities[0]
    posted = {"status": "received", "evidence": request.accepts[0], "number": "0"}
    _, (found, *_) = settled(posted, request, TODAY)
    assert (found.capability, found.value) == (capability, request.reading.level(0))
    _, (chosen, *_) = settled({**posted, f"level.{capability}": "5"}, request, TODAY)
    assert chosen.value == 5


def test_a_request_form_is_read_strictly(requests):
    request = next(r for r in requests if r.id == "D.STR2")
    with pytest.raises(InvalidInput) as refused:
        settled({"status": "received", "due": "soon", "evidence": "hearsay", "level.STR2": "6"}, request, TODAY)
    assert {p.where for p in refused.value.problems} == {"due", "evidence", "level.STR2"}


def test_a_guide_stands_under_an_id_and_nobody_fills_in_for_them(dossier):
    lists = dossier.framework.code_lists
    guide = Person("G01", "G01", "guide", store=dossier.stores[0].id)
    link = Invitation("i", "G01", "guide", "token", NOW, datetime(2026, 12, 20, tzinfo=UTC))
    coverage = replace(dossier.coverage, guides_asked=1, requests_asked=19, requests_received=3)
    view = people_of("e1", {}, lists, dossier.stores, [guide], Known({}, {"G01": link}, open=True), coverage, NOW)
    (row,) = view.people
    assert (row.name.zh, row.name.en, row.code, row.link, row.asked) == ("导购 G01", "Guide G01", "", "/a/token", True)
    assert not needs_link(row)
    assert {(g.kind, g.returned, g.asked) for g in view.groups} >= {("guide", 0, 1), ("requests", 3, 19)}
    bare = people_of("e1", {}, lists, dossier.stores, [guide], Known({}, {}, open=True), coverage, NOW)
    assert (bare.uninvited, needs_link(bare.people[0])) == (1, True)


def test_the_rail_counts_mystery_visits_and_lacks_nothing_without(dossier, actor):
    step = next(s for s in steps_of(dossier, actor, 0) if s.number == 6)
    assert step.state == "optional"
    some = replace(dossier, coverage=replace(dossier.coverage, mystery_visits=9))
    step = next(s for s in steps_of(some, actor, 0) if s.number == 6)
    assert (step.state, step.figure.zh) == ("done", "9 次")
