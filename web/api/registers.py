"""Tables out and in: an empty template, and the filled one taken whole or not at all."""

from urllib.parse import urlencode, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from assessment.access import may
from assessment.engagements import profile_of
from assessment.errors import InvalidInput, NotFound
from assessment.registering import export_template, import_table
from questionnaires.locale_text import Locale
from web.api.downloads import XLSX, download
from web.api.person import actor_or_none, ask, locale_of, safe_next
from web.api.rendering import page
from web.api.uploads import Refused, read_upload
from web.api.wording import speaker
from web.storage import content, database, now

KINDS = (
    "stores",
    "people",
    "systems",
    "flows",
    "facts",
    "resources",
    "needs",
    "visits",
    "store_visits",
    "mystery",
    "requests",
    "documents",
    "targets",
    "approvals",
)
HOME = {"stores": "people", "people": "people", "resources": "resources", "needs": "resources"}
HOME |= dict.fromkeys(("visits", "store_visits", "mystery", "requests", "documents"), "people")
HOME |= dict.fromkeys(("facts", "systems", "flows"), "facts")
SEE_OTHER, UNPROCESSABLE, TOO_LARGE = 303, 422, 413


def kind_of(request: Request) -> str:
    """Return the table an address names: a register, or the answers to an instrument.

    Raises:
        NotFound: for any other.
    """
    kind: str = request.path_params["kind"]
    instrument = kind.removeprefix("answers:")
    if kind not in KINDS and (instrument == kind or instrument not in content().library.instruments):
        raise NotFound
    return kind


def name_of(kind: str, locale: Locale) -> str:
    """Return what a table is called."""
    if kind.startswith("answers:"):
        title = content().library.instruments[kind.removeprefix("answers:")].title.in_(locale)
        return speaker(locale)("table.answers", title=title)
    return speaker(locale)(f"table.{kind}")


async def template(request: Request) -> Response:
    """Send the workbook to fill in, with what is already known in it."""
    engagement, locale = request.path_params["engagement"], locale_of(request)
    kind = await run_in_threadpool(kind_of, request)
    data = await ask(request, export_template, engagement, kind, await run_in_threadpool(content), locale)
    return download(data, XLSX, f"{name_of(kind, locale)}.xlsx", f"{kind.replace(':', '-')}.xlsx")


def back_to(request: Request, named: object, kind: str) -> str:
    """Return the page the upload came from, without what the last upload left in its address."""
    said = urlsplit(request.headers.get("referer", ""))
    came = said.path if said.netloc == request.headers.get("host", "") else ""
    home = HOME.get(kind, "")
    usual = f"/e/{request.path_params['engagement']}" + (f"/{home}" if home else "")
    path = named if isinstance(named, str) and safe_next(named) == named else came
    return path if path.startswith("/e/") or path == "/new" else usual


async def _let_in(request: Request) -> None:
    """Refuse strangers before a byte of their file is read; the use case checks again."""
    actor = await actor_or_none(request)
    if actor is None or not may(actor, "register.edit"):
        raise NotFound
    await run_in_threadpool(profile_of, database(), actor, request.path_params["engagement"])


async def take(request: Request) -> Response:
    """Import a table: every row, or none and the list of what to mend."""
    engagement = request.path_params["engagement"]
    await _let_in(request)
    kind = await run_in_threadpool(kind_of, request)
    try:
        upload = await read_upload(request)
    except Refused as refusal:
        status = TOO_LARGE if refusal.code == "too_large" else UNPROCESSABLE
        back = back_to(request, refusal.fields.get("next"), kind)
        return problems_page(request, kind, back, status=status, sentence=f"upload.{refusal.code}")
    back = back_to(request, upload.fields.get("next"), kind)
    pack = await run_in_threadpool(content)
    try:
        rows = await ask(request, import_table, engagement, kind, upload.filename, upload.data, pack, now())
    except InvalidInput as error:
        return problems_page(request, kind, back, status=UNPROCESSABLE, error=error)
    joint = "&" if "?" in back else "?"
    return RedirectResponse(back + joint + urlencode({"imported": rows, "kind": kind}), SEE_OTHER)


def problems_page(
    request: Request, kind: str, back: str, *, status: int, error: InvalidInput | None = None, sentence: str = ""
) -> Response:
    """Return the page that says what to mend, place by place; nothing was changed."""
    locale = locale_of(request)
    rows = [(problem.where, problem.text.in_(locale)) for problem in error.problems] if error else []
    return page(
        request,
        "problems.html",
        status=status,
        heading=speaker(locale)("problems.title", table=name_of(kind, locale)),
        rows=rows,
        sentence=speaker(locale)(sentence) if sentence else "",
        blank=f"/e/{request.path_params['engagement']}/files/templates/{kind}.xlsx",
        retry=request.url.path,
        back=back,
    )


FILES = "/e/{engagement}/files"
ROUTES = [
    Route(FILES + "/templates/{kind}.xlsx", template, methods=["GET"]),
    Route(FILES + "/import/{kind}", take, methods=["POST"]),
]
