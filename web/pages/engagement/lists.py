"""Cards of the engagement page that are lists: gaps, voices, resources, stores, compliance."""

from typing import Any

import reflex as rx

from web.components.native import link
from web.components.parts import card, level, tag
from web.components.rail.part import here
from web.components.rail.state import RAIL
from web.i18n import said, t
from web.pages.engagement.state import OVERVIEW, Overview


def _opens(text: rx.Component | rx.Var, node: Any) -> rx.Component:
    return rx.el.button(text, type="button", class_name="rowlink b", on_click=Overview.explain(node))


def _gap(row: Any) -> rx.Component:
    return rx.el.tr(
        rx.el.th(_opens(said(row.name), row.id), scope="row"),
        rx.el.td(
            level(row.colour, said(row.level)), " → ", level(row.target_colour, said(row.target)), class_name="nw"
        ),
        rx.el.td(said(row.answer), rx.cond(said(row.note) != "", rx.el.small(said(row.note))), class_name="mut"),
    )


def gaps() -> rx.Component:
    """Return the most worthwhile gaps."""
    v = OVERVIEW.view
    heads = rx.el.tr(*(rx.el.th(t(f"gap.{key}"), scope="col") for key in ("name", "levels", "answer")))
    return card(
        said(v.gaps_title),
        rx.el.div(
            rx.cond(
                v.gaps.length() > 0,
                rx.el.table(rx.el.thead(heads), rx.el.tbody(rx.foreach(v.gaps, _gap)), class_name="t"),
                rx.el.p(t("gap.none"), class_name="note"),
            ),
            class_name="in scroll",
        ),
        note=t("gap.note"),
        id="gaps",
    )


def _voice(row: Any) -> rx.Component:
    mark = rx.el.span(
        rx.el.i(class_name="line", style={"--a": row.left, "--b": row.right}),
        rx.el.i(class_name="dot", style={"--a": row.left}),
        rx.el.i(class_name="gem", style={"--a": row.right}),
        class_name="pair",
        aria_hidden="true",
    )
    return rx.el.li(
        rx.el.div(_opens(said(row.name), row.id), tag(said(row.verdict), row.tone)),
        mark,
        rx.el.strong(said(row.delta), class_name="num"),
        rx.el.p(
            t("voice.both", executives=row.executives, stores=row.stores), " · ", said(row.meaning), class_name="note"
        ),
    )


def voices() -> rx.Component:
    """Return where executives and stores see things differently."""
    v = OVERVIEW.view
    legend = rx.el.p(
        rx.el.span(rx.el.i(class_name="dot key"), t("voice.executives")),
        rx.el.span(rx.el.i(class_name="gem key"), t("voice.stores")),
        rx.el.span(t("voice.scale"), class_name="lvls"),
        class_name="keyline",
    )
    return card(
        said(v.voices_title),
        rx.el.div(
            rx.cond(
                v.voices.length() > 0,
                rx.fragment(legend, rx.el.ul(rx.foreach(v.voices, _voice), class_name="gaps")),
                rx.el.p(t("voice.none"), class_name="note"),
            ),
            class_name="in",
        ),
        acts=(rx.el.span(t("voice.all", n=v.voices_total), class_name="note"),),
    )


def _overlooked(row: Any) -> rx.Component:
    return rx.el.li(
        rx.el.div(rx.el.b(said(row.name)), rx.el.span(said(row.leads), class_name="note")),
        rx.el.span(t("overlooked.use", use=row.use), class_name="mut nw sm"),
        rx.el.strong(said(row.leverage), class_name="num"),
    )


def overlooked() -> rx.Component:
    """Return resources of value that are hardly used."""
    v = OVERVIEW.view
    return card(
        said(v.overlooked_title),
        rx.el.div(
            rx.cond(
                v.overlooked.length() > 0,
                rx.el.ul(rx.foreach(v.overlooked, _overlooked), class_name="gaps"),
                rx.el.p(t("overlooked.empty"), class_name="note"),
            ),
            class_name="in",
        ),
        acts=(rx.el.a(t("overlooked.all"), href=here("/resources"), class_name="sm"),),
    )


def _store(cell: Any) -> rx.Component:
    return rx.el.li(
        rx.el.b(said(cell.name), title=said(cell.name)),
        rx.el.span(rx.cond(cell.missing, t("board.missing"), t("board.in"))),
        class_name=rx.cond(cell.missing, "miss", "submitted"),
    )


def _stratum(row: Any) -> rx.Component:
    return rx.el.tr(
        rx.el.th(
            said(row.name),
            rx.el.small(said(row.returned), " · ", said(row.share), class_name=rx.cond(row.short, "warn-text", "")),
            scope="row",
        ),
        rx.el.td(
            rx.cond(
                row.stores.length() > 0,
                rx.el.ul(rx.foreach(row.stores, _store)),
                rx.el.div(rx.el.i(style={"width": said(row.share)}), class_name="meter", aria_hidden="true"),
            )
        ),
    )


def board() -> rx.Component:
    """Return the response board."""
    v = OVERVIEW.view
    sheet = link(t("board.qr"), href=here("/files/invitations"), class_name="btn s")
    return card(
        said(v.board_title),
        rx.el.div(
            rx.cond(
                v.board.length() > 0,
                rx.el.table(rx.el.tbody(rx.foreach(v.board, _stratum)), class_name="resp"),
                rx.el.p(t("board.none"), class_name="note"),
            ),
            class_name="in",
        ),
        acts=(
            rx.cond(RAIL.view.may.invite, sheet),
            rx.el.a(t("board.open"), href=here("/people"), class_name="btn s"),
        ),
        class_name="mt",
    )


def _dispute(row: Any) -> rx.Component:
    return rx.el.li(
        rx.el.p(said(row.text)),
        rx.el.button(
            t("decide.open"),
            rx.el.span(" ", said(row.name), class_name="vh"),
            type="button",
            class_name="btn s",
            on_click=Overview.explain(row.id),
        ),
    )


def decisions() -> rx.Component:
    """Return the contradictions that wait for a decision."""
    v = OVERVIEW.view
    return rx.cond(
        v.disputes.length() > 0,
        card(
            t("decide.card", n=v.disputes.length()),
            rx.el.div(rx.el.ul(rx.foreach(v.disputes, _dispute), class_name="gaps decisions"), class_name="in"),
            note=t("decide.card.note"),
            id="decide",
        ),
    )


def _flag(note: Any) -> rx.Component:
    return rx.el.li(
        rx.el.p(tag(note.code, "warn"), " ", rx.el.b(said(note.name))),
        rx.el.p(said(note.rule)),
        rx.el.p(said(note.wording), class_name="note"),
        rx.el.p(said(note.touches), " · ", said(note.source), class_name="note"),
    )


def flags() -> rx.Component:
    """Return the compliance notes of what is planned."""
    v = OVERVIEW.view
    return rx.cond(
        v.flags.length() > 0,
        card(
            t("flag.title"),
            rx.el.div(rx.el.ul(rx.foreach(v.flags, _flag), class_name="flags"), class_name="in"),
            note=t("flag.note"),
            class_name="mt",
        ),
    )
