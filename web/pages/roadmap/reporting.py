"""State of the report on one item: status → consequence → saved, with both values on conflict and ten seconds to undo."""

from typing import Any

import reflex as rx

from assessment.dossiers import dossier_of
from assessment.errors import Conflict
from assessment.tracking import preview_progress, progress_revision, record_progress
from roadmap.plan import Progress
from web.components.clock import today
from web.components.rail.state import Rail
from web.handlers import ask, handler
from web.pages.roadmap.state import Roadmap
from web.pages.roadmap.updating import (
    ConflictView,
    Draft,
    Preview,
    conflict_of,
    draft_of,
    preview_of,
    progress_of,
    with_remaining,
    with_status,
    with_words,
)
from web.session import engagement_of
from web.storage import content, now


class Report(rx.State):
    """What is being reported. ``undoable`` is True for ten seconds after a save.

    ``_saved`` is the revision that save made and ``_shown`` the one the conflict shows: neither undoing nor insisting
    may overwrite a report nobody here has seen.
    """

    draft: Draft = Draft()
    preview: Preview = Preview()
    conflict: ConflictView = ConflictView()
    undoable: bool = False
    _before: Progress | None = None
    _mine: Progress | None = None
    _saved: int = 0
    _shown: int = 0

    @handler()
    async def begin(self, initiative: str) -> Any:
        """Start a report from what is known now."""
        eid = engagement_of(self)
        dossier = await ask(self, dossier_of, eid, content(), now())
        revision = await ask(self, progress_revision, eid, str(initiative))
        self.draft = draft_of(dossier, str(initiative), revision, today())
        self.preview, self.conflict = Preview(), ConflictView()

    @handler()
    async def choose_status(self, status: str) -> Any:
        """Say how it goes, and see what that would do."""
        self.draft = with_status(self.draft, status)
        await self._look_ahead()

    @handler()
    async def choose_remaining(self, days: str) -> Any:
        """Say how many working days are left, and see what that would do."""
        self.draft = with_remaining(self.draft, days)
        await self._look_ahead()

    @handler()
    async def add_days(self, days: int) -> Any:
        """Say how much later it will be than it stands now; 0 keeps the date."""
        late = int(days)
        self.draft = with_remaining(self.draft, self.draft.base + late if late else "")
        await self._look_ahead()

    async def _look_ahead(self) -> None:
        """Show what saving the draft would move and cost; of what cannot be saved nothing is shown."""
        if self.draft.wrong.zh:
            self.preview = Preview()
            return
        eid = engagement_of(self)
        dossier = await ask(self, dossier_of, eid, content(), now())
        change = progress_of(dossier, self.draft, today())
        self.preview = preview_of(dossier, await ask(self, preview_progress, eid, change, content(), now()))

    @handler()
    async def save(self, form: dict[str, Any]) -> Any:
        """Save the report with blocker and note."""
        people = [choice.key for choice in (await self.get_state(Roadmap)).view.owners]
        self.draft = with_words(self.draft, form, people)
        if self.draft.wrong.zh:
            self.preview, self.undoable = Preview(), False
            return None
        dossier = await ask(self, dossier_of, engagement_of(self), content(), now())
        self._before = dossier.progress.get(self.draft.initiative) or Progress(self.draft.initiative, "not_started")
        return await self._record(progress_of(dossier, self.draft, today()), self.draft.revision)

    async def _record(self, progress: Progress, expected: int) -> Any:
        """Save ``progress`` over revision ``expected``, or show both values when somebody was faster."""
        eid = engagement_of(self)
        try:
            self._saved = await ask(self, record_progress, eid, progress, expected, now(), content())
        except Conflict as found:
            dossier = await ask(self, dossier_of, eid, content(), now())
            self._mine, self._shown = progress, found.revision
            self._before = found.theirs or Progress(progress.initiative, "not_started")
            self.conflict, self.undoable = conflict_of(dossier, progress, found.theirs), False
            return None
        self.undoable = True
        return [Roadmap.load, Rail.load, Report.begin(progress.initiative)]

    @handler()
    async def keep_mine(self) -> Any:
        """Save my report over the one that is shown; the log keeps both. A third one meanwhile is shown first."""
        return None if self._mine is None else await self._record(self._mine, self._shown)

    @handler()
    async def take_theirs(self) -> Any:
        """Drop my report and look at the other one."""
        return [Roadmap.load, Report.begin(self.draft.initiative)]

    @handler()
    async def undo(self) -> Any:
        """Bring back the report that stood before the last save, unless somebody has reported since."""
        self.undoable, before = False, self._before
        if before is None:
            return None
        await ask(self, record_progress, engagement_of(self), before, self._saved, now(), content())
        return [Roadmap.load, Rail.load, Report.begin(before.initiative)]

    @handler()
    async def forget_undo(self) -> Any:
        """Take the offer to undo away."""
        self.undoable = False


REPORT: Any = Report
"""The state as pages see it: every field is a variable of the browser."""
