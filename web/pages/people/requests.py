"""The part of the page on data and document requests."""

from typing import Any

import reflex as rx

from web.components.forms import fixed_select, long_field, number_field, problems, select_field, text_field, upload
from web.components.native import Drawer, link
from web.components.parts import card, cell, drawer_head, tag
from web.components.rail.part import here
from web.components.rail.state import RAIL
from web.i18n import said, t
from web.pages.people.field_state import FIELD, Field
from web.pages.people.request_view import STATUSES

TONES = {"open": ("", "○"), "asked": ("info", "●"), "received": ("ok", "✓"), "not_available": ("", "–")}


def _row(row: Any) -> rx.Component:
    marks = ((key, tag(rx.fragment(sign, " ", t(f"requests.{key}")), tone)) for key, (tone, sign) in TONES.items())
    return rx.el.tr(
        rx.el.th(said(row.title), rx.el.small(said(row.ask)), scope="row"),
        rx.el.td(said(row.who), class_name="hide-phone"),
        rx.cond(
            said(row.due) != "",
            cell(t("requests.due"), said(row.due), class_name="nw"),
            rx.el.td(class_name="hide-phone"),
        ),
        rx.el.td(
            rx.match(row.status, *marks, rx.fragment()),
            rx.cond(row.late, rx.fragment(" ", tag(t("requests.late"), "warn"))),
            rx.cond(said(row.levels) != "", rx.el.small(said(row.levels), class_name="mut")),
        ),
        rx.cond(
            RAIL.view.may.register,
            rx.el.td(
                rx.el.button(t("requests.edit"), type="button", class_name="btn q s", on_click=Field.write(row.id)),
            ),
        ),
    )


def _table() -> rx.Component:
    v = FIELD.requests
    heads = [
        rx.el.th(t(f"requests.{key}"), scope="col", class_name="hide-phone" if key == "who" else "")
        for key in ("what", "who", "due", "state")
    ]
    heads.append(
        rx.cond(RAIL.view.may.register, rx.el.th(rx.el.span(t("requests.edit"), class_name="vh"), scope="col"))
    )
    ask = rx.el.button(t("requests.ask_all", n=v.to_ask), type="button", class_name="btn s", on_click=Field.ask_for_all)
    sheet = link(t("requests.sheet"), href=here("/files/templates/requests.xlsx"), class_name="btn pri s")
    return card(
        t("requests.card"),
        rx.el.div(
            rx.el.table(
                rx.el.thead(rx.el.tr(*heads)),
                rx.el.tbody(rx.foreach(v.rows, _row)),
                class_name="t flow people",
            ),
            rx.cond(said(v.left_out) != "", rx.el.p(said(v.left_out), class_name="note")),
            class_name="in scroll",
        ),
        note=t("requests.note"),
        acts=(rx.cond(RAIL.view.may.register & (v.to_ask > 0), ask), sheet),
    )


def _level(field: Any) -> rx.Component:
    return select_field(field.name, said(field.text), field.value, field.options, none=t("requests.ungraded"))


def _writing() -> rx.Component:
    f = FIELD.form
    panel = Drawer.create(
        drawer_head(said(f.title), Field.cancel),
        rx.el.p(said(f.ask)),
        rx.el.p(said(f.why), " ", said(f.privacy), class_name="note"),
        _form(),
        label=said(f.title),
        on_close=Field.cancel,
        key="request" + f.id,
    )
    return rx.cond(f.shown, panel)


def _form() -> rx.Component:
    f = FIELD.form
    return rx.el.form(
        problems(FIELD.problems),
        rx.el.div(
            fixed_select("status", t("requests.state"), f.status, [(k, t(f"requests.{k}")) for k in STATUSES]),
            text_field("who", t("requests.who"), f.who, max_length=60),
            text_field("due", t("requests.until"), f.due, type="date"),
            text_field("received", t("requests.came"), f.received, type="date"),
            long_field("note", t("requests.remark"), f.note, max_length=2000),
            class_name="form",
        ),
        rx.el.fieldset(
            rx.el.legend(t("requests.grading")),
            rx.el.p(t("requests.grading.note"), class_name="note wide"),
            select_field("evidence", t("requests.evidence"), f.evidence, f.accepts),
            rx.cond(said(f.number) != "", number_field("number", said(f.number), "")),
            rx.foreach(f.levels, _level),
            class_name="form",
        ),
        rx.el.div(
            rx.el.button(t("requests.save"), type="submit", class_name="btn pri"),
            rx.el.button(t("app.cancel"), type="button", class_name="btn", on_click=Field.cancel),
            class_name="row",
        ),
        on_submit=Field.save,
        class_name="grid",
    )


def _files() -> rx.Component:
    back = "/people?tab=requests"
    forms = (upload(k, t(f"file.{k}"), t(f"file.{k}.note"), back=back) for k in ("requests", "documents"))
    return rx.el.details(
        rx.el.summary(t("file.workbook")), rx.el.div(*forms, class_name="in uploads"), class_name="card fold"
    )


def requests() -> rx.Component:
    """Return the requests and the form of the one being written."""
    return rx.el.div(_writing(), _table(), rx.cond(RAIL.view.may.register, _files()), class_name="grid")
