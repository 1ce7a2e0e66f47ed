"""The part of the page on drawing stores at random: the form, and the log."""

from typing import Any

import reflex as rx

from web.components.forms import number_field, problems, select_field, text_field
from web.components.parts import card, cell
from web.components.rail.state import RAIL
from web.i18n import said, t
from web.pages.people.field_state import FIELD, Field


def _form() -> rx.Component:
    d, v = FIELD.draws, FIELD.visits
    return rx.el.form(
        problems(FIELD.draw_problems),
        rx.el.p(t("draw.note"), class_name="note"),
        rx.el.div(
            rx.foreach(d.fields, lambda row: number_field(row.name, said(row.text), row.value)),
            select_field("draw_visitor", t("visits.visitor"), "", v.visitors, none=t("visits.choose"), required=True),
            text_field("draw_day", t("visits.day"), v.today, type="date", required=True),
            number_field("draw_seed", t("draw.seed"), d.seed, note=t("draw.seed.note")),
            class_name="form",
        ),
        rx.el.div(rx.el.button(t("draw.act"), type="submit", class_name="btn pri"), class_name="row"),
        on_submit=Field.draw,
        class_name="in grid",
    )


def _drawing() -> rx.Component:
    v = FIELD.visits
    ready = (v.stores.length() > 0) & (v.visitors.length() > 0)
    return rx.el.details(
        rx.el.summary(t("draw.title")),
        rx.cond(ready, _form(), rx.el.p(t("visits.nobody"), class_name="in note")),
        class_name="card fold",
    )


def _row(row: Any) -> rx.Component:
    return rx.el.tr(
        rx.el.th(said(row.when), rx.el.small(row.who), scope="row"),
        cell(t("draw.seed"), row.seed, class_name="num"),
        rx.el.td(said(row.stores)),
    )


def _log() -> rx.Component:
    heads = (rx.el.th(t(f"draw.{key}"), scope="col") for key in ("when", "seed", "stores"))
    table = rx.el.table(
        rx.el.thead(rx.el.tr(*heads)), rx.el.tbody(rx.foreach(FIELD.draws.rows, _row)), class_name="t flow"
    )
    return card(t("draw.log"), rx.el.div(table, class_name="in scroll"), note=t("draw.log.note"), id="draws")


def draws() -> rx.Component:
    """Return the log of draws, and the form of the next one for those who plan visits."""
    return rx.fragment(
        rx.cond(FIELD.draws.rows.length() > 0, _log()),
        rx.cond(RAIL.view.may.register, _drawing()),
    )
