"""Slow work that a page starts and a worker does: its state is here, so that it can be left and found again."""

import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlmodel import col, select

from assessment.access import Actor, Permission, may
from assessment.audit import record
from assessment.codec import canonical
from assessment.database import Database
from assessment.door import enter, locked
from assessment.errors import InvalidInput, Problem
from assessment.job_rows import OPEN, Job, State, job_in, job_row
from assessment.job_work import INTERRUPTED, actor_of_job, advance, fail, finish, job_for_worker, start, sweep
from assessment.tables import JobRow
from questionnaires.locale_text import LocaleText

__all__ = [
    "INTERRUPTED",
    "Job",
    "State",
    "actor_of_job",
    "advance",
    "create_job",
    "fail",
    "finish",
    "job_for_worker",
    "job_of",
    "latest_jobs",
    "open_job",
    "start",
    "sweep",
]

KINDS: Mapping[str, Permission] = {"report": "report.make", "roadmap": "plan.build"}
"""What a worker can do, and the permission it takes to ask for it."""
SEE: Permission = "engagement.view"
RESULTS: Mapping[str, Permission] = {"report": "report.read"}
"""The permission it takes to see a job and what it made; seeing the engagement is enough for any other kind."""


def create_job(db: Database, actor: Actor, engagement: str, kind: str, params: Mapping[str, Any], now: datetime) -> str:
    """Queue a job and return its id; asked twice while the first is still open, it is the same job.

    Raises:
        InvalidInput: for a kind no worker knows.
    """
    if kind not in KINDS:
        raise InvalidInput((Problem("kind", LocaleText(f"没有 {kind} 这种任务。", f"There is no job “{kind}”.")),))
    with db.unit() as session:
        locked(session, engagement)  # a double click makes one job, not two
        enter(session, actor, engagement, KINDS[kind])
        text = canonical(dict(params))
        same = select(JobRow).where(
            JobRow.engagement_id == engagement, JobRow.kind == kind, JobRow.params == text, JobRow.user == actor.user
        )
        going = session.exec(same.where(col(JobRow.state).in_(OPEN))).first()
        if going is not None:
            return going.id
        row = JobRow(
            id=uuid.uuid4().hex, engagement_id=engagement, user=actor.user, kind=kind, params=text, created=now
        )
        session.add(row)
        record(session, actor, f"job.{kind}", f"job {row.id}", now, params, engagement=engagement)
    return row.id


def job_of(db: Database, actor: Actor, job_id: str) -> Job:
    """Return a job of an engagement the actor sees.

    Raises:
        NotFound: for any other.
        Forbidden: for roles that may not see what it makes.
    """
    with db.view() as session:
        row = job_row(session, job_id)
        enter(session, actor, row.engagement_id, RESULTS.get(row.kind, SEE))
        return job_in(row)


def open_job(db: Database, actor: Actor, engagement: str, kind: str) -> Job | None:
    """Return the newest job of this kind that is queued or running."""
    return next((job for job in latest_jobs(db, actor, engagement, kind, 5) if job.state in OPEN), None)


def latest_jobs(db: Database, actor: Actor, engagement: str, kind: str, limit: int = 10) -> tuple[Job, ...]:
    """Return the newest jobs of this kind, newest first; none to roles that may not see what they make."""
    wanted = select(JobRow).where(JobRow.engagement_id == engagement, JobRow.kind == kind)
    with db.view() as session:
        enter(session, actor, engagement)
        if not may(actor, RESULTS.get(kind, SEE)):
            return ()
        rows = session.exec(wanted.order_by(col(JobRow.seq).desc()).limit(limit)).all()
    return tuple(job_in(row) for row in rows)
