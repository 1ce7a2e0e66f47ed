"""State of the page of facts, systems and needs."""

from typing import Any

import reflex as rx

from assessment.codec import print_of
from assessment.dossiers import dossier_of
from assessment.errors import Conflict, InvalidInput
from assessment.fact_definitions import FactDefinition
from assessment.facts import GivenFact
from assessment.registering import list_facts, list_stores, save_fact
from web.components.clock import today
from web.components.conflict import ConflictView
from web.components.posted import ProblemLine
from web.components.rail.state import Rail
from web.handlers import ask, handler, refused
from web.pages.facts.systems import SystemsView, systems_of
from web.pages.facts.view import FactsView, fact_conflict, fact_from, facts_of
from web.session import arrive, engagement_of
from web.storage import content, now

TABS = ("facts", "systems", "needs")


class Facts(rx.State):
    """What is shown; ``editing`` is the id of the fact whose row is a form.

    ``drawn`` is the print of the fact the form was drawn from; ``_base`` that of the fact a save may replace, which after
    a conflict is the one shown beside, and ``_mine`` what was not saved then.
    """

    view: FactsView = FactsView()
    systems: SystemsView = SystemsView()
    tab: str = "facts"
    editing: str = ""
    problems: tuple[ProblemLine, ...] = ()
    conflict: ConflictView = ConflictView()
    drawn: str = ""
    _base: str = ""
    _mine: GivenFact | None = None
    _seen: str = ""

    @handler()
    async def load(self) -> Any:
        """Read facts, systems and needs; the address may name the tab."""
        eid = arrive(self)
        dossier = await ask(self, dossier_of, eid, content(), now())
        self.view = facts_of(dossier, content(), await ask(self, list_facts, eid))
        self.systems = systems_of(dossier)
        asked = self.router.url.query_parameters.get("tab", "")
        self.tab = asked if asked in TABS else self.tab

    @handler()
    async def show(self, tab: str) -> Any:
        """Switch between facts, systems and needs."""
        self.tab = tab if tab in TABS else "facts"

    @handler()
    async def edit(self, fact: str) -> Any:
        """Turn a row into a form of what stands now; an empty id closes it."""
        eid, self.editing, self.problems = engagement_of(self), str(fact)[:60], ()
        self.conflict, self._mine = ConflictView(), None
        if not self.editing:
            return
        given = await ask(self, list_facts, eid)
        self.view = facts_of(await ask(self, dossier_of, eid, content(), now()), content(), given)
        self.drawn = self._base = print_of(next((each for each in given if each.id == self.editing), None))

    @handler()
    async def save(self, form: dict[str, Any]) -> Any:
        """Save the fact that is being edited."""
        definition = content().fact_definitions.get(self.editing)
        if definition is None:
            return None
        try:
            return await self._keep(await self._read(form, definition))
        except InvalidInput as error:
            self.conflict = ConflictView()
            self.problems = await refused(self, error)

    async def _read(self, form: dict[str, Any], definition: FactDefinition) -> GivenFact:
        """Return the number of the form, held against the others and the register of stores."""
        eid = engagement_of(self)
        others, stores = await ask(self, list_facts, eid), await ask(self, list_stores, eid)
        return fact_from(form, definition, today(), others, len(stores))

    async def _keep(self, fact: GivenFact) -> Any:
        """Save over what was shown, or show both values when somebody was faster."""
        eid, self.problems = engagement_of(self), ()
        try:
            await ask(self, save_fact, eid, fact, now(), expected=self._base)
        except Conflict as found:
            dossier = await ask(self, dossier_of, eid, content(), now())
            self._mine, self._base = fact, print_of(found.theirs)
            self.conflict = fact_conflict(dossier, content().fact_definitions[fact.id], fact, found.theirs)
            return None
        self.editing, self.conflict, self._mine = "", ConflictView(), None
        return [Facts.load, Rail.load]

    @handler()
    async def keep_mine(self) -> Any:
        """Save my number over the one that is shown; a third one meanwhile is shown first."""
        return None if self._mine is None else await self._keep(self._mine)

    @handler()
    async def take_theirs(self) -> Any:
        """Drop my number and go on from the one that was saved."""
        return Facts.edit(self.editing)


FACTS: Any = Facts
"""The state as pages see it: every field is a variable of the browser."""
