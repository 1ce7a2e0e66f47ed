"""State of the profile form, for a new engagement and for one that runs."""

from typing import Any

import reflex as rx

from assessment.access import may
from assessment.engagements import create_engagement, edit_profile, profile_of
from assessment.errors import Forbidden, InvalidInput
from web.components.posted import ProblemLine, problem_lines
from web.components.rail.state import Rail
from web.failures import say
from web.handlers import actor_of_page, ask, handler
from web.i18n.sentences import both
from web.pages.profile.view import ProfileView, form_of, profile_from
from web.session import engagement_of
from web.storage import content, now


class Profile(rx.State):
    """The form and what was wrong with it."""

    view: ProfileView = ProfileView()
    problems: tuple[ProblemLine, ...] = ()

    @handler()
    async def load_new(self) -> Any:
        """Show an empty form to those who may begin an engagement."""
        if not may(await actor_of_page(self), "engagement.create"):
            raise Forbidden
        self.view, self.problems = form_of(content()), ()

    @handler()
    async def load(self) -> Any:
        """Show the profile of this engagement."""
        eid = engagement_of(self)
        self.view, self.problems = form_of(content(), await ask(self, profile_of, eid), eid), ()

    @handler()
    async def create(self, form: dict[str, Any]) -> Any:
        """Begin an engagement and go on to stores and people."""
        try:
            profile = profile_from(form, content())
            made = await ask(self, create_engagement, profile, now())
        except InvalidInput as error:
            self.problems = problem_lines(error)
            return None
        return rx.redirect(f"/e/{made}/people")

    @handler()
    async def save(self, form: dict[str, Any]) -> Any:
        """Change the profile."""
        eid = engagement_of(self)
        try:
            profile = profile_from(form, content(), await ask(self, profile_of, eid))
            await ask(self, edit_profile, eid, profile, now())
        except InvalidInput as error:
            self.problems = problem_lines(error)
            return None
        await say(self, both("profile.saved"))
        return [Profile.load, Rail.load]


PROFILE: Any = Profile
"""The state as pages see it: every field is a variable of the browser."""
