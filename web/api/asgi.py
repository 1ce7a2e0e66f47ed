"""Answer pages, files and API alone, without Reflex: ``zhidian serve --api-only``.

granian --interface asgi --factory web.api.asgi:create
"""

from starlette.types import ASGIApp

from web import log_filter
from web.api.routes import application
from web.headers import Headers
from web.storage import content


def create() -> ASGIApp:
    """Return the ASGI application, warm: the first reader waits no longer than the second."""
    log_filter.install()
    content()
    return Headers(application(alone=True))
