"""Log-in, log-out, language. Plain posts: the cookie never passes through a page."""

from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from assessment.accounts import authenticate, close_session
from assessment.errors import AssessmentError, Throttled
from web.api.person import safe_next
from web.cookies import SESSION, drop, put, put_locale
from web.storage import database, now

SEE_OTHER = 303


async def login(request: Request) -> Response:
    """Check name and password; on success set the session cookie and go on."""
    form = await request.form(max_files=0, max_fields=20)
    onward = safe_next(form.get("next"))
    client = request.client.host if request.client else ""
    try:
        token = await run_in_threadpool(
            authenticate, database(), str(form.get("email", "")), str(form.get("password", "")), client, now()
        )
    except AssessmentError as error:
        reason = "many" if isinstance(error, Throttled) else "wrong"
        return RedirectResponse("/signin?" + urlencode({"error": reason, "next": onward}), SEE_OTHER)
    old = request.cookies.get(SESSION)
    if old:  # a new log-in ends the old session, so that a planted cookie is worth nothing
        await run_in_threadpool(close_session, database(), old)
    response = RedirectResponse(onward, SEE_OTHER)
    put(response, SESSION, token)
    return response


async def logout(request: Request) -> Response:
    """End the session in the database and drop the cookie."""
    token = request.cookies.get(SESSION)
    if token:
        await run_in_threadpool(close_session, database(), token)
    response = RedirectResponse("/signin", SEE_OTHER)
    drop(response, SESSION)
    return response


async def locale(request: Request) -> Response:
    """Switch the language of the server-rendered pages and return to where the reader was."""
    form = await request.form(max_files=0, max_fields=20)
    response = RedirectResponse(safe_next(form.get("next")), SEE_OTHER)
    put_locale(response, "en" if form.get("locale") == "en" else "zh")
    return response


ROUTES = [
    Route("/auth/login", login, methods=["POST"]),
    Route("/auth/logout", logout, methods=["POST"]),
    Route("/auth/locale", locale, methods=["POST"]),
]
