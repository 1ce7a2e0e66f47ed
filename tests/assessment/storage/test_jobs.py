"""Jobs and the audit log."""

import threading

import pytest

from assessment.accounts import actor_of as actor_of_token
from assessment.accounts import add_user, authenticate, deactivate
from assessment.audit import audit_log
from assessment.engagements import archive
from assessment.errors import Forbidden, InvalidInput, NotFound
from assessment.invitations import exchange, invite
from assessment.jobs import (
    actor_of_job,
    advance,
    create_job,
    fail,
    finish,
    job_for_worker,
    job_of,
    latest_jobs,
    open_job,
    start,
    sweep,
)
from assessment.workspaces import operator
from questionnaires.locale_text import LocaleText


@pytest.fixture
def job(world):
    return create_job(world.db, world.olga, world.engagement, "report", {"locale": "zh"}, world.now)


def test_a_job_from_start_to_end(world, job):
    found = job_of(world.db, world.olga, job)
    assert (found.kind, found.params, found.state, found.percent) == ("report", {"locale": "zh"}, "queued", 0)
    assert (found.step, found.result, found.error, found.created) == (LocaleText("", ""), None, None, world.now)
    assert start(world.db, job)
    assert not start(world.db, job), "a task delivered twice runs once"
    advance(world.db, job, 40, LocaleText("排版", "typesetting"))
    advance(world.db, job, 20, "late news")
    found = job_of(world.db, world.vera, job)
    assert (found.state, found.percent, found.step.en) == ("running", 40, "late news")
    assert open_job(world.db, world.alice, world.engagement, "report") == found
    finish(world.db, job, {"file": "a.pdf"})
    advance(world.db, job, 50, "after the end")
    found = job_for_worker(world.db, job)
    assert (found.state, found.percent, found.result) == ("done", 100, {"file": "a.pdf"})
    assert open_job(world.db, world.alice, world.engagement, "report") is None


def test_a_failed_job_says_why(world, job):
    fail(world.db, job, LocaleText("缺少 Pango。", "Pango is missing."))
    found = job_of(world.db, world.olga, job)
    assert (found.state, found.error.zh) == ("failed", "缺少 Pango。")


def test_asked_twice_it_is_one_job_until_it_is_done(world, job):
    ask = (world.db, world.olga, world.engagement, "report")
    assert create_job(*ask, {"locale": "zh"}, world.later(minutes=1)) == job
    assert create_job(*ask, {"locale": "en"}, world.now) != job
    finish(world.db, job, None)
    assert create_job(*ask, {"locale": "zh"}, world.now) != job
    assert [j.state for j in latest_jobs(world.db, world.olga, world.engagement, "report")] == [
        "queued",
        "queued",
        "done",
    ]
    assert len(latest_jobs(world.db, world.olga, world.engagement, "report", 1)) == 1


def test_double_clicks_make_one_job(world):
    made = []

    def click():
        made.append(create_job(world.db, world.alice, world.engagement, "roadmap", {}, world.now))

    threads = [threading.Thread(target=click) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 6
    assert len(set(made)) == 1


def test_what_a_stopped_worker_left_is_closed(world, job):
    waiting = create_job(world.db, world.alice, world.engagement, "roadmap", {}, world.now)
    start(world.db, job)
    assert sweep(world.db) == ((waiting, "roadmap"),)
    assert job_of(world.db, world.olga, job).state == "failed"
    assert job_of(world.db, world.olga, job).error.en


def test_the_worker_works_with_the_rights_of_the_asker(world):
    add_user(world.db, "o@client.example", "O", "client_owner", "a long password", [world.engagement], world.now)
    token = authenticate(world.db, "o@client.example", "a long password", "c", world.now)
    asker = actor_of_token(world.db, token, world.now)
    job = create_job(world.db, asker, world.engagement, "report", {}, world.now)
    assert actor_of_job(world.db, job) == asker
    deactivate(world.db, "o@client.example", world.now)
    with pytest.raises(NotFound):
        actor_of_job(world.db, job)
    own = create_job(world.db, operator(world.db), world.engagement, "report", {}, world.now)
    assert actor_of_job(world.db, own) == operator(world.db)


def test_who_may_ask_for_what(world, job):
    for actor, kind in ((world.tim, "report"), (world.vera, "report"), (world.olga, "roadmap"), (world.ann, "roadmap")):
        with pytest.raises(Forbidden):
            create_job(world.db, actor, world.engagement, kind, {}, world.now)
    with pytest.raises(InvalidInput):
        create_job(world.db, world.alice, world.engagement, "mine bitcoin", {}, world.now)
    for stranger in world.strangers:
        for call in (
            lambda a: create_job(world.db, a, world.engagement, "report", {}, world.now),
            lambda a: job_of(world.db, a, job),
            lambda a: open_job(world.db, a, world.engagement, "report"),
            lambda a: latest_jobs(world.db, a, world.engagement, "report"),
        ):
            with pytest.raises(NotFound):
                call(stranger)
    for call in (job_for_worker, actor_of_job):
        with pytest.raises(NotFound):
            call(world.db, "nonesuch")
    with pytest.raises(NotFound):
        job_of(world.db, world.alice, "nonesuch")


def test_deeds_are_on_record_with_name_time_and_object(world):
    archive(world.db, world.carl, world.engagement, True, world.later(hours=1))
    entry = audit_log(world.db, world.alice)[0]
    assert (entry.who, entry.action, entry.engagement, entry.at) == (
        "Carl",
        "engagement.archived",
        world.engagement,
        world.later(hours=1),
    )
    assert audit_log(world.db, world.alice, 1, engagement=world.engagement) == (entry,)


def test_the_record_holds_counts_and_no_answers(world, event):
    from assessment.answering import save_answers, submit

    link = invite(world.db, world.alice, world.engagement, ["M01"], world.now, b"s")[0]
    _, respondent = exchange(world.db, link.token, world.now)
    form = (world.db, respondent, world.engagement, "M01", "manager")
    save_answers(*form, [event(value=2, note="很私密的话")], world.now)
    submit(*form, world.now)
    log = audit_log(world.db, world.alice, engagement=world.engagement)
    assert [(e.who, e.action) for e in log[:3]] == [
        ("M01", "form.submitted"),
        ("M01", "answers.saved"),
        ("Alice", "invitations.made"),
    ]
    assert log[1].detail == {"answers": 1, "instrument": "manager"}
    assert "很私密的话" not in str(log)
    assert link.token not in str(log)


def test_a_refused_deed_leaves_no_trace(world):
    before = audit_log(world.db, world.alice)
    with pytest.raises(Forbidden):
        archive(world.db, world.vera, world.engagement, True, world.now)
    assert audit_log(world.db, world.alice) == before


def test_only_owners_and_leads_read_the_record_and_only_their_own(world):
    for actor in (world.carl, world.ann, *world.clients, world.dora):
        with pytest.raises(Forbidden):
            audit_log(world.db, actor)
    assert audit_log(world.db, world.charlie) == ()
