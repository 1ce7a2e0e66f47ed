"""Response headers every answer of the server carries: what a page may load, how long a file may be kept."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

CSP = (
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'"
)
FOREVER = b"public, max-age=31536000, immutable"
FIXED = (
    (b"content-security-policy", CSP.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(self), geolocation=(), microphone=()"),
)


def cache_rule(path: str) -> bytes:
    """Return how long a browser may keep ``path``: files named by their content for ever, all else never unasked.

    The environment chunk keeps its name when its content is patched after the build, so it is always asked for.
    """
    return FOREVER if path.startswith("/assets/") and "/reflex-env-" not in path else b"no-cache"


class Headers:
    """ASGI wrapper that adds the headers a route has not set itself."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve the request and add the headers."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def out(message: Message) -> None:
            if message["type"] == "http.response.start":
                present = {name.lower() for name, _ in message["headers"]}
                wanted = (*FIXED, (b"cache-control", cache_rule(scope["path"])))
                added = [(name, value) for name, value in wanted if name not in present]
                message = {**message, "headers": [*message["headers"], *added]}
            await send(message)

        await self.app(scope, receive, out)
