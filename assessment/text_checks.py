"""Checks of the report texts: every dimension has a narrative at every level, every chapter always a title."""

import re
from collections.abc import Iterator

from assessment.content_reading import ContentRows
from assessment.narratives import key_of
from questionnaires import Finding, Framework

NARRATIVES = "texts/narratives.yaml"
SENTENCES = (2, 3)
END = {"zh": re.compile("[。？！]"), "en": re.compile(r"[.?!](?=\s|$)")}


def check_texts(rows: ContentRows, framework: Framework) -> Iterator[Finding]:
    """Yield the defects of ``texts/``."""
    wanted = {key_of(dimension.id, level.level) for dimension in framework.dimensions for level in framework.levels}
    for key in sorted(wanted - rows.narratives.keys()):
        yield rows.says_at(NARRATIVES, ("narratives",), "A014.missing", ident=key)
    for key, row in rows.narratives.items():
        if key not in wanted:
            yield rows.says(row, "A014.unknown", "id", ident=key)
        for locale, text in (("zh", row.text.zh), ("en", row.text.en)):
            told = len(END[locale].findall(text))
            if not SENTENCES[0] <= told <= SENTENCES[1]:
                yield rows.says(row, "A014.sentences", "text", locale, ident=key, n=told)
    yield from _titles(rows)


def _titles(rows: ContentRows) -> Iterator[Finding]:
    """Hold that a section with titles has one without bounds."""
    always = {row.section for row in rows.titles.values() if not row.when}
    for row in rows.titles.values():
        if row.section not in always:
            yield rows.says(row, "A015", "when", ident=row.id, section=row.section)
