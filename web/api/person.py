"""The person behind a request, and the address to return to."""

from collections.abc import Callable
from typing import Any, TypeVar

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from assessment.access import Actor
from assessment.accounts import actor_of
from assessment.errors import NotFound
from questionnaires.locale_text import LOCALES, Locale
from web.cookies import LOCALE, SESSION
from web.storage import database, now

Result = TypeVar("Result")


def safe_next(address: Any) -> str:
    """Return an address inside this site, else the front page.

    >>> safe_next("/e/1"), safe_next("//evil.example"), safe_next("https://evil.example"), safe_next(None)
    ('/e/1', '/', '/', '/')
    """
    text = address if isinstance(address, str) else ""
    inside = text.startswith("/") and not text.startswith(("//", "/\\")) and text.isprintable()
    return text if inside else "/"


def locale_of(request: Request) -> Locale:
    """Return the language of the reader: the query, else the cookie, else what the browser asks for, else Chinese."""
    said = request.query_params.get("locale") or request.cookies.get(LOCALE, "")
    if said:
        return "en" if said == "en" else "zh"
    return asked_for(request.headers.get("accept-language", ""))


def asked_for(header: str) -> Locale:
    """Return which of the two languages an ``Accept-Language`` header wants more; Chinese when it says nothing.

    A reader of neither gets English.

    >>> asked_for("en-US,en;q=0.9,zh;q=0.8"), asked_for("zh-CN,en;q=0.5"), asked_for("fr"), asked_for(""), asked_for("*")
    ('en', 'zh', 'en', 'zh', 'zh')
    """
    best: Locale = "zh"
    most = 0.0
    languages = [part.strip() for part in header.split(",") if part.strip() not in {"", "*"}]
    for language in languages:
        tag, _, weight = language.partition(";q=")
        try:
            wanted = float(weight or 1)
        except ValueError:
            wanted = 0.0
        for locale in LOCALES:
            if tag.strip().lower().split("-")[0] == locale and wanted > most:
                best, most = locale, wanted
    return best if most or not languages else "en"


async def actor_or_none(request: Request) -> Actor | None:
    """Return the signed-in person, or None."""
    token = request.cookies.get(SESSION, "")
    return await run_in_threadpool(actor_of, database(), token, now()) if token else None


async def ask(request: Request, use_case: Callable[..., Result], *args: Any, **kwargs: Any) -> Result:
    """Run ``use_case(db, actor, …)`` in a thread for the signed-in person.

    Raises:
        NotFound: when nobody is signed in; a stranger cannot tell a closed door from a wall.
    """
    actor = await actor_or_none(request)
    if actor is None:
        raise NotFound
    return await run_in_threadpool(use_case, database(), actor, *args, **kwargs)
