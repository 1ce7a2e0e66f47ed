"""Checks that every section of the report has content to print, and that its texts rest on figures. A022."""

import re
from collections.abc import Iterator, Mapping

from assessment.content_reading import ContentRows
from assessment.text_rows import FIGURE
from questionnaires import Finding, Library
from questionnaires.locale_text import LocaleText
from roadmap.initiatives import Catalogue

TEXTS = "texts/titles.yaml"
DIGITS = re.compile(r"\d+")
Holdings = Mapping[str, tuple[LocaleText, int]]
"""Section of the report → what it prints, and how many of it the content holds."""


def holdings_of(rows: ContentRows, library: Library, catalogue: Catalogue) -> Holdings:
    """Return what each section R1 to R13 prints from the content, and how much of it there is."""
    plays = sum(book in catalogue.initiatives for book in catalogue.playbooks)
    priced = sum(bool(platform.modules) for platform in catalogue.platforms.values())
    counts = {
        "R1": ("标题", "titles", len(rows.titles)),
        "R2": ("三个理由", "reasons", len(library.reasons)),
        "R3": ("画像", "narratives", len(rows.narratives)),
        "R4": ("认知差距的说法", "words on perception gaps", len(rows.perception)),
        "R5": ("成交时刻", "sales moments", len(library.sales_moments)),
        "R6": ("系统问题", "findings of the register", len(rows.silos)),
        "R7": ("资源类型", "kinds of resources", len(rows.types)),
        "R8": ("举措", "initiatives", len(catalogue.initiatives)),
        "R9": ("带模块的平台", "platforms with modules", priced),
        "R10": ("效果", "effects", len(catalogue.effects)),
        "R11": ("打法", "playbooks", plays),
        "R12": ("证据种类", "kinds of evidence", len(library.framework.evidence_kinds)),
        "R13": ("合规要求", "compliance flags", len(catalogue.flags)),
    }
    return {section: (LocaleText(zh, en), n) for section, (zh, en, n) in counts.items()}


def check_sections(rows: ContentRows, holdings: Holdings) -> Iterator[Finding]:
    """Yield A022: a section without content, a title without any figure, a narrative that states a number."""
    for section, (what, n) in holdings.items():
        if n == 0:
            yield rows.says_at(TEXTS, (), "A022.empty", section=section, what=what.zh, what_en=what.en)
    for row in rows.titles.values():
        if not FIGURE.search(row.text.zh) or not FIGURE.search(row.text.en):
            yield rows.says(row, "A022.figure", "text", ident=row.id)
    for key, row in rows.narratives.items():
        for locale, text in (("zh", row.text.zh), ("en", row.text.en)):
            for number in DIGITS.findall(text)[:1]:
                yield rows.says(row, "A022.number", "text", locale, ident=key, n=number)
