"""Facts, systems and needs."""

from typing import Any

import reflex as rx

from web.components.conflict import conflict
from web.components.forms import imported, problems, upload
from web.components.parts import card, head, segments, tag, waiting
from web.components.rail.part import engagement_page
from web.components.rail.state import RAIL, Rail
from web.i18n import said, t
from web.pages.facts.registers import needs, systems
from web.pages.facts.state import FACTS, Facts


def _grade(row: Any) -> Any:
    words = rx.fragment(row.grade, " ", said(row.grade_name))
    return rx.match(
        row.grade,
        ("", rx.fragment()),
        ("A", tag(words, "ok")),
        ("B", tag(words, "ok")),
        ("D", tag(words, "warn")),
        tag(words),
    )


def _form(row: Any) -> rx.Component:
    placeholder = rx.match(row.kind, ("share", t("facts.enter.share")), ("money", t("facts.enter.money")), "")
    grades = rx.fragment(
        rx.el.option(t("facts.grade.ask"), value=""),
        rx.foreach(FACTS.view.grades, lambda g: rx.el.option(g.key, " ", said(g.text), value=g.key)),
    )

    def inp(name: str, label: str, value: Any, **props: Any) -> rx.Component:
        return rx.el.label(
            rx.el.span(t(label)),
            rx.el.input(name=name, default_value=value, auto_complete="off", class_name="inp", **props),
            class_name="field",
        )

    entry = rx.el.label(
        rx.el.span(t("facts.value")),
        rx.el.div(
            rx.el.input(
                name="value",
                default_value=row.entry,
                placeholder=placeholder,
                input_mode="decimal",
                auto_complete="off",
                auto_focus=True,
                class_name="inp",
            ),
            rx.cond(row.kind == "share", rx.el.span("%", class_name="unit")),
            class_name="with-unit",
        ),
        class_name="field",
    )

    return rx.el.tr(
        rx.el.td(
            rx.el.form(
                problems(FACTS.problems),
                conflict(FACTS.conflict, Facts.keep_mine, Facts.take_theirs),
                rx.el.p(rx.el.b(said(row.name)), " · ", said(row.unit), " · ", said(row.help), class_name="note"),
                rx.el.div(
                    entry,
                    inp("period", "facts.period", row.period, placeholder="2025-11/2026-10"),
                    inp("source.zh", "facts.source.zh", row.source_zh),
                    inp("source.en", "facts.source.en", row.source_en),
                    rx.el.label(
                        rx.el.span(t("facts.grade")),
                        rx.el.select(grades, name="grade", default_value=row.own_grade, class_name="inp"),
                        class_name="field",
                    ),
                    class_name="form",
                ),
                rx.el.div(
                    rx.el.button(t("facts.save"), type="submit", class_name="btn pri s"),
                    rx.el.button(t("app.cancel"), type="button", class_name="btn s", on_click=Facts.edit("")),
                    class_name="row",
                ),
                key=row.id + FACTS.drawn,
                on_submit=Facts.save,
                no_validate=True,
                auto_complete="off",
                class_name="grid",
            ),
            col_span=6,
        ),
        class_name="on",
    )


def _fact(row: Any) -> rx.Component:
    edit = rx.el.button(
        t("facts.edit"),
        rx.el.span(" ", said(row.name), class_name="vh"),
        type="button",
        class_name="btn q s",
        on_click=Facts.edit(row.id),
    )
    shown = rx.el.tr(
        rx.el.th(said(row.name), rx.el.small(said(row.unit)), scope="row"),
        rx.el.td(said(row.value), class_name=rx.cond(row.assumed, "r num mut", "r num b")),
        rx.el.td(row.period, class_name="hide-phone nw"),
        rx.el.td(said(row.source), class_name="hide-phone"),
        rx.el.td(_grade(row)),
        rx.el.td(rx.cond(RAIL.view.may.register, edit), class_name="r"),
    )
    return rx.cond(FACTS.editing == row.id, _form(row), shown)


def _facts() -> rx.Component:
    keys = ("name", "value", "period", "source", "grade", "act")
    narrow = {"period", "source"}
    heads = (
        rx.el.th(
            t(f"facts.{k}") if k != "act" else rx.el.span(t("facts.edit"), class_name="vh"),
            scope="col",
            class_name="r" if k == "value" else "hide-phone" if k in narrow else "",
        )
        for k in keys
    )
    return rx.fragment(
        card(
            t("facts.card"),
            rx.el.div(
                rx.el.table(
                    rx.el.thead(rx.el.tr(*heads)),
                    rx.el.tbody(rx.foreach(FACTS.view.rows, _fact)),
                    class_name="t flow facts",
                ),
                class_name="in scroll",
            ),
            note=t("facts.note"),
        ),
        _files("facts", "facts"),
    )


def _files(tab: str, *kinds: str) -> rx.Component:
    back = f"/facts?tab={tab}"
    forms = (upload(kind, t(f"file.{kind}"), t(f"file.{kind}.note"), back=back) for kind in kinds)
    fold = rx.el.details(
        rx.el.summary(t("file.workbook")), rx.el.div(*forms, class_name="in uploads"), class_name="card mt fold"
    )
    return rx.cond(RAIL.view.may.register, fold)


def _body() -> rx.Component:
    tabs = (("facts", t("facts.tab.facts")), ("systems", t("facts.tab.systems")), ("needs", t("facts.tab.needs")))
    title = rx.match(
        FACTS.tab,
        ("systems", said(FACTS.systems.title)),
        ("needs", said(FACTS.systems.needs_title)),
        said(FACTS.view.title),
    )
    about = rx.match(
        FACTS.tab,
        ("systems", rx.fragment(t("systems.about"))),
        ("needs", rx.fragment(t("needs.about"))),
        rx.fragment(t("facts.about"), " ", said(FACTS.view.weakest)),
    )
    return rx.fragment(
        head(title, about, segments(FACTS.tab, Facts.show, tabs, t("facts.tabs"))),
        imported(),
        rx.match(
            FACTS.tab,
            ("systems", rx.fragment(systems(), _files("systems", "systems", "flows"))),
            ("needs", rx.fragment(needs(), _files("needs", "needs"))),
            _facts(),
        ),
    )


def page() -> rx.Component:
    """Return the page."""
    return engagement_page(
        rx.cond(FACTS.view.loaded, _body(), rx.fragment(rx.el.h1(t("nav.facts"), class_name="vh"), waiting())),
        current="facts",
        title=t("nav.facts"),
        part=FACTS.tab,
    )


def add_to(app: rx.App) -> None:
    """Register the page."""
    app.add_page(page, route="/e/[eid]/facts", title="Zhidian 支点", on_load=[Rail.load, Facts.load])
