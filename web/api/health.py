"""Is this server able to work? For supervisors and load balancers; it tells nothing about anybody's data."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from web.storage import database


def _ready() -> bool:
    db = database()
    return db.revision() == db.head()


async def healthz(request: Request) -> Response:  # noqa: ARG001 - a route takes the request
    """Answer 200 when the database answers and has this program's tables, 503 otherwise."""
    try:
        ready = await run_in_threadpool(_ready)
    except Exception:  # noqa: BLE001 - whatever it is, the server is not able to work
        ready = False
    return JSONResponse(
        {"status": "ok" if ready else "not ready"}, 200 if ready else 503, headers={"cache-control": "no-store"}
    )


ROUTES = [Route("/healthz", healthz, methods=["GET"])]
