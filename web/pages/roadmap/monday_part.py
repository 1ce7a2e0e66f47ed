"""The part of the panel that a team takes with it: the first week in sight, the rest folded behind its heading."""

from typing import Any

import reflex as rx

from web.i18n import said, t
from web.pages.roadmap.state import ROADMAP


def _list(kind: Any, lines: Any) -> rx.Component:
    return kind(
        rx.foreach(lines, lambda line: rx.el.li(said(line))), class_name="dots" if kind is rx.el.ul else "turns"
    )


def _pairs(**values: Any) -> rx.Component:
    lines = (rx.el.div(rx.el.dt(t(f"panel.{key}")), rx.el.dd(said(text))) for key, text in values.items())
    return rx.el.dl(*lines, class_name="stacked")


def _fold(key: str, *content: rx.Component, opened: bool = False) -> rx.Component:
    return rx.el.details(rx.el.summary(t(f"panel.{key}")), *content, open=opened)


def _risk(line: Any) -> rx.Component:
    return rx.el.li(rx.el.b(said(line.risk)), rx.el.br(), said(line.answer))


def monday() -> rx.Component:
    """Return the playbook of the picked initiative, or nothing when the content has none."""
    m = ROADMAP.panel.monday
    part = rx.el.section(
        rx.el.h3(t("panel.monday")),
        _pairs(accountable=m.accountable, responsible=m.responsible),
        rx.el.h4(t("panel.first_week")),
        _list(rx.el.ol, m.first_week),
        rx.el.div(
            _fold("steps", _list(rx.el.ol, m.steps), opened=True),
            _fold("ends", _pairs(done=m.done, stop=m.stop), opened=True),
            _fold("figure", _pairs(definition=m.definition, formula=m.formula, source=m.source)),
            _fold("risks", rx.el.ul(rx.foreach(m.risks, _risk), class_name="dots")),
            _fold("questions", _list(rx.el.ul, m.questions)),
            class_name="folds",
        ),
        class_name="monday",
        aria_label=t("panel.monday"),
    )
    return rx.cond(m.shown, part)
