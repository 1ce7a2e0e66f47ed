"""The cross-walk to the official index as a text to take along; for the consulting team."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from assessment.access import Actor
from assessment.crosswalk import read_scenarios
from assessment.database import Database
from assessment.dossiers import dossier_of
from assessment.errors import NotFound
from questionnaires.locale_text import Locale, LocaleText
from web.api.downloads import TEXT, download
from web.api.person import ask, locale_of
from web.cli.crosswalk_lines import crosswalk_lines
from web.storage import content, now

NAME = LocaleText("对照工信部指标（仅供参考）", "cross-walk to the official index (indicative)")


def crosswalk_text(db: Database, actor: Actor, engagement: str, locale: Locale) -> tuple[str, str]:
    """Return the company's name and its cross-walk, caveat first.

    Raises:
        NotFound: for client roles: what it suggests needs somebody who knows how far it carries.
    """
    if not actor.internal:
        raise NotFound
    pack = content()
    dossier = dossier_of(db, actor, engagement, pack, now())
    readings = read_scenarios(pack.crosswalk, {c: one.level for c, one in dossier.sheet.capabilities.items()})
    name = LocaleText(dossier.profile.name, dossier.profile.name_en or dossier.profile.name).in_(locale)
    return name, "\n".join(crosswalk_lines(name, pack.crosswalk, readings, locale)) + "\n"


async def fetch(request: Request) -> Response:
    """Send the cross-walk in the reader's language."""
    locale = locale_of(request)
    name, text = await ask(request, crosswalk_text, request.path_params["engagement"], locale)
    title = f"{name} {NAME.in_(locale)}.txt"
    return download(text.encode("utf-8-sig"), TEXT, title, f"zhidian-crosswalk-{locale}.txt")


ROUTES = [Route("/e/{engagement}/files/crosswalk.txt", fetch, methods=["GET"])]
