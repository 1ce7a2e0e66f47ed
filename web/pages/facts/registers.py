"""Cards of the system register and of the needs."""

from typing import Any

import reflex as rx

from web.components.parts import card, cell, empty, tag
from web.i18n import said, t
from web.pages.facts.state import FACTS

MODES = {"manual": "warn", "file": "", "api": "ok", "live": "ok"}


def _system(row: Any) -> rx.Component:
    return rx.el.tr(
        rx.el.th(
            said(row.name),
            rx.cond(row.main, rx.fragment(" ", tag(t("systems.main"), "info"))),
            rx.el.small(said(row.purpose)),
            scope="row",
        ),
        rx.el.td(said(row.category), class_name="hide-phone"),
        cell(t("systems.members"), said(row.members), class_name="r num nw"),
        cell(t("systems.cost"), said(row.cost), class_name="r num nw"),
        rx.el.td(said(row.seats), class_name="r num nw hide-phone"),
        rx.el.td(said(row.owner), class_name="hide-phone"),
        rx.el.td(row.until, class_name="nw hide-phone"),
    )


def _flow(row: Any) -> rx.Component:
    mode = rx.match(row.mode, *((key, tag(t(f"flow.{key}"), tone)) for key, tone in MODES.items()), tag(row.mode))
    return rx.el.tr(
        rx.el.th(said(row.way), scope="row"),
        rx.el.td(said(row.objects)),
        rx.el.td(mode),
        rx.el.td(said(row.frequency), class_name="hide-phone"),
    )


def _silo(line: Any) -> rx.Component:
    return rx.el.li(
        rx.el.p(said(line.text)),
        rx.cond(said(line.leads) != "", rx.el.p(t("systems.leads"), " ", said(line.leads), class_name="note")),
    )


def _table(keys: tuple[str, ...], prefix: str, body: rx.Component, narrow: set[str], right: set[str]) -> rx.Component:
    heads = (
        rx.el.th(
            t(f"{prefix}.{k}"),
            scope="col",
            class_name=f"{'r' if k in right else ''} {'hide-phone' if k in narrow else ''}".strip(),
        )
        for k in keys
    )
    table = rx.el.table(rx.el.thead(rx.el.tr(*heads)), rx.el.tbody(body), class_name="t flow")
    return rx.el.div(table, class_name="in scroll")


def systems() -> rx.Component:
    """Return the register, the flows and the findings."""
    v = FACTS.systems
    keys = ("name", "category", "members", "cost", "seats", "owner", "until")
    register = _table(
        keys,
        "systems",
        rx.foreach(v.rows, _system),
        {"category", "seats", "owner", "until"},
        {"members", "cost", "seats"},
    )
    flows = _table(("way", "objects", "mode", "frequency"), "flow", rx.foreach(v.flows, _flow), {"frequency"}, set())
    return rx.cond(
        v.rows.length() > 0,
        rx.el.div(
            rx.el.div(card(t("systems.register"), register), card(t("flow.title"), flows), class_name="grid"),
            card(
                t("systems.findings"),
                rx.el.div(
                    rx.cond(
                        v.silos.length() > 0,
                        rx.el.ul(rx.foreach(v.silos, _silo), class_name="dots findings"),
                        rx.el.p(t("systems.calm"), class_name="note"),
                    ),
                    class_name="in",
                ),
            ),
            class_name="grid cols",
        ),
        rx.el.div(empty(t("systems.empty.title"), t("systems.empty.text")), class_name="card"),
    )


def _need(need: Any) -> rx.Component:
    return rx.el.li(
        card(
            said(need.statement),
            rx.el.div(
                rx.cond(need.parked, rx.el.p(tag(t("needs.parked"), "warn"))),
                rx.el.p(
                    rx.el.b("N1 "),
                    t("needs.quote", words=need.request),
                    " ",
                    rx.el.small(said(need.said), class_name="mut"),
                ),
                rx.cond(said(need.flow) != "", rx.el.p(rx.el.b("N3 "), said(need.flow))),
                rx.cond(
                    need.levers.length() > 0,
                    rx.fragment(
                        rx.el.p(rx.el.b("N4 "), t("needs.levers")),
                        rx.el.ul(rx.foreach(need.levers, lambda lever: rx.el.li(said(lever))), class_name="dots"),
                    ),
                ),
                rx.cond(said(need.leads) != "", rx.el.p(rx.el.b("N5 "), t("needs.leads"), " ", said(need.leads))),
                rx.cond(said(need.urgency) != "", rx.el.p(said(need.urgency), class_name="note")),
                class_name="in grid tight",
            ),
        )
    )


def needs() -> rx.Component:
    """Return the needs."""
    v = FACTS.systems
    return rx.cond(
        v.needs.length() > 0,
        rx.el.ul(rx.foreach(v.needs, _need), class_name="grid needs"),
        rx.el.div(empty(t("needs.empty.title"), t("needs.empty.text")), class_name="card"),
    )
