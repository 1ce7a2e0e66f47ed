"""Small drawings: the brand and the state of a step."""

from typing import Any

import reflex as rx

from web.i18n import t


def brand_mark() -> rx.Component:
    """Return the fulcrum."""
    return rx.el.svg(
        rx.el.path(d="M1.5 8.2 18.5 4.2", stroke="var(--ink)", stroke_width="2", stroke_linecap="round", fill="none"),
        rx.el.path(d="M9.6 8.6 14.2 17H5z", fill="var(--accent)"),
        width="20",
        height="20",
        view_box="0 0 20 20",
        aria_hidden="true",
    )


def _glyph(label: str, *paths: rx.Component) -> rx.Component:
    return rx.el.svg(
        *paths, view_box="0 0 18 18", class_name="st", role="img", custom_attrs={"aria-label": t(f"state.{label}")}
    )


def step_glyph(state: Any) -> Any:
    """Return the glyph of a step: done, lacking, current, open or optional."""
    ring = {"cx": "9", "cy": "9", "r": "7.2", "fill": "none"}
    return rx.match(
        state,
        (
            "done",
            _glyph(
                "done",
                rx.el.circle(cx="9", cy="9", r="8", fill="var(--ok)"),
                rx.el.path(d="m5.4 9.2 2.4 2.4 4.8-5", fill="none", stroke="var(--surface)", stroke_width="1.8"),
            ),
        ),
        (
            "lacks",
            _glyph(
                "lacks",
                rx.el.circle(**ring, stroke="var(--warn)", stroke_width="1.6"),
                rx.el.path(d="M9 1.8a7.2 7.2 0 1 1-6.9 5.2L9 9z", fill="var(--warn)"),
            ),
        ),
        (
            "current",
            _glyph(
                "current",
                rx.el.circle(**ring, stroke="var(--accent)", stroke_width="1.6"),
                rx.el.circle(cx="9", cy="9", r="3.6", fill="var(--accent)"),
            ),
        ),
        (
            "optional",
            _glyph(
                "optional",
                rx.el.circle(**ring, stroke="var(--control-line)", stroke_width="1.4", stroke_dasharray="2.4 2.4"),
            ),
        ),
        _glyph("open", rx.el.circle(**ring, stroke="var(--control-line)", stroke_width="1.4")),
    )


PAGES = {
    "overview": "M2.5 12.5a6.5 6.5 0 0 1 13 0M9 12.5l3.2-4",
    "roadmap": "M2.5 4.5h7M5.5 9h7M8.5 13.5h7",
    "resources": "M9 2.5 15.5 9 9 15.5 2.5 9zM6 9h6",
    "people": "M9 8.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6M3 15.5c.6-3.4 2.9-5 6-5s5.4 1.6 6 5",
    "facts": "M2.5 3.5h13v11h-13zM2.5 7.2h13M7 7.2v7.3",
    "report": "M4.5 2.5h6l3 3v10h-9zM6.8 9h4.4M6.8 12h4.4",
    "profile": "M3 15.5v-11l6-2v13M9 7.5h6v8M2 15.5h14M5.6 7.5h.8M5.6 10.5h.8",
}
"""The outline that stands for each page of an engagement where the rail is narrow."""


def page_glyph(page: str) -> rx.Component:
    """Return the sign of a page; its name stands beside or below."""
    line = rx.el.path(d=PAGES[page], fill="none", stroke="currentColor", stroke_width="1.5", stroke_linejoin="round")
    return rx.el.svg(line, view_box="0 0 18 18", class_name="st pg", aria_hidden="true")
