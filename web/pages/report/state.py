"""State of the report page."""

from typing import Any

import reflex as rx

from assessment.dossiers import dossier_of
from assessment.jobs import latest_jobs
from web.components.jobs import JobView, start_job, watched
from web.components.rail.state import Rail
from web.handlers import ask, handler
from web.pages.report.view import ReportView, report_of
from web.session import engagement_of
from web.storage import content, now

SHOWN = 20


class Reports(rx.State):
    """What was made, and what is being made."""

    view: ReportView = ReportView()
    job: JobView = JobView()

    @handler()
    async def load(self) -> Any:
        """List the reports, and pick up the job that is still running."""
        eid = engagement_of(self)
        dossier = await ask(self, dossier_of, eid, content(), now())
        self.view = report_of(dossier, await ask(self, latest_jobs, eid, "report", SHOWN))
        self.job = await watched(self, "report")

    @handler()
    async def make(self, locale: str) -> Any:
        """Ask for the report in one language."""
        self.job = await start_job(self, "report", {"locale": "en" if locale == "en" else "zh"})

    @handler()
    async def refresh(self) -> Any:
        """Look how far the job is; when it is over, list the reports again but keep what went wrong."""
        self.job = await watched(self, "report", self.job.id)
        return None if self.job.running else [Reports.relist, Rail.load]

    @handler()
    async def relist(self) -> Any:
        """List the reports again."""
        eid = engagement_of(self)
        dossier = await ask(self, dossier_of, eid, content(), now())
        self.view = report_of(dossier, await ask(self, latest_jobs, eid, "report", SHOWN))


REPORTS: Any = Reports
"""The state as pages see it: every field is a variable of the browser."""
