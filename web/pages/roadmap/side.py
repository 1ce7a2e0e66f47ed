"""Beside the plan: the picked initiative, and the report on it in three clicks."""

from typing import Any

import reflex as rx

from web.components.conflict import conflict
from web.components.parts import card, close_button, field, tag
from web.components.rail.state import RAIL
from web.i18n import said, t
from web.pages.roadmap.monday_part import monday
from web.pages.roadmap.reporting import REPORT, Report
from web.pages.roadmap.state import ROADMAP, Roadmap
from web.pages.roadmap.table import GLYPHS, status_tag
from web.pages.roadmap.updating import STATUSES

LATER = ((0, "asis"), (3, "3"), (6, "6"), (10, "10"))


def _dots(lines: Any) -> rx.Component:
    return rx.el.ul(rx.foreach(lines, lambda line: rx.el.li(said(line))), class_name="dots")


def _part(key: str, there: Any, *content: rx.Component) -> rx.Component:
    return rx.cond(there, rx.fragment(rx.el.h3(t(f"panel.{key}")), *content))


def _line(key: str, value: Any) -> rx.Component:
    return rx.cond(
        said(value) != "", rx.el.div(rx.el.dt(t(f"panel.{key}")), rx.el.dd(said(value)), class_name="pair-line")
    )


def _flag(line: Any) -> rx.Component:
    return rx.el.li(tag(line.code, "warn"), " ", rx.el.b(said(line.name)), " ", said(line.wording))


def _owner() -> rx.Component:
    p = ROADMAP.panel
    return rx.cond(
        RAIL.view.may.assign,
        field(
            t("panel.owner"),
            rx.el.select(
                rx.el.option(t("panel.role"), value=""),
                rx.foreach(ROADMAP.view.owners, lambda owner: rx.el.option(said(owner.text), value=owner.key)),
                value=p.owner_id,
                on_change=Roadmap.assign,
                class_name="inp",
            ),
        ),
        rx.el.p(t("panel.owner"), " ", rx.el.b(said(p.owner))),
    )


def _status() -> rx.Component:
    d = REPORT.draft
    return rx.el.div(
        *(
            rx.el.button(
                GLYPHS[key],
                " ",
                t(f"status.{key}"),
                type="button",
                class_name="hotpick" if key in {"at_risk", "off_track"} else "",
                aria_pressed=rx.cond(d.status == key, "true", "false"),
                on_click=Report.choose_status(key),
            )
            for key in STATUSES
        ),
        class_name="opts",
        role="group",
        aria_label=t("update.status"),
    )


def _remaining() -> rx.Component:
    d = REPORT.draft
    chips = (
        rx.el.button(t(f"update.days.{name}"), type="button", class_name="btn s", on_click=Report.add_days(n))
        for n, name in LATER
    )
    return rx.fragment(
        rx.el.div(
            rx.el.input(
                type="text",
                name="remaining",
                input_mode="numeric",
                auto_complete="off",
                value=d.typed,
                placeholder=d.base.to_string(),
                on_change=Report.choose_remaining.debounce(300),
                class_name="inp days",
                aria_label=t("update.remaining"),
                aria_invalid=rx.cond(said(d.wrong) != "", "true", "false"),
                aria_describedby="days-wrong",
            ),
            t("update.days"),
            class_name="row",
        ),
        rx.cond(said(d.wrong) != "", rx.el.p(said(d.wrong), role="alert", id="days-wrong", class_name="wrong")),
        rx.el.div(*chips, class_name="row chips"),
    )


def _moved(line: Any) -> rx.Component:
    return rx.el.li(said(line.name), " ", rx.el.b(said(line.days)), " ", t("update.workdays"), " → ", said(line.finish))


def _consequence() -> rx.Component:
    c = REPORT.preview
    arrow = rx.fragment(said(c.before), " → ", rx.el.b(said(c.after)))
    lines = (("finish", arrow), ("others", said(c.others)), ("money", said(c.money)), ("end", said(c.end)))
    return rx.cond(
        c.shown,
        rx.el.div(
            rx.el.h3(t("update.consequence")),
            rx.el.dl(*(rx.el.div(rx.el.dt(t(f"update.{key}")), rx.el.dd(value)) for key, value in lines)),
            rx.cond(c.moved.length() > 0, rx.el.ul(rx.foreach(c.moved, _moved), class_name="dots sm")),
            class_name="cons",
            role="status",
        ),
    )


def _words() -> rx.Component:
    d = REPORT.draft
    return rx.el.details(
        rx.el.summary(t("update.more")),
        field(
            t("update.blocker"),
            rx.el.textarea(name="blocker", rows="2", default_value=d.blocker, class_name="inp", max_length=400),
        ),
        field(
            t("update.blocker_owner"),
            rx.el.select(
                rx.el.option(t("update.nobody"), value=""),
                rx.foreach(ROADMAP.view.owners, lambda owner: rx.el.option(said(owner.text), value=owner.key)),
                name="blocker_owner",
                default_value=d.blocker_owner,
                class_name="inp",
            ),
        ),
        field(t("update.note"), rx.el.input(name="note", default_value="", class_name="inp", max_length=400)),
        open=d.blocker != "",
    )


def _report() -> rx.Component:
    d, c = REPORT.draft, REPORT.preview
    save = rx.cond(c.shown, t("update.save_until", day=c.after), t("update.save"))
    return rx.el.form(
        rx.el.p(rx.el.i("1"), t("update.how"), class_name="steplab"),
        _status(),
        rx.el.p(rx.el.i("2"), t("update.when"), class_name="steplab"),
        _remaining(),
        _consequence(),
        _words(),
        conflict(REPORT.conflict, Report.keep_mine, Report.take_theirs),
        rx.el.button(
            rx.el.i("3"), save, type="submit", class_name="btn pri save", disabled=~d.touched | REPORT.conflict.shown
        ),
        rx.el.p(t("update.undoable"), class_name="note"),
        key=d.initiative + d.revision.to_string(),
        on_submit=Report.save,
        class_name="report",
    )


def _panel() -> rx.Component:
    p = ROADMAP.panel
    return card(
        said(p.name),
        rx.el.div(
            rx.el.p(
                status_tag(p.status),
                tag(t("panel.wave", n=p.wave)),
                rx.cond(p.critical, tag(rx.fragment("◆ ", t("filter.critical")), "warn")),
                rx.el.span(p.id, class_name="mono mut"),
                class_name="row",
            ),
            rx.el.p(said(p.dates), " · ", said(p.slack), class_name="note"),
            _owner(),
            rx.cond(RAIL.view.may.progress, _report()),
            monday(),
            _part("why", p.why.length() > 0, _dots(p.why)),
            _part("when", p.when.length() > 0, _dots(p.when)),
            _part("closes_title", p.closes.length() > 0, _dots(p.closes)),
            rx.el.h3(t("panel.what")),
            rx.el.dl(
                _line("module_title", p.module),
                _line("kpi", p.kpi),
                _line("profit_title", p.profit),
                _line("sum_title", p.sum),
                _line("effort_title", p.effort),
                _line("needs", p.needs),
            ),
            _part("flags", p.flags.length() > 0, rx.el.ul(rx.foreach(p.flags, _flag), class_name="flags sm")),
            class_name="in",
        ),
        acts=(close_button(Roadmap.unpick),),
        class_name="side open",
    )


def side() -> rx.Component:
    """Return the panel, or what it is for while nothing is picked."""
    hint = card(
        t("panel.none"),
        rx.el.div(rx.el.p(t("panel.hint"), class_name="note"), class_name="in"),
        class_name="side",
    )
    return rx.el.aside(rx.cond(ROADMAP.panel.shown, _panel(), hint), id="item", aria_label=t("panel.label"))
