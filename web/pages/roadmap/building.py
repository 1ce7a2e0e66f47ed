"""State of the job that builds a plan: started here, done by a worker, polled while the page is open."""

from typing import Any

import reflex as rx

from web.components.jobs import JobView, start_job, watched
from web.components.rail.state import Rail
from web.handlers import handler
from web.pages.roadmap.state import Roadmap


class Build(rx.State):
    """The plan job of this engagement."""

    job: JobView = JobView()

    @handler()
    async def attach(self) -> Any:
        """Find the job that is still running, so that a page that was left picks it up again."""
        self.job = await watched(self, "roadmap")

    @handler()
    async def start(self) -> Any:
        """Ask for a plan from the facts and scores of now."""
        self.job = await start_job(self, "roadmap", {})

    @handler()
    async def refresh(self) -> Any:
        """Look how far the job is; when it is done, show the plan."""
        self.job = await watched(self, "roadmap", self.job.id)
        return None if self.job.running else [Roadmap.load, Rail.load]


BUILD: Any = Build
"""The state as pages see it: every field is a variable of the browser."""
