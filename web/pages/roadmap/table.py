"""The plan as a table, and the filters above it."""

from typing import Any

import reflex as rx

from web.components.parts import cell, tag
from web.i18n import said, t
from web.pages.roadmap.reporting import Report
from web.pages.roadmap.state import ROADMAP, Roadmap
from web.pages.roadmap.updating import STATUSES

TONES = {"done": "ok", "on_track": "ok", "at_risk": "warn", "off_track": "bad"}
GLYPHS = {"done": "✓", "on_track": "●", "at_risk": "▲", "off_track": "■", "not_started": "○", "dropped": "×"}


def status_tag(status: Any) -> Any:
    """Return a state as colour, glyph and word."""
    return rx.match(
        status,
        *((key, tag(rx.fragment(GLYPHS[key], " ", t(f"status.{key}")), TONES.get(key, ""))) for key in STATUSES),
        tag(status),
    )


def _select(field: str, value: Any, *options: rx.Component) -> rx.Component:
    return rx.el.select(
        rx.el.option(t(f"filter.{field}"), value=""),
        *options,
        value=value,
        on_change=lambda chosen: Roadmap.narrow(field, chosen),
        class_name="inp",
        aria_label=t(f"filter.{field}"),
    )


def filters() -> rx.Component:
    """Return the filters."""
    w = ROADMAP.wanted
    owners = rx.foreach(ROADMAP.view.owners, lambda owner: rx.el.option(said(owner.text), value=owner.key))
    narrowed = (w.wave != "") | (w.status != "") | (w.owner != "") | w.critical
    return rx.el.div(
        _select("wave", w.wave, *(rx.el.option(t(f"wave.{n}"), value=str(n)) for n in (1, 2, 3))),
        _select("status", w.status, *(rx.el.option(t(f"status.{key}"), value=key) for key in STATUSES)),
        _select("owner", w.owner, owners),
        rx.el.label(
            rx.el.input(type="checkbox", checked=w.critical, on_change=Roadmap.narrow_critical),
            rx.el.span("◆ ", class_name="hot"),
            t("filter.critical"),
            class_name="check",
        ),
        rx.cond(
            narrowed,
            rx.el.span(
                t("filter.shown", n=ROADMAP.rows.length()),
                rx.el.button(t("filter.all"), type="button", class_name="why", on_click=Roadmap.widen),
                class_name="note",
            ),
        ),
        class_name="filters",
        role="group",
        aria_label=t("filter.label"),
    )


def _row(row: Any) -> rx.Component:
    name = rx.el.button(
        said(row.name), type="button", class_name="rowlink", on_click=[Roadmap.pick(row.id), Report.begin(row.id)]
    )
    return rx.fragment(
        rx.cond(
            said(row.head) != "",
            rx.el.tr(
                rx.el.td(
                    rx.el.i(class_name="wave wave" + row.wave.to_string()), said(row.head), col_span=9, class_name="b"
                ),
                class_name="grp",
            ),
        ),
        rx.el.tr(
            rx.el.th(
                name,
                rx.cond(row.critical, rx.el.span(" ◆", class_name="hot", title=t("filter.critical"))),
                rx.el.small(
                    row.id, rx.cond(said(row.blocked) != "", rx.fragment(" · ", t("item.blocked", what=row.blocked)))
                ),
                scope="row",
            ),
            rx.el.td(status_tag(row.status), rx.cond(row.stale, rx.el.small(t("item.stale"), class_name="note"))),
            rx.el.td(said(row.owner), class_name="nw"),
            rx.el.td(said(row.start), class_name="nw hide-phone"),
            cell(
                t("item.finish"),
                said(row.finish),
                rx.cond(said(row.slip) != "", rx.el.small(" ", said(row.slip), class_name="warn-text nw")),
                class_name="nw",
            ),
            rx.el.td(
                rx.el.div(rx.el.i(style={"width": row.percent}), class_name="meter"),
                row.percent,
                class_name="r num sm hide-phone",
            ),
            rx.el.td(said(row.weeks), class_name="r num hide-phone"),
            rx.el.td(said(row.money), class_name="r num nw hide-phone"),
            rx.el.td(said(row.net), class_name="r num nw hide-phone"),
            class_name=rx.cond(row.id == ROADMAP.panel.id, "on", ""),
        ),
    )


def table() -> rx.Component:
    """Return the table."""
    narrow = {"start", "percent", "weeks", "money", "net"}
    right = {"percent", "weeks", "money", "net"}
    heads = ("name", "status", "owner", "start", "finish", "percent", "weeks", "money", "net")
    return rx.cond(
        ROADMAP.rows.length() > 0,
        rx.el.div(
            rx.el.table(
                rx.el.thead(
                    rx.el.tr(
                        *(
                            rx.el.th(
                                t(f"item.{key}"),
                                scope="col",
                                class_name=f"{'r' if key in right else ''} {'hide-phone' if key in narrow else ''}".strip(),
                            )
                            for key in heads
                        )
                    )
                ),
                rx.el.tbody(rx.foreach(ROADMAP.rows, _row)),
                class_name="t flow items",
            ),
            class_name="scroll",
        ),
        rx.el.p(t("filter.none"), class_name="note"),
    )
