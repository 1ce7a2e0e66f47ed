"""The pages. One module a page, so that each has its own script."""

import reflex as rx

from web.pages.engagement import page as engagement
from web.pages.facts import page as facts
from web.pages.home import page as home
from web.pages.missing import page as missing
from web.pages.people import page as people
from web.pages.profile import new
from web.pages.profile import page as profile
from web.pages.report import page as report
from web.pages.resources import page as resources
from web.pages.roadmap import page as roadmap
from web.pages.signin import page as signin

PAGES = (home, new, engagement, roadmap, resources, people, facts, report, profile, signin, missing)


def add_to(app: rx.App) -> None:
    """Register every page with its route."""
    for module in PAGES:
        module.add_to(app)
