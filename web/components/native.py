"""Elements and browser helpers that Reflex lacks or would turn into something else."""

from typing import Any

import reflex as rx
from reflex_components_core.el.element import Element

rx.asset("browser.js", shared=True)
BROWSER_JS = rx.asset("browser.js", shared=True).importable_path


class PlainForm(Element):
    """A form the browser submits itself: log-in, log-out, uploads."""

    tag = "form"
    action: Any
    method: Any
    enc_type: Any


class Poll(rx.Component):
    """Calls ``on_tick`` every ``every`` milliseconds while the page is visible; draws nothing."""

    library = BROWSER_JS
    tag = "Poll"
    every: Any
    on_tick: rx.EventHandler[rx.event.no_args_event_spec]


class Chart(rx.Component):
    """A drawing of ours, fetched as SVG in the reader's language; a click on a mark calls ``on_pick`` with its id.

    It is as wide as its place but never under ``least`` px; ``tall`` px are kept free until it is there. ``failed`` is
    what stands there when it cannot be drawn; ``only`` are the ids that count, the others step back.
    """

    library = BROWSER_JS
    tag = "Chart"
    src: Any
    label: Any
    failed: Any
    least: Any
    tall: Any
    only: rx.Var[list[str]]
    on_pick: rx.EventHandler[rx.event.passthrough_event_spec(str)]


class Typing(rx.Component):
    """A text field that reports what was typed after a pause, and never in the middle of a Chinese composition."""

    library = BROWSER_JS
    tag = "Typing"
    value: Any
    label: Any
    placeholder: Any
    kind: Any
    on_text: rx.EventHandler[rx.event.passthrough_event_spec(str)]


class Expire(rx.Component):
    """Calls ``on_end`` once, ``after`` milliseconds after it appeared; draws nothing."""

    library = BROWSER_JS
    tag = "Expire"
    after: Any
    on_end: rx.EventHandler[rx.event.no_args_event_spec]


class Passing(rx.Component):
    """Ends what it stands in: ``after`` milliseconds (0 never), and on the next page or when the page is loaded anew."""

    library = BROWSER_JS
    tag = "Passing"
    stamp: Any
    path: Any
    after: Any
    on_end: rx.EventHandler[rx.event.no_args_event_spec]


class Refusal(rx.Component):
    """What was wrong with the form it stands in: takes the focus, leads to each field and marks it with its message."""

    library = BROWSER_JS
    tag = "Refusal"
    title: Any
    lines: Any


class Copy(rx.Component):
    """A button that copies an address of this site, with its origin, to the clipboard and says so."""

    library = BROWSER_JS
    tag = "Copy"
    path: Any
    label: Any
    done: Any


class Drawer(rx.Component):
    """A panel over the right edge: takes the focus when it opens, gives it back, closes with Escape."""

    library = BROWSER_JS
    tag = "Drawer"
    label: Any
    on_close: rx.EventHandler[rx.event.no_args_event_spec]


class Way(rx.Component):
    """The ordered list of steps; it marks the one the reader is at and goes to the anchor in the address.

    ``part`` is the part of the page that is open, where a page has parts.
    """

    library = BROWSER_JS
    tag = "Way"
    part: Any


class Focus(rx.Component):
    """Moves the keyboard focus to the page's heading after a change of page and names the page in the window title."""

    library = BROWSER_JS
    tag = "Focus"
    title: Any


class Fonts(rx.Fragment):
    """Chinese letters for machines that have none; a browser fetches only the slices a page needs."""

    lib_dependencies: list[str] = ["@fontsource-variable/noto-sans-sc@5.3.0"]  # noqa: RUF012 - Reflex wants a list

    def add_imports(self) -> Any:
        """Import the style sheet of the faces."""
        return {"": ["@fontsource-variable/noto-sans-sc/index.css"]}


def plain_form(*children: Any, action: Any, **props: Any) -> rx.Component:
    """Return a form that is posted by the browser."""
    return PlainForm.create(*children, action=action, method="post", **props)


def link(*children: Any, href: Any, **props: Any) -> rx.Component:
    """Return a link to one of our own HTTP routes, which the page router must not swallow."""
    return rx.el.a(*children, href=href, reload_document=True, **props)


__all__ = [
    "Chart",
    "Copy",
    "Drawer",
    "Expire",
    "Focus",
    "Fonts",
    "Passing",
    "PlainForm",
    "Poll",
    "Refusal",
    "Typing",
    "Way",
    "link",
    "plain_form",
]
