"""The drawer in which the terms of the plan are set."""

from typing import Any

import reflex as rx

from web.components.conflict import conflict
from web.components.forms import number_field, problems
from web.components.native import Drawer
from web.components.parts import drawer_head
from web.components.rail.part import here
from web.i18n import said, t
from web.pages.roadmap.settling import SETTLING, Settling
from web.pages.roadmap.terms_rows import KINDS, named_rows, search


def _figure(row: Any) -> rx.Component:
    control = rx.el.input(
        name=row.name,
        default_value=row.value,
        placeholder=row.usual,
        input_mode="decimal",
        auto_complete="off",
        class_name="inp num",
    )
    return rx.el.label(rx.el.span(said(row.text)), control, class_name="field")


def _money() -> rx.Component:
    v = SETTLING.view
    return rx.el.div(
        number_field("budget", t("profile.budget"), v.budget, note=t("terms.budget.note")),
        number_field("monthly", t("terms.monthly"), v.monthly, note=t("terms.monthly.note")),
        number_field("theta", t("terms.theta"), v.theta, note=t("terms.theta.note")),
        class_name="grid",
    )


def _people() -> rx.Component:
    v = SETTLING.view
    return rx.fragment(
        rx.el.h3(t("terms.capacity")),
        rx.el.div(rx.foreach(v.capacity, _figure), class_name="pairs2"),
        rx.el.p(t("profile.capacity.note"), class_name="note"),
        rx.el.p(
            t("terms.peaks"), " ", rx.el.b(said(v.peaks)), " ", rx.el.a(t("terms.peaks.edit"), href=here("/profile"))
        ),
    )


def _weights() -> rx.Component:
    v = SETTLING.view
    return rx.el.details(
        rx.el.summary(t("terms.weights")),
        rx.el.p(t("terms.weights.note"), class_name="note"),
        rx.el.div(rx.foreach(v.weights, _figure), class_name="pairs2"),
        open=v.weighted,
    )


def _form() -> rx.Component:
    v = SETTLING.view
    return rx.el.form(
        problems(SETTLING.problems),
        conflict(SETTLING.conflict, Settling.keep_mine, Settling.take_theirs),
        search(),
        *(named_rows(kind, getattr(v, kind)) for kind in KINDS),
        rx.el.h3(t("terms.limits")),
        _money(),
        _people(),
        _weights(),
        rx.el.div(
            rx.el.button(t("terms.save"), type="submit", class_name="btn pri", disabled=SETTLING.conflict.shown),
            rx.el.p(t("terms.save.note"), class_name="note"),
            class_name="foot",
        ),
        key=v.stamp,
        on_submit=Settling.save,
        no_validate=True,
        auto_complete="off",
    )


def _change(line: Any) -> rx.Component:
    return rx.el.li(rx.el.span(said(line.at), " · ", rx.el.b(line.who), class_name="note"), rx.el.p(said(line.what)))


def _history() -> rx.Component:
    v = SETTLING.view
    return rx.cond(
        v.changes.length() > 0,
        rx.fragment(
            rx.el.h3(t("terms.history")),
            rx.cond(
                v.undoable,
                rx.el.button(t("terms.restore"), type="button", class_name="btn s", on_click=Settling.undo),
            ),
            rx.el.ul(rx.foreach(v.changes, _change), class_name="log"),
        ),
    )


def terms_drawer() -> rx.Component:
    """Return the drawer, while it is open."""
    return rx.cond(
        SETTLING.shown,
        Drawer.create(
            drawer_head(t("terms.title"), Settling.close),
            rx.el.p(t("terms.about"), class_name="note"),
            _form(),
            _history(),
            label=t("terms.title"),
            on_close=Settling.close,
        ),
    )
