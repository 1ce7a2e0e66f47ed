"""State of the engagement page."""

from typing import Any

import reflex as rx

from assessment.assessing import adjudicate, explain_node
from assessment.dossiers import dossier_of
from assessment.errors import InvalidInput
from scoring.tree import INDEX
from web.components.clock import today
from web.components.posted import ProblemLine, problem_lines
from web.components.rail.state import Rail
from web.handlers import actor_of_page, ask, handler
from web.pages.engagement.deciding import decision_from
from web.pages.engagement.view import EngagementView
from web.pages.engagement.view import engagement_of as view_of
from web.pages.engagement.why import WhyView, why_of
from web.session import engagement_of
from web.storage import content, now


class Overview(rx.State):
    """Where the company stands, and the drawer that explains a number."""

    view: EngagementView = EngagementView()
    why: WhyView = WhyView()
    problems: tuple[ProblemLine, ...] = ()

    @handler()
    async def load(self) -> Any:
        """Read the engagement."""
        dossier = await ask(self, dossier_of, engagement_of(self), content(), now())
        actor, rail = await actor_of_page(self), await self.get_state(Rail)
        self.why = WhyView()
        self.view = view_of(dossier, today(), internal=actor.internal, reports=rail.view.reports)

    @handler()
    async def explain(self, node: str) -> Any:
        """Open the drawer for a score, a level or the index."""
        eid = engagement_of(self)
        dossier = await ask(self, dossier_of, eid, content(), now())
        self.why = why_of(dossier, await ask(self, explain_node, eid, content(), str(node)))
        self.problems = ()

    @handler()
    async def explain_index(self, _mark: str) -> Any:
        """Open the drawer for the index, whichever mark of its band was picked."""
        return Overview.explain(INDEX)

    @handler()
    async def decide(self, form: dict[str, Any]) -> Any:
        """Decide the level of the capability in the drawer, with a reason; the scores follow."""
        eid, node = engagement_of(self), self.why.leaf
        try:
            made = decision_from(form)
            await ask(self, adjudicate, eid, content(), node, made.level, made.reason, now())
        except InvalidInput as error:
            self.problems = problem_lines(error)
            return None
        return [Overview.load, Rail.load, Overview.explain(node)]

    @handler()
    async def close(self) -> Any:
        """Close the drawer."""
        self.why = WhyView()


OVERVIEW: Any = Overview
"""The state as pages see it: every field is a variable of the browser."""
