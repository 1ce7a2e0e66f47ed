"""Page two: contents with true page numbers, how to read, what the report rests on."""

from reports.chapters import feet
from reports.model import Block, Bullets, Contents, Figures, Heading, Paragraph, Rule, Section
from reports.phrases import numbers
from reports.reading import Reading
from reports.support import support


def contents(r: Reading, chapters: int) -> Section:
    """Compose the contents page for a report of ``chapters`` sections besides this one."""
    c = r.dossier.coverage
    blocks: list[Block] = [
        Contents(r.t("contents.list")),
        Rule(),
        Heading(r.t("contents.how")),
        Bullets(tuple(r.t(f"contents.how.{index}") for index in range(1, 6))),
        Rule(),
        Heading(r.t("contents.basis")),
        Figures(
            (
                (
                    r.t("contents.basis.forms"),
                    f"{c.forms_returned} / {c.forms_asked}",
                    r.t("contents.basis.of", n=c.stores),
                ),
                (r.t("contents.basis.execs"), str(c.executives), ""),
                (r.t("contents.basis.visits"), str(c.visits), ""),
                (r.t("contents.basis.docs"), str(c.documents), ""),
                (r.t("contents.basis.answers"), numbers.plain(c.answers), ""),
                _supported(r),
            )
        ),
    ]
    if r.dossier.profile.sample:
        blocks.append(Paragraph(r.t("contents.sample")))
    return Section(
        "contents", r.t("contents.label"), r.t("contents.title", pages=chapters), tuple(blocks), feet.sources(r)
    )


def _supported(r: Reading) -> tuple[str, str, str]:
    found = support(r.dossier.sheet, r.dossier.sheet.capabilities)
    if found:
        return r.t("contents.basis.evidence"), numbers.percent(found.share), r.t("contents.basis.evidence.of")
    share = numbers.percent(r.dossier.sheet.evidence_share)
    return r.t("contents.basis.confidence"), share, r.t("contents.basis.confidence.of")
