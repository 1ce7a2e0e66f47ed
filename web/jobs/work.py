"""What the worker does with a job, step by step."""

import logging
from collections.abc import Callable, Mapping
from typing import Any

from assessment.access import Actor
from assessment.dossiers import dossier_for_report
from assessment.jobs import Job, actor_of_job, advance, fail, finish, job_for_worker, start
from assessment.planning import PATIENCE, build_roadmap
from questionnaires.locale_text import Locale
from reports import Branding, compose, ensure_fonts, render
from reports.html import paper_html
from web.jobs.shelf import name_of, put, shelf
from web.jobs.telling import STEPS, sentence_of
from web.settings import settings
from web.storage import content, database, now

log = logging.getLogger(__name__)
Step = Callable[[int, str], None]


def run(job_id: str, kind: str) -> None:
    """Do a queued job and close it: with its result, or with the one sentence that says why not. Never raises.

    A job that is no longer queued was done before or is being done; it is left alone.
    """
    db = database()
    try:
        job = job_for_worker(db, job_id)
        if job.kind != kind or not start(db, job_id):
            log.info("job %s was taken already", job_id)
            return
        actor = actor_of_job(db, job_id)
        result = TASKS[kind](actor, job, lambda percent, step: advance(db, job_id, percent, STEPS[step]))
        finish(db, job_id, result)
    except Exception as error:
        log.exception("job %s (%s) failed", job_id, kind)
        _close(job_id, error)


def _close(job_id: str, error: Exception) -> None:
    try:
        fail(database(), job_id, sentence_of(error))
    except Exception:
        log.exception("job %s could not even be closed", job_id)


def report(actor: Actor, job: Job, step: Step) -> dict[str, Any]:
    """Make the PDF in one language, or find it on the shelf."""
    locale: Locale = "en" if job.params.get("locale") == "en" else "zh"
    step(5, "read")
    dossier = dossier_for_report(database(), actor, job.engagement, content(), now())
    step(20, "compose")
    model, brand = compose(dossier, locale), Branding()
    name = name_of(paper_html(model, brand), model.identifier, brand.logo, locale)
    result = {"file": name, "name": f"{model.title} {model.as_of.isoformat()}.pdf", "digest": dossier.digest}
    if (shelf() / name).is_file():
        return {**result, "reused": True}
    step(30, "fonts")
    fonts = ensure_fonts(settings().cache_dir / "fonts")
    step(40, "render")
    rendering = render(model, brand, fonts)
    put(name, rendering.pdf)
    return {**result, "reused": False, "pages": rendering.pages, "bytes": len(rendering.pdf)}


def roadmap(actor: Actor, job: Job, step: Step) -> dict[str, Any]:
    """Choose and date the initiatives and publish the plan as the next version."""
    asked = job.params
    step(5, "read")
    pack = content()
    snapshot = build_roadmap(
        database(),
        actor,
        job.engagement,
        pack,
        now(),
        time_limit=float(asked.get("time_limit") or PATIENCE),
        seed=asked.get("seed"),
        platform=asked.get("platform") or None,
        progress=lambda done, runs: step(10 + 85 * done // runs, "beside" if done else "choose"),
    )
    return {"version": snapshot.version, "digest": snapshot.digest, "items": len(snapshot.plan.items)}


TASKS: Mapping[str, Callable[[Actor, Job, Step], dict[str, Any]]] = {"report": report, "roadmap": roadmap}
