"""The addresses of the answer pages. Every refusal looks the same: a form one may not open does not exist."""

import uuid
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from assessment.answering import submit
from assessment.errors import Forbidden, InvalidInput, NotFound
from assessment.invitations import exchange
from questionnaires.locale_text import LOCALES, Locale
from web.answer import practice, views
from web.answer.autosave import FLAG, told
from web.answer.items import NOTHING_TYPED, Typed
from web.answer.merging import OwnChanges
from web.answer.saving import SavedScreen, save_screen
from web.answer.screens import sections_of
from web.answer.unheard import earlier_posts
from web.answer.visitors import OpenForm, Place, open_form
from web.api.faces import faces
from web.api.person import locale_of
from web.api.rendering import PRIVATE, STYLES, live_page
from web.api.wording import speaker
from web.cookies import ANSWER, OWN_CHANGES, put, put_kept, put_locale
from web.storage import database, now

SEE_OTHER = 303
UNPROCESSABLE = 422
CONFLICT = 409
MOST_FIELDS = 600


def place_of(request: Request) -> Place:
    """Return the form an address names."""
    named = request.path_params
    return Place(named["engagement"], named["person"], named["instrument"])


def gone(request: Request) -> Response:
    """Return the one page for every link and form that cannot be opened, in both languages."""
    both = [(locale, speaker(locale)) for locale in LOCALES]
    return live_page(request, "gone.html", status=404, both=both, here=request.url.path)


async def enter(request: Request) -> Response:
    """Exchange the token of an invitation for a cookie that opens this one form and nothing else."""
    try:
        cookie, respondent = await run_in_threadpool(exchange, database(), request.path_params["token"], now())
    except NotFound:
        return gone(request)
    place = Place(respondent.engagement, respondent.person, respondent.instrument)
    response = RedirectResponse(place.path, SEE_OTHER, {"cache-control": "no-store", "referrer-policy": "no-referrer"})
    put(response, ANSWER, cookie, path="/answer")
    return response


async def _open(request: Request) -> OpenForm | None:
    try:
        return await run_in_threadpool(open_form, dict(request.cookies), place_of(request))
    except NotFound:
        return None


async def intro(request: Request) -> Response:
    """Show what the form is about and where to go on; to somebody who handed it in, that it was received."""
    form = await _open(request)
    if form is None:
        return gone(request)
    if form.sheet.receipt and not form.coding:
        return live_page(request, "done.html", **views.done_page(form, now(), locale_of(request)))
    return live_page(request, "intro.html", **views.intro_page(form, now(), locale_of(request)))


def _section(
    request: Request, form: OpenForm, section: str, *, typed: Typed = NOTHING_TYPED, locale: Locale | None = None
) -> Response:
    locale = locale or locale_of(request)
    context = views.section_page(form, section, now(), locale, uuid.uuid4().hex, typed)
    if context is None:
        return gone(request)
    status = CONFLICT if typed.clashes else UNPROCESSABLE if typed else 200
    return live_page(request, "section.html", status=status, locale=locale, **context)


async def section(request: Request) -> Response:
    """Show one section."""
    form = await _open(request)
    return gone(request) if form is None else _section(request, form, request.path_params["section"])


async def save(request: Request) -> Response:
    """Store one section and go where the button says; stay when something could not be stored."""
    posted = await request.form(max_fields=MOST_FIELDS, max_files=0)
    place, name = place_of(request), request.path_params["section"]
    own = OwnChanges.parse(request.cookies.get(OWN_CHANGES, ""))
    earlier, auto = earlier_posts(posted), bool(posted.get(FLAG))
    try:
        saved = await run_in_threadpool(save_screen, dict(request.cookies), place, name, posted, own, earlier)
    except (NotFound, Forbidden):
        if auto:
            return JSONResponse({"state": "gone"}, 404, dict(PRIVATE))
        return live_page(request, "held.html", status=404, **views.held_page(posted.multi_items(), request.url.path))
    if saved is None:
        return gone(request)
    return _kept(request, saved, name) if auto else _after_saving(request, saved, name, posted)


def _kept(request: Request, saved: SavedScreen, name: str) -> Response:
    """Tell the script of the page what is stored now."""
    response = JSONResponse(told(saved, name, now(), locale_of(request)), headers=dict(PRIVATE))
    if saved.own:
        put(response, OWN_CHANGES, str(saved.own), path=saved.form.place.path)
    return response


def _after_saving(request: Request, saved: SavedScreen, name: str, posted: FormData) -> Response:
    go = str(posted.get("go") or "next")
    chosen: Locale | None = next((locale for locale in LOCALES if go == f"locale:{locale}"), None)
    if saved.typed:
        response = _section(request, saved.form, name, typed=saved.typed, locale=chosen)
    else:
        response = RedirectResponse(onward(saved.form, name, go), SEE_OTHER, dict(PRIVATE))
        put_kept(response, str(posted.get("screen") or "")[:32], path=saved.form.place.path)
    if saved.own:
        put(response, OWN_CHANGES, str(saved.own), path=saved.form.place.path)
    if chosen:
        put_locale(response, chosen)
    return response


def onward(form: OpenForm, name: str, go: str) -> str:
    """Return the address a button leads to."""
    base, order = form.place.path, sections_of(form.questions)
    at = order.index(name)
    if go == "intro" or (go == "back" and at == 0):
        return base
    if go == "back":
        return f"{base}/{order[at - 1]}"
    if go.startswith("locale:"):
        return f"{base}/{name}"
    wanted = go.removeprefix("to:")
    if go.startswith("to:") and wanted in order:
        return f"{base}/{wanted}"
    return f"{base}/{order[at + 1]}" if at + 1 < len(order) else f"{base}/submit"


async def review(request: Request) -> Response:
    """Show what is still open before handing in."""
    form = await _open(request)
    if form is None:
        return gone(request)
    return live_page(request, "review.html", **views.review_page(form, now(), locale_of(request)))


async def hand_in(request: Request) -> Response:
    """Hand the form in; twice gives the same receipt."""
    form = await _open(request)
    if form is None:
        return gone(request)
    place = form.place
    try:
        await run_in_threadpool(
            submit, database(), form.visitor, place.engagement, place.person, place.instrument, now()
        )
    except InvalidInput as error:  # nothing answered yet
        problem = error.problems[0].text
        return live_page(
            request,
            "review.html",
            status=UNPROCESSABLE,
            **views.review_page(form, now(), locale_of(request), problem=problem.in_(locale_of(request))),
        )
    return RedirectResponse(f"{place.path}/done", SEE_OTHER, dict(PRIVATE))


async def done(request: Request) -> Response:
    """Show the receipt."""
    form = await _open(request)
    if form is None:
        return gone(request)
    if not form.sheet.receipt:
        return RedirectResponse(f"{form.place.path}/submit", SEE_OTHER, dict(PRIVATE))
    return live_page(request, "done.html", **views.done_page(form, now(), locale_of(request)))


async def static(request: Request) -> Response:
    """Serve a style sheet or the icon."""
    name = request.path_params["name"]
    kept: dict[str, Any] = {"cache-control": "public, max-age=31536000, immutable", "x-content-type-options": "nosniff"}
    if name == "faces.css":
        return Response(faces(), media_type="text/css", headers=kept)
    path = STYLES.get(name)
    if path is None:
        raise HTTPException(404)
    return FileResponse(path, headers=kept)


FORM = "/answer/{engagement}/{person}/{instrument}"
ROUTES = [
    *practice.ROUTES,
    Route("/a/{token}", enter, methods=["GET"]),
    Route("/answer/static/{name}", static, methods=["GET"]),
    Route(FORM, intro, methods=["GET"]),
    Route(FORM + "/submit", review, methods=["GET"]),
    Route(FORM + "/submit", hand_in, methods=["POST"]),
    Route(FORM + "/done", done, methods=["GET"]),
    Route(FORM + "/{section}", section, methods=["GET"]),
    Route(FORM + "/{section}", save, methods=["POST"]),
]
