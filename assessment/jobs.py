"""Slow work that a page starts and a worker does: its state is here, so that it can be left and found again."""

import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlmodel import Session, col, select, update

from assessment.access import Actor, Permission
from assessment.audit import record
from assessment.codec import canonical, decode, encode
from assessment.database import Database
from assessment.door import enter, locked
from assessment.errors import InvalidInput, NotFound, Problem
from assessment.sessions import actor_of_user
from assessment.tables import EngagementRow, JobRow
from assessment.workspaces import OPERATOR, operator_of
from questionnaires.locale_text import LocaleText

State = Literal["queued", "running", "done", "failed"]
OPEN: tuple[State, ...] = ("queued", "running")
STATES: Mapping[str, State] = {"queued": "queued", "running": "running", "done": "done", "failed": "failed"}
KINDS: Mapping[str, Permission] = {"report": "report.make", "roadmap": "plan.build"}
"""What a worker can do, and the permission it takes to ask for it."""

INTERRUPTED = LocaleText("服务重启时中断，请再试一次。", "Interrupted by a restart; try again.")


@dataclass(frozen=True, slots=True)
class Job:
    """One piece of slow work. ``step`` says what is going on now; ``error`` is set when ``state`` is failed."""

    id: str
    engagement: str
    kind: str
    params: Mapping[str, Any]
    state: State
    percent: int
    step: LocaleText
    result: Any
    error: LocaleText | None
    created: datetime


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
    """Return a job of an engagement the actor sees. Raises NotFound for any other."""
    with db.view() as session:
        row = session.exec(select(JobRow).where(JobRow.id == job_id)).one_or_none()
        if row is None:
            raise NotFound
        enter(session, actor, row.engagement_id)
        return _job(row)


def open_job(db: Database, actor: Actor, engagement: str, kind: str) -> Job | None:
    """Return the newest job of this kind that is queued or running."""
    return next((job for job in latest_jobs(db, actor, engagement, kind, 5) if job.state in OPEN), None)


def latest_jobs(db: Database, actor: Actor, engagement: str, kind: str, limit: int = 10) -> tuple[Job, ...]:
    """Return the newest jobs of this kind, newest first."""
    wanted = select(JobRow).where(JobRow.engagement_id == engagement, JobRow.kind == kind)
    with db.view() as session:
        enter(session, actor, engagement)
        rows = session.exec(wanted.order_by(col(JobRow.seq).desc()).limit(limit)).all()
    return tuple(_job(row) for row in rows)


def actor_of_job(db: Database, job_id: str) -> Actor:
    """Return the person a worker works for, with the rights that person has now. Raises NotFound when gone."""
    with db.view() as session:
        row = _row(session, job_id)
        if row.user == OPERATOR:
            return operator_of(session.get_one(EngagementRow, row.engagement_id).workspace_id)
        actor = actor_of_user(session, row.user)
    if actor is None:
        raise NotFound
    return actor


def job_for_worker(db: Database, job_id: str) -> Job:
    """Return a job to the worker that was told its id."""
    with db.view() as session:
        return _job(_row(session, job_id))


def start(db: Database, job_id: str) -> bool:
    """Take a job in hand; False when it is not queued any more, so that a task delivered twice runs once."""
    with db.unit() as session:
        taken = update(JobRow).where(col(JobRow.id) == job_id, col(JobRow.state) == "queued").values(state="running")
        return session.exec(taken).rowcount == 1


def advance(db: Database, job_id: str, percent: int, step: LocaleText | str) -> None:
    """Say how far a job is; it never goes back, and a finished job stays finished."""
    with db.unit() as session:
        row = _row(session, job_id)
        if row.state in OPEN:
            row.state, row.step = "running", encode(LocaleText, _both(step))
            row.percent = max(row.percent, min(max(percent, 0), 99))


def finish(db: Database, job_id: str, result: Any) -> None:
    """Close a job with its result (plain data)."""
    with db.unit() as session:
        row = _row(session, job_id)
        row.state, row.percent, row.result, row.error = "done", 100, canonical(result), None


def fail(db: Database, job_id: str, text: LocaleText | str) -> None:
    """Close a job with the sentence that says why."""
    with db.unit() as session:
        row = _row(session, job_id)
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


def _row(session: Session, job_id: str) -> JobRow:
    row = session.exec(select(JobRow).where(JobRow.id == job_id)).one_or_none()
    if row is None:
        raise NotFound
    return row


def _job(row: JobRow) -> Job:
    return Job(
        id=row.id,
        engagement=row.engagement_id,
        kind=row.kind,
        params=json.loads(row.params),
        state=STATES[row.state],
        percent=row.percent,
        step=decode(LocaleText, row.step) if row.step else LocaleText("", ""),
        result=None if row.result is None else json.loads(row.result),
        error=None if row.error is None else decode(LocaleText, row.error),
        created=row.created,
    )
