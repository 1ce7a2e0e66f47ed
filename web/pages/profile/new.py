"""A new engagement."""

import reflex as rx

from web.components.parts import head, waiting
from web.components.shell import bare_page
from web.i18n import t
from web.pages.profile.form import form
from web.pages.profile.state import PROFILE, Profile


def page() -> rx.Component:
    """Return the page."""
    return bare_page(
        head(t("new.title"), t("new.about")),
        rx.cond(PROFILE.view.loaded, form(t("new.create"), Profile.create), waiting()),
        title=t("new.title"),
        crumbs=(rx.el.a(t("home.title"), href="/"), rx.el.span("/", class_name="up"), rx.el.b(t("new.title"))),
    )


def add_to(app: rx.App) -> None:
    """Register the page."""
    app.add_page(page, route="/new", title="Zhidian 支点", on_load=Profile.load_new)
