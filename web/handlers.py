"""How a page's handler reaches a use case: rule, actor, thread, and one sentence when it is refused."""

import asyncio
import functools
import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeVar

import reflex as rx

from assessment.errors import AssessmentError, Forbidden, InvalidInput, NotFound
from questionnaires.locale_text import LocaleText
from web.components.posted import NO_NAMES, ProblemLine, problem_lines
from web.failures import UNEXPECTED, hush, say
from web.gate import SIGNED_IN, allow
from web.session import Who
from web.storage import database

log = logging.getLogger(__name__)
Result = TypeVar("Result")


async def ask(state: rx.State, use_case: Callable[..., Result], *args: Any, **kwargs: Any) -> Result:
    """Run ``use_case(db, actor, …)`` in a thread as the person the gate let in."""
    return await asyncio.to_thread(use_case, database(), await actor_of_page(state), *args, **kwargs)


async def actor_of_page(state: rx.State) -> Any:
    """Return the person the gate let in."""
    return (await state.get_state(Who))._actor  # noqa: SLF001


async def refused(
    state: rx.State, error: InvalidInput, names: Mapping[str, LocaleText] = NO_NAMES
) -> tuple[ProblemLine, ...]:
    """Return the lines of a form that was refused; whatever the page still said of an earlier success goes away."""
    await hush(state)
    return problem_lines(error, names)


def handler(rule: str = SIGNED_IN) -> Callable[[Callable[..., Awaitable[Any]]], Any]:
    """Make a coroutine an event handler under ``rule``; a refusal becomes a sentence or the page *not found*."""

    def mark(function: Callable[..., Awaitable[Any]]) -> Any:
        @functools.wraps(function)
        async def guarded(self: rx.State, *args: Any, **kwargs: Any) -> Any:
            try:
                return await function(self, *args, **kwargs)
            except (NotFound, Forbidden):
                return rx.redirect("/missing")
            except AssessmentError as error:
                await say(self, error.text)
            except Exception:
                log.exception("%s failed", function.__qualname__)
                await say(self, UNEXPECTED)
            return None

        return allow(rule)(rx.event(guarded))

    return mark
