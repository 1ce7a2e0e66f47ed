"""Brands: none in a stem or an anchor, which speak of what is done and not of who sold the tool. A019."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from assessment.check_words import said
from assessment.content_reading import ContentRows, touching
from assessment.need_words import WordList
from assessment.needs import barred_words
from questionnaires import Finding
from questionnaires.checking.pairs import texts_of
from questionnaires.loading import read_library_pack
from questionnaires.naming import owner_of

FOLDERS: Mapping[str, str] = {"framework/capabilities/": "anchors", "instruments/": "stem"}
"""Where questions are, and the key that has to stand above a text for it to be looked at."""

PREFIX = "questionnaires/library/"


def check_brands(rows: ContentRows, overlay: Path | None) -> Iterator[Finding]:
    """Yield A019 for every stem and anchor that names a maker of the list ``brands``."""
    if rows.need_words is None:
        return
    brands = WordList(rows.need_words.brands.zh, rows.need_words.brands.en)
    pack = read_library_pack(touching(overlay, "questionnaires"))
    for folder, above in FOLDERS.items():
        for document, data in pack.folder(folder).items():
            for keys, zh, en in texts_of(data):
                names = barred_words(f"{zh} {en}", brands) if above in keys else ()
                if names:
                    place, path = pack.shown(PREFIX, document, *keys), ".".join(map(str, keys))
                    words = said("A019", {"word": names[0], "where": owner_of(data, keys)})
                    yield Finding(place.file, place.line, "A019", "error", path, *words)
