"""Answers: nothing typed is lost, nothing is stored twice, and nobody reads another's."""

import threading
from dataclasses import replace

import pytest
from sqlmodel import select

from assessment.access import Respondent
from assessment.answering import (
    AnswerEvent,
    answers_of,
    revision_of,
    save_answers,
    sheet_of,
    submit,
    submitted_at,
)
from assessment.engagements import archive
from assessment.errors import Conflict, Forbidden, InvalidInput, NotFound
from assessment.responses import responses
from assessment.tables import AnswerEventRow
from questionnaires.answers import Answer

FORM = ("M01", "manager")


@pytest.fixture
def manager(world):
    return Respondent(world.engagement, *FORM)


@pytest.fixture
def save(world, manager):
    def call(*events, who=manager, at=None, **options):
        return save_answers(world.db, who, world.engagement, *FORM, events, at or world.now, **options)

    return call


def stored(world):
    with world.db.view() as session:
        rows = session.exec(select(AnswerEventRow).where(AnswerEventRow.engagement_id == world.engagement))
        return [row.id for row in rows]


def test_answers_come_back_as_they_were_given(world, manager, save):
    given = [
        Answer("M.SAL2", 3, evidence=("photo_timed", "statement"), note="看过"),
        Answer("M.SAL3", None, "dont_know"),
        Answer("M.MKT3", None, "not_applicable", na_reason="总部直播"),
        Answer("M.open.1", "柜台的本子 <b>&\n第二行"),
    ]
    saved = save(*(AnswerEvent(f"e{n}", "M01", a.question, a, world.now) for n, a in enumerate(given)))
    assert (saved.safe, saved.total, saved.at, saved.revision) == (4, 4, world.now, 4)
    assert answers_of(world.db, manager, world.engagement, *FORM) == {a.question: a for a in given}


def test_the_last_answer_stands_and_the_first_stays_on_record(world, manager, save, event):
    save(event(value=2))
    save(event(value=4))
    assert answers_of(world.db, manager, world.engagement, *FORM)["M.SAL2"].value == 4
    assert len(stored(world)) == 2
    assert revision_of(world.db, manager, world.engagement, *FORM) == 2


def test_order_is_that_of_arrival_not_of_the_clock_of_the_phone(world, manager, save, event):
    save(replace(event(value=2), at=world.later(days=400)))
    save(event(value=4))
    assert answers_of(world.db, manager, world.engagement, *FORM)["M.SAL2"].value == 4


def test_an_event_sent_twice_is_stored_once_and_acknowledged_twice(world, save, event):
    first = event()
    assert save(first, first) == save(first)
    assert stored(world) == [first.id]


def test_an_old_event_that_arrives_again_does_not_undo_a_newer_one(world, manager, save, event):
    old, new = event(value=2), event(value=5)
    save(old)
    save(new)
    save(old)
    assert answers_of(world.db, manager, world.engagement, *FORM)["M.SAL2"].value == 5


def test_two_devices_meet_as_a_conflict(world, manager, save, event):
    mine, theirs = event(value=2), event(value=4)
    save(theirs, expected=0)
    with pytest.raises(Conflict) as met:
        save(mine, expected=0)
    assert met.value.theirs["M.SAL2"].value == 4
    assert met.value.mine == (mine,)
    assert stored(world) == [theirs.id]
    assert save(theirs, expected=0).safe == 1, "what is stored already is acknowledged all the same"
    save(mine, expected=1)


def test_many_writers_lose_nothing(world, manager, event):
    batches = [[event(f"M.SAL{n % 6 + 1}", value=n % 5 + 1) for n in range(5)] for _ in range(8)]
    failed = []

    def work(batch):
        try:
            save_answers(world.db, manager, world.engagement, *FORM, batch, world.now)
            save_answers(world.db, manager, world.engagement, *FORM, batch, world.now)
        except Exception as error:  # noqa: BLE001 - shown by the assertion
            failed.append(error)

    threads = [threading.Thread(target=work, args=(batch,)) for batch in batches]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert sorted(stored(world)) == sorted(e.id for batch in batches for e in batch)


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"person": "M02"}, "M.SAL2"),
        ({"question": "M.SAL3"}, "M.SAL3"),
        ({"id": ""}, "M.SAL2"),
        ({"id": "x" * 81}, "M.SAL2"),
        ({"answer": Answer("M.SAL2", 6)}, "M.SAL2"),
        ({"answer": Answer("M.SAL2", 3, note="长" * 10_001)}, "M.SAL2"),
        ({"answer": Answer("M.SAL2", 3, evidence=("e",) * 13)}, "M.SAL2"),
    ],
)
def test_an_unusable_answer_refuses_the_whole_batch(world, save, event, change, where):
    with pytest.raises(InvalidInput) as refused:
        save(event("M.SAL1"), replace(event(), **change))
    assert where in {p.where for p in refused.value.problems}
    assert stored(world) == []


def test_a_moment_without_zone_and_too_many_answers_are_refused(world, save, event):
    with pytest.raises(InvalidInput):
        save(replace(event(), at=world.now.replace(tzinfo=None)))
    with pytest.raises(InvalidInput):
        save(*[event()] * 2001)


def test_with_content_the_questions_must_exist(world, save, event, content):
    save(event("M.SAL2", evidence=("statement",)), content=content)
    with pytest.raises(InvalidInput) as refused:
        save(event("M.XYZ"), event("M.SAL3", evidence=("rumour",)), content=content)
    assert [p.where for p in refused.value.problems] == ["M.XYZ", "M.SAL3"]
    with world.db.view() as session:
        row = session.exec(select(AnswerEventRow).where(AnswerEventRow.engagement_id == world.engagement)).one()
        assert (row.content_hash, row.recorded_by) == (content.hash, "respondent:M01")


def test_a_respondent_reaches_one_form_only(world, manager, event):
    for person, instrument in (("M02", "manager"), ("P01", "executive"), ("M01", "executive")):
        with pytest.raises(NotFound):
            sheet_of(world.db, manager, world.engagement, person, instrument)
        with pytest.raises(NotFound):
            save_answers(world.db, manager, world.engagement, person, instrument, [], world.now)
    with pytest.raises(NotFound):
        sheet_of(world.db, manager, world.sample, *FORM)
    archive(world.db, world.alice, world.engagement, True, world.now)
    with pytest.raises(NotFound):
        sheet_of(world.db, manager, world.engagement, *FORM)


def test_consultants_code_and_clients_do_not_read(world, save, event):
    assert save(event(), who=world.ann).safe == 1
    assert answers_of(world.db, world.carl, world.engagement, *FORM)["M.SAL2"].value == 3
    for client in world.clients:
        with pytest.raises(Forbidden):
            sheet_of(world.db, client, world.engagement, *FORM)
        with pytest.raises(Forbidden):
            save(event(), who=client)
    for stranger in world.strangers:
        with pytest.raises(NotFound):
            sheet_of(world.db, stranger, world.engagement, *FORM)
        with pytest.raises(NotFound):
            save(event(), who=stranger)


@pytest.mark.parametrize("form", [("M01", "executive"), ("P01", "manager"), ("T01", "manager"), ("X", "manager")])
def test_a_form_that_nobody_has_does_not_exist(world, form):
    with pytest.raises(NotFound):
        sheet_of(world.db, world.alice, world.engagement, *form)


def test_the_sheet_says_what_a_page_shows(world, manager, save, event):
    save(event(), at=world.later(minutes=1))
    sheet = sheet_of(world.db, manager, world.engagement, *FORM)
    assert (sheet.client.zh, sheet.client.en, sheet.scope, sheet.sample) == ("小店", "Small", "full", False)
    assert (sheet.person.id, sheet.store.name) == ("M01", "店1")
    assert (sheet.saved_at, sheet.submitted_at, sheet.receipt) == (world.later(minutes=1), None, "")


def test_a_form_is_handed_in_with_a_receipt_of_its_answers(world, manager, save, event):
    place = (world.db, manager, world.engagement, *FORM)
    with pytest.raises(InvalidInput):
        submit(*place, world.now)
    save(event())
    receipt = submit(*place, world.now)
    assert submit(*place, world.later(hours=1)) == receipt
    assert submitted_at(*place) == world.now
    save(event(value=5))
    again = submit(*place, world.later(hours=2))
    assert again != receipt
    assert sheet_of(*place).receipt == again
    assert submitted_at(*place) == world.later(hours=2)


def test_the_board_says_how_far_everybody_is(world, save, event, content):
    save(
        event(),
        event("M.open.1", "words"),
        AnswerEvent("s", "M01", "M.open.2", Answer("M.open.2", None, "skipped"), world.now),
    )
    board = {r.person: r for r in responses(world.db, world.ann, world.engagement, content)}
    assert set(board) == {"P01", "M01", "M02"}
    assert (board["M01"].answered, board["M02"].answered) == (2, 0)
    assert board["M01"].asked == board["M02"].asked > 30
    assert board["P01"].instrument == "executive"
    for refusal, actors in ((Forbidden, world.clients), (NotFound, world.strangers)):
        for actor in actors:
            with pytest.raises(refusal):
                responses(world.db, actor, world.engagement, content)
