"""Stores and people."""

from typing import Any

import reflex as rx

from web.components.forms import imported, upload
from web.components.native import Copy, link
from web.components.parts import card, empty, head, segments, tag, waiting
from web.components.rail.part import engagement_page, here
from web.components.rail.state import RAIL, Rail
from web.i18n import said, t
from web.pages.people.field_state import FIELD, Field
from web.pages.people.marks import mark
from web.pages.people.requests import requests
from web.pages.people.state import PEOPLE, TABS, People
from web.pages.people.view import GROUPS, KINDS
from web.pages.people.visits import visits

STATES = ("submitted", "invited", "begun", "opened", "open", "hidden", "expired", "revoked", "none")
FILES = ("stores", "people", "answers:executive", "answers:short", "answers:manager", "answers:guide")


def _group(group: Any) -> rx.Component:
    name = rx.match(group.kind, *((key, t(f"people.group.{key}")) for key in GROUPS), "")
    return rx.el.div(
        rx.el.dt(name),
        rx.el.dd(group.returned.to_string(), " ", rx.el.small("/ ", group.asked.to_string())),
        rx.el.dd(
            rx.el.div(rx.el.i(style={"width": group.share}), class_name="meter"), class_name="sub", aria_hidden="true"
        ),
    )


def _state(row: Any) -> Any:
    marks = ((key, mark(key, t(f"people.{key}"))) for key in STATES)
    return rx.match(row.state, *marks, rx.fragment())


def _acts(row: Any) -> rx.Component:
    invite = rx.el.button(t("people.invite"), type="button", class_name="btn s", on_click=People.invite_person(row.id))
    revoke = rx.el.button(
        t("people.revoke"), type="button", class_name="btn q s", on_click=People.revoke_person(row.id)
    )
    return rx.el.span(
        rx.cond(
            RAIL.view.may.invite & row.asked,
            rx.cond(
                row.link != "",
                rx.fragment(Copy.create(path=row.link, label=t("people.copy"), done=t("people.copied")), revoke),
                rx.cond(row.state != "submitted", invite),
            ),
        ),
        rx.cond(
            RAIL.view.may.code & (row.code != ""),
            link(
                rx.cond(row.kind == "executive", t("people.code"), t("people.fill")),
                href=row.code,
                class_name="btn q s",
            ),
        ),
        class_name="row acts",
    )


def _person(row: Any) -> rx.Component:
    return rx.el.tr(
        rx.el.th(
            rx.cond(row.first, rx.el.span(id=row.kind + "s", class_name="anchor")),
            said(row.name),
            rx.cond(row.short, rx.fragment(" ", tag(t("people.short")))),
            rx.el.small(said(row.title)),
            scope="row",
        ),
        rx.el.td(t_kind(row.kind), class_name="hide-phone nw"),
        rx.el.td(said(row.where)),
        rx.cond(
            PEOPLE.view.open,
            rx.fragment(
                rx.el.td(_state(row), rx.el.small(" ", said(row.when), class_name="mut nw")), rx.el.td(_acts(row))
            ),
        ),
    )


def t_kind(kind: Any) -> Any:
    """Return the name of a kind of person."""
    return rx.match(kind, *((key, t(f"kind.{key}")) for key in KINDS), "")


def _people() -> rx.Component:
    v = PEOPLE.view
    heads = [
        rx.el.th(t(f"people.{k}"), scope="col", class_name="hide-phone" if k == "kind" else "")
        for k in ("name", "kind", "where")
    ]
    heads += [rx.cond(v.open, rx.el.th(t(f"people.{k}"), scope="col")) for k in ("state", "acts")]
    return card(
        t("people.board"),
        rx.el.div(
            rx.cond(
                v.people.length() > 0,
                rx.el.table(
                    rx.el.thead(rx.el.tr(*heads)),
                    rx.el.tbody(rx.foreach(v.people, _person)),
                    class_name="t flow people",
                ),
                empty(t("people.empty.title"), t("people.empty.text"), _to_files()),
            ),
            class_name="in scroll",
        ),
        note=t("people.board.note"),
        acts=(rx.cond(RAIL.view.may.invite, _invitations()),),
    )


def _invitations() -> rx.Component:
    v = PEOPLE.view
    return rx.fragment(
        rx.cond(
            v.uninvited > 0,
            rx.el.button(
                t("people.invite_all", n=v.uninvited), type="button", class_name="btn pri s", on_click=People.invite_all
            ),
        ),
        rx.cond(
            v.invited > 0, link(t("board.qr"), href=here("/files/invitations"), class_name="btn s", target="_blank")
        ),
    )


def _to_files() -> rx.Component:
    return rx.el.button(t("people.tab.files"), type="button", class_name="btn pri", on_click=People.show("files"))


def _store(row: Any) -> rx.Component:
    return rx.el.tr(
        rx.el.th(said(row.name), rx.el.small(row.id), scope="row"),
        rx.el.td(said(row.city), class_name="hide-phone"),
        rx.el.td(rx.cond(row.ownership == "own", t("store.own"), t("store.franchise"))),
        rx.el.td(said(row.format), class_name="hide-phone"),
        rx.el.td(said(row.stratum)),
        rx.el.td(said(row.manager)),
    )


def _stores() -> rx.Component:
    v = PEOPLE.view
    keys = ("name", "city", "ownership", "format", "stratum", "manager")
    narrow = {"city", "format"}
    heads = (rx.el.th(t(f"store.{k}"), scope="col", class_name="hide-phone" if k in narrow else "") for k in keys)
    return card(
        t("store.title", n=v.stores.length()),
        rx.el.div(
            rx.cond(
                v.stores.length() > 0,
                rx.el.table(
                    rx.el.thead(rx.el.tr(*heads)), rx.el.tbody(rx.foreach(v.stores, _store)), class_name="t flow"
                ),
                empty(t("store.empty.title"), t("store.empty.text"), _to_files()),
            ),
            class_name="in scroll",
        ),
        note=said(v.strata),
    )


def _files() -> rx.Component:
    return card(
        t("file.title"),
        rx.el.div(
            *(upload(kind, t(f"file.{kind}"), t(f"file.{kind}.note")) for kind in FILES), class_name="in uploads"
        ),
        note=t("file.note"),
    )


def _body() -> rx.Component:
    v = PEOPLE.view
    tabs = [(key, t(f"people.tab.{key}")) for key in TABS]
    title = rx.match(
        PEOPLE.tab, ("visits", said(FIELD.visits.title)), ("requests", said(FIELD.requests.title)), said(v.title)
    )
    about = rx.match(PEOPLE.tab, ("visits", t("visits.about")), ("requests", t("requests.about")), t("people.about"))
    return rx.fragment(
        head(title, about, _practise(), segments(PEOPLE.tab, People.show, tabs, t("people.tabs"))),
        imported(),
        rx.cond(v.groups.length() > 0, rx.el.dl(rx.foreach(v.groups, _group), class_name="strip")),
        rx.match(
            PEOPLE.tab,
            ("stores", _stores()),
            ("visits", visits()),
            ("requests", requests()),
            ("files", _readable(_files())),
            _people(),
        ),
    )


def _practise() -> rx.Component:
    """Return the way to the training situations; only the consulting team rates."""
    address = "/practice?from=" + RAIL.view.id
    return rx.cond(RAIL.view.may.internal, link(t("people.practise"), href=address, class_name="btn s"))


def _readable(form: rx.Component) -> rx.Component:
    return rx.cond(RAIL.view.may.register, form, rx.el.p(t("app.readonly"), class_name="note"))


def page() -> rx.Component:
    """Return the page."""
    return engagement_page(
        rx.cond(PEOPLE.view.loaded, _body(), rx.fragment(rx.el.h1(t("nav.people"), class_name="vh"), waiting())),
        current="people",
        title=t("nav.people"),
        part=PEOPLE.tab,
    )


def add_to(app: rx.App) -> None:
    """Register the page."""
    app.add_page(page, route="/e/[eid]/people", title="Zhidian 支点", on_load=[Rail.load, People.load, Field.load])
