"""The report: ask for it, fetch it as PDF, read it as a page."""

import re
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from assessment.dossiers import dossier_for_report
from assessment.errors import NotFound
from assessment.jobs import create_job, job_of
from questionnaires.locale_text import LOCALES
from reports import compose, render_html
from web.api.downloads import PDF, PRIVATE_FILE, disposition
from web.api.person import ask, locale_of
from web.jobs.queue import enqueue
from web.jobs.shelf import shelf
from web.storage import content, now

SEE_OTHER = 303
SHELVED = re.compile(r"[0-9a-f]{64}-(zh|en)\.pdf")
SELF_CONTAINED = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'self'; base-uri 'none'"


async def make(request: Request) -> Response:
    """Ask for the report in one language; it is made by a worker and the page shows how far it is."""
    engagement = request.path_params["engagement"]
    form = await request.form(max_files=0, max_fields=20)
    locale = form.get("locale") if form.get("locale") in LOCALES else locale_of(request)
    job = await ask(request, create_job, engagement, "report", {"locale": locale}, now())
    await run_in_threadpool(enqueue, job, "report")
    return RedirectResponse(f"/e/{engagement}/report", SEE_OTHER)


async def fetch(request: Request) -> Response:
    """Send the PDF of a finished job."""
    engagement = request.path_params["engagement"]
    job = await ask(request, job_of, request.path_params["job"])
    result = job.result if isinstance(job.result, dict) else {}
    name, title = str(result.get("file", "")), str(result.get("name", ""))
    if job.engagement != engagement or job.kind != "report" or job.state != "done" or not SHELVED.fullmatch(name):
        raise NotFound
    path = await run_in_threadpool(_on_shelf, name)
    plain = f"zhidian-{name[-6:-4]}.pdf"
    headers = {**PRIVATE_FILE, "content-disposition": disposition(title or plain, plain)}
    return FileResponse(path, media_type=PDF, headers=headers)


def _on_shelf(name: str) -> Path:
    path = shelf() / name
    if not path.is_file():
        raise NotFound
    return path


async def read(request: Request) -> Response:
    """Show the report as a page; this needs no PDF libraries on the machine."""
    pack = await run_in_threadpool(content)
    dossier = await ask(request, dossier_for_report, request.path_params["engagement"], pack, now())
    html = await run_in_threadpool(lambda: render_html(compose(dossier, locale_of(request))))
    return HTMLResponse(html, headers={**PRIVATE_FILE, "content-security-policy": SELF_CONTAINED})


FILES = "/e/{engagement}/files"
ROUTES = [
    Route(FILES + "/report", make, methods=["POST"]),
    Route(FILES + "/report.html", read, methods=["GET"]),
    Route(FILES + "/report/{job}.pdf", fetch, methods=["GET"]),
]
