"""What a person reads when a handler could not do what was asked; details go to the log, never to the page."""

import logging
from typing import Any

import reflex as rx

from questionnaires.locale_text import LocaleText
from web.gate import PUBLIC, allow

log = logging.getLogger(__name__)

UNEXPECTED = LocaleText(
    "没有完成：程序出了问题，已记入日志。数据没有改动，稍后再试。",
    "Not done: something broke and was logged. Nothing was changed; try again in a moment.",
)


class Notice(rx.State):
    """One sentence at the foot of the page."""

    text: LocaleText = LocaleText("", "")
    shown: bool = False

    @allow(PUBLIC)
    @rx.event
    def hide(self) -> None:
        """Take the sentence away."""
        self.shown = False

    @allow(PUBLIC)
    @rx.event
    def broken(self) -> None:
        """Say that something unexpected happened."""
        self.text, self.shown = UNEXPECTED, True


async def say(state: rx.State, text: LocaleText) -> None:
    """Show a sentence at the foot of the page."""
    notice = await state.get_state(Notice)
    notice.text, notice.shown = text, True


NOTICE: Any = Notice
"""The state as pages see it: every field is a variable of the browser."""


def page_failure(exception: Exception) -> rx.event.EventSpec | None:
    """Return the event for an exception no handler caught."""
    log.error("an event failed", exc_info=exception)
    event: Any = Notice.broken()
    return event
