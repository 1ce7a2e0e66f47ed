"""State of the page of stores and people."""

from typing import Any

import reflex as rx

from assessment.dossiers import dossier_of
from assessment.invitations import invite, revoke
from assessment.registering import list_people, list_stores
from web.components.rail.state import Rail
from web.handlers import ask, handler
from web.pages.people.responses import known_of
from web.pages.people.view import PeopleView, needs_link, people_of, roles_of
from web.session import arrive, engagement_of
from web.storage import content, now, secret

TABS = ("people", "stores", "visits", "requests", "files")


class People(rx.State):
    """The registers and the responses; ``tab`` is one of ``TABS``."""

    view: PeopleView = PeopleView()
    tab: str = "people"
    _seen: str = ""

    @handler()
    async def load(self) -> Any:
        """Read the registers."""
        eid = arrive(self)
        stores, people = await ask(self, list_stores, eid), await ask(self, list_people, eid)
        dossier = await ask(self, dossier_of, eid, content(), now())
        known = await ask(self, known_of, eid, content(), secret())
        self.view = people_of(
            eid, roles_of(dossier), dossier.framework.code_lists, stores, people, known, dossier.coverage, now()
        )
        asked = self.router.url.query_parameters.get("tab", "")
        self.tab = asked if asked in TABS else self.tab

    @handler()
    async def show(self, tab: str) -> Any:
        """Switch between the parts of the page."""
        self.tab = tab if tab in TABS else "people"

    @handler()
    async def invite_all(self) -> Any:
        """Make a link for every manager and guide who has none that works."""
        wanted = [row.id for row in self.view.people if needs_link(row)]
        await ask(self, invite, engagement_of(self), wanted, now(), secret())
        return [People.load, Rail.load]

    @handler()
    async def invite_person(self, person: str) -> Any:
        """Make a link for one person."""
        await ask(self, invite, engagement_of(self), [str(person)], now(), secret())
        return People.load

    @handler()
    async def revoke_person(self, person: str) -> Any:
        """End a person's link at once; what was answered stays."""
        await ask(self, revoke, engagement_of(self), str(person), now())
        return People.load


PEOPLE: Any = People
"""The state as pages see it: every field is a variable of the browser."""
