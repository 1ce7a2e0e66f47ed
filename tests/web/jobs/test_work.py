"""Jobs: done once, told in one sentence when they fail, never left running by a worker that died."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from assessment.accounts import operator
from assessment.errors import AssessmentError, Forbidden
from assessment.jobs import create_job, job_of, start
from questionnaires.locale_text import LocaleText
from reports import FontError, RenderError
from reports.render import Rendering
from web.jobs import queue, work, worker
from web.jobs.shelf import name_of, put, shelf
from web.jobs.telling import UNEXPECTED, sentence_of
from web.storage import database, now


@pytest.fixture
def made(monkeypatch):
    """Count the PDFs that are really laid out, without laying any out."""
    laid_out = []

    def render(model, _brand, _fonts):
        laid_out.append(model.locale)
        return Rendering(b"%PDF-" + model.identifier.encode(), (), 12, 1.0, 1)

    monkeypatch.setattr(work, "render", render)
    monkeypatch.setattr(work, "ensure_fonts", lambda _cache: None)
    return laid_out


def ask(site, kind="report", **params):
    return create_job(database(), operator(database()), site.engagement, kind, params or {"locale": "zh"}, now())


def look(job):
    return job_of(database(), operator(database()), job)


def test_a_report_is_made_and_shelved_under_its_content(site, made):
    job = ask(site)
    work.run(job, "report")
    done = look(job)
    assert (done.state, done.percent, done.error) == ("done", 100, None)
    assert (shelf() / done.result["file"]).read_bytes().startswith(b"%PDF-")
    assert done.result["name"].endswith(".pdf")
    assert (done.result["pages"], done.result["reused"]) == (12, False)
    assert made == ["zh"]


def test_an_unchanged_report_comes_from_the_shelf_and_a_changed_one_does_not(site, made):
    from dataclasses import replace

    from assessment.engagements import edit_profile, profile_of

    for _ in range(2):
        job = ask(site)
        work.run(job, "report")
    assert made == ["zh"]
    assert look(job).result["reused"] is True
    work.run(ask(site, locale="en"), "report")
    assert made == ["zh", "en"]
    profile = profile_of(database(), operator(database()), site.engagement)
    edit_profile(database(), operator(database()), site.engagement, replace(profile, name="新名字"), now())
    work.run(ask(site), "report")
    assert made == ["zh", "en", "zh"]


def test_a_job_delivered_twice_is_done_once(site, made):
    job = ask(site)
    work.run(job, "report")
    work.run(job, "report")
    assert made == ["zh"]


def test_the_queue_delivers_to_the_worker(site, made):
    queue.queue().immediate = True
    job = ask(site)
    queue.enqueue(job, "report")
    assert look(job).state == "done"


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (FontError("fonts.offline", "cannot fetch"), "npm"),
        (RenderError("render.missing", "no pango"), "libpango-1.0-0"),
        (RenderError("render.unheard-of", "?"), UNEXPECTED.en),
        (OSError(28, "No space left on device"), "disk is full"),
        (RuntimeError("secret detail"), UNEXPECTED.en),
        (AssessmentError("x", LocaleText("原因", "the reason")), "the reason"),
    ],
)
def test_a_failure_is_one_sentence_in_both_languages(site, made, monkeypatch, error, words):
    def burst(*_args):
        raise error

    monkeypatch.setattr(work, "ensure_fonts", burst)
    job = ask(site)
    work.run(job, "report")
    failed = look(job)
    assert failed.state == "failed"
    assert words in failed.error.en
    assert failed.error.zh
    assert "secret" not in failed.error.en
    assert list(Path(shelf()).iterdir()) == []


def test_rights_that_were_taken_away_meanwhile_count(site, made):
    from assessment.accounts import deactivate
    from assessment.sessions import actor_of

    actor = actor_of(database(), site.tokens["executive@x.example"], now())
    job = create_job(database(), actor, site.engagement, "report", {"locale": "zh"}, now())
    deactivate(database(), "executive@x.example", now())
    work.run(job, "report")
    assert look(job).state == "failed"
    assert made == []


def test_a_job_nobody_knows_harms_nothing(site):
    work.run("0" * 32, "report")
    job = ask(site)
    work.run(job, "roadmap")  # another kind than the table says
    assert look(job).state == "queued"


def test_a_dead_worker_leaves_no_job_running_and_what_waits_is_queued_again(site, made):
    queue.queue().immediate = False
    running, waiting = ask(site), ask(site, locale="en")
    start(database(), running)
    assert worker.tidy() == (waiting,)
    interrupted = look(running)
    assert interrupted.state == "failed"
    assert interrupted.error.zh
    assert len(queue.queue()) == 1
    queue.queue().immediate = True
    worker.tidy()
    assert look(waiting).state == "done"
    again = ask(site)  # a failed one does not block the next
    assert again != running


def test_the_worker_process_takes_what_a_page_queues(site):
    """The real process on the real queue: both a job that waited before it started and one that came later."""
    from assessment.accounts import deactivate
    from assessment.sessions import actor_of

    actor = actor_of(database(), site.tokens["executive@x.example"], now())
    early = create_job(database(), actor, site.engagement, "report", {"locale": "zh"}, now())
    deactivate(database(), "executive@x.example", now())  # so that the worker is done with them at once
    environment = {**os.environ, "ZHIDIAN_DATA_DIR": str(site.folder)}
    process = subprocess.Popen([sys.executable, "-m", "web.jobs.worker"], env=environment, stderr=subprocess.PIPE)
    patience = threading.Event()

    def ends(job):
        return any(look(job).state == "failed" or patience.wait(0.05) for _ in range(600))

    try:
        assert ends(early)
        late = create_job(database(), actor, site.engagement, "report", {"locale": "en"}, now())
        queue.enqueue(late, "report")
        assert ends(late)
    finally:
        process.terminate()
        process.communicate(timeout=20)


def test_a_roadmap_is_built_and_published(planned, planned_folder):
    from assessment.planning import roadmap_versions

    done = look(planned_folder[1])
    assert (done.state, done.error, done.percent) == ("done", None, 100)
    (version,) = roadmap_versions(database(), operator(database()), planned.engagement)
    assert done.result == {"version": 1, "digest": version.digest, "items": version.items}
    assert version.items > 0


def test_who_may_not_plan_gets_no_job(site):
    from assessment.sessions import actor_of

    actor = actor_of(database(), site.tokens["executive@x.example"], now())
    with pytest.raises(Forbidden):
        create_job(database(), actor, site.engagement, "roadmap", {}, now())


def test_a_file_on_the_shelf_is_whole_or_not_there(site, monkeypatch):
    monkeypatch.setattr("web.jobs.shelf.os.fsync", lambda _fd: (_ for _ in ()).throw(OSError(28, "full")))
    with pytest.raises(OSError, match="full"):
        put("a" * 64 + "-zh.pdf", b"half")
    assert list(shelf().iterdir()) == []


def test_the_name_depends_on_everything_that_is_laid_out():
    names = {name_of("<p>", "1", None, "zh"), name_of("<p>", "2", None, "zh"), name_of("<p>", "1", b"x", "zh")}
    names |= {name_of("<p>1", "", None, "zh"), name_of("<p>", "1", None, "en")}
    assert len(names) == 5


def test_broken_content_is_told_as_such():
    from questionnaires.findings import ContentError

    assert "zhidian check" in sentence_of(ContentError([])).en
