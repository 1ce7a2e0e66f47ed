"""Deny by default: no event of a page runs unless its handler carries a rule that lets this person in."""

import asyncio
import logging
from collections.abc import Callable
from typing import Any, Final, TypeVar

import reflex as rx
from reflex.event import Event
from reflex.middleware.middleware import Middleware
from reflex.state import StateUpdate

from web import compat
from web.session import Who, actor_now, token_of

log = logging.getLogger(__name__)

PUBLIC: Final = "public"
SIGNED_IN: Final = "signed in"

RULES: dict[str, str] = {}
"""Handler (module and qualified name) → rule. Filled by ``allow`` when pages are imported."""

Handler = TypeVar("Handler")


def allow(rule: str) -> Callable[[Handler], Handler]:
    """Mark an event handler as callable under ``rule``; stands above ``@rx.event``.

    What exactly a person may do with an object is decided again by the use case the handler calls.
    """

    def mark(handler: Handler) -> Handler:
        function: Any = getattr(handler, "fn", handler)
        RULES[f"{function.__module__}.{function.__qualname__}"] = rule
        return handler

    return mark


def rule_of(app: Any, event: str) -> str | None:
    """Return the rule of an event, or None: unmapped events and the generated ``setvar`` are refused."""
    entry = next((e for e in compat.registered_events(app) if e.event == event), None)
    return None if entry is None or entry.setvar else RULES.get(entry.key)


class Gate(Middleware):
    """Looks the person up in the database before every event, and refuses what no rule allows."""

    def __init__(self) -> None:
        self._rules: dict[str, str | None] = {}

    def _rule(self, app: Any, event: str) -> str | None:
        if event not in self._rules:
            self._rules[event] = rule_of(app, event)
        return self._rules[event]

    async def preprocess(self, app: Any, state: Any, event: Event) -> StateUpdate | None:
        """Return None to go on, or the update that ends the event."""
        root = compat.root_of(state)
        actor = await asyncio.to_thread(actor_now, token_of(root))
        user = actor.user if actor else ""
        who = await root.get_state(Who)
        if who._owner != user:  # noqa: SLF001 - another person on this tab must not inherit the page
            if who._owner:  # noqa: SLF001
                compat.forget(root)
            who._owner = user  # noqa: SLF001
        who._actor = actor  # noqa: SLF001
        if event.name in compat.FRAMEWORK_EVENTS:
            return None
        rule = self._rule(app, event.name)
        if rule == PUBLIC or (rule == SIGNED_IN and user):
            return None
        if rule is None:
            log.error("refused unmapped event %s", event.name)
            return StateUpdate()
        return StateUpdate(events=Event.from_event_type(rx.redirect("/signin")))
