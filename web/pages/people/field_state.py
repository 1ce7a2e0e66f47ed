"""State of the visits and requests of an engagement."""

import secrets
from collections.abc import Sequence
from typing import Any

import reflex as rx

from assessment.access import may
from assessment.dossier import Dossier
from assessment.dossiers import dossier_of
from assessment.drawing import HIGHEST_SEED
from assessment.errors import InvalidInput
from assessment.fieldwork import DocumentFinding, RequestState
from assessment.registering import list_documents, list_people, list_requests, list_stores, remove_store_visit
from assessment.request_states import applying, standing
from assessment.requesting import ask_all, settle_request
from assessment.visit_board import plan_visit, visit_board
from assessment.visit_draws import draw_visits
from questionnaires import scope_of
from questionnaires.cards import Request
from web.components.clock import today
from web.components.posted import ProblemLine, problem_lines
from web.components.rail.state import Rail
from web.handlers import actor_of_page, ask, handler
from web.pages.people.request_view import RequestForm, RequestsView, form_of, requests_of, settled
from web.pages.people.visit_draw_view import DrawView, draw_of, drawing
from web.pages.people.visit_view import VisitsView, planned, visits_of
from web.session import arrive, engagement_of
from web.storage import content, now


class Field(rx.State):
    """The visits and the requests; ``form`` is the request being written."""

    visits: VisitsView = VisitsView()
    draws: DrawView = DrawView()
    requests: RequestsView = RequestsView()
    form: RequestForm = RequestForm()
    problems: tuple[ProblemLine, ...] = ()
    visit_problems: tuple[ProblemLine, ...] = ()
    draw_problems: tuple[ProblemLine, ...] = ()
    _seen: str = ""

    @handler()
    async def load(self) -> Any:
        """Read visits and requests."""
        eid = arrive(self)
        dossier = await ask(self, dossier_of, eid, content(), now())
        stores, people = await ask(self, list_stores, eid), await ask(self, list_people, eid)
        reads = may(await actor_of_page(self), "answers.read")
        board = await ask(self, visit_board, eid, content()) if reads else None
        documents: tuple[DocumentFinding, ...] = await ask(self, list_documents, eid) if reads else ()
        states = await ask(self, list_requests, eid)
        self.visits = visits_of(eid, stores, people, board, dossier.coverage, now())
        self.draws = draw_of(stores, board, dossier.framework.code_lists, secrets.randbelow(HIGHEST_SEED))
        self.requests = _made(dossier, states, documents)

    @handler()
    async def plan(self, form: dict[str, Any]) -> Any:
        """Put a visit on the list."""
        try:
            visit = planned(form, self.visits, today())
            chosen = (visit.store, visit.visitor, visit.day, visit.selection)
            await ask(self, plan_visit, engagement_of(self), *chosen, now())
        except InvalidInput as error:
            self.visit_problems = problem_lines(error)
            return None
        self.visit_problems = ()
        return [Field.load, Rail.load]

    @handler()
    async def draw(self, form: dict[str, Any]) -> Any:
        """Draw stores at random, log it, and put them on the list."""
        try:
            asked = drawing(form, self.draws, self.visits, today())
            order = (asked.wanted, asked.seed, asked.visitor, asked.day)
            await ask(self, draw_visits, engagement_of(self), *order, now())
        except InvalidInput as error:
            self.draw_problems = problem_lines(error, self.draws.labels())
            return None
        self.draw_problems = ()
        return [Field.load, Rail.load]

    @handler()
    async def remove(self, visit: str) -> Any:
        """Take a visit off the list; one with answers stays."""
        await ask(self, remove_store_visit, engagement_of(self), str(visit), now())
        return [Field.load, Rail.load]

    @handler()
    async def ask_for_all(self) -> Any:
        """Mark every open request as asked today."""
        await ask(self, ask_all, engagement_of(self), self._known().values(), today(), now())
        return [Field.load, Rail.load]

    @handler()
    async def write(self, request: str) -> Any:
        """Open the form of a request."""
        known = self._known().get(str(request))
        if known is None:
            return
        eid = engagement_of(self)
        documents = await ask(self, list_documents, eid)
        (state,) = standing([known], await ask(self, list_requests, eid), documents)
        self.form = form_of(known, content(), state, documents)
        self.problems = ()

    @handler()
    async def cancel(self) -> Any:
        """Close the form."""
        self.form, self.problems = RequestForm(), ()

    @handler()
    async def save(self, form: dict[str, Any]) -> Any:
        """Save the request the form describes, with the levels read from what came."""
        known = self._known().get(self.form.id)
        if known is None:
            return None
        try:
            state, findings = settled(form, known, today())
            await ask(self, settle_request, engagement_of(self), state, findings, now(), covers=known.capabilities)
        except InvalidInput as error:
            self.problems = problem_lines(error)
            return None
        return [Field.cancel, Field.load, Rail.load]

    def _known(self) -> dict[str, Request]:
        """Return the requests on the page, by id."""
        shown = {row.id for row in self.requests.rows}
        return {request.id: request for request in content().library.requests if request.id in shown}


def _made(dossier: Dossier, states: Sequence[RequestState], documents: Sequence[DocumentFinding]) -> RequestsView:
    """Return the requests made of this company as the page shows them."""
    scope = frozenset(scope_of(dossier.framework, dossier.profile.scope))
    requests = applying(content().library.requests, scope, states)
    return requests_of(requests, content(), states, documents, today())


FIELD: Any = Field
"""The state as pages see it: every field is a variable of the browser."""
