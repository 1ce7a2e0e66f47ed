"""The queue between the pages and the worker: one file beside the database. The truth about a job is its table."""

from collections.abc import Callable
from functools import cache
from typing import Any

from huey import SqliteHuey

from web.settings import settings


@cache
def queue() -> SqliteHuey:
    """Return the queue of this data folder; opening it starts no worker."""
    folder = settings().data_dir
    folder.mkdir(parents=True, exist_ok=True)
    return SqliteHuey("zhidian", filename=str(folder / "jobs.db"), fsync=True, results=False)


@cache
def task() -> Callable[[str, str], Any]:
    """Return the one task: called, it puts a job in the queue; the worker runs it."""

    @queue().task(name="work")
    def work(job_id: str, kind: str) -> None:
        from web.jobs.work import run  # the engines are imported by the worker only

        run(job_id, kind)

    return work


def enqueue(job_id: str, kind: str) -> None:
    """Hand a job that is in the table to the worker; handed over twice, it is done once."""
    task()(job_id, kind)
