"""Texts: in both languages, saying the same, and with the flags their words oblige to."""

from collections.abc import Iterator

from questionnaires.checking.pairs import check_pairs, mixed_up, texts_of
from questionnaires.findings import Finding
from questionnaires.glossary import Glossary
from roadmap.catalogue import PREFIX, Rows
from roadmap.checking.telling import told
from roadmap.finding_words import said


def check_wording(rows: Rows, glossary: Glossary) -> Iterator[Finding]:
    """Yield R023 (languages mixed up), R015 (words without their flag) and T001 to T005 (what languages owe each other).

    The numbers of playbooks are R029.
    """
    for document, data in sorted(rows.pack.documents.items()):
        for keys, zh, en in () if document.startswith("calendars/") else texts_of(data):
            if mixed_up(zh, en):
                place, path = rows.pack.shown(PREFIX, document, *keys), ".".join(map(str, keys))
                yield Finding(place.file, place.line, "R023", "error", path, *said("R023", {}))
    yield from check_pairs(rows.pack, PREFIX, glossary, numbers_elsewhere="playbooks/")
    for row in rows.initiatives.values():
        for code, flag in rows.flags.items():
            words = [word for word in flag.watch if word in row.name.zh]
            if words and code not in row.flags:
                yield told(rows, row, "R015", ("name",), id=row.id, word=words[0], flag=code)
