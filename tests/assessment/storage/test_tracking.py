"""Reports on items, what they would move, owners, and the log of it all."""

import threading
from dataclasses import replace
from datetime import date

import pytest

from assessment.dossiers import dossier_of
from assessment.engagements import list_engagements
from assessment.errors import Conflict, Forbidden, InvalidInput, NotFound
from assessment.planning import snapshot_of_version
from assessment.tracking import (
    assign_owner,
    change_log,
    completed,
    preview_progress,
    progress_revision,
    record_progress,
)
from roadmap.plan import Progress


@pytest.fixture
def item(world):
    return snapshot_of_version(world.db, world.alice, world.planned, 1).plan.items[0]


@pytest.fixture
def report(world, content, item):
    def call(status="on_track", expected=0, who=None, at=None, **said):
        progress = Progress(said.pop("initiative", item.initiative), status, **said)
        return record_progress(world.db, who or world.tim, world.planned, progress, expected, at or world.now, content)

    return call


def standing(world, content, item):
    return dossier_of(world.db, world.alice, world.planned, content, world.now).progress[item.initiative]


def test_a_report_is_kept_and_counted(world, content, item, report):
    assert progress_revision(world.db, world.vera, world.planned, item.initiative) == 0
    assert report("at_risk", remaining_days=12, blocker="等法务", blocker_owner="T01", note="合同") == 1
    assert report("on_track", 1, remaining_days=8) == 2
    assert progress_revision(world.db, world.vera, world.planned, item.initiative) == 2
    now = standing(world, content, item)
    assert (now.status, now.remaining_days, now.blocker, now.reported) == ("on_track", 8, "", world.now.date())


def test_the_second_of_two_sees_both_reports(world, content, item, report):
    report("at_risk", remaining_days=12)
    with pytest.raises(Conflict) as met:
        report("done", 0)
    assert (met.value.mine.status, met.value.theirs.status) == ("done", "at_risk")
    with pytest.raises(Conflict) as met:
        report("done", 5)
    assert standing(world, content, item).status == "at_risk"
    assert report("done", 1) == 2


def test_of_many_reports_at_once_exactly_one_is_kept(world, report, item):
    met = []

    def work(n):
        try:
            report("at_risk", 0, remaining_days=n)
        except Conflict:
            met.append(n)

    threads = [threading.Thread(target=work, args=(n,)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(met) == 5
    assert progress_revision(world.db, world.alice, world.planned, item.initiative) == 1


def test_what_follows_from_a_report_is_filled_in(item):
    today = date(2026, 12, 20)
    begun = completed(Progress("I", "on_track"), None, replace(item, start=date(2026, 12, 1)), today)
    assert (begun.actual_start, begun.actual_finish, begun.reported) == (date(2026, 12, 1), None, today)
    early = completed(Progress("I", "on_track"), None, replace(item, start=date(2027, 3, 1)), today)
    assert early.actual_start == today
    kept = completed(Progress("I", "off_track"), early, item, date(2027, 1, 5))
    assert kept.actual_start == today
    done = completed(Progress("I", "done"), kept, item, date(2027, 1, 6))
    assert (done.actual_start, done.actual_finish) == (today, date(2027, 1, 6))
    noted = completed(Progress("I", "done", note="x"), done, item, date(2027, 2, 1))
    assert noted.actual_finish == date(2027, 1, 6)
    again = completed(Progress("I", "on_track"), done, item, date(2027, 2, 1))
    assert again.actual_finish is None
    assert completed(Progress("I", "not_started"), None, item, today).actual_start is None


@pytest.mark.parametrize(
    ("said", "where"),
    [
        ({"remaining_days": -1}, "remaining_days"),
        ({"remaining_days": 2001}, "remaining_days"),
        ({"status": "finished"}, "status"),
        ({"status": "done", "actual_start": date(2027, 1, 2), "actual_finish": date(2027, 1, 1)}, "actual_finish"),
        ({"blocker": "长" * 2001}, "blocker"),
        ({"note": "长" * 2001}, "note"),
    ],
)
def test_an_impossible_report_is_refused(world, report, item, said, where):
    with pytest.raises(InvalidInput) as refused:
        report(**said)
    assert [p.where for p in refused.value.problems] == [where]
    assert progress_revision(world.db, world.alice, world.planned, item.initiative) == 0


def test_only_items_of_the_plan_are_reported_on(world, content, report):
    for initiative in ("I-STR99", ""):
        with pytest.raises(NotFound):
            report(initiative=initiative)
        with pytest.raises(NotFound):
            assign_owner(world.db, world.alice, world.planned, initiative, "T01", world.now)
    with pytest.raises(NotFound):
        preview_progress(world.db, world.alice, world.engagement, Progress("I-STR01", "done"), content, world.now)


def test_the_preview_is_exactly_what_saving_gives_and_saves_nothing(world, content, item, report):
    said = Progress(item.initiative, "off_track", remaining_days=120)
    before = dossier_of(world.db, world.tim, world.planned, content, world.now).forecast
    seen = preview_progress(world.db, world.tim, world.planned, said, content, world.now)
    assert dossier_of(world.db, world.tim, world.planned, content, world.now).forecast == before
    assert item.initiative in {m.initiative for m in seen.moved}
    report("off_track", remaining_days=120)
    assert dossier_of(world.db, world.tim, world.planned, content, world.now).forecast == seen.forecast != before


def test_owners_come_from_the_register_and_can_be_taken_away(world, content, item):
    give = (world.db, world.olga, world.planned, item.initiative)
    assign_owner(*give, "T01", world.now)
    assign_owner(*give, "T01", world.now)
    assert dossier_of(world.db, world.vera, world.planned, content, world.now).owners == {item.initiative: "T01"}
    with pytest.raises(InvalidInput):
        assign_owner(*give, "nobody", world.now)
    assign_owner(*give, "", world.now)
    assert dossier_of(world.db, world.vera, world.planned, content, world.now).owners == {}
    assert [(c.before, c.after) for c in change_log(world.db, world.vera, world.planned)] == [("T01", ""), ("", "T01")]


def test_the_log_says_who_changed_what_from_what_to_what_and_why(world, item, report):
    report("at_risk", remaining_days=12, note="缺人")
    report("at_risk", 1, remaining_days=12, note="仍缺人", at=world.later(hours=1), who=world.olga)
    report("done", 2, remaining_days=0, at=world.later(hours=2))
    assign_owner(world.db, world.alice, world.planned, item.initiative, "T01", world.later(hours=3))
    log = change_log(world.db, world.vera, world.planned)
    assert {c.initiative for c in log} == {item.initiative}
    told = [(c.who, c.field, c.before, c.after, c.note) for c in log]
    assert told[0] == ("Alice", "owner", "", "T01", "")
    assert ("Tim", "status", "at_risk", "done", "") in told
    assert ("Tim", "remaining_days", "12", "0", "") in told
    assert ("Olga", "note", "", "仍缺人", "仍缺人") in told
    assert ("Tim", "status", "not_started", "at_risk", "缺人") in told
    assert [c.at for c in log] == sorted((c.at for c in log), reverse=True)
    assert change_log(world.db, world.vera, world.planned, 2) == log[:2]


def test_a_report_that_repeats_the_last_one_adds_no_empty_line(world, report):
    report("on_track", note="照常")
    report("on_track", 1, at=world.later(hours=1))
    fields = [(c.field, c.after) for c in change_log(world.db, world.vera, world.planned)]
    assert ("note", "") not in fields


def test_done_items_are_counted_on_the_card(world, report):
    report("done")
    card = next(c for c in list_engagements(world.db, world.alice) if c.id == world.planned)
    assert (card.items_done, card.phase) == (1, "track")


def test_when_all_is_done_the_engagement_is_done(world, content):
    for entry in snapshot_of_version(world.db, world.alice, world.planned, 1).plan.items:
        done = Progress(entry.initiative, "done")
        record_progress(world.db, world.alice, world.planned, done, 0, world.now, content)
    card = next(c for c in list_engagements(world.db, world.alice) if c.id == world.planned)
    assert (card.items_done, card.phase) == (card.items_total, "done")


def test_who_may_report_and_who_may_hand_over(world, content, item, report):
    said = Progress(item.initiative, "on_track")
    for looker in (world.eve, world.vera):
        with pytest.raises(Forbidden):
            report(who=looker)
        with pytest.raises(Forbidden):
            preview_progress(world.db, looker, world.planned, said, content, world.now)
    for insider in (world.tim, world.ann, world.eve, world.vera):
        with pytest.raises(Forbidden):
            assign_owner(world.db, insider, world.planned, item.initiative, "T01", world.now)
    for stranger in world.strangers:
        for call in (
            lambda a: report(who=a),
            lambda a: preview_progress(world.db, a, world.planned, said, content, world.now),
            lambda a: progress_revision(world.db, a, world.planned, item.initiative),
            lambda a: assign_owner(world.db, a, world.planned, item.initiative, "T01", world.now),
            lambda a: change_log(world.db, a, world.planned),
        ):
            with pytest.raises(NotFound):
                call(stranger)
