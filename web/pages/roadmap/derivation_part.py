"""The drawer beside the plan that unfolds its profit range."""

from typing import Any

import reflex as rx

from web.components.native import Drawer
from web.components.parts import drawer_head
from web.i18n import said, t
from web.pages.roadmap.state import ROADMAP, Roadmap


def _step(step: Any) -> rx.Component:
    return rx.el.tr(rx.el.th(said(step.name), scope="row"), rx.el.td(said(step.amount), class_name="r num nw b"))


def _sum(line: Any) -> rx.Component:
    cells = (rx.el.td(said(amount), class_name="r num nw") for amount in (line.gross, line.once, line.running))
    net = rx.el.td(said(line.net), class_name="r num nw b")
    return rx.el.tr(rx.el.th(said(line.name), scope="row"), *cells, net, class_name=rx.cond(line.total, "on", ""))


def _sums(lines: Any) -> rx.Component:
    heads = (rx.el.th(t(f"money.{key}"), scope="col", class_name="r") for key in ("gross", "once", "running", "net"))
    head = rx.el.thead(rx.el.tr(rx.el.th(t("item.name"), scope="col"), *heads))
    table = rx.el.table(head, rx.el.tbody(rx.foreach(lines, _sum)), class_name="t sums")
    return rx.el.div(table, class_name="scroll")


def _claim(line: Any) -> rx.Component:
    rows = (("effect", line.effect), ("reach", line.reach), ("ramp", line.ramp), ("month", line.month))
    return rx.el.li(
        rx.el.details(
            rx.el.summary(rx.el.b(said(line.name)), rx.el.span(said(line.worth), class_name="note")),
            rx.el.dl(
                *(
                    rx.cond(
                        said(value) != "",
                        rx.el.div(rx.el.dt(t(f"money.{key}")), rx.el.dd(said(value)), class_name="pair-line"),
                    )
                    for key, value in rows
                )
            ),
        )
    )


def money_drawer() -> rx.Component:
    """Return the drawer, while it is open."""
    why = ROADMAP.money
    return rx.cond(
        why.shown,
        Drawer.create(
            drawer_head(t("money.title"), Roadmap.close_money),
            rx.el.p(said(why.sentence)),
            rx.el.table(rx.el.tbody(rx.foreach(why.steps, _step)), class_name="t sums"),
            rx.el.h3(t("money.stress")),
            rx.el.p(t("money.stress.note"), class_name="note"),
            rx.el.table(rx.el.tbody(rx.foreach(why.stress, _step)), class_name="t sums"),
            rx.el.h3(t("money.sums")),
            rx.el.p(t("money.sums.note"), class_name="note"),
            _sums(why.sums),
            rx.el.h3(t("money.claims")),
            rx.el.p(t("money.rule"), class_name="note"),
            rx.cond(
                why.adoption.length() > 0,
                rx.el.ul(rx.foreach(why.adoption, lambda line: rx.el.li(said(line))), class_name="dots sm"),
            ),
            rx.el.ul(rx.foreach(why.claims, _claim), class_name="folds claims"),
            rx.cond(said(why.enabling) != "", rx.el.p(said(why.enabling), class_name="note")),
            rx.el.p(said(why.draws), class_name="note mt"),
            label=t("money.title"),
            on_close=Roadmap.close_money,
        ),
    )
