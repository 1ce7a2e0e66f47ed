"""The resources page."""

from typing import Any

import reflex as rx

from web.components.forms import imported, upload
from web.components.native import Chart
from web.components.parts import card, cell, empty, figure, head, segments, tag, waiting
from web.components.rail.part import engagement_page, here
from web.components.rail.state import RAIL, Rail
from web.i18n import said, t
from web.pages.resources.state import RESOURCES, Resources
from web.pages.resources.writing import writing


def _class(count: Any) -> rx.Component:
    return figure(said(count.name), count.n.to_string())


def _strip() -> rx.Component:
    v = RESOURCES.view
    return rx.el.dl(
        rx.foreach(v.classes, _class),
        figure(t("resource.missing_rights"), v.missing_rights.to_string(), hot=v.missing_rights > 0),
        rx.el.div(
            rx.el.dt(t("resource.linked")),
            rx.el.dd(v.linked.to_string(), " ", rx.el.small("/ ", v.rows.length().to_string())),
        ),
        class_name="strip",
    )


def _row(row: Any) -> rx.Component:
    shown = rx.el.tr(
        rx.el.td(row.number.to_string(), class_name="r num mut hide-phone"),
        rx.el.th(
            rx.el.button(said(row.name), type="button", class_name="rowlink", on_click=Resources.pick(row.id)),
            rx.foreach(row.flags, lambda code: rx.fragment(" ", tag(code, "warn"))),
            rx.cond(row.overlooked, rx.fragment(" ", tag(t("resource.overlooked"), "bad"))),
            rx.el.small(said(row.note)),
            scope="row",
        ),
        rx.el.td(said(row.cls), class_name="hide-phone nw"),
        rx.el.td(said(row.moments), class_name="hide-phone"),
        cell(t("resource.value"), said(row.value), class_name="r num"),
        rx.el.td(
            rx.el.span(row.dots, aria_hidden="true", class_name="dots5"),
            rx.el.span(t("resource.ready_of", n=row.ready), class_name="vh"),
            class_name="hide-phone",
        ),
        cell(t("resource.use"), said(row.use), class_name="r num"),
        cell(
            t("resource.leverage"),
            rx.el.span(
                rx.el.i(class_name=rx.cond(row.hot, "lev hot", "lev"), style={"width": row.width}), class_name="levbar"
            ),
            rx.el.b(said(row.leverage), class_name="num"),
            class_name="levcell",
        ),
        rx.el.td(said(row.named), class_name="hide-phone"),
        rx.el.td(said(row.leads), class_name="hide-phone"),
        class_name=rx.cond(row.id == RESOURCES.panel.id, "on", ""),
    )
    return rx.cond(RESOURCES.only_overlooked & ~row.overlooked, rx.fragment(), shown)


def _table() -> rx.Component:
    v = RESOURCES.view
    keys = ("number", "name", "cls", "moments", "value", "ready", "use", "leverage", "named", "leads")
    narrow, right = {"cls", "moments", "ready", "named", "leads"}, {"number", "value", "use"}
    heads = (
        rx.el.th(
            t(f"resource.{k}"),
            scope="col",
            class_name=f"{'r' if k in right else ''} {'hide-phone' if k in narrow else ''}".strip(),
        )
        for k in keys
    )
    which = (
        ("overlooked", t("resource.only", n=v.overlooked)),
        ("all", t("resource.all", n=v.rows.length())),
    )
    current = rx.cond(RESOURCES.only_overlooked, "overlooked", "all")
    return card(
        t("resource.first"),
        rx.el.div(
            rx.el.table(rx.el.thead(rx.el.tr(*heads)), rx.el.tbody(rx.foreach(v.rows, _row)), class_name="t flow res"),
            rx.el.p(t("resource.formula"), class_name="note"),
            class_name="in scroll",
        ),
        acts=(segments(current, Resources.show, which, t("resource.which")),),
    )


def _line(key: str, value: Any) -> rx.Component:
    return rx.cond(
        said(value) != "", rx.el.div(rx.el.dt(t(f"resource.{key}")), rx.el.dd(said(value)), class_name="pair-line")
    )


def _panel() -> rx.Component:
    p = RESOURCES.panel
    edit = rx.fragment(
        rx.el.button(t("resource.edit"), type="button", class_name="btn s", on_click=Resources.write(p.id)),
        rx.el.button(t("resource.remove"), type="button", class_name="btn q s", on_click=Resources.remove(p.id)),
    )
    return rx.cond(
        p.shown,
        card(
            said(p.name),
            rx.el.dl(
                _line("can", p.can),
                _line("helps", p.helps),
                _line("moments", p.moments),
                _line("named", p.named),
                _line("why", p.why),
                _line("rights", p.rights),
                _line("blocked", p.blocked),
                rx.cond(
                    p.leads.length() > 0,
                    rx.el.div(
                        rx.el.dt(t("resource.leads")),
                        rx.el.dd(rx.foreach(p.leads, lambda lead: rx.el.p(said(lead)))),
                        class_name="pair-line",
                    ),
                ),
                _line("note", p.note),
                class_name="in",
            ),
            acts=(rx.cond(RAIL.view.may.register, edit),),
        ),
    )


def _chart() -> rx.Component:
    src = here("/files/chart/leverage.svg?rev=") + RESOURCES.view.rev
    return card(
        t("resource.chart"),
        rx.el.div(
            Chart.create(
                src=src, tall=250, failed=t("chart.failed"), label=t("resource.chart"), on_pick=Resources.pick
            ),
            class_name="in",
        ),
    )


def _new(kind: str) -> rx.Component:
    button = rx.el.button(t("resource.new"), type="button", class_name=kind, on_click=Resources.write(""))
    return rx.cond(RAIL.view.may.register, button)


def _files() -> rx.Component:
    form = rx.el.details(
        rx.el.summary(t("file.workbook")),
        rx.el.div(upload("resources", t("file.resources"), t("file.resources.note")), class_name="in"),
        class_name="card mt fold",
    )
    return rx.cond(RAIL.view.may.register, form)


def _body() -> rx.Component:
    v = RESOURCES.view
    return rx.fragment(
        head(said(v.title), t("resource.about"), _new("btn pri")),
        imported(),
        writing(),
        rx.cond(
            v.rows.length() > 0,
            rx.fragment(
                _strip(),
                rx.el.div(_table(), rx.el.div(_chart(), _panel(), class_name="grid"), class_name="grid wide-side"),
            ),
            rx.cond(
                RESOURCES.form.shown,
                rx.fragment(),
                rx.el.div(
                    empty(t("resource.empty.title"), t("resource.empty.text"), _new("btn pri")), class_name="card"
                ),
            ),
        ),
        _files(),
    )


def page() -> rx.Component:
    """Return the page."""
    return engagement_page(
        rx.cond(RESOURCES.view.loaded, _body(), rx.fragment(rx.el.h1(t("nav.resources"), class_name="vh"), waiting())),
        current="resources",
        title=t("nav.resources"),
        narrow=True,
    )


def add_to(app: rx.App) -> None:
    """Register the page."""
    app.add_page(page, route="/e/[eid]/resources", title="Zhidian 支点", on_load=[Rail.load, Resources.load])
