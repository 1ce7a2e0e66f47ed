"""Who is on the other side of a socket."""

from typing import TYPE_CHECKING, Any

import reflex as rx

from web import compat
from web.cookies import SESSION
from web.storage import database, now

if TYPE_CHECKING:
    from assessment.access import Actor


class Who(rx.State):
    """The person this tab belongs to. Backend variables: nothing here is ever sent."""

    _owner: str = ""
    _actor: Any = None


def token_of(root: Any) -> str:
    """Return the session token the socket was opened with."""
    return compat.cookie(root, SESSION)


def actor_now(token: str) -> "Actor | None":
    """Look the session up in the database; a revoked or expired one is nobody, however old the socket is."""
    from assessment.accounts import actor_of

    return actor_of(database(), token, now()) if token else None


def engagement_of(state: Any) -> str:
    """Return the engagement id in the page's address; the client wrote it, so every use case checks it again."""
    return str(getattr(state, "eid", "") or "")


def arrive(state: Any) -> str:
    """Return the engagement of the page; what was open of another one is closed first."""
    here = engagement_of(state)
    if state._seen != here:  # noqa: SLF001 - every page state of an engagement declares it
        state.reset()
        state._seen = here  # noqa: SLF001
    return here
