"""The Reflex application: its pages, its gate, its routes."""

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager

import reflex as rx

from web import compat, pages
from web.api import routes
from web.components.native import Fonts
from web.components.shell import connection_banner, head_script
from web.failures import page_failure
from web.gate import Gate
from web.headers import Headers

THREADS = 16


@asynccontextmanager
async def threads() -> AsyncIterator[None]:
    """Give use cases their own threads, so that a slow one never starves the sockets."""
    with ThreadPoolExecutor(THREADS, "use-case") as pool:
        asyncio.get_running_loop().set_default_executor(pool)
        yield


app = rx.App(
    stylesheets=["/tokens.css", "/app.css"],
    html_lang="zh-CN",
    head_components=[head_script()],
    api_transformer=[routes.application(), Headers],
    toaster=None,
    backend_exception_handler=page_failure,
)
app.app_wraps[compat.CONNECTION_OVERLAY] = lambda stateful: (
    rx.connection_banner(connection_banner()) if stateful else None
)
app.app_wraps[compat.FONTS_WRAP] = lambda _stateful: Fonts.create()
app.add_middleware(Gate(), index=0)
app.register_lifespan_task(threads)
pages.add_to(app)
