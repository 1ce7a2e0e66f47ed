"""The roadmap page."""

from typing import Any

import reflex as rx

from web.components.jobs import job_bar
from web.components.native import Chart
from web.components.parts import card, empty, head, segments, undo_bar, waiting
from web.components.rail.part import engagement_page, here
from web.components.rail.state import RAIL, Rail
from web.i18n import said, t
from web.pages.roadmap.building import BUILD, Build
from web.pages.roadmap.derivation_part import money_drawer
from web.pages.roadmap.lists import change_log, comparisons, gates, left_out, usual_waves
from web.pages.roadmap.reporting import REPORT, Report
from web.pages.roadmap.side import side
from web.pages.roadmap.state import ROADMAP, Roadmap
from web.pages.roadmap.table import filters, table
from web.pages.roadmap.terms_card import built_card, terms_button, terms_saved
from web.pages.roadmap.terms_part import terms_drawer


def _build_button(text: Any, kind: str = "btn") -> rx.Component:
    return rx.cond(
        RAIL.view.may.plan,
        rx.el.button(text, type="button", class_name=kind, on_click=Build.start, disabled=BUILD.job.running),
    )


def _meter(share: Any) -> rx.Component:
    return rx.el.dd(
        rx.el.div(rx.el.i(style={"width": share}), class_name="meter"), class_name="sub", aria_hidden="true"
    )


def _note(*text: Any, hot: bool = False) -> rx.Component:
    return rx.el.dd(*text, class_name="note hot" if hot else "note")


def _strip() -> rx.Component:
    s = ROADMAP.view.strip
    chart = Chart.create(
        src=here("/files/chart/profit.svg?rev=") + ROADMAP.view.rev,
        tall=90,
        failed=t("chart.failed"),
        label=t("chart.profit"),
    )
    return rx.el.dl(
        rx.el.div(
            rx.el.dt(t("strip.spend")),
            rx.el.dd(said(s.spend), " ", rx.el.small(said(s.cap))),
            _meter(s.spend_share),
        ),
        rx.el.div(
            rx.el.dt(t("strip.weeks")),
            rx.el.dd(said(s.weeks), " ", rx.el.small(t("strip.pw"), " ", said(s.available))),
            _meter(s.weeks_share),
        ),
        rx.el.div(
            rx.el.dt(
                t("strip.profit", n=s.horizon),
                rx.el.button(t("app.why"), type="button", class_name="why", on_click=Roadmap.explain_money),
            ),
            rx.el.dd(said(s.profit)),
            _note(t("strip.median", money=s.median)),
            _note(t("strip.stress", money=s.stress), hot=True),
        ),
        rx.el.div(rx.el.dt(t("chart.profit"), class_name="vh"), rx.el.dd(chart, class_name="sub"), class_name="figure"),
        rx.el.div(
            rx.el.dt(t("strip.payback")),
            rx.el.dd(said(s.payback)),
            _note(t("strip.payback44", month=s.stress_payback), hot=True),
        ),
        rx.el.div(
            rx.el.dt(t("strip.defaults")),
            rx.el.dd(said(s.defaults)),
            rx.cond(s.weakest.zh != "", _note(said(s.weakest))),
            _note(rx.el.a(t("strip.mend"), href=here("/facts"))),
            rx.cond(s.indication, _note(t("strip.indication"), hot=True)),
        ),
        class_name="strip money",
        aria_label=t("strip.label"),
    )


def _gantt() -> rx.Component:
    return Chart.create(
        src=here("/files/chart/gantt.svg?rev=") + ROADMAP.view.rev,
        least=860,
        tall=720,
        failed=t("chart.failed"),
        label=t("chart.gantt"),
        only=ROADMAP.shown,
        on_pick=[Roadmap.pick, Report.begin],
    )


def _shown() -> Any:
    both = rx.fragment(rx.el.div(_gantt(), class_name="only-wide"), rx.el.div(table(), class_name="only-phone"))
    return rx.match(ROADMAP.mode, ("gantt", _gantt()), ("table", table()), both)


def _plan() -> rx.Component:
    current = rx.cond(ROADMAP.mode == "auto", "gantt", ROADMAP.mode)
    modes = (("gantt", t("roadmap.gantt")), ("table", t("roadmap.table")))
    below = rx.fragment(gates(), change_log(), built_card(), comparisons(), usual_waves(), left_out())
    return rx.el.div(
        rx.el.div(
            card(
                t("roadmap.plan"),
                filters(),
                rx.el.div(_shown(), class_name="in"),
                acts=(segments(current, Roadmap.show, modes, t("roadmap.mode")),),
            ),
            rx.cond(ROADMAP.panel.shown, below, rx.fragment()),
            class_name="grid",
        ),
        rx.el.div(side(), rx.cond(ROADMAP.panel.shown, rx.fragment(), below), class_name="stack"),
        class_name="grid plan",
    )


def _body() -> rx.Component:
    v = ROADMAP.view
    return rx.fragment(
        head(said(v.title), said(v.about), terms_button(), _build_button(t("roadmap.rebuild"))),
        rx.cond(
            v.stale.zh != "",
            rx.el.div(rx.el.span(said(v.stale)), " ", _build_button(t("roadmap.again")), class_name="alert warn"),
        ),
        job_bar(BUILD.job, Build.refresh),
        _strip(),
        _plan(),
        rx.el.p(
            said(v.version), " · ", rx.el.code(v.digest, class_name="mono"), " · ", said(v.proof), class_name="note mt"
        ),
    )


def _unplanned() -> rx.Component:
    return rx.fragment(
        rx.el.h1(t("nav.roadmap"), class_name="vh"),
        job_bar(BUILD.job, Build.refresh),
        rx.el.div(
            empty(
                said(ROADMAP.view.title),
                rx.cond(ROADMAP.view.can_plan, t("roadmap.empty"), t("roadmap.noanswers")),
                rx.cond(
                    ROADMAP.view.can_plan,
                    _build_button(t("roadmap.build"), "btn pri"),
                    rx.el.a(t("roadmap.collect"), href=here("/people"), class_name="btn pri"),
                ),
                terms_button(),
            ),
            class_name="card",
        ),
    )


def _undo() -> rx.Component:
    return undo_bar(REPORT.undoable, t("update.saved"), Report.undo, Report.forget_undo)


def page() -> rx.Component:
    """Return the page."""
    v = ROADMAP.view
    return rx.fragment(
        engagement_page(
            rx.cond(
                v.loaded,
                rx.cond(v.planned, _body(), _unplanned()),
                rx.fragment(rx.el.h1(t("nav.roadmap"), class_name="vh"), waiting()),
            ),
            current="roadmap",
            title=t("nav.roadmap"),
            narrow=True,
        ),
        _undo(),
        terms_saved(),
        money_drawer(),
        terms_drawer(),
    )


def add_to(app: rx.App) -> None:
    """Register the page."""
    app.add_page(page, route="/e/[eid]/roadmap", title="Zhidian 支点", on_load=[Rail.load, Roadmap.load, Build.attach])
