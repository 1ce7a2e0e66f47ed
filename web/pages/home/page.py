"""The first page: engagements as cards, search, archive, a new one."""

from typing import Any

import reflex as rx

from web.components.native import Typing
from web.components.parts import empty, level, tag, undo_bar, waiting
from web.components.shell import bare_page
from web.i18n import said, t
from web.pages.home.state import HOME, Home


def _card(card: Any) -> rx.Component:
    return rx.el.li(
        rx.el.a(
            rx.el.div(
                rx.el.h2(said(card.client)),
                rx.cond(card.sample, tag(t("app.sample"), "sample")),
                class_name="row",
            ),
            rx.el.p(said(card.about), class_name="note"),
            rx.el.p(
                rx.cond(card.level > 0, level(card.level, card.level.to_string()), level(0, "—")),
                rx.el.span(t("home.index"), " ", rx.el.b(said(card.index), class_name="num")),
                rx.el.span(said(card.phase), class_name="tag info"),
                class_name="row",
            ),
            rx.el.div(
                rx.el.span(t("home.forms")),
                rx.el.b(said(card.forms), class_name="num"),
                rx.cond(said(card.moves) != "", rx.el.span(t("home.items"), " ", rx.el.b(said(card.moves)))),
                class_name="row sm mut",
            ),
            rx.el.div(rx.el.i(style={"width": card.returned}), class_name="meter", aria_hidden="true"),
            rx.el.p(rx.el.b(t("home.next")), " ", said(card.next), class_name="sm"),
            href="/e/" + card.id,
            class_name="card ecard",
        ),
        rx.cond(
            HOME.view.may_create,
            rx.el.button(
                rx.cond(card.archived, t("home.restore"), t("home.archive")),
                rx.el.span(" ", said(card.client), class_name="vh"),
                type="button",
                class_name="btn q s ecard-act",
                on_click=Home.put_away(card.id, ~card.archived),
            ),
        ),
        class_name="ecard-box",
    )


def _new() -> rx.Component:
    return rx.cond(HOME.view.may_create, rx.el.a(t("home.new"), href="/new", class_name="btn pri"))


def _nothing() -> rx.Component:
    return rx.cond(
        HOME.view.searching,
        empty(t("home.none.title"), t("home.none.text")),
        rx.cond(
            HOME.archived,
            empty(t("home.noarchive.title"), t("home.noarchive.text")),
            empty(t("home.empty.title"), t("home.empty.text"), _new()),
        ),
    )


def _undo() -> rx.Component:
    return undo_bar(HOME.undo != "", said(HOME.put), Home.take_back, Home.forget_undo, key=HOME.undo)


def page() -> rx.Component:
    """Return the page."""
    return bare_page(
        rx.el.div(
            rx.el.h1(t("home.title")),
            rx.el.span(class_name="grow"),
            Typing.create(
                value=HOME.search,
                on_text=Home.find,
                label=t("home.search"),
                placeholder=t("home.search"),
                kind="search",
            ),
            rx.el.label(
                rx.el.input(type="checkbox", checked=HOME.archived, on_change=Home.show_archived),
                t("home.archived"),
                class_name="check",
            ),
            _new(),
            class_name="head",
        ),
        rx.cond(
            ~HOME.view.loaded,
            waiting(),
            rx.cond(
                HOME.view.cards.length() > 0,
                rx.el.ul(rx.foreach(HOME.view.cards, _card), class_name="cards"),
                rx.el.div(_nothing(), class_name="card"),
            ),
        ),
        _undo(),
        title=t("home.title"),
        crumbs=(),
    )


def add_to(app: rx.App) -> None:
    """Register the page."""
    app.add_page(page, route="/", title="Zhidian 支点", on_load=Home.load)
