"""Reports made so far, and what the next one would rest on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from assessment.dossier import Dossier
from assessment.jobs import Job
from questionnaires.locale_text import LocaleText
from web.components.clock import moment
from web.i18n.sentences import NOTHING, both, joined, same

KILO = 1024
MISSING = 3


@dataclass(frozen=True, slots=True)
class MadeReport:
    """A report on the shelf. ``current`` is False once the engagement changed after it was made."""

    id: str
    locale: str
    made: LocaleText
    size: LocaleText
    digest: str
    current: bool
    href: str


@dataclass(frozen=True, slots=True)
class ReportView:
    """The page."""

    loaded: bool = False
    title: LocaleText = NOTHING
    basis: LocaleText = NOTHING
    warnings: tuple[LocaleText, ...] = ()
    made: tuple[MadeReport, ...] = ()
    digest: str = ""


def report_of(d: Dossier, jobs: Iterable[Job]) -> ReportView:
    """Return the page."""
    made = tuple(_made(d, job) for job in jobs if job.state == "done" and isinstance(job.result, Mapping))
    fresh = sum(report.current for report in made)
    key = "report.title.none" if not made else "report.title" if fresh else "report.title.old"
    return ReportView(
        loaded=True,
        title=both(key, n=len(made)),
        basis=_basis(d),
        warnings=tuple(_warnings(d)),
        made=made,
        digest=short(d.digest),
    )


def short(digest: str) -> str:
    """Return the two ends of a digest, as printed on paper."""
    return f"{digest[:4]}…{digest[-4:]}" if digest else "—"


def _basis(d: Dossier) -> LocaleText:
    plan = both("report.plan", n=d.snapshot.version) if d.snapshot else both("report.noplan")
    content = {"version": d.content_version, "hash": short(d.content_hash)}
    return both("report.basis", score=short(d.sheet.digest), plan=plan, **content)


def _warnings(d: Dossier) -> list[LocaleText]:
    """Say what the report will have to say is missing."""
    found: list[LocaleText] = []
    if d.sheet.index.score is None:
        found.append(both("report.warn.scores"))
    if d.snapshot is None:
        found.append(both("report.warn.plan"))
    elif d.changed:
        found.append(both("report.warn.stale", what=joined(both(f"input.{kind}") for kind in d.changed)))
    missing = d.coverage.forms_asked - d.coverage.forms_returned
    if missing:
        found.append(both("report.warn.forms", n=missing))
    return found


def _made(d: Dossier, job: Job) -> MadeReport:
    result: Mapping[str, Any] = job.result
    digest = str(result.get("digest", ""))
    return MadeReport(
        id=job.id,
        locale="en" if job.params.get("locale") == "en" else "zh",
        made=moment(job.created),
        size=_size(result),
        digest=short(digest),
        current=digest == d.digest,
        href=f"/e/{d.engagement_id}/files/report/{job.id}.pdf",
    )


def _size(result: Mapping[str, Any]) -> LocaleText:
    pages, size = result.get("pages"), result.get("bytes")
    if pages and size:
        return both("report.size", pages=pages, kb=f"{int(size) // KILO:,}")
    return both("report.reused") if result.get("reused") else same("")
