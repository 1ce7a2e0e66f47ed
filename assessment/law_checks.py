"""Pay the law bars, in what leads to initiatives and in what is asked: deep commission, entry fee, reward per head, team pay. A021."""

from collections.abc import Iterator
from pathlib import Path

from assessment.brand_checks import PREFIX as QUESTIONS
from assessment.check_words import said
from assessment.content_reading import PREFIX, ContentRows, touching
from questionnaires import Finding
from questionnaires.checking.pairs import texts_of
from questionnaires.loading import read_library_pack
from questionnaires.pack import Pack
from roadmap.checking.law import barred_pay, too_deep

APART = "framework/glossary", "framework/wording", "needs/tool_words"
"""Lists of words, which state nothing."""


def check_law(rows: ContentRows, overlay: Path | None) -> Iterator[Finding]:
    """Yield A021 for every text of this package or of the questionnaires that states such pay without refusing it."""
    yield from _stated(rows.pack, PREFIX)
    yield from _stated(read_library_pack(touching(overlay, "questionnaires")), QUESTIONS)


def _stated(pack: Pack, prefix: str) -> Iterator[Finding]:
    for document, data in sorted(pack.documents.items()):
        if document.startswith(APART):
            continue
        for keys, zh, en in texts_of(data):
            words = too_deep(zh, en) or barred_pay(zh, en)
            if words:
                place, path = pack.shown(prefix, document, *keys), ".".join(map(str, keys))
                yield Finding(place.file, place.line, "A021", "error", path, *said("A021", {"word": words}))
