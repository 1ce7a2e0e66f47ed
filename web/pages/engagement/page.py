"""The engagement page."""

import reflex as rx

from web.components.native import Chart, link
from web.components.parts import card, empty, head, level, tag, waiting
from web.components.rail.part import engagement_page, here, steps
from web.components.rail.state import Rail
from web.i18n import said, t
from web.pages.engagement.lists import board, flags, gaps, overlooked, voices
from web.pages.engagement.state import Overview
from web.pages.engagement.standing import Count, DimensionRow
from web.pages.engagement.actions import Action
from web.pages.engagement.drawer import drawer


def why(node: str) -> rx.Component:
    """Return the button that explains a number."""
    return rx.el.button(t("app.why"), type="button", class_name="why", on_click=Overview.explain(node))


def _stand() -> rx.Component:
    s = Overview.view.standing
    return rx.el.div(
        rx.el.div(
            rx.el.p(t("stand.index"), class_name="note"),
            rx.el.p(said(s.index), class_name="big"),
            rx.el.p(said(s.basis), class_name="note"),
        ),
        rx.el.div(
            rx.el.p(t("stand.level"), class_name="note"),
            rx.el.p(
                rx.cond(s.level > 0, level(s.level, s.level.to_string()), level(0, "?")),
                said(s.level_name),
                class_name="lvbig",
            ),
            rx.el.p(said(s.level_note), class_name="note"),
            class_name="lvl",
        ),
        rx.el.div(
            Chart.create(
                src=here("/files/chart/index_band.svg?width=313"), zoom=1.2, label=t("chart.index"), on_pick=Overview.explain_index
            ),
            class_name="band",
        ),
        rx.cond(
            said(s.binding) != "",
            rx.el.p(said(s.binding), " ", why("index"), class_name="bind"),
        ),
        rx.cond(
            said(s.need) != "",
            rx.el.p(
                rx.el.b(t("stand.need")), " ",
                t("stand.words", request=s.request), " ", said(s.need), " ",
                rx.el.a(t("stand.needs"), href=here("/facts?tab=needs")),
                class_name="need",
            ),
        ),
        class_name="stand",
    )


def _count(count: rx.Var[Count]) -> rx.Component:
    return rx.el.div(
        rx.el.dt(said(count.name)),
        rx.el.dd(said(count.value), " ", rx.el.small(said(count.of)), class_name=rx.cond(count.hot, "warn-text", "")),
    )


def _action(action: rx.Var[Action]) -> rx.Component:
    return rx.el.li(
        rx.el.h3(said(action.title)),
        rx.el.p(said(action.why), class_name="note"),
        rx.el.p(
            rx.el.span(said(action.who)),
            rx.el.span(said(action.due), class_name=rx.cond(action.late, "warn-text b", "mut")),
            rx.el.a(said(action.button), href=action.href, class_name="btn s"),
            class_name="who",
        ),
    )


def _bar_row(row: rx.Var[DimensionRow]) -> rx.Component:
    head_row = rx.cond(
        said(row.block) != "", rx.el.tr(rx.el.td(said(row.block), col_span=7), class_name="grp"), rx.fragment()
    )
    return rx.fragment(
        head_row,
        rx.el.tr(
            rx.el.th(
                rx.el.button(said(row.name), type="button", class_name="rowlink", on_click=Overview.explain(row.id)),
                scope="row",
            ),
            rx.el.td(said(row.score), class_name=rx.cond(row.hot, "r num b hot", "r num b")),
            rx.el.td(said(row.claimed), class_name="r num mut"),
            rx.el.td(said(row.interval), class_name="r num mut"),
            rx.el.td(said(row.target), class_name="r num"),
            rx.el.td(said(row.coverage), class_name="r num mut hide-phone"),
            rx.el.td(
                rx.cond(
                    row.lowest_id != "",
                    rx.el.button(
                        level(row.lowest_colour, said(row.lowest_level)),
                        " ",
                        said(row.lowest),
                        type="button",
                        class_name="rowlink low",
                        on_click=Overview.explain(row.lowest_id),
                    ),
                    rx.el.span(said(row.lowest), class_name="mut"),
                )
            ),
        ),
    )


def _bars() -> rx.Component:
    heads = ("dimension", "score", "claimed", "interval", "target", "coverage", "lowest")
    table = rx.el.table(
        rx.el.thead(
            rx.el.tr(
                *(
                    rx.el.th(
                        t(f"bars.{key}"),
                        scope="col",
                        class_name="" if key in {"dimension", "lowest"} else "r hide-phone" if key == "coverage" else "r",
                    )
                    for key in heads
                )
            )
        ),
        rx.el.tbody(rx.foreach(Overview.view.bars, _bar_row)),
        class_name="t ten",
    )
    return card(
        said(Overview.view.bars_title),
        rx.el.div(
            Chart.create(
                src=here("/files/chart/ten_bars.svg?width=320&row=24"), zoom=1.2, label=t("chart.bars"), on_pick=Overview.explain
            ),
            rx.el.div(table, class_name="scroll"),
            class_name="in barsgrid",
        ),
        rx.el.p(said(Overview.view.bars_note), class_name="note foot"),
        acts=(why("index"),),
    )


def _charts() -> rx.Component:
    return rx.el.div(
        card(
            t("chart.voices.title"),
            rx.el.div(
                Chart.create(
                    src=here("/files/chart/dumbbell.svg?width=640"), zoom=1.15, label=t("chart.voices"), on_pick=Overview.explain
                ),
                class_name="in",
            ),
            note=t("chart.voices.note"),
        ),
        card(
            t("chart.radar.title"),
            rx.el.div(
                Chart.create(
                    src=here("/files/chart/radar.svg?width=300"), zoom=1.15, label=t("chart.radar"), on_pick=Overview.explain
                ),
                class_name="in centre",
            ),
            note=t("chart.radar.note"),
        ),
        class_name="grid cols mt",
    )


def _body() -> rx.Component:
    v = Overview.view
    return rx.fragment(
        head(
            said(v.title),
            said(v.about),
            rx.el.a(t("engagement.roadmap"), href=here("/roadmap"), class_name="btn"),
            rx.el.a(t("engagement.report"), href=here("/report"), class_name="btn pri"),
        ),
        rx.el.details(rx.el.summary(t("nav.steps")), steps(), class_name="phone-steps card"),
        rx.el.div(
            card(
                t("stand.title"),
                rx.el.div(_stand(), class_name="in"),
                rx.el.dl(rx.foreach(v.coverage, _count), class_name="cov"),
                note=t("stand.note"),
                acts=(why("index"),),
            ),
            card(
                t("next.title"),
                rx.cond(
                    v.actions.length() > 0,
                    rx.el.ol(rx.foreach(v.actions, _action), class_name="next"),
                    rx.el.p(t("next.none"), class_name="in note"),
                ),
            ),
            class_name="grid cols",
        ),
        rx.el.div(_bars(), voices(), class_name="grid cols mt"),
        rx.el.div(gaps(), overlooked(), class_name="grid cols mt"),
        _charts(),
        board(),
        flags(),
        rx.el.p(t("engagement.digest"), " ", rx.el.code(v.digest, class_name="mono"), class_name="note mt"),
    )


def page() -> rx.Component:
    """Return the page."""
    return rx.fragment(
        engagement_page(
            rx.cond(Overview.view.loaded, _body(), rx.fragment(rx.el.h1(t("app.loading"), class_name="vh"), waiting())),
            current="overview",
            title=said(Rail.view.client),
        ),
        drawer(),
    )


def add_to(app: rx.App) -> None:
    """Register the page."""
    app.add_page(page, route="/e/[eid]", title="Zhidian 支点", on_load=[Rail.load, Overview.load])


