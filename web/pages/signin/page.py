"""Log-in: a plain form posted to the server, so that the cookie never passes through the page."""

from typing import Any

import reflex as rx

from web.components.marks import brand_mark
from web.components.native import Focus, plain_form
from web.components.shell import language_switch, theme_switch
from web.i18n import t


def _field(name: str, label: Any, kind: Any, complete: str) -> rx.Component:
    return rx.el.label(
        rx.el.span(label),
        rx.el.input(name=name, type=kind, auto_complete=complete, required=True, class_name="inp"),
        class_name="field",
    )


def page() -> rx.Component:
    """Return the log-in page."""
    query = rx.State.router.url.query_parameters
    return rx.el.main(
        Focus.create(title=t("signin.title")),
        rx.el.div(
            rx.el.div(
                rx.el.span(brand_mark(), rx.el.span("Zhidian 支点"), class_name="brand", style={"padding": "0"}),
                rx.el.span(class_name="grow"),
                language_switch(),
                theme_switch(),
                class_name="row",
            ),
            rx.el.h1(t("signin.title")),
            rx.match(
                query.get("error", ""),
                ("wrong", rx.el.p(t("signin.wrong"), role="alert", class_name="alert")),
                ("many", rx.el.p(t("signin.many"), role="alert", class_name="alert")),
                rx.fragment(),
            ),
            plain_form(
                rx.el.input(type="hidden", name="next", value=query.get("next", "/")),
                _field("email", t("signin.email"), "email", "username"),
                _field("password", t("signin.password"), "password", "current-password"),
                rx.el.button(t("signin.enter"), type="submit", class_name="btn pri"),
                action="/auth/login",
                class_name="grid",
            ),
            rx.el.p(t("signin.help"), class_name="note"),
            class_name="card",
        ),
        class_name="enter",
    )


def add_to(app: rx.App) -> None:
    """Register the page."""
    app.add_page(page, route="/signin", title="Zhidian 支点")
