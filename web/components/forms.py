"""Fields of the forms: native controls with their labels and notes."""

from collections.abc import Iterable
from typing import Any

import reflex as rx

from web.components.native import Refusal, link, plain_form
from web.components.parts import field
from web.components.rail.part import here
from web.i18n import said, t


def text_field(
    name: str, label: Any, value: Any, *, wide: bool = False, note: Any = None, **props: Any
) -> rx.Component:
    """Return a one-line field."""
    return field(
        label,
        rx.el.input(name=name, default_value=value, auto_complete="off", class_name="inp", **props),
        wide=wide,
        note=note,
    )


def long_field(name: str, label: Any, value: Any, *, note: Any = None, **props: Any) -> rx.Component:
    """Return a field of several lines."""
    control = rx.el.textarea(name=name, default_value=value, rows="2", class_name="inp", **props)
    return field(label, control, wide=True, note=note)


def number_field(name: str, label: Any, value: Any, *, note: Any = None, **props: Any) -> rx.Component:
    """Return a field for a number; the page checks nothing that the server does not check again."""
    control = rx.el.input(
        name=name, default_value=value, input_mode="decimal", auto_complete="off", class_name="inp num", **props
    )
    return field(label, control, note=note)


def select_field(
    name: str, label: Any, value: Any, options: Any, *, none: Any = None, note: Any = None, **props: Any
) -> rx.Component:
    """Return a native select over ``Choice`` values; ``none`` is the wording of the empty option."""
    control = rx.el.select(
        *([rx.el.option(none, value="")] if none is not None else []),
        rx.foreach(options, lambda option: rx.el.option(said(option.text), value=option.key)),
        name=name,
        default_value=value,
        class_name="inp",
        **props,
    )
    return field(label, control, note=note)


def fixed_select(name: str, label: Any, value: Any, options: Iterable[tuple[str, Any]], **props: Any) -> rx.Component:
    """Return a native select over options known when the page is written."""
    control = rx.el.select(
        *(rx.el.option(text, value=key) for key, text in options),
        name=name,
        default_value=value,
        class_name="inp",
        **props,
    )
    return field(label, control)


def boxes(legend: Any, ticks: Any, *, note: Any = None) -> rx.Component:
    """Return a group of boxes over ``Tick`` values."""
    return rx.el.fieldset(
        rx.el.legend(legend),
        rx.foreach(
            ticks,
            lambda tick: rx.el.label(
                rx.el.input(type="checkbox", name=tick.name, default_checked=tick.on),
                said(tick.text),
                class_name="check",
            ),
        ),
        *([rx.el.small(note, class_name="note")] if note is not None else []),
        class_name="boxes wide",
    )


def problems(lines: Any) -> rx.Component:
    """Return what was wrong with the form it stands in, field by field; it takes the focus when a save was refused."""
    return rx.cond(lines.length() > 0, Refusal.create(title=t("form.refused"), lines=lines))


def upload(kind: str, label: Any, note: Any = None, *, back: str = "") -> rx.Component:
    """Return template and upload of one kind of workbook, and the page to come back to; all of it is taken or nothing."""
    return rx.el.div(
        rx.el.div(rx.el.b(label), *([rx.el.p(note, class_name="note")] if note is not None else [])),
        link(t("file.template"), href=here(f"/files/templates/{kind}.xlsx"), class_name="btn s"),
        plain_form(
            *([rx.el.input(type="hidden", name="next", value=here(back))] if back else []),
            rx.el.input(
                type="file",
                name="file",
                accept=".xlsx,.csv",
                required=True,
                aria_label=t("file.choose"),
                class_name="inp file",
            ),
            rx.el.button(t("file.import"), type="submit", class_name="btn s"),
            action=here(f"/files/import/{kind}"),
            enc_type="multipart/form-data",
            class_name="row",
        ),
        class_name="upload",
    )


def imported() -> rx.Component:
    """Return how many rows the last upload brought, after the server sent the reader back here."""
    count = rx.State.router.url.query_parameters.get("imported", "")
    return rx.cond(count != "", rx.el.p(t("file.imported", n=count), role="status", class_name="alert ok"))
