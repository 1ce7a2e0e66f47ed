"""State of the list of engagements."""

from typing import Any

import reflex as rx

from assessment.access import may
from assessment.engagements import archive, list_engagements
from web.handlers import actor_of_page, ask, handler
from web.pages.home.view import HomeView, home_of
from web.storage import content, now


class Home(rx.State):
    """What is listed: a search text and whether archived ones are shown."""

    view: HomeView = HomeView()
    search: str = ""
    archived: bool = False

    @handler()
    async def load(self) -> Any:
        """List the engagements this person may see."""
        cards = await ask(self, list_engagements, self.search, self.archived)
        names = {key: industry.name for key, industry in content().industries.items()}
        creates = may(await actor_of_page(self), "engagement.create")
        self.view = home_of(cards, names, may_create=creates, searching=bool(self.search))

    @handler()
    async def find(self, text: str) -> Any:
        """Search by name."""
        self.search = str(text)[:80].strip()
        return Home.load

    @handler()
    async def show_archived(self, archived: bool) -> Any:
        """Switch between running and archived engagements."""
        self.archived = archived is True
        return Home.load

    @handler()
    async def put_away(self, engagement: str, away: bool) -> Any:
        """Archive an engagement or bring it back; nothing is deleted."""
        await ask(self, archive, str(engagement), away is True, now())
        return Home.load


HOME: Any = Home
"""The state as pages see it: every field is a variable of the browser."""
