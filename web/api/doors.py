"""Log-in without the workspace pages: what ``zhidian serve --api-only`` shows to a consultant who codes."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from web.api.person import actor_or_none, safe_next
from web.api.rendering import page


async def signin(request: Request) -> Response:
    """Show the log-in form; it posts to the same address as the page of the workspace."""
    error = request.query_params.get("error", "")
    return page(
        request,
        "signin.html",
        error=f"signin.{error}" if error in {"wrong", "many"} else "",
        onward=safe_next(request.query_params.get("next")),
    )


async def front(request: Request) -> Response:
    """Say that the workspace is elsewhere."""
    actor = await actor_or_none(request)
    return page(request, "front.html", name=actor.name if actor else "")


ROUTES = [Route("/signin", signin, methods=["GET"]), Route("/", front, methods=["GET"])]
