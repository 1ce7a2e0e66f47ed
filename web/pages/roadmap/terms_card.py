"""On the page itself: the button that opens the terms, the bar after saving them, and what the shown plan kept to."""

from typing import Any

import reflex as rx

from web.components.parts import card, tag, undo_bar
from web.components.rail.state import RAIL
from web.i18n import said, t
from web.pages.roadmap.settling import SETTLING, Settling
from web.pages.roadmap.state import ROADMAP


def terms_button(kind: str = "btn") -> rx.Component:
    """Return the button that opens the drawer, for those who plan."""
    return rx.cond(
        RAIL.view.may.plan, rx.el.button(t("terms.open"), type="button", class_name=kind, on_click=Settling.begin)
    )


def terms_saved() -> rx.Component:
    """Return the bar that says the terms are saved, with the way back for ten seconds."""
    stamp = SETTLING.view.stamp
    return undo_bar(SETTLING.saved, t("terms.saved"), Settling.undo, Settling.forget_undo, key=stamp)


def _figure_line(line: Any) -> rx.Component:
    return rx.el.div(rx.el.dt(said(line.label)), rx.el.dd(said(line.value)), class_name="pair-line")


def _named(line: Any) -> rx.Component:
    return rx.el.li(
        tag(said(line.kind)),
        " ",
        rx.el.b(said(line.name)),
        " ",
        rx.el.span(line.id, class_name="mono mut"),
        rx.cond(line.reason != "", rx.el.p(t("terms.because", reason=line.reason))),
        rx.cond(said(line.note) != "", rx.el.p(said(line.note), class_name="note")),
    )


def built_card() -> rx.Component:
    """Return what the shown version was built under."""
    b = ROADMAP.built
    return rx.cond(
        b.kept,
        card(
            said(b.title),
            rx.el.div(
                rx.cond(b.named.length() > 0, rx.el.ul(rx.foreach(b.named, _named), class_name="log")),
                rx.el.dl(rx.foreach(b.figures, _figure_line)),
                class_name="in",
            ),
            acts=(terms_button("btn s"),),
            id="terms",
        ),
    )
