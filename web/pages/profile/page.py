"""The profile of an engagement that runs."""

import reflex as rx

from web.components.parts import head, waiting
from web.components.rail.part import engagement_page
from web.components.rail.state import RAIL, Rail
from web.i18n import t
from web.pages.profile.form import form
from web.pages.profile.state import PROFILE, Profile


def page() -> rx.Component:
    """Return the page."""
    return engagement_page(
        head(t("profile.title"), t("profile.about")),
        rx.cond(
            PROFILE.view.loaded,
            rx.cond(
                RAIL.view.may.edit, form(t("profile.save"), Profile.save), rx.el.p(t("app.readonly"), class_name="note")
            ),
            waiting(),
        ),
        current="profile",
        title=t("profile.title"),
    )


def add_to(app: rx.App) -> None:
    """Register the page."""
    app.add_page(page, route="/e/[eid]/profile", title="Zhidian 支点", on_load=[Rail.load, Profile.load])
