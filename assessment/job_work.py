"""What a worker does with jobs: takes one in hand, says how far it is, closes it."""

from typing import Any

from sqlmodel import col, select, update

from assessment.access import Actor
from assessment.codec import canonical, encode
from assessment.database import Database
from assessment.errors import NotFound
from assessment.job_rows import OPEN, Job, job_in, job_row
from assessment.sessions import actor_of_user
from assessment.tables import EngagementRow, JobRow
from assessment.workspaces import OPERATOR, operator_of
from questionnaires.locale_text import LocaleText

INTERRUPTED = LocaleText("服务重启时中断，请再试一次。", "Interrupted by a restart; try again.")


def actor_of_job(db: Database, job_id: str) -> Actor:
    """Return the person a worker works for, with the rights that person has now. Raises NotFound when gone."""
    with db.view() as session:
        row = job_row(session, job_id)
        if row.user == OPERATOR:
            return operator_of(session.get_one(EngagementRow, row.engagement_id).workspace_id)
        actor = actor_of_user(session, row.user)
    if actor is None:
        raise NotFound
    return actor


def job_for_worker(db: Database, job_id: str) -> Job:
    """Return a job to the worker that was told its id."""
    with db.view() as session:
        return job_in(job_row(session, job_id))


def start(db: Database, job_id: str) -> bool:
    """Take a job in hand; False when it is not queued any more, so that a task delivered twice runs once."""
    with db.unit() as session:
        taken = update(JobRow).where(col(JobRow.id) == job_id, col(JobRow.state) == "queued").values(state="running")
        return session.exec(taken).rowcount == 1


def advance(db: Database, job_id: str, percent: int, step: LocaleText | str) -> None:
    """Say how far a job is; it never goes back, and a finished job stays finished."""
    with db.unit() as session:
        row = job_row(session, job_id)
        if row.state in OPEN:
            row.state, row.step = "running", encode(LocaleText, _both(step))
            row.percent = max(row.percent, min(max(percent, 0), 99))


def finish(db: Database, job_id: str, result: Any) -> None:
    """Close a job with its result (plain data)."""
    with db.unit() as session:
        row = job_row(session, job_id)
        row.state, row.percent, row.result, row.error = "done", 100, canonical(result), None


def fail(db: Database, job_id: str, text: LocaleText | str) -> None:
    """Close a job with the sentence that says why."""
    with db.unit() as session:
        row = job_row(session, job_id)
        row.state, row.error = "failed", encode(LocaleText, _both(text))


def sweep(db: Database, text: LocaleText = INTERRUPTED) -> tuple[tuple[str, str], ...]:
    """Close what a stopped worker left running and return (id, kind) of what still waits, oldest first.

    Called when the worker starts, before it takes anything in hand.
    """
    ended = update(JobRow).where(col(JobRow.state) == "running")
    waiting = select(JobRow.id, JobRow.kind).where(JobRow.state == "queued").order_by(col(JobRow.seq))
    with db.unit() as session:
        session.exec(ended.values(state="failed", error=encode(LocaleText, text)))
        return tuple((job, kind) for job, kind in session.exec(waiting))


def _both(text: LocaleText | str) -> LocaleText:
    return text if isinstance(text, LocaleText) else LocaleText(text, text)
