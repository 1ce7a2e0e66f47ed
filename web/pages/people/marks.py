"""How far a form or a visit is: tone and sign, alike in every list of the people page."""

from typing import Any

import reflex as rx

from web.components.parts import tag

MARKS = {
    "submitted": ("ok", "✓"),
    "invited": ("info", "●"),
    "tabled": ("ok", "✓"),
    "begun": ("info", "◑"),
    "opened": ("info", "◔"),
    "open": ("", "○"),
    "planned": ("", "○"),
    "hidden": ("", "–"),
    "expired": ("warn", "×"),
    "revoked": ("warn", "×"),
    "none": ("", "–"),
}


def mark(state: str, name: Any) -> rx.Component:
    """Return the tag of a state: its sign before its name."""
    tone, sign = MARKS[state]
    return tag(rx.fragment(sign, " ", name), tone)
