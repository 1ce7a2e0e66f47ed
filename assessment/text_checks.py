"""Checks of the report texts: every dimension has a narrative at every level, every chapter always a title whose figures exist."""

import re
from collections.abc import Iterator, Mapping

from assessment.content_reading import ContentRows
from assessment.narratives import key_of
from assessment.text_rows import FIGURE, TitleRow
from assessment.titles import FIGURES, SOMETIMES, FigureKind
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
    """Hold that titles use figures their chapter has, and that one of each section can stand whatever is missing."""
    always = {row.section for row in rows.titles.values() if not row.when}
    for row in rows.titles.values():
        if row.section not in FIGURES:
            yield rows.says(row, "A015.section", "section", ident=row.id, section=row.section)
            continue
        if row.section not in always:
            yield rows.says(row, "A015", "when", ident=row.id, section=row.section)
        yield from _figures(rows, row, FIGURES[row.section])


def _figures(rows: ContentRows, row: TitleRow, known: Mapping[str, FigureKind]) -> Iterator[Finding]:
    for name in row.when:
        if name not in known:
            yield rows.says(row, "A015.figure", "when", name, section=row.section, name=name)
        elif not known[name].bounded:
            yield rows.says(row, "A015.bound", "when", name, name=name)
    for name in dict(FIGURE.findall(row.text.zh)):  # both languages have the same figures
        if name not in known:
            yield rows.says(row, "A015.figure", "text", section=row.section, name=name)
        elif not row.when and name in SOMETIMES.get(row.section, ()):
            yield rows.says(row, "A015.sometimes", "text", section=row.section, name=name)
    for locale, text in (("zh", row.text.zh), ("en", row.text.en)):
        for name, form in FIGURE.findall(text):
            kind = known.get(name)
            if kind and form.partition("|")[0] not in kind.forms:
                allowed = " ".join(sorted(f"{{{name}:{one}}}" if one else f"{{{name}}}" for one in kind.forms))
                yield rows.says(row, "A015.form", "text", locale, name=name, form=form, allowed=allowed)
