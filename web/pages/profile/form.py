"""The form of the company profile, in four steps on one page."""

from typing import Any

import reflex as rx

from web.components.conflict import conflict
from web.components.forms import fixed_select, long_field, number_field, problems, select_field, text_field
from web.components.parts import card
from web.i18n import said, t
from web.pages.profile.state import PROFILE, Profile
from web.pages.profile.view import CURRENCIES

MONTHS = tuple(range(1, 13))


def _client() -> rx.Component:
    v = PROFILE.view
    return card(
        t("profile.step1"),
        rx.el.div(
            text_field("name", t("profile.name"), v.name, required=True, max_length=120),
            text_field("name_en", t("profile.name_en"), v.name_en, max_length=120, note=t("profile.name_en.note")),
            select_field("industry", t("profile.industry"), v.industry, v.industries, note=t("profile.industry.note")),
            fixed_select(
                "scope", t("profile.scope"), v.scope, (("full", t("profile.full")), ("core", t("profile.core")))
            ),
            class_name="in form",
        ),
    )


def _conditions() -> rx.Component:
    v = PROFILE.view
    return card(
        t("profile.step2"),
        rx.el.div(
            select_field("platform", t("profile.platform"), v.platform, v.platforms, note=t("profile.platform.note")),
            select_field("compare", t("profile.compare"), v.compare, v.platforms, none=t("profile.nocompare")),
            text_field("start", t("profile.start"), v.start, type="date", required=True),
            fixed_select("currency", t("profile.currency"), v.currency, ((code, code) for code in CURRENCIES)),
            number_field("budget", t("profile.budget"), v.budget, note=t("profile.budget.note")),
            class_name="in form",
        ),
    )


def _capacity(role: Any) -> rx.Component:
    control = rx.el.input(
        name=role.name, default_value=role.value, input_mode="decimal", auto_complete="off", class_name="inp num"
    )
    return rx.el.label(rx.el.span(said(role.text)), control, class_name="field")


def _months(name: Any, label: Any, value: Any) -> rx.Component:
    return rx.el.select(
        rx.el.option("—", value=""),
        *(rx.el.option(t(f"month.{n}"), value=str(n)) for n in MONTHS),
        name=name,
        default_value=value,
        aria_label=label,
        class_name="inp",
    )


def _peak(peak: Any) -> rx.Component:
    name = "peak" + peak.number.to_string()
    return rx.el.div(
        _months(name + ".first", t("profile.from", n=peak.number), peak.first),
        rx.el.span("–"),
        _months(name + ".last", t("profile.until", n=peak.number), peak.last),
        class_name="row peak",
    )


def _effort() -> rx.Component:
    v = PROFILE.view
    return card(
        t("profile.step3"),
        rx.el.div(
            rx.el.div(rx.foreach(v.capacity, _capacity), class_name="form"),
            rx.el.p(t("profile.capacity.note"), class_name="note"),
            rx.el.fieldset(
                rx.el.legend(t("profile.peaks")),
                rx.el.div(rx.foreach(v.peaks, _peak), class_name="row"),
                rx.el.p(t("profile.peaks.note"), class_name="note"),
                class_name="mt",
            ),
            class_name="in",
        ),
    )


def _words() -> rx.Component:
    v = PROFILE.view
    return card(
        t("profile.step4"),
        rx.el.div(
            text_field("confidentiality.zh", t("profile.confidentiality.zh"), v.confidentiality.zh, max_length=200),
            text_field("confidentiality.en", t("profile.confidentiality.en"), v.confidentiality.en, max_length=200),
            long_field("policy.zh", t("profile.policy.zh"), v.policy.zh),
            long_field("policy.en", t("profile.policy.en"), v.policy.en),
            class_name="in form",
        ),
    )


def form(submit: Any, event: Any) -> rx.Component:
    """Return the form; ``submit`` is the wording of its button, ``event`` what it calls."""
    return rx.el.form(
        problems(PROFILE.problems),
        conflict(PROFILE.conflict, Profile.keep_mine, Profile.take_theirs),
        _client(),
        _conditions(),
        _effort(),
        _words(),
        rx.el.div(rx.el.button(submit, type="submit", class_name="btn pri"), class_name="row"),
        key=PROFILE.view.id + PROFILE.view.loaded.to_string() + PROFILE.view.drawn,
        on_submit=event,
        no_validate=True,
        auto_complete="off",
        class_name="grid",
    )
