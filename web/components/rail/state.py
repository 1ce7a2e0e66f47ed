"""The rail's state: read again whenever a page of the engagement opens."""

from typing import Any

import reflex as rx

from assessment.dossiers import dossier_of
from assessment.jobs import latest_jobs
from web.components.rail.view import RailView, rail_of
from web.handlers import actor_of_page, ask, handler
from web.session import engagement_of
from web.storage import content, now


class Rail(rx.State):
    """The engagement around the page."""

    view: RailView = RailView()

    @handler()
    async def load(self) -> Any:
        """Read the engagement; a stranger is sent to *not found*."""
        await self._read()

    async def _read(self) -> None:
        """Read the engagement again after a change."""
        eid = engagement_of(self)
        dossier = await ask(self, dossier_of, eid, content(), now())
        made = await ask(self, latest_jobs, eid, "report", 50)
        self.view = rail_of(dossier, await actor_of_page(self), sum(job.state == "done" for job in made))


RAIL: Any = Rail
"""The state as pages see it: every field is a variable of the browser."""
