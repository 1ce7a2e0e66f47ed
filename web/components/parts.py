"""Small parts of pages: cards, chips, tags, empty states, tables."""

from collections.abc import Sequence
from typing import Any

import reflex as rx

from web.components.native import Expire, link
from web.failures import NOTICE
from web.i18n import said, t

PATH: Any = rx.State.router.url.path


def head(title: Any, note: Any = "", *actions: rx.Component) -> rx.Component:
    """Return the page's heading: a conclusion, one line below, actions on the right."""
    return rx.el.div(
        rx.el.div(rx.el.h1(title), rx.el.p(note)),
        rx.el.span(class_name="grow"),
        *actions,
        class_name="head",
    )


def card(title: Any, *content: Any, note: Any = None, acts: tuple[Any, ...] = (), **props: Any) -> rx.Component:
    """Return a card: title, a sentence beside it, actions on the right, content."""
    name = f"card {props.pop('class_name', '')}".strip()
    return rx.el.section(
        rx.el.header(
            rx.el.h2(title),
            *([rx.el.p(note)] if note is not None else []),
            *([rx.el.span(*acts, class_name="acts")] if acts else []),
        ),
        *content,
        class_name=name,
        **props,
    )


def empty(title: Any, text: Any, *actions: rx.Component) -> rx.Component:
    """Return what stands where there is nothing yet: what it is, why it is worth it, one button."""
    return rx.el.div(rx.el.h2(title), rx.el.p(text), *actions, class_name="empty")


def waiting() -> rx.Component:
    """Return the skeleton shown while a page's data come, and the way out when they do not."""
    lines = (rx.el.span(style={"width": width}) for width in ("40%", "92%", "85%", "64%"))
    return rx.cond(
        NOTICE.shown & ~NOTICE.good,
        rx.el.div(
            empty(said(NOTICE.text), t("app.unread"), link(t("app.reload"), href=PATH, class_name="btn pri")),
            class_name="card",
        ),
        rx.el.div(*lines, class_name="bars-wait card in", role="status", aria_label=t("app.loading")),
    )


def level(number: Any, text: Any) -> rx.Component:
    """Return a level chip: the colour of the whole level ``number`` (0 unknown) with the figure inside."""
    return rx.el.span(text, class_name="lv lv" + rx.Var.create(number).to_string())


def tag(text: Any, kind: Any = "") -> rx.Component:
    """Return a tag; ``kind`` is ok, warn, bad, info, sample or nothing, also as a variable."""
    name: Any = f"tag {kind}".strip() if isinstance(kind, str) else rx.cond(kind == "", "tag", "tag " + kind.to(str))
    return rx.el.span(text, class_name=name)


def cell(label: Any, *content: Any, **props: Any) -> rx.Component:
    """Return a cell that carries its column's name along when a phone shows the row as a paragraph."""
    return rx.el.td(*content, custom_attrs={"data-label": label}, **props)


def segments(current: Any, choose: Any, options: Sequence[tuple[str, Any]], label: Any) -> rx.Component:
    """Return a control for two to four views of the same thing; ``choose(key)`` is the event."""
    return rx.el.span(
        *(
            rx.el.button(
                text, type="button", aria_pressed=rx.cond(current == key, "true", "false"), on_click=choose(key)
            )
            for key, text in options
        ),
        class_name="seg",
        role="group",
        aria_label=label,
    )


def field(label: Any, control: rx.Component, *, wide: bool = False, note: Any = None) -> rx.Component:
    """Return a control with its label, and a note below when there is something to say."""
    return rx.el.label(
        rx.el.span(label),
        control,
        *([rx.el.small(note, class_name="note")] if note is not None else []),
        class_name="field wide" if wide else "field",
    )


def options(pairs: Any) -> rx.Component:
    """Return the options of a native select from a list of ``Choice``."""
    return rx.foreach(pairs, lambda pair: rx.el.option(said(pair.text), value=pair.key))


def figure(label: Any, value: Any, small: Any = None, *, hot: Any = False) -> rx.Component:
    """Return one figure of a strip."""
    return rx.el.div(
        rx.el.dt(label),
        rx.el.dd(value, class_name=rx.cond(hot, "hot", "") if not isinstance(hot, bool) else ("hot" if hot else "")),
        *([rx.el.dd(small, class_name="note")] if small is not None else []),
    )


def close_button(on_click: Any) -> rx.Component:
    """Return the × that closes a drawer or a panel."""
    return rx.el.button("×", type="button", class_name="btn q s", on_click=on_click, aria_label=t("app.close"))


def drawer_head(title: Any, on_close: Any) -> rx.Component:
    """Return the heading of a drawer with the way to close it."""
    return rx.el.div(rx.el.h2(title), close_button(on_close), class_name="top")


def undo_bar(shown: Any, words: Any, undo: Any, forget: Any, **props: Any) -> rx.Component:
    """Return the bar that says what was done, with the way back for ten seconds; ``props`` go to what counts them."""
    return rx.cond(
        shown,
        rx.el.div(
            rx.el.span(words),
            rx.el.button(t("update.undo"), type="button", on_click=undo),
            Expire.create(after=10000, on_end=forget, **props),
            role="status",
            class_name="notice",
        ),
    )
