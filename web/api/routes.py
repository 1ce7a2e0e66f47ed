"""All own HTTP routes in one application; it runs inside the page server and, alone, as the API server."""

from starlette.applications import Starlette

from web.api import auth
from web.api.origin import OwnPagesOnly
from web.settings import settings


def application() -> Starlette:
    """Return the application without pages. Strangers and unknown objects get the same 404."""
    app = Starlette(routes=[*auth.ROUTES])
    app.add_middleware(OwnPagesOnly, origins=settings().origins)
    return app
