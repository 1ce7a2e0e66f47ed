"""The worker process: it takes one job after the other from the queue.

    python -m web.jobs.worker

It is the only one on its data folder: what is still marked as running when it starts was left by one that died.
"""

import logging

from assessment.jobs import sweep
from web import log_filter
from web.jobs.queue import enqueue, queue, task
from web.storage import database

LONGEST_WAIT = 0.5
"""Seconds between two looks into an empty queue."""


def tidy() -> tuple[str, ...]:
    """Close the jobs a dead worker left running, so that nobody waits for ever; queue again what still waits.

    A job can wait in the table and not in the queue: when the server died between the two, or the queue's file was
    removed. Queued twice it is done once. Return the ids queued again.
    """
    waiting = sweep(database())
    for job_id, kind in waiting:
        enqueue(job_id, kind)
    return tuple(job_id for job_id, _ in waiting)


def main() -> None:
    """Tidy up, then work until told to stop."""
    logging.basicConfig(level=logging.WARNING, format="zhidian worker: %(levelname)s %(message)s")
    log_filter.install()
    task()  # the worker must know it before the first message comes
    queue().flush()  # the table knows what waits
    tidy()
    queue().create_consumer(workers=1, worker_type="thread", periodic=False, max_delay=LONGEST_WAIT).run()


if __name__ == "__main__":
    main()
