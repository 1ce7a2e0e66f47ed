"""How a refusal reaches a reader: strangers and unknown things get one page, everything else one sentence."""

import logging

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from assessment.errors import AssessmentError, Conflict, Forbidden, NotFound, Throttled
from web.api.rendering import not_found, page

log = logging.getLogger(__name__)
STATUS: tuple[tuple[type[AssessmentError], int], ...] = ((Throttled, 429), (Conflict, 409), (AssessmentError, 422))


async def refused(request: Request, error: Exception) -> Response:
    """Answer for a use case that refused."""
    if isinstance(error, NotFound | Forbidden) or not isinstance(error, AssessmentError):
        return not_found(request)  # who may not do a thing cannot tell whether it exists
    status = next(code for kind, code in STATUS if isinstance(error, kind))
    return page(request, "sentence.html", status=status, text=error.text)


async def http_error(request: Request, error: Exception) -> Response:
    """Answer for what Starlette itself refuses."""
    status = error.status_code if isinstance(error, HTTPException) else 400
    if status == 404:
        return not_found(request)
    return page(request, "not_understood.html", status=status)


async def broken(request: Request, error: Exception) -> Response:
    """Answer for a defect of ours: it is logged, and nothing of it reaches the reader."""
    log.error("%s %s failed", request.method, request.url.path, exc_info=error)
    return page(request, "broken.html", status=500)
