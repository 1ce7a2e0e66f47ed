"""State of the drawer in which the terms of the plan are set: shown, searched, saved, compared, taken back."""

from typing import Any

import reflex as rx

from assessment.engagements import profile_of
from assessment.errors import Conflict, InvalidInput
from assessment.settling import restore_terms, save_terms, terms_now
from assessment.terms import PlanTerms
from web.components.conflict import ConflictView
from web.components.posted import ProblemLine
from web.components.rail.state import Rail
from web.failures import hush
from web.handlers import ask, handler, refused
from web.pages.roadmap.state import Roadmap
from web.pages.roadmap.terms_view import (
    HITS,
    Hit,
    TermsView,
    form_of,
    found,
    labels_of,
    terms_from,
    with_row,
    without_row,
)
from web.pages.roadmap.terms_words import conflict_of, names_in
from web.session import engagement_of
from web.storage import content, now

TYPED = 80


class Settling(rx.State):
    """The drawer. ``hits`` are the first initiatives found of ``more`` + their number; ``saved`` offers ten seconds to undo.

    ``_base`` is the print of the terms a save may replace; after a conflict that is the set shown beside, and ``_mine``
    is what was not saved then.
    """

    shown: bool = False
    view: TermsView = TermsView()
    query: str = ""
    hits: tuple[Hit, ...] = ()
    more: int = 0
    problems: tuple[ProblemLine, ...] = ()
    conflict: ConflictView = ConflictView()
    saved: bool = False
    _base: str = ""
    _mine: PlanTerms | None = None

    @handler()
    async def begin(self) -> Any:
        """Open the drawer on the terms as they stand."""
        await self._read()
        self.shown, self.saved = True, False

    async def _read(self) -> None:
        eid = engagement_of(self)
        profile, settled = await ask(self, profile_of, eid), await ask(self, terms_now, eid, content())
        self.view, self._base = form_of(content(), profile, settled), settled.stamp
        self.problems, self.conflict, self._mine = (), ConflictView(), None
        self.query, self.hits, self.more = "", (), 0

    @handler()
    async def close(self) -> Any:
        """Close the drawer; what was not saved is dropped."""
        self.shown = False

    @handler()
    async def look(self, query: str) -> Any:
        """Find initiatives by id or words."""
        self.query = str(query)[:TYPED]
        every = found(content(), self.query)
        self.hits, self.more = every[:HITS], max(0, len(every) - HITS)

    @handler()
    async def add(self, kind: str, initiative: str) -> Any:
        """Name an initiative in a term; it counts once saved."""
        self.view = with_row(self.view, content(), kind, str(initiative))
        self.query, self.hits, self.more = "", (), 0

    @handler()
    async def drop(self, name: str) -> Any:
        """Take a row away; it counts once saved."""
        self.view = without_row(self.view, str(name))

    @handler()
    async def save(self, form: dict[str, Any]) -> Any:
        """Save the terms."""
        settled = await ask(self, terms_now, engagement_of(self), content())
        try:
            terms = terms_from(form, self.view, content(), settled.terms)
        except InvalidInput as error:
            self.problems = await refused(self, error, labels_of(self.view))
            return None
        return await self._keep(terms)

    async def _keep(self, terms: PlanTerms) -> Any:
        """Save over the set that was shown, or show both when somebody was faster."""
        eid = engagement_of(self)
        try:
            await ask(self, save_terms, eid, terms, content(), now(), expected=self._base)
        except InvalidInput as error:
            self.problems = await refused(self, error, labels_of(self.view))
            return None
        except Conflict as other:
            return await self._compare(eid, other)
        return await self._done(saved=True)

    async def _compare(self, eid: str, other: Conflict) -> None:
        """Show my set beside the one that was saved meanwhile."""
        await hush(self)
        names = names_in(content(), (await ask(self, profile_of, eid)).currency)
        self._mine, self.problems = other.mine, ()
        self._base = (await ask(self, terms_now, eid, content())).stamp
        self.conflict = conflict_of(other.mine, other.theirs, names)

    async def _done(self, *, saved: bool) -> Any:
        """Close the drawer and draw the page anew, with the note that the plan is behind."""
        await self._read()
        self.shown, self.saved = False, saved and self.view.undoable
        return [Roadmap.load, Rail.load]

    @handler()
    async def keep_mine(self) -> Any:
        """Save my terms over the set that is shown; a third one meanwhile is shown first."""
        return None if self._mine is None else await self._keep(self._mine)

    @handler()
    async def take_theirs(self) -> Any:
        """Drop my terms and go on from the set that was saved."""
        await self._read()

    @handler()
    async def undo(self) -> Any:
        """Go back to the set before the last change."""
        await ask(self, restore_terms, engagement_of(self), content(), now(), expected=self._base)
        return await self._done(saved=False)

    @handler()
    async def forget_undo(self) -> Any:
        """Take the offer to undo away; the history in the drawer keeps it."""
        self.saved = False


SETTLING: Any = Settling
"""The state as pages see it: every field is a variable of the browser."""
