"""The report page."""

from typing import Any

import reflex as rx

from web.components.jobs import job_bar
from web.components.native import link
from web.components.parts import card, empty, head, tag, waiting
from web.components.rail.part import engagement_page, here
from web.components.rail.state import RAIL, Rail
from web.i18n import said, t
from web.pages.report.state import REPORTS, Reports


def _make(locale: str, kind: str) -> rx.Component:
    return rx.el.button(
        t(f"report.make.{locale}"),
        type="button",
        class_name=kind,
        disabled=REPORTS.job.running,
        on_click=Reports.make(locale),
    )


def _buttons() -> rx.Component:
    return rx.el.span(_make("zh", "btn pri"), _make("en", "btn"), class_name="row")


def _row(row: Any) -> rx.Component:
    name = rx.cond(row.locale == "en", t("report.en"), t("report.zh"))
    return rx.el.tr(
        rx.el.th(
            link(name, href=row.href),
            rx.cond(row.current, rx.fragment(), rx.fragment(" ", tag(t("report.old"), "warn"))),
            rx.el.small(said(row.size)),
            scope="row",
        ),
        rx.el.td(said(row.made), class_name="nw"),
        rx.el.td(rx.el.code(row.digest, class_name="mono"), class_name="hide-phone"),
        rx.el.td(link(t("report.download"), href=row.href, class_name="btn s"), class_name="r"),
    )


def _made() -> rx.Component:
    v = REPORTS.view
    keys = ("name", "made", "digest", "act")
    heads = (
        rx.el.th(
            t(f"report.{k}") if k != "act" else rx.el.span(t("report.download"), class_name="vh"),
            scope="col",
            class_name="hide-phone" if k == "digest" else "",
        )
        for k in keys
    )
    return card(
        t("report.made_list"),
        rx.el.div(
            rx.cond(
                v.made.length() > 0,
                rx.el.table(rx.el.thead(rx.el.tr(*heads)), rx.el.tbody(rx.foreach(v.made, _row)), class_name="t flow"),
                empty(t("report.empty.title"), t("report.empty.text"), rx.cond(RAIL.view.may.report, _buttons())),
            ),
            class_name="in scroll",
        ),
    )


def _page_links() -> rx.Component:
    return card(
        t("report.online"),
        rx.el.div(
            rx.el.p(t("report.online.text"), class_name="note"),
            rx.el.p(
                link(
                    t("report.online.zh"),
                    href=here("/files/report.html?locale=zh"),
                    target="_blank",
                    class_name="btn s",
                ),
                link(
                    t("report.online.en"),
                    href=here("/files/report.html?locale=en"),
                    target="_blank",
                    class_name="btn s",
                ),
                class_name="row mt",
            ),
            rx.cond(RAIL.view.may.internal, _crosswalk()),
            class_name="in",
        ),
    )


def _crosswalk() -> rx.Component:
    """Return the way to the cross-walk, which is for the consulting team."""
    return rx.fragment(
        rx.el.h3(t("report.crosswalk"), class_name="mt"),
        rx.el.p(t("report.crosswalk.text"), class_name="note"),
        rx.el.p(
            link(t("report.crosswalk.zh"), href=here("/files/crosswalk.txt?locale=zh"), class_name="btn s"),
            link(t("report.crosswalk.en"), href=here("/files/crosswalk.txt?locale=en"), class_name="btn s"),
            class_name="row mt",
        ),
    )


def _body() -> rx.Component:
    v = REPORTS.view
    return rx.fragment(
        head(said(v.title), said(v.basis), rx.cond(RAIL.view.may.report, _buttons())),
        job_bar(REPORTS.job, Reports.refresh),
        rx.cond(
            v.warnings.length() > 0,
            rx.el.ul(rx.foreach(v.warnings, lambda text: rx.el.li(said(text))), class_name="alert warn dots"),
        ),
        rx.cond(
            RAIL.view.may.read,
            rx.el.div(_made(), _page_links(), class_name="grid cols"),
            rx.el.p(t("report.unread"), class_name="note"),
        ),
        rx.el.p(t("report.digest_note"), " ", rx.el.code(v.digest, class_name="mono"), class_name="note mt"),
    )


def page() -> rx.Component:
    """Return the page."""
    return engagement_page(
        rx.cond(REPORTS.view.loaded, _body(), rx.fragment(rx.el.h1(t("nav.report"), class_name="vh"), waiting())),
        current="report",
        title=t("nav.report"),
    )


def add_to(app: rx.App) -> None:
    """Register the page."""
    app.add_page(page, route="/e/[eid]/report", title="Zhidian 支点", on_load=[Rail.load, Reports.load])
