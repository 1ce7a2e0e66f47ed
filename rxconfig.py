"""Reflex's own configuration. Everything an operator may change comes from ``web.settings``."""

import reflex as rx
from reflex.constants.state import StateManagerMode

from web.settings import Settings

settings = Settings.read()

config = rx.Config(
    app_name="web",
    app_module_import="web.app",
    plugins=[rx.plugins.TailwindV4Plugin()],
    disable_plugins=[rx.plugins.SitemapPlugin],
    show_built_with_reflex=False,
    telemetry_enabled=False,
    cors_allowed_origins=settings.origins,
    frontend_port=settings.port,
    backend_port=settings.port,
    backend_host="127.0.0.1",
    trusted_proxy_hops=settings.proxy_hops,
    frontend_compression_formats=["gzip", "brotli"],
    state_manager_mode=StateManagerMode.REDIS if settings.redis else StateManagerMode.MEMORY,
)
