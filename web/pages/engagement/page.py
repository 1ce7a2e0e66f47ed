"""The engagement page."""

from typing import Any

import reflex as rx

from web.components.native import Chart
from web.components.parts import card, empty, head, level, waiting
from web.components.rail.part import engagement_page, here, steps
from web.components.rail.state import RAIL, Rail
from web.i18n import said, t
from web.pages.engagement.drawer import drawer
from web.pages.engagement.lists import board, decisions, flags, gaps, overlooked, voices
from web.pages.engagement.state import OVERVIEW, Overview


def why(node: str) -> rx.Component:
    """Return the button that explains a number."""
    return rx.el.button(t("app.why"), type="button", class_name="why", on_click=Overview.explain(node))


def _stand() -> rx.Component:
    s = OVERVIEW.view.standing
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
                src=here("/files/chart/index_band.svg"),
                tall=54,
                failed=t("chart.failed"),
                label=t("chart.index"),
                on_pick=Overview.explain_index,
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
                rx.el.b(t("stand.need")),
                " ",
                t("stand.words", request=s.request),
                " ",
                said(s.need),
                " ",
                rx.el.a(t("stand.needs"), href=here("/facts?tab=needs")),
                class_name="need",
            ),
        ),
        class_name="stand",
    )


def _count(count: Any) -> rx.Component:
    return rx.el.div(
        rx.el.dt(said(count.name)),
        rx.el.dd(
            rx.cond(count.href != "", rx.el.a(said(count.value), href=here("") + count.href), said(count.value)),
            " ",
            rx.el.small(said(count.of)),
            class_name=rx.cond(count.hot, "warn-text", ""),
        ),
    )


def _action(action: Any) -> rx.Component:
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


def _bar_row(row: Any) -> rx.Component:
    head_row = rx.cond(said(row.block) != "", rx.el.tr(rx.el.td(said(row.block), col_span=7), class_name="grp"))
    return rx.fragment(
        head_row,
        rx.el.tr(
            rx.el.th(
                rx.el.button(said(row.name), type="button", class_name="rowlink", on_click=Overview.explain(row.id)),
                scope="row",
                class_name="own",
            ),
            rx.el.td(said(row.score), class_name=rx.cond(row.hot, "r num b hot own", "r num b own")),
            rx.el.td(said(row.claimed), class_name="r num mut"),
            rx.cond(OVERVIEW.view.intervals, rx.el.td(said(row.interval), class_name="r num mut hide-phone")),
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
            class_name=rx.cond(said(row.block) != "", "first", ""),
        ),
    )


BAR_HEADS = (
    ("dimension", "own"),
    ("score", "r own"),
    ("claimed", "r"),
    ("interval", "r hide-phone"),
    ("target", "r"),
    ("coverage", "r hide-phone"),
    ("lowest", ""),
)


def _bar_head(key: str, name: str) -> rx.Component:
    cell = rx.el.th(t(f"bars.{key}"), scope="col", class_name=name)
    return rx.cond(OVERVIEW.view.intervals, cell) if key == "interval" else cell


def _gate(gate: Any) -> rx.Component:
    sign = rx.cond(gate.holds, "✓ ", "○ ")
    return rx.el.li(sign, said(gate.text), class_name=rx.cond(gate.holds, "mut", "b"))


def _bars() -> rx.Component:
    table = rx.el.table(
        rx.el.thead(rx.el.tr(*(_bar_head(key, name) for key, name in BAR_HEADS))),
        rx.el.tbody(rx.foreach(OVERVIEW.view.bars, _bar_row)),
        class_name="t ten",
    )
    return card(
        said(OVERVIEW.view.bars_title),
        rx.el.div(
            Chart.create(
                src=here("/files/chart/ten_bars.svg"),
                tall=265,
                failed=t("chart.failed"),
                label=t("chart.bars"),
                on_pick=Overview.explain,
            ),
            rx.el.div(table, class_name="scroll"),
            class_name="in barsgrid",
        ),
        rx.el.p(said(OVERVIEW.view.bars_note), class_name="note foot"),
        rx.cond(
            OVERVIEW.view.gates.length() > 0,
            rx.el.div(
                rx.el.h3(said(OVERVIEW.view.gates_title)),
                rx.el.ul(rx.foreach(OVERVIEW.view.gates, _gate)),
                class_name="gates",
            ),
        ),
        acts=(why("index"),),
        class_name="bars",
        id="dimensions",
    )


def _wide() -> rx.Component:
    """Return what is long beside what is short, so that no card is stretched over nothing."""
    dumbbell = Chart.create(
        src=here("/files/chart/dumbbell.svg"),
        least=560,
        tall=600,
        failed=t("chart.failed"),
        label=t("chart.voices"),
        on_pick=Overview.explain,
    )
    radar = Chart.create(
        src=here("/files/chart/radar.svg"),
        least=300,
        tall=280,
        failed=t("chart.failed"),
        label=t("chart.radar"),
        on_pick=Overview.explain,
    )
    heard = OVERVIEW.view.voices_total > 0
    return rx.el.div(
        rx.el.div(
            gaps(),
            rx.cond(
                heard,
                card(t("chart.voices.title"), rx.el.div(dumbbell, class_name="in"), note=t("chart.voices.note")),
            ),
            class_name="stack",
        ),
        rx.el.div(
            decisions(),
            overlooked(),
            rx.cond(
                heard,
                card(t("chart.radar.title"), rx.el.div(radar, class_name="in free"), note=t("chart.radar.note")),
            ),
            class_name="stack",
        ),
        class_name="grid cols mt",
    )


def _body() -> rx.Component:
    v = OVERVIEW.view
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
        rx.cond(
            v.scored,
            rx.fragment(
                rx.el.div(_bars(), voices(), class_name="grid cols mt"),
                _wide(),
            ),
            rx.el.div(
                empty(
                    t("unscored.title"),
                    t("unscored.text"),
                    rx.el.a(t("roadmap.collect"), href=here("/people"), class_name="btn pri"),
                ),
                class_name="card mt",
            ),
        ),
        board(),
        flags(),
        rx.el.p(t("engagement.digest"), " ", rx.el.code(v.digest, class_name="mono"), class_name="note mt"),
    )


def page() -> rx.Component:
    """Return the page."""
    return rx.fragment(
        engagement_page(
            rx.cond(OVERVIEW.view.loaded, _body(), rx.fragment(rx.el.h1(t("app.loading"), class_name="vh"), waiting())),
            current="overview",
            title=said(RAIL.view.client),
        ),
        drawer(),
    )


def add_to(app: rx.App) -> None:
    """Register the page."""
    app.add_page(page, route="/e/[eid]", title="Zhidian 支点", on_load=[Rail.load, Overview.load])
