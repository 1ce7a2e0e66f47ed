"""Guides, visits, mystery visits and requests through the use cases, on both engines."""

import io
from dataclasses import replace
from datetime import date

import pytest
from openpyxl import load_workbook

from assessment.answering import AnswerEvent, answers_of, save_answers, sheet_of, submit
from assessment.assessing import assess
from assessment.dossiers import dossier_for_report, dossier_of
from assessment.drawing import drawn
from assessment.engagement import Person
from assessment.errors import Forbidden, InvalidInput, NotFound
from assessment.fieldwork import DocumentFinding, RequestState, VisitFinding
from assessment.invitations import Respondent, exchange, invite
from assessment.registering import (
    export_template,
    import_table,
    list_documents,
    list_mystery,
    list_people,
    list_requests,
    list_store_visits,
    remove_person,
    remove_store_visit,
    replace_documents,
    replace_people,
    replace_stores,
    replace_visits,
    save_store_visit,
)
from assessment.requesting import ask_all, settle_request
from assessment.responses import responses
from assessment.visit_board import TabledVisit, plan_visit, visit_board
from assessment.visit_draws import draw_visits
from questionnaires.answers import Answer

SECRET = b"of this installation"
DAY = date(2026, 11, 20)
CONSULTANTS = (Person("C01", "周岚", "consultant"), Person("C02", "许哲", "consultant"))


def add(world, *people):
    there = list_people(world.db, world.alice, world.engagement)
    replace_people(world.db, world.alice, world.engagement, [*there, *people], world.now)


@pytest.fixture
def guides(world):
    """Six guides of two stores."""
    people = tuple(Person(f"G{n}", f"G{n}", "guide", store=f"S0{1 + n % 2}") for n in range(1, 7))
    add(world, *people)
    return people


@pytest.fixture
def visit(world):
    """A visit to the first store, on the list."""
    add(world, *CONSULTANTS)
    return plan_visit(world.db, world.carl, world.engagement, "S01", "C01", DAY, "random", world.now)


def hand_in(world, content, guide, level=2):
    who = Respondent(world.engagement, guide.id, "guide")
    questions = [q.id for q in content.library.instruments["guide"].questions]
    events = [AnswerEvent(f"{guide.id}-{q}", guide.id, q, Answer(q, level), world.now) for q in questions]
    save_answers(world.db, who, world.engagement, guide.id, "guide", events, world.now, content=content)
    return submit(world.db, who, world.engagement, guide.id, "guide", world.now)


def note(world, content, visit, *answers):
    events = [
        AnswerEvent(f"{visit.id}-{a.question}-{a.value}", visit.visitor, a.question, a, world.now) for a in answers
    ]
    form = f"visit:{visit.id}"
    return save_answers(world.db, world.carl, world.engagement, visit.visitor, form, events, world.now, content=content)


def test_a_guide_has_a_link_of_their_own(world, guides):
    (link,) = invite(world.db, world.carl, world.engagement, ["G1"], world.now, SECRET)
    assert link.instrument == "guide"
    assert exchange(world.db, link.token, world.now)[1] == Respondent(world.engagement, "G1", "guide")


def test_nobody_of_ours_opens_the_form_of_a_guide(world, content, guides):
    hand_in(world, content, guides[0])
    for actor in (world.alice, world.carl, world.ann, *world.clients, *world.strangers):
        with pytest.raises((NotFound, Forbidden)):
            answers_of(world.db, actor, world.engagement, "G1", "guide")
    with pytest.raises(NotFound):
        save_answers(world.db, world.alice, world.engagement, "G1", "guide", [], world.now)
    assert len(answers_of(world.db, Respondent(world.engagement, "G1", "guide"), world.engagement, "G1", "guide")) == 16


def test_guides_count_from_the_fifth_form_on(world, content, guides):
    for guide in guides[:4]:
        hand_in(world, content, guide)
    sheet = assess(world.db, world.alice, world.engagement, content, world.now)
    assert sheet.n_answers == 0
    covered = dossier_of(world.db, world.alice, world.engagement, content, world.now).coverage
    assert (covered.guides_returned, covered.guides_asked) == (4, 6)
    hand_in(world, content, guides[4])
    sheet = assess(world.db, world.alice, world.engagement, content, world.now)
    assert sheet.n_answers == 5 * 16
    assert sheet.capabilities["SAL1"].groups["F"].units == 2


def test_a_form_begun_and_not_handed_in_does_not_count(world, content, guides):
    for guide in guides[:4]:
        hand_in(world, content, guide)
    who = Respondent(world.engagement, "G5", "guide")
    event = AnswerEvent("begun", "G5", "G.SAL1", Answer("G.SAL1", 2), world.now)
    save_answers(world.db, who, world.engagement, "G5", "guide", [event], world.now, content=content)
    assert assess(world.db, world.alice, world.engagement, content, world.now).n_answers == 0


def test_two_stores_of_guides_are_told_to_nobody_of_the_client(world, content, guides):
    for guide in guides:
        hand_in(world, content, guide)
    told = dossier_for_report(world.db, world.olga, world.engagement, content, world.now).sheet
    assert told.capabilities["SAL1"].groups["F"].verified is None


def test_paper_forms_come_in_and_nobodys_answers_go_out(world, content, guides):
    hand_in(world, content, guides[0])
    table = "person,G.SAL1,G.SAL2\nG2,3,2\n"
    arguments = (world.db, world.carl, world.engagement, "answers:guide")
    assert import_table(*arguments, "t.csv", table.encode(), content, world.now) == 1
    kept = answers_of(world.db, Respondent(world.engagement, "G2", "guide"), world.engagement, "G2", "guide")
    assert {q: a.value for q, a in kept.items()} == {"G.SAL1": 3, "G.SAL2": 2}
    out = export_template(*arguments, content, "zh")
    page = load_workbook(io.BytesIO(out)).worksheets[0]
    rows = [row for row in page.iter_rows(min_row=3, values_only=True) if row[0]]
    assert [row[0] for row in rows] == [guide.id for guide in guides]
    assert all(value is None for row in rows for value in row[4:-1])


def test_every_visit_is_numbered_and_has_a_form_of_its_own(world, content, visit):
    second = plan_visit(world.db, world.carl, world.engagement, "S01", "C02", DAY, "chosen", world.now)
    assert [v.id for v in list_store_visits(world.db, world.ann, world.engagement)] == ["V01", "V02"]
    note(world, content, visit, Answer("O.RES5.1", 45), Answer("V.ORG1", 3))
    note(world, content, second, Answer("O.RES5.1", 600))
    board = visit_board(world.db, world.carl, world.engagement, content)
    assert [(p.visit.id, p.answered, p.form) for p in board.visits] == [
        ("V01", 2, "visit:V01"),
        ("V02", 1, "visit:V02"),
    ]
    sheet = sheet_of(world.db, world.carl, world.engagement, "C01", "visit:V01")
    assert (sheet.store.id, sheet.visit, sheet.answers["O.RES5.1"].value) == ("S01", visit, 45)
    scored = assess(world.db, world.alice, world.engagement, content, world.now).capabilities["RES5"]
    assert (scored.groups["V"].units, scored.groups["V"].claimed) == (1, 2)
    covered = dossier_of(world.db, world.alice, world.engagement, content, world.now).coverage
    assert (covered.visits, covered.visits_wanted) == (1, 2)


@pytest.mark.parametrize(
    ("question", "value"), [("O.MEM1.2", "fast"), ("O.MEM1.2", -1), ("O.MEM1.3", "maybe"), ("V.ORG1", 6), ("O.NONE", 1)]
)
def test_a_sight_that_cannot_be_is_refused(world, content, visit, question, value):
    with pytest.raises(InvalidInput) as refused:
        note(world, content, visit, Answer(question, value))
    assert [p.where for p in refused.value.problems] == [question]
    assert visit_board(world.db, world.carl, world.engagement, content).visits[0].answered == 0


def test_the_form_of_a_visit_is_open_to_those_who_read_answers(world, visit):
    form = "visit:V01"
    for person in ("C02", "M01"):
        with pytest.raises(NotFound):
            sheet_of(world.db, world.carl, world.engagement, person, form)
    for client in world.clients:
        with pytest.raises(Forbidden):
            sheet_of(world.db, client, world.engagement, "C01", form)
    for stranger in world.strangers:
        with pytest.raises(NotFound):
            sheet_of(world.db, stranger, world.engagement, "C01", form)
    with pytest.raises(NotFound):
        sheet_of(world.db, Respondent(world.engagement, "M01", "manager"), world.engagement, "C01", form)


def test_a_visit_with_answers_stays_as_it_is(world, content, visit):
    note(world, content, visit, Answer("O.MEM1.2", 45))
    for changed in (replace(visit, store="S02"), replace(visit, visitor="C02")):
        with pytest.raises(InvalidInput):
            save_store_visit(world.db, world.carl, world.engagement, changed, world.now)
    with pytest.raises(InvalidInput):
        remove_store_visit(world.db, world.carl, world.engagement, "V01", world.now)
    save_store_visit(world.db, world.carl, world.engagement, replace(visit, selection="chosen"), world.now)
    assert list_store_visits(world.db, world.carl, world.engagement)[0].selection == "chosen"


def test_a_visit_without_answers_may_go_and_ties_store_and_visitor_until_then(world, visit):
    with pytest.raises(InvalidInput) as tied:
        remove_person(world.db, world.alice, world.engagement, "C01", world.now)
    assert [p.where for p in tied.value.problems] == ["C01"]
    with pytest.raises(InvalidInput) as tied:
        replace_stores(world.db, world.alice, world.engagement, (), world.now)
    assert "S01" in {p.where for p in tied.value.problems}
    remove_store_visit(world.db, world.carl, world.engagement, "V01", world.now)
    remove_person(world.db, world.alice, world.engagement, "C01", world.now)


@pytest.mark.parametrize(("store", "visitor"), [("S09", "C01"), ("S01", "M01"), ("S01", "C09")])
def test_a_visit_needs_a_store_and_a_consultant(world, visit, store, visitor):
    with pytest.raises(InvalidInput):
        plan_visit(world.db, world.carl, world.engagement, store, visitor, DAY, "random", world.now)


def test_stores_are_drawn_logged_and_planned_as_random(world, content):
    add(world, *CONSULTANTS)
    place = (world.db, world.carl, world.engagement)
    plan_visit(*place, "S01", "C01", DAY, "chosen", world.now)
    board = visit_board(*place, content)
    sizes = {row.stratum: row.left for row in board.strata}
    assert sum(row.stores for row in board.strata) == sum(sizes.values()) + 1
    stratum = max(sizes, key=lambda key: sizes[key])
    draw = draw_visits(*place, {stratum: 1}, 42, "C02", DAY, world.now)
    after = visit_board(*place, content)
    assert after.draws == (draw,)
    assert (draw.seed, draw.who, draw.at) == (42, world.carl.name, world.now)
    assert drawn({part.stratum: part.frame for part in draw.strata}, {stratum: 1}, 42) == draw.strata
    assert [(v.visit.id, v.visit.selection) for v in after.visits] == [("V01", "chosen"), ("V02", "random")]
    assert after.visits[1].visit.store == draw.stores[0] != "S01"
    remove_store_visit(*place, "V02", world.now)
    assert visit_board(*place, content).draws == (draw,)  # the log stays


@pytest.mark.parametrize(("wanted", "seed"), [({}, 1), ({"x": 1}, 1), ({"x": 0}, 1), (None, -1)])
def test_a_draw_that_cannot_be_made_changes_nothing(world, content, wanted, seed):
    add(world, *CONSULTANTS)
    place = (world.db, world.carl, world.engagement)
    wanted = {visit_board(*place, content).strata[0].stratum: 1} if wanted is None else wanted
    with pytest.raises(InvalidInput):
        draw_visits(*place, wanted, seed, "C01", DAY, world.now)
    assert visit_board(*place, content).draws == ()
    assert list_store_visits(*place) == ()
    with pytest.raises(Forbidden):
        draw_visits(world.db, world.clients[0], world.engagement, {}, 1, "C01", DAY, world.now)


def test_visits_that_came_as_a_table_stand_on_the_board(world, content):
    rows = [
        VisitFinding("S01", "MEM2", 3),
        VisitFinding("S01", "SAL1", 2),
        VisitFinding("S02", "MEM2", 4, selection="chosen"),
    ]
    replace_visits(world.db, world.carl, world.engagement, rows, world.now)
    board = visit_board(world.db, world.carl, world.engagement, content)
    assert board.tabled == (TabledVisit("S01", "random", 2), TabledVisit("S02", "chosen", 1))


def test_a_mystery_sheet_is_taken_whole_or_not_at_all(world, content):
    rows = "S01,2026-11-20,15:40,A1,listed,4\nS01,2026-11-21,10:00,A2,unknown,9\n"
    table = f"store,date,time,visitor,Y.SVC2.1,Y.SVC3.1\n{rows}"
    arguments = (world.db, world.carl, world.engagement, "mystery", "t.csv")
    with pytest.raises(InvalidInput) as refused:
        import_table(*arguments, (table + "S09,2026-11-21,10:00,A2,unknown,9\n").encode(), content, world.now)
    assert [p.where for p in refused.value.problems] == ["mystery!A4"]
    assert list_mystery(world.db, world.carl, world.engagement) == ()
    assert import_table(*arguments, table.encode(), content, world.now) == 2
    board = visit_board(world.db, world.carl, world.engagement, content)
    assert [(row.store, row.visits, row.enough) for row in board.mystery] == [("S01", 2, False)]
    scored = assess(world.db, world.alice, world.engagement, content, world.now).capabilities["SVC2"]
    assert (scored.groups["V"].units, scored.groups["V"].claimed) == (1, 2)
    assert dossier_of(world.db, world.alice, world.engagement, content, world.now).coverage.mystery_visits == 2


def test_what_came_is_graded_as_a_document(world, content):
    state = RequestState("D.STR2", "received", "唐敏", None, DAY)
    found = DocumentFinding("HQ", "STR2", 3, evidence=("document",))
    settle_request(world.db, world.carl, world.engagement, state, [found], world.now)
    settle_request(world.db, world.carl, world.engagement, state, [replace(found, value=4)], world.now)
    assert list_requests(world.db, world.olga, world.engagement) == (state,)
    assert [d.value for d in list_documents(world.db, world.carl, world.engagement)] == [4]
    scored = assess(world.db, world.alice, world.engagement, content, world.now).capabilities["STR2"]
    assert (scored.groups["D"].claimed, scored.groups["D"].verified) == (4, 4)
    covered = dossier_of(world.db, world.alice, world.engagement, content, world.now).coverage
    assert (covered.requests_received, covered.requests_asked) == (1, 1)


def test_a_document_that_was_read_has_come_though_nobody_asked(world, content):
    place = (world.db, world.carl, world.engagement)
    replace_documents(*place, [DocumentFinding("HQ", "STR2", 3, evidence=("document",))], world.now)
    covered = dossier_of(world.db, world.alice, world.engagement, content, world.now).coverage
    assert (covered.documents, covered.requests_received, covered.requests_asked) == (1, 1, 1)
    book = load_workbook(io.BytesIO(export_template(*place, "requests", content, "en")))
    sheet = book["Requests"]
    head = [cell.value.rstrip(" *") for cell in sheet[1]]
    states = {row[0]: row[head.index("State")] for row in sheet.iter_rows(min_row=3, values_only=True) if row[0]}
    assert (states["D.STR2"], states["D.STR1"]) == ("received", "not asked yet")
    assert ask_all(*place, content.library.requests, DAY, world.now) == len(content.library.requests) - 1
    assert next(s for s in list_requests(*place) if s.id == "D.STR2").status == "received"


@pytest.mark.parametrize("status", ["open", "asked", "not_available", "received"])
def test_what_did_not_come_or_is_no_longer_graded_shows_nothing(world, status):
    place = (world.db, world.carl, world.engagement)
    came = RequestState("D.STR2", "received", received=DAY)
    settle_request(*place, came, [DocumentFinding("HQ", "STR2", 3, evidence=("document",))], world.now)
    settle_request(*place, RequestState("D.STR2", status), (), world.now, covers=("STR2",))
    assert list_documents(*place) == ()


def test_nothing_is_graded_before_it_came(world):
    found = DocumentFinding("HQ", "STR2", 3, evidence=("document",))
    with pytest.raises(InvalidInput):
        settle_request(world.db, world.carl, world.engagement, RequestState("D.STR2", "asked"), [found], world.now)
    assert list_requests(world.db, world.carl, world.engagement) == ()
    assert list_documents(world.db, world.carl, world.engagement) == ()


def test_all_open_requests_are_asked_at_once(world, content):
    wanted = content.library.requests
    settle_request(world.db, world.carl, world.engagement, RequestState("D.STR1", "not_available"), (), world.now)
    assert ask_all(world.db, world.carl, world.engagement, wanted, DAY, world.now) == len(wanted) - 1
    states = {s.id: s for s in list_requests(world.db, world.carl, world.engagement)}
    assert states["D.STR1"].status == "not_available"
    assert (states["D.STR2"].status, states["D.STR2"].due) == ("asked", date(2026, 11, 25))
    assert ask_all(world.db, world.carl, world.engagement, wanted, DAY, world.now) == 0


def test_clients_look_at_the_requests_and_change_none(world, content):
    for client in world.clients:
        assert list_requests(world.db, client, world.engagement) == ()
        with pytest.raises(Forbidden):
            ask_all(world.db, client, world.engagement, content.library.requests, DAY, world.now)
        with pytest.raises(Forbidden):
            visit_board(world.db, client, world.engagement, content)


def test_an_executive_who_holds_several_roles_is_asked_the_short_form(world, content):
    owner = Person("P09", "老板", "executive", ("owner", "it"), form="short")
    add(world, owner)
    form = next(r for r in responses(world.db, world.carl, world.engagement, content) if r.person == "P09")
    assert (form.instrument, form.asked) == ("short", 25 + 6 + 3)
    event = AnswerEvent("e1", "P09", "E.SAL2", Answer("E.SAL2", 3), world.now)
    with pytest.raises(NotFound):
        save_answers(world.db, world.carl, world.engagement, "P09", "executive", [event], world.now, content=content)
    save_answers(world.db, world.carl, world.engagement, "P09", "short", [event], world.now, content=content)
    scored = assess(world.db, world.alice, world.engagement, content, world.now).capabilities["SAL2"]
    assert scored.groups["E"].claimed == 3


def test_a_link_follows_the_form_a_person_is_asked(world):
    (before,) = invite(world.db, world.carl, world.engagement, ["P01"], world.now, SECRET)
    people = [
        replace(p, form="short") if p.id == "P01" else p for p in list_people(world.db, world.alice, world.engagement)
    ]
    replace_people(world.db, world.alice, world.engagement, people, world.now)
    (after,) = invite(world.db, world.carl, world.engagement, ["P01"], world.later(minutes=1), SECRET)
    assert (before.instrument, after.instrument) == ("executive", "short")
