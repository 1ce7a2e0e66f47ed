"""The report's own drawings for the pages, as SVG that a browser may keep while nothing has changed."""

import hashlib
import inspect
from collections.abc import Callable, Mapping
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from assessment.dossier import Dossier
from assessment.dossiers import dossier_of
from assessment.errors import NotFound
from reports import figures
from reports.chapters.resources import rank
from reports.charts import draw
from reports.reading import Reading
from roadmap.plan import Plan
from web.api.person import ask, locale_of
from web.storage import content, now

WIDTHS = (240, 1680)
ROWS = (14, 40)
SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


def _plan(reading: Reading) -> Plan:
    if reading.plan is None:
        raise NotFound
    return reading.plan


DRAWINGS: Mapping[str, Callable[..., Any]] = {
    "index_band": figures.index_band,
    "radar": figures.radar,
    "ten_bars": figures.ten_bars,
    "dumbbell": lambda r, **size: figures.dumbbell(r, r.voices, **size),
    "leverage": lambda r, **size: figures.leverage(r, rank(r), **size),
    "profit": lambda r, **size: figures.profit_range(r, _plan(r), **size),
    "waterfall": lambda r, **size: figures.waterfall(r, _plan(r), **size),
    "gantt": lambda r, **size: figures.gantt(r, _plan(r), today=now().date(), **size),
}
"""Name in the address → the figure as the report draws it."""

WITH_ROWS = frozenset(
    name
    for name, of in (("ten_bars", figures.ten_bars), ("gantt", figures.gantt))
    if "row_height" in inspect.signature(of).parameters
)


def size_of(name: str, query: Mapping[str, str]) -> dict[str, float]:
    """Return the size asked for, within limits: ``width`` and, where rows are drawn, ``row``; anything else is ignored.

    >>> size_of("gantt", {"width": "99999", "row": "26"}), size_of("radar", {"width": "x", "row": "26"})
    ({'width': 1680.0, 'row_height': 26.0}, {})
    """
    size: dict[str, float] = {}
    for key, parameter, (low, high) in (("width", "width", WIDTHS), ("row", "row_height", ROWS)):
        said = query.get(key, "")
        if said.isascii() and said.isdigit() and len(said) < 6 and (key == "width" or name in WITH_ROWS):
            size[parameter] = float(min(max(int(said), low), high))
    return size


def drawing(dossier: Dossier, name: str, locale: Any, size: Mapping[str, float]) -> str:
    """Return one drawing as SVG text. Raises NotFound for a plan's drawing when there is no plan."""
    return draw(DRAWINGS[name](Reading(dossier, locale), **size), "web")


async def chart(request: Request) -> Response:
    """Send a drawing, or 304 when the browser has it."""
    name, engagement = request.path_params["name"], request.path_params["engagement"]
    pack = await run_in_threadpool(content)
    dossier = await ask(request, dossier_of, engagement, pack, now())
    if name not in DRAWINGS:
        raise NotFound
    locale, size = locale_of(request), size_of(name, request.query_params)
    made_of = f"{dossier.digest}|{name}|{locale}|{sorted(size.items())}|{now().date()}"
    tag = f'"{hashlib.sha256(made_of.encode()).hexdigest()[:24]}"'
    headers = {
        "etag": tag,
        "cache-control": "private, no-cache",
        "vary": "Cookie",
        "content-security-policy": SANDBOX,
        "x-content-type-options": "nosniff",
    }
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    svg = await run_in_threadpool(drawing, dossier, name, locale, size)
    return Response(svg, media_type="image/svg+xml", headers=headers)


ROUTES = [Route("/e/{engagement}/files/chart/{name}.svg", chart, methods=["GET"])]
