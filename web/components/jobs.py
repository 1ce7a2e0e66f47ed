"""Slow work as pages see it: start it, watch it, leave it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import reflex as rx

from assessment.jobs import Job, create_job, job_of, open_job
from questionnaires.locale_text import LocaleText
from web.components.native import Poll
from web.handlers import ask
from web.i18n import said, t
from web.i18n.sentences import NOTHING, both, sentences
from web.jobs.queue import enqueue
from web.session import engagement_of
from web.storage import now

EVERY = 1000


@dataclass(frozen=True, slots=True)
class JobView:
    """A job. ``running`` covers waiting too; ``failed`` holds the sentence that says why it broke."""

    id: str = ""
    running: bool = False
    done: bool = False
    percent: int = 0
    step: LocaleText = NOTHING
    failed: LocaleText = NOTHING


def job_view(job: Job | None) -> JobView:
    """Return a job as a page shows it."""
    if job is None:
        return JobView()
    return JobView(
        id=job.id,
        running=job.state in {"queued", "running"},
        done=job.state == "done",
        percent=job.percent,
        step=_step(job),
        failed=job.error or both("job.broken") if job.state == "failed" else NOTHING,
    )


def _step(job: Job) -> LocaleText:
    """Word what a worker is doing: a code of ours, its own sentence, or the state of the job."""
    key = f"job.{job.step.zh}"
    if key in sentences()["zh"]:
        return both(key)
    return job.step if job.step.zh else both(f"job.{job.state}")


async def watched(state: rx.State, kind: str, job: str = "") -> JobView:
    """Return the job with this id, else the one of this kind that is still open."""
    if job:
        return job_view(await ask(state, job_of, job))
    return job_view(await ask(state, open_job, engagement_of(state), kind))


async def start_job(state: rx.State, kind: str, params: Mapping[str, Any]) -> JobView:
    """Create a job and hand it to the workers."""
    job = await ask(state, create_job, engagement_of(state), kind, params, now())
    enqueue(job, kind)
    return job_view(await ask(state, job_of, job))


def job_bar(job: Any, refresh: Any) -> rx.Component:
    """Return progress, step and failure of a job, and the poll that keeps them fresh."""
    return rx.fragment(
        rx.cond(
            job.running,
            rx.el.div(
                rx.el.div(rx.el.span(said(job.step)), rx.el.b(job.percent, "%", class_name="num"), class_name="row"),
                rx.el.progress(value=job.percent, max=100, aria_label=t("job.progress")),
                rx.el.p(t("job.leave"), class_name="note"),
                Poll.create(every=EVERY, on_tick=refresh),
                role="status",
                class_name="job",
            ),
        ),
        rx.cond(said(job.failed) != "", rx.el.p(said(job.failed), role="alert", class_name="alert")),
    )
