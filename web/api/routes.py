"""All own HTTP routes in one application; it runs inside the page server and, alone, as the API server."""

from starlette.applications import Starlette
from starlette.exceptions import HTTPException

from assessment.errors import AssessmentError
from web.answer import routes as answers
from web.api import auth, charts, crosswalk_file, doors, failures, health, invitation_sheets, registers, report_files
from web.api.origin import OwnPagesOnly
from web.settings import settings

ROUTES = [
    *health.ROUTES,
    *auth.ROUTES,
    *answers.ROUTES,
    *registers.ROUTES,
    *charts.ROUTES,
    *report_files.ROUTES,
    *crosswalk_file.ROUTES,
    *invitation_sheets.ROUTES,
]


def application(*, alone: bool = False) -> Starlette:
    """Return the application. Strangers and unknown objects get the same 404.

    ``alone`` adds a log-in page of its own, for a server that does not carry the workspace pages.
    """
    app = Starlette(routes=[*ROUTES, *(doors.ROUTES if alone else ())])
    app.add_exception_handler(AssessmentError, failures.refused)
    app.add_exception_handler(HTTPException, failures.http_error)
    app.add_exception_handler(Exception, failures.broken)
    app.add_middleware(OwnPagesOnly, origins=settings().origins)
    return app
