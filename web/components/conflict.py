"""Two people saved the same thing: both values side by side until one of them decides."""

from dataclasses import dataclass
from typing import Any

import reflex as rx

from questionnaires.locale_text import LocaleText
from web.i18n import said, t


@dataclass(frozen=True, slots=True)
class Difference:
    """One field on which two versions differ."""

    name: LocaleText
    mine: LocaleText
    theirs: LocaleText


@dataclass(frozen=True, slots=True)
class ConflictView:
    """What differs between what somebody wanted to save and what was saved meanwhile."""

    shown: bool = False
    rows: tuple[Difference, ...] = ()


def _difference(row: Any) -> rx.Component:
    return rx.el.tr(
        rx.el.th(said(row.name), scope="row"), rx.el.td(said(row.mine)), rx.el.td(said(row.theirs), class_name="b")
    )


def conflict(view: Any, keep: Any, take: Any) -> rx.Component:
    """Return both versions with a button for each: ``keep`` saves mine, ``take`` drops it."""
    heads = rx.el.tr(*(rx.el.th(t(f"conflict.{key}"), scope="col") for key in ("field", "mine", "theirs")))
    return rx.cond(
        view.shown,
        rx.el.div(
            rx.el.h3(t("conflict.title")),
            rx.el.table(rx.el.thead(heads), rx.el.tbody(rx.foreach(view.rows, _difference)), class_name="t"),
            rx.el.div(
                rx.el.button(t("conflict.keep"), type="button", class_name="btn s", on_click=keep),
                rx.el.button(t("conflict.take"), type="button", class_name="btn s", on_click=take),
                class_name="row",
            ),
            role="alert",
            class_name="conflict",
        ),
    )
