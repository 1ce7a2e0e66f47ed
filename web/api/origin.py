"""Refuse forms that another site makes a browser post."""

from urllib.parse import urlsplit

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

REFUSED = (
    "没有执行：这个表单不是从本站的页面发出的。回到页面再试；管理员可检查 ZHIDIAN_ORIGINS。\n"
    "Refused: this form was not sent from a page of this site. Go back and try again; operators check ZHIDIAN_ORIGINS.\n"
)
PRIVATE_TEXT = {"cache-control": "no-store", "x-content-type-options": "nosniff"}
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


def same_site(headers: dict[str, str], origins: tuple[str, ...]) -> bool:
    """Return whether a writing request comes from our own pages.

    The ``Origin`` header must name this host or a configured origin. Browsers that leave it out are judged by
    ``Sec-Fetch-Site`` and ``Referer``; a program sends none of the three, and cookies are ``SameSite=Lax`` besides.

    >>> same_site({"origin": "https://evil.example", "host": "plan.example"}, ())
    False
    >>> same_site({"origin": "https://plan.example", "host": "plan.example"}, ())
    True
    """
    site = headers.get("sec-fetch-site")
    if site and site not in {"same-origin", "none"}:
        return False
    said = headers.get("origin") or headers.get("referer")
    if said is None:
        return True
    if said == "null":
        return site == "same-origin"
    parts = urlsplit(said)
    return parts.netloc == headers.get("host", "") or f"{parts.scheme}://{parts.netloc}" in origins


class OwnPagesOnly:
    """ASGI wrapper: a POST from elsewhere is answered 403 before any route sees it."""

    def __init__(self, app: ASGIApp, origins: tuple[str, ...] = ()) -> None:
        self.app, self.origins = app, origins

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve or refuse the request."""
        if scope["type"] == "http" and scope["method"] not in SAFE:
            headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
            if not same_site(headers, self.origins):
                await PlainTextResponse(REFUSED, status_code=403, headers=PRIVATE_TEXT)(scope, receive, send)
                return
        await self.app(scope, receive, send)
