"""State of the resources page."""

import uuid
from typing import Any

import reflex as rx

from assessment.dossiers import dossier_of
from assessment.engagements import profile_of
from assessment.errors import InvalidInput
from assessment.registering import list_resources, remove_resource, save_resource
from web.components.posted import ProblemLine
from web.components.rail.state import Rail
from web.failures import say
from web.handlers import ask, handler, refused
from web.i18n.sentences import both
from web.pages.resources.form import ResourceForm, form_of, resource_from, with_class
from web.pages.resources.view import ResourcePanel, ResourcesView, panel_of, resources_of
from web.session import arrive, engagement_of
from web.storage import content, now


class Resources(rx.State):
    """What is listed, what is open, what is being written."""

    view: ResourcesView = ResourcesView()
    only_overlooked: bool = False
    panel: ResourcePanel = ResourcePanel()
    form: ResourceForm = ResourceForm()
    problems: tuple[ProblemLine, ...] = ()
    _seen: str = ""

    @handler()
    async def load(self) -> Any:
        """Read the resources."""
        dossier = await ask(self, dossier_of, arrive(self), content(), now())
        self.view = resources_of(dossier)
        first = self.panel.id or (self.view.rows[0].id if self.view.rows else "")
        self.panel = panel_of(dossier, first)

    @handler()
    async def pick(self, resource: str) -> Any:
        """Open one resource."""
        dossier = await ask(self, dossier_of, engagement_of(self), content(), now())
        self.panel, self.form = panel_of(dossier, str(resource)), ResourceForm()

    @handler()
    async def show(self, which: str) -> Any:
        """Show the overlooked ones only, or all."""
        self.only_overlooked = which == "overlooked"

    @handler()
    async def write(self, resource: str) -> Any:
        """Open the form for a resource; an empty id begins a new one."""
        eid = engagement_of(self)
        dossier = await ask(self, dossier_of, eid, content(), now())
        known = {r.id: r for r in await ask(self, list_resources, eid)}
        self.form = form_of(content(), dossier.profile.industry, known.get(str(resource)))
        self.problems = ()

    @handler()
    async def choose_class(self, cls: str) -> Any:
        """Offer the types of another class."""
        profile = await ask(self, profile_of, engagement_of(self))
        self.form = with_class(self.form, content(), str(cls), profile.industry)

    @handler()
    async def cancel(self) -> Any:
        """Close the form."""
        self.form, self.problems = ResourceForm(), ()

    @handler()
    async def save(self, form: dict[str, Any]) -> Any:
        """Save the resource the form describes."""
        eid, ident = engagement_of(self), self.form.id or f"R-{uuid.uuid4().hex[:8]}"
        known = {r.id: r for r in await ask(self, list_resources, eid)}
        try:
            await ask(self, save_resource, eid, resource_from(form, content(), ident, known.get(ident)), now())
        except InvalidInput as error:
            self.problems = await refused(self, error)
            return None
        return [Resources.cancel, Resources.load, Rail.load, Resources.pick(ident)]

    @handler()
    async def remove(self, resource: str) -> Any:
        """Take a resource out of the register."""
        await ask(self, remove_resource, engagement_of(self), str(resource), now())
        self.panel, self.form = ResourcePanel(), ResourceForm()
        await say(self, both("resource.removed"), good=True)
        return [Resources.load, Rail.load]


RESOURCES: Any = Resources
"""The state as pages see it: every field is a variable of the browser."""
