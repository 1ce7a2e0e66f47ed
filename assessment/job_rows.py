"""A job as stored: its states, and the row behind it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlmodel import Session, select

from assessment.codec import decode
from assessment.errors import NotFound
from assessment.tables import JobRow
from questionnaires.locale_text import LocaleText

State = Literal["queued", "running", "done", "failed"]
OPEN: tuple[State, ...] = ("queued", "running")
STATES: Mapping[str, State] = {"queued": "queued", "running": "running", "done": "done", "failed": "failed"}


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


def job_row(session: Session, job_id: str) -> JobRow:
    """Return the row of a job. Raises NotFound when there is none."""
    row = session.exec(select(JobRow).where(JobRow.id == job_id)).one_or_none()
    if row is None:
        raise NotFound
    return row


def job_in(row: JobRow) -> Job:
    """Return the job a row keeps."""
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
