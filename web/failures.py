"""What a person reads when a handler could not do what was asked; details go to the log, never to the page."""

import logging
import uuid
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
    """One sentence at the foot of the page. ``good`` ones go by themselves; ``stamp`` tells two of the same wording apart."""

    text: LocaleText = LocaleText("", "")
    shown: bool = False
    good: bool = False
    stamp: str = ""

    @allow(PUBLIC)
    @rx.event
    def hide(self) -> None:
        """Take the sentence away."""
        self.shown = False

    @allow(PUBLIC)
    @rx.event
    def broken(self) -> None:
        """Say that something unexpected happened."""
        self.text, self.shown, self.good, self.stamp = UNEXPECTED, True, False, uuid.uuid4().hex


async def say(state: rx.State, text: LocaleText, *, good: bool = False) -> None:
    """Show a sentence at the foot of the page in place of the one there; one that tells of a success goes by itself."""
    notice = await state.get_state(Notice)
    notice.text, notice.shown, notice.good, notice.stamp = text, True, good, uuid.uuid4().hex


async def hush(state: rx.State) -> None:
    """Take the sentence at the foot of the page away."""
    (await state.get_state(Notice)).shown = False


NOTICE: Any = Notice
"""The state as pages see it: every field is a variable of the browser."""


def page_failure(exception: Exception) -> rx.event.EventSpec | None:
    """Return the event for an exception no handler caught."""
    log.error("an event failed", exc_info=exception)
    event: Any = Notice.broken()
    return event
