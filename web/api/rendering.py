"""Server-rendered pages: templates, words, and the headers that keep them private and free of foreign scripts."""

import hashlib
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from questionnaires.locale_text import Locale
from reports.phrases.numbers import day
from web.api.faces import faces, wants_faces
from web.api.person import locale_of
from web.api.wording import WEB, speaker
from web.settings import settings

CSP = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
LIVE_CSP = f"{CSP}; script-src 'self'; connect-src 'self'"
PRIVATE: Mapping[str, str] = {
    "cache-control": "private, no-store",
    "content-security-policy": CSP,
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
}
"""Headers of every page that shows somebody's data. ``no-store`` also makes the browser's back button ask again."""

STYLES = {
    "tokens.css": WEB.parent / "assets" / "tokens.css",
    "favicon.ico": WEB.parent / "assets" / "favicon.ico",
    "answer.css": WEB / "answer" / "static" / "answer.css",
    "answer.js": WEB / "answer" / "static" / "answer.js",
    "stopwatch.js": WEB / "answer" / "static" / "stopwatch.js",
    "files.css": WEB / "api" / "static" / "files.css",
}
"""Everything the pages fetch besides themselves, by name below ``/answer/static/``."""


@cache
def version() -> str:
    """Return a short digest of styles and script, so that browsers may keep them for ever."""
    return digest_of("".join(hashlib.sha256(path.read_bytes()).hexdigest() for path in STYLES.values()))


@cache
def digest_of(text: str) -> str:
    """Return twelve hex digits that change with the text."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader([WEB / "answer" / "templates", WEB / "api" / "templates"]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def page(
    request: Request,
    template: str,
    *,
    status: int = 200,
    locale: Locale | None = None,
    live: bool = False,
    **context: Any,
) -> HTMLResponse:
    """Return a rendered page in the reader's language; only a ``live`` one may run a script, and only ours."""
    locale = locale or locale_of(request)
    own_faces = faces() if wants_faces(request.headers.get("user-agent", "")) else ""
    made = _environment().get_template(template)
    html = made.render(
        locale=locale,
        t=speaker(locale),
        version=version(),
        faces=own_faces and digest_of(own_faces),
        live=live,
        **context,
    )
    return HTMLResponse(html, status, {**PRIVATE, "content-security-policy": LIVE_CSP if live else CSP})


def live_page(request: Request, template: str, **how: Any) -> HTMLResponse:
    """Return a page that may run our own script and speak with us; takes what ``page`` takes."""
    return page(request, template, live=True, **how)


def clock(moment: datetime, now: datetime, locale: Locale) -> str:
    """Return when something happened by the readers' clock: the time, and the day when it was another one."""
    here = moment.astimezone(settings().timezone)
    time = f"{here:%H:%M}"
    if here.date() == now.astimezone(settings().timezone).date():
        return time
    return f"{day(here.date(), locale, year=False)} {time}"


def not_found(request: Request) -> HTMLResponse:
    """Return the one page for everything that is not there or not for these eyes."""
    return page(request, "not_found.html", status=404)
