"""State of the roadmap page: the plan, what is shown of it, the initiative that is picked."""

from dataclasses import replace
from typing import Any

import reflex as rx

from assessment.dossiers import dossier_of
from assessment.tracking import assign_owner, change_log
from web.components.rail.state import Rail
from web.handlers import ask, handler
from web.pages.roadmap.derivation import NO_DERIVATION, MoneyWhy, derivation_of
from web.pages.roadmap.items import Filter, ItemRow, filtered, rows_of
from web.pages.roadmap.panel import PanelView, panel_of
from web.pages.roadmap.terms_built import BuiltTerms, built_terms
from web.pages.roadmap.updating import ChangeLine, log_of
from web.pages.roadmap.view import RoadmapView, roadmap_of
from web.session import arrive, engagement_of
from web.storage import content, now

LOGGED = 30


class Roadmap(rx.State):
    """The plan. ``mode`` is gantt, table or auto (the table on a phone, else the Gantt); ``rows`` (``shown`` are their ids) are those the filter lets through."""

    view: RoadmapView = RoadmapView()
    rows: tuple[ItemRow, ...] = ()
    shown: list[str] = []
    wanted: Filter = Filter()
    mode: str = "auto"
    panel: PanelView = PanelView()
    money: MoneyWhy = NO_DERIVATION
    log: tuple[ChangeLine, ...] = ()
    built: BuiltTerms = BuiltTerms()
    _all: tuple[ItemRow, ...] = ()
    _seen: str = ""

    @handler()
    async def load(self) -> Any:
        """Read the plan; the picked initiative stays picked."""
        eid = arrive(self)
        dossier = await ask(self, dossier_of, eid, content(), now())
        self.view, self._all = roadmap_of(dossier), rows_of(dossier)
        self._choose(self.wanted)
        self.built = built_terms(dossier)
        self.panel = panel_of(dossier, self.panel.id)
        self.log = log_of(dossier, await ask(self, change_log, eid, LOGGED))

    def _choose(self, wanted: Filter) -> None:
        """Show what a filter lets through, in the table and in the chart."""
        self.wanted = wanted
        self.rows = filtered(self._all, wanted)
        self.shown = [row.id for row in self.rows]

    @handler()
    async def pick(self, initiative: str) -> Any:
        """Open the panel of an initiative."""
        dossier = await ask(self, dossier_of, engagement_of(self), content(), now())
        self.panel = panel_of(dossier, str(initiative))

    @handler()
    async def explain_money(self) -> Any:
        """Open the drawer that unfolds the profit range."""
        self.money = derivation_of(await ask(self, dossier_of, engagement_of(self), content(), now()))

    @handler()
    async def close_money(self) -> Any:
        """Close that drawer."""
        self.money = NO_DERIVATION

    @handler()
    async def unpick(self) -> Any:
        """Close the panel."""
        self.panel = PanelView()

    @handler()
    async def show(self, mode: str) -> Any:
        """Switch between Gantt and table."""
        self.mode = "table" if mode == "table" else "gantt"

    @handler()
    async def narrow(self, field: str, value: str) -> Any:
        """Filter by wave, status or owner; an empty value shows all."""
        if field in {"wave", "status", "owner"}:
            self._choose(replace(self.wanted, **{field: str(value)[:40]}))

    @handler()
    async def narrow_critical(self, critical: bool) -> Any:
        """Show the critical path only, or everything."""
        self._choose(replace(self.wanted, critical=critical is True))

    @handler()
    async def widen(self) -> Any:
        """Show everything again."""
        self._choose(Filter())

    @handler()
    async def assign(self, person: str) -> Any:
        """Make a person answer for the picked initiative; empty gives it back to the role."""
        await ask(self, assign_owner, engagement_of(self), self.panel.id, str(person), now())
        return [Roadmap.load, Rail.load]


ROADMAP: Any = Roadmap
"""The state as pages see it: every field is a variable of the browser."""
