"""Answer pages, files and API alone, without Reflex: ``zhidian serve --api-only``.

granian --interface asgi --factory web.api.asgi:create
"""

from starlette.types import ASGIApp

from web import log_filter
from web.api.routes import application
from web.headers import Headers


def create() -> ASGIApp:
    """Return the ASGI application."""
    log_filter.install()
    return Headers(application(alone=True))
