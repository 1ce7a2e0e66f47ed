"""The source trace, followed through all packages: whoever carries a point of the source exists. A017."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import get_args

from assessment.check_words import said
from assessment.content_reading import ContentRows, touching
from assessment.needs import Step
from questionnaires import Finding
from questionnaires.checking.tracing import ELSEWHERE
from questionnaires.loading import read_library_pack
from questionnaires.tracing import DOCUMENT
from roadmap.initiatives import Catalogue

SECTIONS = tuple(f"R{number}" for number in range(1, 14))
"""The chapters of the report, which a higher package composes."""

PREFIX = "questionnaires/library/"


def check_trace(rows: ContentRows, catalogue: Catalogue, overlay: Path | None) -> Iterator[Finding]:
    """Yield A017 for a carrier that does not exist; one that is no id at all, or an unknown capability, is found below."""
    known = {*catalogue.initiatives, *catalogue.rubric, *rows.classes, *SECTIONS, *get_args(Step)}
    pack = read_library_pack(touching(overlay, "questionnaires"))
    items: list[Mapping[str, list[str]]] = pack.documents[DOCUMENT]["items"]
    for index, item in enumerate(items):
        for at, carrier in enumerate(item["carried_by"]):
            if carrier not in known and ELSEWHERE.fullmatch(carrier):
                place = pack.shown(PREFIX, DOCUMENT, "items", index, "carried_by", at)
                path = f"items.{index}.carried_by.{at}"
                yield Finding(place.file, place.line, "A017", "error", path, *said("A017", {"ident": carrier}))
