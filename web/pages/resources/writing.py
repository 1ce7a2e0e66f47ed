"""The form of a resource."""

from typing import Any

import reflex as rx

from web.components.forms import boxes, fixed_select, long_field, number_field, problems, select_field, text_field
from web.components.parts import card
from web.i18n import said, t
from web.pages.resources.form import LEVELS
from web.pages.resources.state import RESOURCES, Resources


def _pair(name: str, value: Any, *, required: bool = False) -> rx.Component:
    return rx.el.div(
        long_field(f"{name}.zh", t(f"resource.form.{name}"), value.zh, required=required),
        long_field(f"{name}.en", t(f"resource.form.{name}.en"), value.en),
        class_name="pairs wide",
    )


def _part(part: Any) -> rx.Component:
    return rx.el.label(
        rx.el.span(said(part.text)),
        rx.el.select(
            *(rx.el.option(n, value=n) for n in LEVELS), name=part.name, default_value=part.value, class_name="inp"
        ),
        class_name="field",
    )


def _acceptance() -> rx.Component:
    f = RESOURCES.form
    return rx.el.fieldset(
        rx.el.legend(t("resource.form.test")),
        rx.el.p(t("resource.form.test.note"), class_name="note wide"),
        _pair("can", f.can, required=True),
        _pair("helps", f.helps, required=True),
        boxes(t("resource.form.moment"), f.moments),
        class_name="form",
    )


def writing() -> rx.Component:
    """Return the form, while it is open."""
    f = RESOURCES.form
    title = rx.cond(f.id != "", t("resource.form.edit"), t("resource.form.new"))
    efforts = (("1", t("effort.1")), ("2", t("effort.2")), ("3", t("effort.3")))
    return rx.cond(
        f.shown,
        card(
            title,
            rx.el.form(
                problems(RESOURCES.problems),
                rx.el.div(
                    text_field("name.zh", t("resource.form.name"), f.name.zh, required=True, max_length=120),
                    text_field("name.en", t("resource.form.name.en"), f.name.en, max_length=120),
                    select_field("cls", t("resource.form.cls"), f.cls, f.classes, on_change=Resources.choose_class),
                    select_field("type", t("resource.form.type"), f.type, f.types),
                    class_name="form",
                ),
                _acceptance(),
                rx.el.fieldset(
                    rx.el.legend(t("resource.form.worth")),
                    rx.foreach(f.parts, _part),
                    number_field("use", t("resource.form.use"), f.use, note=t("resource.form.use.note")),
                    fixed_select("effort", t("resource.form.effort"), f.effort, efforts),
                    boxes(t("resource.form.ready"), f.ready),
                    boxes(t("resource.form.named"), f.named),
                    class_name="form",
                ),
                rx.el.fieldset(
                    rx.el.legend(t("resource.form.law")),
                    _pair("rights", f.rights),
                    boxes(t("resource.form.flag"), f.flags),
                    text_field("owner", t("resource.form.owner"), f.owner),
                    _pair("note", f.note),
                    class_name="form",
                ),
                rx.el.div(
                    rx.el.button(t("resource.form.save"), type="submit", class_name="btn pri"),
                    rx.el.button(t("app.cancel"), type="button", class_name="btn", on_click=Resources.cancel),
                    class_name="row",
                ),
                key="form" + f.id,
                on_submit=Resources.save,
                no_validate=True,
                auto_complete="off",
                class_name="in grid",
            ),
            class_name="writing",
        ),
    )
