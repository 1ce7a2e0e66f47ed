"""From a dossier to a report in one language: same numbers, sections and flags in both."""

import hashlib
from datetime import date

from assessment.dossier import Dossier
from questionnaires.locale_text import Locale
from reports.chapters.bands import bands
from reports.chapters.compliance import compliance
from reports.chapters.contents import contents
from reports.chapters.gaps import gaps
from reports.chapters.governance import governance
from reports.chapters.journey import journey
from reports.chapters.maturity import capabilities, maturity
from reports.chapters.method import method
from reports.chapters.needs import needs
from reports.chapters.one_page import one_page
from reports.chapters.perception import perception
from reports.chapters.platforms import platforms
from reports.chapters.profit import profit
from reports.chapters.reasons import reasons
from reports.chapters.resources import resources
from reports.chapters.roadmap import nothing_chosen, roadmap, trace
from reports.chapters.systems import systems
from reports.model import ReportModel, Section
from reports.reading import Reading


def compose(dossier: Dossier, locale: Locale) -> ReportModel:
    """Compose the report of ``dossier`` in ``locale``; pure, and the same for the same dossier.

    The report's date is ``dossier.as_of``. Without a roadmap the chapters R8 and R10 are left out and R1 says so.
    Raises ``UnknownCodeError`` when a code of the dossier has no wording.
    """
    r = Reading(dossier, locale)
    chapters: list[Section] = [needs(r), maturity(r), bands(r), capabilities(r), perception(r), gaps(r)]
    chapters += [journey(r), systems(r), resources(r)]
    if r.plan is not None:
        chapters += [roadmap(r, r.plan), trace(r, r.plan), reasons(r, r.plan), platforms(r)]
        chapters += [profit(r, r.plan), governance(r, r.plan)]
    elif r.published is not None:
        chapters += [nothing_chosen(r, r.published), reasons(r, r.published), platforms(r)]
    else:
        chapters.append(platforms(r))
    chapters += [method(r), compliance(r)]
    title = r.t("report.title")
    return ReportModel(
        kind="report",
        locale=locale,
        title=f"{title} · {r.company}",
        heading=title,
        description=r.t("report.description", company=r.company, date=r.day(dossier.as_of)),
        subject=r.company,
        sample=dossier.profile.sample,
        confidentiality=r.text(dossier.profile.confidentiality) if dossier.profile.confidentiality else "",
        as_of=dossier.as_of,
        dateline=r.day(dossier.as_of),
        authors=dossier.consultants,
        sections=(one_page(r), contents(r, len(chapters) + 1), *chapters),
        digest_line=_digests(r),
        identifier=_identifier(dossier.digest, locale, dossier.as_of),
        keywords=tuple(word.strip() for word in r.t("report.keywords").replace("，", ",").split(",")),
    )


def _digests(r: Reading) -> str:
    d = r.dossier
    params = {"content": d.content_version, "score": short(d.sheet.digest)}
    if d.snapshot:
        params["plan"] = short(d.snapshot.digest)
    return r.t("report.digests", **params)


def short(digest: str) -> str:
    """Shorten a digest for the eye; the last page prints it whole.

    Three full stops, not an ellipsis: beside digits the face would centre it.

    >>> short("a41f00000000000000009c02")
    'a41f...9c02'
    """
    return f"{digest[:4]}...{digest[-4:]}" if len(digest) > 12 else digest


def _identifier(digest: str, locale: Locale, as_of: date) -> str:
    """Return the fixed PDF identifier: 32 hex digits from what the report is made of."""
    return hashlib.sha256(f"{digest}/{locale}/{as_of.isoformat()}".encode()).hexdigest()[:32]
