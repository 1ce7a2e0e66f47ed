"""The frame of every page of an engagement: rail, bar, tabs on a phone."""

from typing import Any

import reflex as rx

from web.components.marks import brand_mark, page_glyph, step_glyph
from web.components.native import Focus, Way
from web.components.rail.state import RAIL
from web.components.shell import menu, notice, top_bar
from web.i18n import said, t

WORK = (
    ("overview", "", None),
    ("roadmap", "/roadmap", RAIL.view.moves),
    ("resources", "/resources", RAIL.view.resources),
    ("people", "/people", RAIL.view.people),
    ("facts", "/facts?tab=facts", RAIL.view.systems),
    ("report", "/report", RAIL.view.reports),
    ("profile", "/profile", None),
)
TABS = ("overview", "roadmap", "resources", "people", "facts", "report")


def here(path: str) -> Any:
    """Return the address of a page of this engagement."""
    return "/e/" + RAIL.view.id + path


def steps(part: Any = "") -> rx.Component:
    """Return the eleven steps as a list of links; the one of this page, or of its open ``part``, is marked."""
    return Way.create(rx.foreach(RAIL.view.steps, _step), part=part)


def _step(step: Any) -> rx.Component:
    return rx.el.li(
        rx.el.a(
            step_glyph(step.state),
            rx.el.span(
                rx.el.span(step.number.to_string(), class_name="nr"), rx.el.span(said(step.name), class_name="nm")
            ),
            rx.el.em(said(step.figure), class_name=rx.cond(step.warn, "lack", "")),
            rx.cond(said(step.lacks) != "", rx.el.span(said(step.lacks), class_name="sub")),
            href=step.href,
            title=said(step.name),
        )
    )


def _links(current: str) -> rx.Component:
    return rx.el.ul(
        *(
            rx.el.li(
                rx.el.a(
                    page_glyph(key),
                    rx.el.span(t(f"nav.{key}"), class_name="long"),
                    rx.el.span(t(f"tab.{key}"), class_name="short", aria_hidden="true"),
                    rx.el.em(count.to_string()) if count is not None else rx.el.em(),
                    href=here(path),
                    **({"aria_current": "page"} if key == current else {}),
                )
            )
            for key, path, count in WORK
        ),
        class_name="links",
    )


def _rail(current: str, narrow: bool, part: Any) -> rx.Component:
    return rx.el.nav(
        rx.el.a(brand_mark(), rx.el.span("Zhidian 支点"), href="/", class_name="brand", aria_label="Zhidian 支点"),
        rx.el.h2(t("nav.steps")),
        steps(part),
        rx.el.h2(t("nav.work")),
        _links(current),
        class_name="rail narrow" if narrow else "rail",
        aria_label=t("nav.engagement"),
    )


def _tabs(current: str) -> rx.Component:
    paths = {key: path for key, path, _count in WORK}
    return rx.el.nav(
        *(
            rx.el.a(t(f"tab.{key}"), href=here(paths[key]), **({"aria_current": "page"} if key == current else {}))
            for key in TABS
        ),
        class_name="tabs",
        aria_label=t("nav.work"),
    )


def _menu(current: str) -> rx.Component:
    """Return the menu of a phone: the list of engagements and every page, those without a tab too."""
    pages = (
        rx.el.a(t(f"nav.{key}"), href=here(path), **({"aria_current": "page"} if key == current else {}))
        for key, path, _count in WORK
    )
    return menu(rx.el.a(t("home.all"), href="/"), *pages)


def _client(*, linked: bool) -> rx.Component:
    """Name the client in the bar, as a link to the overview from every other page, once it is known."""
    name = said(RAIL.view.client)
    return rx.cond(RAIL.view.id != "", rx.el.a(name, href=here("")) if linked else rx.el.span(name, class_name="up"))


def engagement_page(
    *content: Any,
    current: str,
    title: Any,
    actions: tuple[rx.Component, ...] = (),
    narrow: bool = False,
    part: Any = "",
) -> rx.Component:
    """Return a page inside its engagement.

    ``current`` is the page's key, ``title`` its name for the window, ``part`` the part of the page that is open.
    """
    return rx.el.div(
        rx.el.a(t("app.skip"), href="#main", class_name="skip"),
        Focus.create(title=title),
        _rail(current, narrow, part),
        rx.el.div(
            top_bar(
                rx.el.a(t("home.title"), href="/"),
                rx.el.span("/", class_name="up"),
                _client(linked=current != "overview"),
                rx.el.span("/", class_name="up"),
                rx.el.b(
                    rx.el.span(t(f"nav.{current}"), class_name="only-wide"),
                    rx.el.span(t(f"tab.{current}"), class_name="only-phone"),
                ),
                rx.cond(RAIL.view.sample, rx.el.span(t("app.sample"), class_name="tag sample")),
                actions=actions,
                more=_menu(current),
            ),
            rx.el.main(*content, class_name="main", id="main"),
        ),
        _tabs(current),
        notice(),
        class_name="shell narrow" if narrow else "shell",
    )
