"""The pages. One module a page, so that each has its own script."""

import reflex as rx

from web.pages.missing import page as missing
from web.pages.signin import page as signin

PAGES = (signin, missing)


def add_to(app: rx.App) -> None:
    """Register every page with its route."""
    for module in PAGES:
        module.add_to(app)
