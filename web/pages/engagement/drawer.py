"""The drawer *why* beside the page."""

from typing import Any

import reflex as rx

from web.components.forms import problems
from web.components.native import Drawer
from web.components.parts import drawer_head, field, level
from web.components.rail.state import RAIL
from web.i18n import said, t
from web.pages.engagement.deciding import LEVELS, REASON
from web.pages.engagement.state import OVERVIEW, Overview

HEADS = (("part", ""), ("value", "r"), ("reached", ""), ("lost", "r"))


def _part(part: Any) -> rx.Component:
    return rx.el.tr(
        rx.el.th(
            rx.el.button(said(part.name), type="button", class_name="rowlink", on_click=Overview.explain(part.id)),
            scope="row",
        ),
        rx.el.td(level(part.colour, said(part.value)), class_name="r"),
        rx.el.td(rx.el.div(rx.el.i(style={"width": part.width}), class_name="meter"), class_name="wide"),
        rx.el.td(said(part.lost), class_name="r num"),
    )


def _branch(branch: Any) -> rx.Component:
    return rx.el.li(said(branch.text), style={"--depth": branch.depth.to_string()})


def _parts(parts: Any) -> rx.Component:
    heads = rx.el.tr(
        *(rx.el.th(t(f"why.{key}"), scope="col", class_name=name) for key, name in HEADS),
    )
    return rx.el.table(rx.el.thead(heads), rx.el.tbody(rx.foreach(parts, _part)), class_name="t parts")


def _deciding() -> rx.Component:
    """Return the form that decides a level against the answers; they stay as they were given."""
    why = OVERVIEW.why
    options = (rx.el.option(t("decide.level", n=key), value=key) for key in LEVELS)
    form = rx.el.form(
        problems(OVERVIEW.problems),
        rx.el.p(t("decide.note"), class_name="note"),
        field(
            t("decide.choose"),
            rx.el.select(
                rx.el.option(t("decide.none"), value=""),
                *options,
                rx.cond(why.decided, rx.el.option(t("decide.withdraw"), value="withdraw")),
                name="level",
                default_value="",
                class_name="inp",
            ),
        ),
        field(t("decide.reason"), rx.el.textarea(name="reason", rows="2", max_length=REASON, class_name="inp")),
        rx.el.div(rx.el.button(t("decide.save"), type="submit", class_name="btn pri"), class_name="row"),
        key=why.leaf,
        on_submit=Overview.decide,
        class_name="grid tight",
    )
    return rx.cond(
        RAIL.view.may.decide & (why.leaf != ""),
        rx.el.details(rx.el.summary(t("decide.title")), form, class_name="decide", open=OVERVIEW.problems.length() > 0),
    )


def drawer() -> rx.Component:
    """Return the drawer, while it is open."""
    why = OVERVIEW.why
    return rx.cond(
        why.shown,
        Drawer.create(
            drawer_head(said(why.title), Overview.close),
            rx.el.p(said(why.sentence)),
            rx.cond(
                why.up != "",
                rx.el.button(
                    "↑ ", said(why.up_name), type="button", class_name="btn s", on_click=Overview.explain(why.up)
                ),
            ),
            _deciding(),
            rx.cond(why.parts.length() > 0, _parts(why.parts)),
            rx.el.ol(rx.foreach(why.branches, _branch), class_name="tree"),
            rx.cond(why.more > 0, rx.el.p(t("why.more", n=why.more), class_name="note")),
            rx.el.p(said(why.digest), class_name="note mono mt"),
            label=said(why.title),
            on_close=Overview.close,
        ),
    )
