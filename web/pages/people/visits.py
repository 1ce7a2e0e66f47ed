"""The part of the page on store visits and mystery visits."""

from typing import Any

import reflex as rx

from web.components.forms import problems, select_field, text_field, upload
from web.components.native import link
from web.components.parts import card, cell, empty, tag
from web.components.rail.state import RAIL
from web.i18n import said, t
from web.pages.people.field_state import FIELD, Field
from web.pages.people.marks import mark
from web.pages.people.visit_draws import draws

STATES = ("submitted", "tabled", "begun", "planned")
CHOSEN = ("random", "chosen", "census")


def _acts(row: Any) -> rx.Component:
    remove = rx.el.button(t("visits.remove"), type="button", class_name="btn q s", on_click=Field.remove(row.id))
    return rx.el.span(
        rx.cond(RAIL.view.may.code & (row.href != ""), link(t("visits.code"), href=row.href, class_name="btn s")),
        rx.cond(RAIL.view.may.register & row.free, remove),
        class_name="row acts",
    )


def _visit(row: Any) -> rx.Component:
    marks = ((key, mark(key, t(f"visits.{key}"))) for key in STATES)
    return rx.el.tr(
        rx.el.th(said(row.store), rx.el.small(row.id, " · ", said(row.visitor)), scope="row"),
        cell(t("visits.day"), said(row.day), class_name="nw"),
        rx.el.td(rx.match(row.selection, *((k, t(f"visits.{k}")) for k in CHOSEN), ""), class_name="hide-phone nw"),
        rx.el.td(rx.match(row.state, *marks, rx.fragment()), rx.el.small(" ", said(row.when), class_name="mut nw")),
        rx.el.td(_acts(row)),
    )


def _planning() -> rx.Component:
    v = FIELD.visits
    form = rx.el.form(
        problems(FIELD.visit_problems),
        rx.el.div(
            select_field("visit_store", t("visits.store"), "", v.stores, none=t("visits.choose"), required=True),
            select_field("visit_visitor", t("visits.visitor"), "", v.visitors, none=t("visits.choose"), required=True),
            text_field("visit_day", t("visits.day"), v.today, type="date", required=True),
            class_name="form",
        ),
        rx.el.p(t("visits.selection.note"), class_name="note"),
        rx.el.div(rx.el.button(t("visits.plan"), type="submit", class_name="btn pri"), class_name="row"),
        on_submit=Field.plan,
        class_name="in grid",
    )
    ready = (v.stores.length() > 0) & (v.visitors.length() > 0)
    return rx.el.details(
        rx.el.summary(t("visits.new")),
        rx.cond(ready, form, rx.el.p(t("visits.nobody"), class_name="in note")),
        class_name="card fold",
        open=v.rows.length() == 0,
    )


def _list() -> rx.Component:
    v = FIELD.visits
    heads = (
        rx.el.th(t(f"visits.{key}"), scope="col", class_name="hide-phone" if key == "selection" else "")
        for key in ("store", "day", "selection", "state", "acts")
    )
    table = rx.el.table(
        rx.el.thead(rx.el.tr(*heads)), rx.el.tbody(rx.foreach(v.rows, _visit)), class_name="t flow people"
    )
    return card(
        t("visits.card"),
        rx.el.div(
            rx.cond(v.rows.length() > 0, table, empty(t("visits.empty.title"), t("visits.empty.text"))),
            class_name="in scroll",
        ),
        note=rx.cond(said(v.mix) != "", said(v.mix), t("visits.note")),
        id="visits",
    )


def _mystery_row(row: Any) -> rx.Component:
    return rx.el.tr(
        rx.el.th(said(row.store), scope="row"),
        cell(t("mystery.visits"), row.visits, class_name="r num"),
        rx.el.td(rx.cond(row.enough, tag(t("mystery.enough"), "ok"), tag(t("mystery.few"), "warn"))),
    )


def _mystery() -> rx.Component:
    v = FIELD.visits
    heads = (
        rx.el.th(t(f"mystery.{key}"), scope="col", class_name="r" if key == "visits" else "")
        for key in ("store", "visits", "speaks")
    )
    table = rx.el.table(
        rx.el.thead(rx.el.tr(*heads)), rx.el.tbody(rx.foreach(v.mystery, _mystery_row)), class_name="t flow"
    )
    return card(
        t("mystery.title"),
        rx.el.div(
            rx.cond(v.mystery.length() > 0, table, empty(t("mystery.empty.title"), t("mystery.empty.text"))),
            class_name="in scroll",
        ),
        note=said(v.mystery_note),
        id="mystery",
    )


def _files() -> rx.Component:
    back = "/people?tab=visits"
    forms = (upload(k, t(f"file.{k}"), t(f"file.{k}.note"), back=back) for k in ("mystery", "visits", "store_visits"))
    return rx.el.details(
        rx.el.summary(t("file.workbook")), rx.el.div(*forms, class_name="in uploads"), class_name="card fold"
    )


def visits() -> rx.Component:
    """Return the visits, or why they are not shown."""
    inside = rx.el.div(
        _list(),
        draws(),
        rx.cond(RAIL.view.may.register, _planning()),
        _mystery(),
        rx.cond(RAIL.view.may.register, _files()),
        class_name="grid",
    )
    return rx.cond(FIELD.visits.open, inside, rx.el.p(t("visits.closed"), class_name="note"))
