"""What surrounds every page: bar, language and theme, notice, banners."""

import json
from typing import Any

import reflex as rx
from reflex.style import resolved_color_mode

from web import compat
from web.components.marks import brand_mark
from web.components.native import Focus, Passing, link, plain_form
from web.components.parts import PATH
from web.failures import NOTICE, Notice
from web.i18n import catalogue, locale_is, said, set_locale, t

PASSING = 10_000
"""Milliseconds a sentence about a success stays."""

HEAD = """
(() => {
  const root = document.documentElement;
  const wanted = (navigator.languages || [navigator.language || "zh"]).map((said) => said.slice(0, 2).toLowerCase());
  const asked = wanted.find((said) => said === "zh" || said === "en") || (wanted.length ? "en" : "zh");
  const locale = (document.cookie.match(/(?:^|; )zd_locale=(zh|en)/) || [])[1] || asked;
  root.lang = locale === "en" ? "en" : "zh-CN";
  if (locale === "en") { root.dataset.wait = "1"; setTimeout(() => delete root.dataset.wait, 3000); }
  try { sessionStorage.setItem("%(mark)s", "8640000000000000"); } catch {}
  const words = %(words)s;
  new MutationObserver(() => {
    const bar = document.getElementById("%(bar)s");
    if (!bar || bar.dataset.ours) return;
    bar.dataset.ours = "1";
    const text = words[root.lang === "en" ? "en" : "zh"];
    if (bar.firstChild) bar.firstChild.data = text.news;
    const button = bar.querySelector("button");
    if (button) button.textContent = text.reload;
  }).observe(root, { childList: true, subtree: true });
})();
"""


def head_script() -> rx.Component:
    """Return the script that sets language before the first paint and words the bar for a new version."""
    words = {
        locale: {"news": texts["app.new_version"], "reload": texts["app.reload"]}
        for locale, texts in catalogue().items()
    }
    filled = HEAD % {
        "mark": compat.RELOAD_MARK,
        "bar": compat.NEW_VERSION_BAR,
        "words": json.dumps(words, ensure_ascii=False),
    }
    return rx.el.script(filled)


def connection_banner() -> rx.Component:
    """Return what is shown while the server cannot be reached."""
    return rx.el.div(t("app.offline"), role="status", class_name="offline", id="offline")


def language_switch() -> rx.Component:
    """Return the two languages side by side."""
    return rx.el.span(
        rx.el.button(
            "中文", type="button", lang="zh-CN", on_click=set_locale("zh"), aria_pressed=_pressed(locale_is("zh"))
        ),
        rx.el.button("EN", type="button", lang="en", on_click=set_locale("en"), aria_pressed=_pressed(locale_is("en"))),
        class_name="seg",
        role="group",
        aria_label=t("app.language"),
    )


def theme_switch() -> rx.Component:
    """Return the button that turns the page dark or light; on a phone a sign stands for its word."""
    return rx.el.button(
        rx.el.span(rx.cond(resolved_color_mode == "dark", t("app.light"), t("app.dark")), class_name="word"),
        rx.el.span(rx.cond(resolved_color_mode == "dark", "☀", "☾"), class_name="sign", aria_hidden="true"),
        type="button",
        class_name="btn q s",
        on_click=rx.toggle_color_mode,
        title=t("app.theme"),
    )


def _pressed(var: Any) -> rx.Var:
    return rx.cond(var, "true", "false")


def notice() -> rx.Component:
    """Return the sentence at the foot of the page, while there is one."""
    return rx.cond(
        NOTICE.shown,
        rx.el.div(
            rx.el.span(said(NOTICE.text)),
            rx.el.button(t("app.close"), type="button", on_click=Notice.hide),
            Passing.create(stamp=NOTICE.stamp, path=PATH, after=rx.cond(NOTICE.good, PASSING, 0), on_end=Notice.hide),
            role="status",
            class_name="notice",
        ),
    )


def sign_out() -> rx.Component:
    """Return the button that ends the session on the server."""
    return plain_form(rx.el.button(t("app.sign_out"), type="submit", class_name="btn q s"), action="/auth/logout")


def menu(*links: rx.Component) -> rx.Component:
    """Return what a phone has no room for in the bar: links, and the way out."""
    return rx.el.details(
        rx.el.summary("☰", aria_label=t("app.menu"), class_name="btn s"),
        rx.el.nav(*links, sign_out(), aria_label=t("app.menu")),
        class_name="menu",
    )


def top_bar(*crumbs: Any, actions: tuple[rx.Component, ...] = (), more: rx.Component | None = None) -> rx.Component:
    """Return the bar above a page; on a phone ``more`` takes the place of the way out."""
    return rx.el.header(
        rx.el.span(*crumbs, class_name="crumb"),
        rx.el.span(class_name="grow"),
        *actions,
        language_switch(),
        theme_switch(),
        rx.el.span(sign_out(), class_name="only-wide" if more else ""),
        *([more] if more else []),
        class_name="bar",
    )


def bare_page(
    *content: Any, title: Any, crumbs: tuple[Any, ...], actions: tuple[rx.Component, ...] = ()
) -> rx.Component:
    """Return a page without a rail."""
    return rx.el.div(
        rx.el.a(t("app.skip"), href="#main", class_name="skip"),
        Focus.create(title=title),
        rx.el.div(
            top_bar(
                rx.el.a(brand_mark(), rx.el.span("Zhidian 支点"), href="/", class_name="brand"),
                *crumbs,
                actions=actions,
            ),
            rx.el.main(*content, class_name="main", id="main"),
        ),
        notice(),
        class_name="shell bare",
    )


__all__ = [
    "bare_page",
    "connection_banner",
    "head_script",
    "language_switch",
    "link",
    "menu",
    "notice",
    "sign_out",
    "theme_switch",
    "top_bar",
]
