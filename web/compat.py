"""Every private thing of Reflex 0.10.1 we lean on, in one place, each with a test that fails on an upgrade."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from pathlib import Path
from typing import Any

FRAMEWORK_EVENTS = frozenset(
    f"reflex___state____state.{name}"
    for name in (
        "hydrate",
        "hydrate_and_load",
        "set_is_hydrated",
        "reflex___state____on_load_internal_state.on_load_internal",
        "reflex___state____on_load_internal_state.set_is_hydrated",
        "reflex___state____update_vars_internal_state.update_vars_internal",
        "reflex___state____frontend_event_exception_state.handle_frontend_exception",
    )
)
"""Events the framework sends by itself before any of ours can run."""

CONNECTION_OVERLAY = (5, "Overlay")
"""Key under which Reflex hangs its banner for a lost connection."""

FONTS_WRAP = (20, "Fonts")
"""Free place among the things that wrap every page."""

NEW_VERSION_BAR = "reflex-new-version-banner"
RELOAD_MARK = "reflex_last_reloaded_on_error"


def serve_what_is_built() -> None:
    """Make the application serve the compiled front end and never compile; call before ``web.app`` is imported."""
    from reflex_base.environment import environment

    environment.REFLEX_SKIP_COMPILE.set(True)
    environment.REFLEX_MOUNT_FRONTEND_COMPILED_APP.set(True)


def root_of(state: Any) -> Any:
    """Return the root of a state tree."""
    return state._get_root_state()  # noqa: SLF001


def headers_of(root: Any) -> Mapping[str, str]:
    """Return the request headers the socket was opened with; they never change while it is open."""
    return root.router_data.get("headers", {})


def cookie(root: Any, name: str) -> str:
    """Return a cookie of the socket's request, or an empty text."""
    try:
        morsel = SimpleCookie(headers_of(root).get("cookie", "")).get(name)
    except CookieError:
        return ""
    return morsel.value if morsel else ""


def forget(root: Any) -> None:
    """Empty the whole state tree but keep what the router knows of the page."""
    kept = root.router_data
    root.reset()
    root.router_data = kept


@dataclass(frozen=True, slots=True)
class Registered:
    """An event handler as the application registered it."""

    event: str
    key: str
    setvar: bool


def registered_events(app: Any) -> Iterator[Registered]:
    """Yield every event a client can name."""
    for event, entry in sorted(app._registration_context.event_handlers.items()):  # noqa: SLF001
        function = entry.handler.fn
        key = f"{getattr(function, '__module__', '')}.{getattr(function, '__qualname__', type(function).__qualname__)}"
        yield Registered(event, key, type(entry.handler).__name__ == "EventHandlerSetVar" or key.endswith("setvar"))


def fresh_root(router: Mapping[str, Any] | None = None) -> Any:
    """Return an empty state tree as a new socket gets it; ``router`` holds headers, query and path name."""
    import reflex as rx

    root = rx.State(_reflex_internal_init=True)  # pyright: ignore[reportCallIssue]
    if router is not None:
        root.router_data = root._update_router_vars(dict(router), {})  # noqa: SLF001
    return root


def environment_chunk(client: Path) -> Path:
    """Return the one built file into which Reflex bakes host and port.

    Raises:
        FileNotFoundError: when a new Reflex names it otherwise.
    """
    found = sorted(client.glob("assets/reflex-env-*.js"))
    if len(found) != 1:
        raise FileNotFoundError(f"{client}/assets/reflex-env-*.js: expected one file, found {len(found)}")
    return found[0]
