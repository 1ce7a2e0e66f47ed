"""One page for what does not exist and for what is not yours: a stranger learns nothing from the difference."""

import reflex as rx

from web.components.native import Focus
from web.i18n import t


def page() -> rx.Component:
    """Return the page *not found*."""
    return rx.el.main(
        Focus.create(title=t("missing.title")),
        rx.el.div(
            rx.el.h1(t("missing.title")),
            rx.el.p(t("missing.text")),
            rx.el.a(t("missing.back"), href="/", class_name="btn pri"),
            class_name="card",
        ),
        class_name="enter",
    )


def add_to(app: rx.App) -> None:
    """Register the page, also as the answer to any unknown address."""
    app.add_page(page, route="/missing", title="Zhidian 支点")
    app.add_page(page, route="/404", title="Zhidian 支点")
