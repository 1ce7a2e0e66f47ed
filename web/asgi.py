"""The application as Granian serves it: pages, answer pages and API on one port, without Node.

granian --interface asgi --factory web.asgi:create
"""

import os

os.environ.setdefault("REFLEX_ENV_MODE", "prod")
os.environ.setdefault("REFLEX_SOCKET_INTERVAL", "10")
os.environ.setdefault("REFLEX_SOCKET_TIMEOUT", "15")
os.environ.setdefault("REFLEX_CHECK_LATEST_VERSION", "false")

from starlette.types import ASGIApp

from web import compat

compat.serve_what_is_built()


def create() -> ASGIApp:
    """Return the ASGI application, warm: the first reader waits no longer than the second."""
    from web import log_filter
    from web.app import app
    from web.storage import content

    log_filter.install()
    content()
    return app()
