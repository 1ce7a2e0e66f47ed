"""State of the list of engagements."""

from typing import Any

import reflex as rx

from assessment.access import may
from assessment.engagements import archive, list_engagements
from questionnaires.locale_text import LocaleText
from web.handlers import actor_of_page, ask, handler
from web.i18n.sentences import NOTHING, both
from web.pages.home.view import HomeView, home_of
from web.storage import content, now


class Home(rx.State):
    """What is listed: a search text and whether archived ones are shown."""

    view: HomeView = HomeView()
    search: str = ""
    archived: bool = False
    undo: str = ""
    put: LocaleText = NOTHING

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
        """Archive an engagement or bring it back; nothing is deleted, and for ten seconds one press undoes it."""
        eid, gone = str(engagement), away is True
        names = {card.id: card.client for card in self.view.cards}
        await ask(self, archive, eid, gone, now())
        self.undo, self.put = (eid, both("home.put_away", client=names.get(eid, NOTHING))) if gone else ("", NOTHING)
        return Home.load

    @handler()
    async def take_back(self) -> Any:
        """Bring back the engagement that was just archived."""
        eid, self.undo = self.undo, ""
        if eid:
            await ask(self, archive, eid, archived=False, now=now())
        return Home.load

    @handler()
    async def forget_undo(self) -> Any:
        """Take the offer to undo away."""
        self.undo = ""


HOME: Any = Home
"""The state as pages see it: every field is a variable of the browser."""
