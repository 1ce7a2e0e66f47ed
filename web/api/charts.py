"""The report's own drawings for the pages, as SVG that a browser may keep while nothing has changed."""

import hashlib
from collections.abc import Mapping

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from assessment.dossier import Dossier
from assessment.dossiers import dossier_of
from assessment.errors import NotFound
from questionnaires.locale_text import Locale
from reports import ChartError, charts_for
from web.api.person import ask, locale_of
from web.settings import settings
from web.storage import content, now

NARROWEST, WIDEST = 240, 1680
SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


def width_of(query: Mapping[str, str]) -> float | None:
    """Return the width asked for in px, within limits; None for the drawing's usual one.

    >>> width_of({"width": "99999"}), width_of({"width": "320", "rev": "7"}), width_of({"width": "x"})
    (1680.0, 320.0, None)
    """
    said = query.get("width", "")
    whole = said.isascii() and said.isdigit() and len(said) < 6
    return float(min(max(int(said), NARROWEST), WIDEST)) if whole else None


def drawing(dossier: Dossier, name: str, locale: Locale, width: float | None) -> str:
    """Return one drawing as SVG text. Raises NotFound for an unknown name and when there is nothing to draw yet."""
    today = now().astimezone(settings().timezone).date()
    try:
        return charts_for(dossier, name, locale, today=today, width=width)
    except ChartError as error:
        raise NotFound from error


async def chart(request: Request) -> Response:
    """Send a drawing, or 304 when the browser has it."""
    name, engagement = request.path_params["name"], request.path_params["engagement"]
    pack = await run_in_threadpool(content)
    dossier = await ask(request, dossier_of, engagement, pack, now())
    locale = locale_of(request)
    svg = await run_in_threadpool(drawing, dossier, name, locale, width_of(request.query_params))
    tag = f'"{hashlib.sha256(svg.encode()).hexdigest()[:24]}"'
    headers = {
        "etag": tag,
        "cache-control": "private, no-cache",
        "vary": "Cookie",
        "content-security-policy": SANDBOX,
        "x-content-type-options": "nosniff",
    }
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(svg, media_type="image/svg+xml", headers=headers)


ROUTES = [Route("/e/{engagement}/files/chart/{name}.svg", chart, methods=["GET"])]
