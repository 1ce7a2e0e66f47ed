"""State of the profile form, for a new engagement and for one that runs."""

from typing import Any

import reflex as rx

from assessment.access import may
from assessment.codec import print_of
from assessment.engagement import CompanyProfile
from assessment.engagements import create_engagement, edit_profile, profile_of
from assessment.errors import Conflict, Forbidden, InvalidInput
from web.components.clock import today
from web.components.conflict import ConflictView
from web.components.posted import ProblemLine
from web.components.rail.state import Rail
from web.failures import hush, say
from web.handlers import actor_of_page, ask, handler, refused
from web.i18n.sentences import both
from web.pages.profile.differences import conflict_of, names_of
from web.pages.profile.view import ProfileView, form_of, profile_from
from web.session import engagement_of
from web.storage import content, now


class Profile(rx.State):
    """The form and what was wrong with it.

    ``_base`` is the print of the profile a save may replace; after a conflict that is the one shown beside, and ``_mine``
    is what was not saved then.
    """

    view: ProfileView = ProfileView()
    problems: tuple[ProblemLine, ...] = ()
    conflict: ConflictView = ConflictView()
    _base: str = ""
    _mine: CompanyProfile | None = None

    @handler()
    async def load_new(self) -> Any:
        """Show an empty form to those who may begin an engagement."""
        if not may(await actor_of_page(self), "engagement.create"):
            raise Forbidden
        self.view, self.problems, self.conflict = form_of(content()), (), ConflictView()

    @handler()
    async def load(self) -> Any:
        """Show the profile of this engagement."""
        eid = engagement_of(self)
        self.view, self.problems = form_of(content(), await ask(self, profile_of, eid), eid), ()
        self.conflict, self._mine, self._base = ConflictView(), None, self.view.drawn

    @handler()
    async def create(self, form: dict[str, Any]) -> Any:
        """Begin an engagement and go on to stores and people."""
        try:
            profile = profile_from(form, content(), today=today())
            made = await ask(self, create_engagement, profile, now())
        except InvalidInput as error:
            self.problems = await refused(self, error, names_of(content()))
            return None
        return rx.redirect(f"/e/{made}/people")

    @handler()
    async def save(self, form: dict[str, Any]) -> Any:
        """Change the profile."""
        eid = engagement_of(self)
        try:
            profile = profile_from(form, content(), await ask(self, profile_of, eid), today())
        except InvalidInput as error:
            self.problems = await refused(self, error, names_of(content()))
            return None
        return await self._keep(profile)

    async def _keep(self, profile: CompanyProfile) -> Any:
        """Save over the profile that was shown, or show both when somebody was faster."""
        try:
            await ask(self, edit_profile, engagement_of(self), profile, now(), expected=self._base)
        except InvalidInput as error:
            self.problems = await refused(self, error, names_of(content()))
            return None
        except Conflict as found:
            await hush(self)
            self._mine, self._base, self.problems = profile, print_of(found.theirs), ()
            self.conflict = conflict_of(content(), profile, found.theirs)
            return None
        await say(self, both("profile.saved"), good=True)
        return [Profile.load, Rail.load]

    @handler()
    async def keep_mine(self) -> Any:
        """Save my profile over the one that is shown; a third one meanwhile is shown first."""
        return None if self._mine is None else await self._keep(self._mine)

    @handler()
    async def take_theirs(self) -> Any:
        """Drop my profile and go on from the one that was saved."""
        return Profile.load


PROFILE: Any = Profile
"""The state as pages see it: every field is a variable of the browser."""
