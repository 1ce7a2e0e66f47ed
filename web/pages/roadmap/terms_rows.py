"""The initiatives named in the terms of the plan: found by id or words, each with its reason, each removable."""

from typing import Any

import reflex as rx

from web.components.native import Typing
from web.i18n import said, t
from web.pages.roadmap.settling import SETTLING, Settling

KINDS = ("must", "must_not", "waived")


def _row(row: Any) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.b(said(row.text)),
            rx.el.small(row.id, class_name="mono mut"),
            rx.el.button(
                "×",
                type="button",
                class_name="btn q s",
                on_click=Settling.drop(row.name),
                aria_label=t("terms.drop", name=row.text),
            ),
            class_name="row",
        ),
        rx.el.label(
            rx.el.span(t("terms.reason")),
            rx.el.input(
                name=row.name,
                default_value=row.reason,
                max_length=400,
                auto_complete="off",
                aria_label=t("terms.reason.of", name=row.text),
                class_name="inp",
            ),
            class_name="field",
        ),
        rx.cond(said(row.note) != "", rx.el.p(said(row.note), class_name="note")),
        key=row.name,
    )


def named_rows(kind: str, rows: Any) -> rx.Component:
    """Return the initiatives named in the terms of one kind, each with its reason and a way to remove it."""
    return rx.fragment(
        rx.el.h3(t(f"terms.{kind}")),
        rx.cond(
            rows.length() > 0,
            rx.el.ul(rx.foreach(rows, _row), class_name="terms"),
            rx.el.p(t(f"terms.{kind}.none"), class_name="note"),
        ),
    )


def _hit(hit: Any) -> rx.Component:
    picks = (
        rx.el.button(
            t(f"terms.{kind}"),
            type="button",
            class_name="btn s",
            on_click=Settling.add(kind, hit.id),
            aria_label=t(f"terms.{kind}.add", name=hit.text),
        )
        for kind in KINDS
    )
    return rx.el.li(
        rx.el.p(said(hit.text), " ", rx.el.small(hit.id, class_name="mono mut")), rx.el.div(*picks, class_name="row")
    )


def search() -> rx.Component:
    """Return the search for an initiative, and for each one found the three terms it can be named in."""
    s = SETTLING
    return rx.fragment(
        rx.el.h3(t("terms.search")),
        Typing.create(
            value=s.query, label=t("terms.search"), placeholder=t("terms.search.hint"), on_text=Settling.look
        ),
        rx.cond(
            s.hits.length() > 0,
            rx.el.ul(rx.foreach(s.hits, _hit), class_name="terms hits"),
            rx.cond(s.query != "", rx.el.p(t("terms.search.none"), role="status", class_name="note")),
        ),
        rx.cond(s.more > 0, rx.el.p(t("terms.search.more", n=s.more), class_name="note")),
    )
