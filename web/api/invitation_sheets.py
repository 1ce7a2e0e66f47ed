"""Links for store managers and guides, as sheets to print: one page a store, a code to scan, both languages."""

import ipaddress
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

import segno
from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from assessment.engagement import Person, Store
from assessment.engagements import profile_of
from assessment.invitations import Invitation, invitations, invite
from assessment.registering import list_people, list_stores
from questionnaires.locale_text import LOCALES, Locale, LocaleText
from questionnaires.routing import applicable, minutes, scope_of
from reports.phrases.numbers import day
from web.api.person import ask, locale_of
from web.api.rendering import page
from web.api.wording import speaker
from web.settings import Settings, settings
from web.storage import content, now, secret

SEE_OTHER = 303
GUIDE = LocaleText("导购", "Guide")
"""What stands on a guide's sheet: guides are not named."""

LOOPBACK = frozenset({"localhost", "testserver"})


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: whose it is, the address and its code, until when it opens the form."""

    store: LocaleText
    person: LocaleText
    form: dict[Locale, str]
    minutes: int
    address: str
    code: Markup
    until: dict[Locale, str]


def is_local(host: str) -> bool:
    """Return whether only this machine can follow an address with this host.

    >>> is_local("127.0.0.1:8000"), is_local("plan.example.com"), is_local("[::1]:80")
    (True, False, True)
    """
    name = urlsplit(f"//{host}").hostname or ""
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return name in LOOPBACK


def public_address(request: Request, chosen: Settings) -> str:
    """Return the address phones should open: the one this page was opened at, or a configured one when that is local."""
    host = request.headers.get("host", "")
    scheme = "https" if chosen.https else request.url.scheme
    if is_local(host):
        for origin in chosen.origins:
            if not is_local(urlsplit(origin).netloc):
                return origin
    return f"{scheme}://{host}"


@lru_cache(maxsize=1024)
def code_of(address: str, title: str) -> Markup:
    """Return a QR code as SVG in the page's own markup, black on white in every theme."""
    code = segno.make(address, error="m", micro=False)
    svg = code.svg_inline(omitsize=True, border=4, dark="#000000", light="#ffffff", svgclass="qr", title=title)
    return Markup(svg)  # noqa: S704 - made by the library from our own address; the title is escaped by it


async def create(request: Request) -> Response:
    """Invite the people named in the form, or every store manager and guide when none is, and show the sheets."""
    engagement = request.path_params["engagement"]
    form = await request.form(max_files=0, max_fields=1000)
    persons = tuple(str(person) for person in form.getlist("person"))
    if not persons:
        people = await ask(request, list_people, engagement)
        persons = tuple(person.id for person in people if person.kind in {"manager", "guide"})
    await ask(request, invite, engagement, persons, now(), secret())
    return RedirectResponse(f"/e/{engagement}/files/invitations", SEE_OTHER)


async def sheets(request: Request) -> Response:
    """Show every sheet of the engagement, ready to print."""
    engagement, moment, locale = request.path_params["engagement"], now(), locale_of(request)
    sent = await ask(request, invitations, engagement, secret(), moment)
    people = {person.id: person for person in await ask(request, list_people, engagement)}
    stores = {store.id: store for store in await ask(request, list_stores, engagement)}
    profile = await ask(request, profile_of, engagement)
    base = public_address(request, settings())
    made = await run_in_threadpool(_sheets, sent, people, stores, profile.scope, base)
    return page(
        request,
        "invitations.html",
        heading=speaker(locale)("invitations.title", count=len(made)),
        client=LocaleText(profile.name, profile.name_en or profile.name),
        sample=profile.sample,
        sheets=made,
        local=is_local(urlsplit(base).netloc),
        here=request.url.path,
        back=f"/e/{engagement}/people",
        both=[(each, speaker(each)) for each in LOCALES],
    )


def _sheets(
    sent: Iterable[Invitation], people: Mapping[str, Person], stores: Mapping[str, Store], scope: str, base: str
) -> list[Sheet]:
    """Draw the sheets in the order of the stores' names. A code takes some 10 ms, hence not in the event loop."""
    known = [(invitation, people[invitation.person]) for invitation in sent if invitation.person in people]
    made = [_sheet(i, stores.get(person.store or ""), person, scope, base) for i, person in known]
    return sorted(made, key=lambda sheet: (sheet.store.zh, sheet.person == GUIDE, sheet.person.zh))


def _sheet(invitation: Invitation, store: Store | None, person: Person, scope: str, base: str) -> Sheet:
    address = f"{base}/a/{invitation.token}"
    library = content().library
    instrument = library.instruments[invitation.instrument]
    asked = applicable(instrument, person.roles, capabilities=scope_of(library.framework, scope))
    last = invitation.expires.astimezone(settings().timezone).date()
    return Sheet(
        store=LocaleText(store.name, store.name_en or store.name) if store else LocaleText("", ""),
        person=GUIDE if person.kind == "guide" else LocaleText(person.name, person.name_en or person.name),
        form={each: instrument.title.in_(each) for each in LOCALES},
        minutes=minutes(asked),
        address=address,
        code=code_of(address, store.name if store else person.name),
        until={each: day(last, each) for each in LOCALES},
    )


PATH = "/e/{engagement}/files/invitations"
ROUTES = [Route(PATH, create, methods=["POST"]), Route(PATH, sheets, methods=["GET"])]
