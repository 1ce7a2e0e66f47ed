"""State of the page of facts, systems and needs."""

from typing import Any

import reflex as rx

from assessment.dossiers import dossier_of
from assessment.errors import InvalidInput
from assessment.registering import list_facts, save_fact
from web.components.posted import ProblemLine, problem_lines
from web.components.rail.state import Rail
from web.handlers import ask, handler
from web.pages.facts.systems import SystemsView, systems_of
from web.pages.facts.view import FactsView, fact_from, facts_of
from web.session import arrive, engagement_of
from web.storage import content, now

TABS = ("facts", "systems", "needs")


class Facts(rx.State):
    """What is shown; ``editing`` is the id of the fact whose row is a form."""

    view: FactsView = FactsView()
    systems: SystemsView = SystemsView()
    tab: str = "facts"
    editing: str = ""
    problems: tuple[ProblemLine, ...] = ()
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
        """Turn a row into a form; an empty id closes it."""
        self.editing, self.problems = str(fact)[:60], ()

    @handler()
    async def save(self, form: dict[str, Any]) -> Any:
        """Save the fact that is being edited."""
        definition = content().fact_definitions.get(self.editing)
        if definition is None:
            return None
        try:
            await ask(self, save_fact, engagement_of(self), fact_from(form, definition), now())
        except InvalidInput as error:
            self.problems = problem_lines(error)
            return None
        self.editing, self.problems = "", ()
        return [Facts.load, Rail.load]


FACTS: Any = Facts
"""The state as pages see it: every field is a variable of the browser."""
