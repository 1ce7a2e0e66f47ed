"""The cookies of the product: a session, a respondent's narrow pass, own changes, language. Knows nothing of Reflex."""

from typing import Any

from starlette.responses import Response

from web.settings import settings

SESSION = "zd_session"
ANSWER = "zd_answer"
OWN_CHANGES = "zd_own"
LOCALE = "zd_locale"
KEPT = "zd_kept"
WEEKS_2 = 14 * 24 * 3600
YEAR = 365 * 24 * 3600


def put(response: Response, name: str, value: str, *, path: str = "/", seconds: int = WEEKS_2) -> None:
    """Set a cookie no script can read and no other site can send with a form."""
    kind: dict[str, Any] = {"httponly": True, "secure": settings().https, "samesite": "lax"}
    response.set_cookie(name, value, path=path, max_age=seconds, **kind)


def drop(response: Response, name: str, *, path: str = "/") -> None:
    """Remove a cookie."""
    response.delete_cookie(name, path=path)


def put_locale(response: Response, locale: str) -> None:
    """Remember the language; the pages' own script reads and writes this one too."""
    response.set_cookie(LOCALE, locale, path="/", max_age=YEAR, samesite="lax", secure=settings().https)


def put_kept(response: Response, screen: str, *, path: str) -> None:
    """Name the answer page that was stored whole, so that its script drops the copy it kept on the device."""
    response.set_cookie(KEPT, screen, path=path, max_age=YEAR, samesite="lax", secure=settings().https)
