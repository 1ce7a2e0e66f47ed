"""Below the plan: what changed, what the trade usually does first, what was left out and why, what another platform would make of it."""

from typing import Any

import reflex as rx

from web.components.parts import card
from web.i18n import said, t
from web.pages.roadmap.state import ROADMAP


def _change(line: Any) -> rx.Component:
    return rx.el.li(
        rx.el.span(said(line.at), " · ", rx.el.b(said(line.who)), class_name="note"), rx.el.p(said(line.what))
    )


def change_log() -> rx.Component:
    """Return the change log."""
    return card(
        t("log.title"),
        rx.el.div(
            rx.cond(
                ROADMAP.log.length() > 0,
                rx.el.ul(rx.foreach(ROADMAP.log, _change), class_name="log"),
                rx.el.p(t("log.none"), class_name="note"),
            ),
            class_name="in",
        ),
        id="log",
    )


def _out(row: Any) -> rx.Component:
    return rx.el.tr(
        rx.el.th(said(row.name), rx.el.small(row.id), scope="row"), rx.el.td(said(row.reason), class_name="mut")
    )


def _group(key: str, rows: Any, *, open_: bool = False) -> rx.Component:
    return rx.cond(
        rows.length() > 0,
        rx.el.details(
            rx.el.summary(t(f"out.{key}", n=rows.length())),
            rx.el.div(rx.el.table(rx.el.tbody(rx.foreach(rows, _out)), class_name="t"), class_name="scroll"),
            open=open_,
        ),
    )


def left_out() -> rx.Component:
    """Return what is not planned, with a reason each."""
    v = ROADMAP.view
    return card(
        t("out.title"),
        rx.el.div(
            _group("excluded", v.excluded),
            _group("there", v.there),
            _group("forbidden", v.forbidden),
            class_name="in folds",
        ),
        note=t("out.note"),
    )


def usual_waves() -> rx.Component:
    """Return what the trade usually begins with, and where this plan has each of it."""
    v = ROADMAP.view
    return rx.cond(
        v.usual_first.length() + v.usual_next.length() > 0,
        card(
            t("usual.title"),
            rx.el.div(
                _group("usual_first", v.usual_first, open_=True),
                _group("usual_next", v.usual_next),
                class_name="in folds",
            ),
            note=t("usual.note"),
        ),
    )


def _gate(row: Any) -> rx.Component:
    return rx.el.li(rx.el.b(said(row.head)), rx.el.p(said(row.funds), class_name="note"))


def gates() -> rx.Component:
    """Return the gates and what each of them funds."""
    rows = ROADMAP.view.gates
    return rx.cond(
        rows.length() > 0,
        card(
            t("gates.plan"),
            rx.el.div(rx.el.ul(rx.foreach(rows, _gate), class_name="log"), class_name="in"),
            note=t("gates.plan.note"),
            id="gates-plan",
        ),
    )


def _comparison(row: Any) -> rx.Component:
    return rx.el.li(rx.el.b(said(row.name)), " ", said(row.figures))


def comparisons() -> rx.Component:
    """Return the plan on other platforms."""
    rows = ROADMAP.view.comparisons
    return rx.cond(
        rows.length() > 0,
        card(
            t("compare.title"),
            rx.el.div(
                rx.el.p(said(ROADMAP.view.verdict)),
                rx.el.ul(rx.foreach(rows, _comparison), class_name="dots"),
                class_name="in",
            ),
        ),
    )
