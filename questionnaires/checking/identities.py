"""Ids: well formed, and used once. Q004, Q005."""

import re
from collections.abc import Iterator

from questionnaires.checking.ground import CODE_LISTS, PREFIX, RULES, At, Ground, inside

PATTERNS = {
    "capability": re.compile(r"[A-Z]{2,5}[1-9][0-9]?"),
    "dimension": re.compile(r"[A-Z]{2,5}"),
    "question": re.compile(r"[A-Z]{1,4}(\.[A-Za-z0-9_]+)+"),
    "source item": re.compile(r"S[1-9][0-9]*"),
    "Chinese term": re.compile(r"\S+"),
}
PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_]*")

Named = tuple[str, str, At]
"""Where ids must differ, the id, and its place."""


def check(ground: Ground) -> None:
    """Note malformed and doubled ids."""
    first: dict[tuple[str, str], At] = {}
    for kind, name, at in _all(ground):
        family = kind.split(" of ", maxsplit=1)[0]
        pattern = PATTERNS.get(family, PLAIN)
        if not pattern.fullmatch(name):
            ground.error("Q004", at, id=name, pattern=pattern.pattern)
        if (kind, name) in first:
            document, keys = first[kind, name]
            place = ground.pack.shown(PREFIX, document, *keys)
            ground.error("Q005", at, id=name, file=place.file, line=place.line)
        first.setdefault((kind, name), at)


def _all(ground: Ground) -> Iterator[Named]:
    for at, capability in ground.capabilities:
        yield "capability", capability.id, inside(at, "id")
    for at, dimension in ground.dimensions:
        yield "dimension", dimension.id, inside(at, "id")
    for at, role in ground.roles:
        yield "role", role.id, inside(at, "id")
    for at, item in ground.items:
        yield "source item", item.id, inside(at, "id")
    for at, term in ground.terms:
        yield "term", term.id, inside(at, "id")
        yield "Chinese term", term.zh, inside(at, "zh")
    for at, kind in ground.rows(RULES, "evidence_kinds", ground.rules.evidence_kinds):
        yield "evidence kind", kind.id, inside(at, "id")
    for at, instrument in ground.instruments:
        yield "instrument", instrument.id, inside(at, "id")
        for place, section in ground.rows(at[0], "sections", instrument.sections):
            yield f"section of {instrument.id}", section.id, inside(place, "id")
    for at, question, _ in ground.questions:
        yield "question", question.id, inside(at, "id")
    for name, codes in ground.code_lists.items():
        yield "code list", name, (CODE_LISTS, (name,))
        for code in codes:
            yield f"code of {name}", code, (CODE_LISTS, (name, code))
    yield from _beside(ground)


def _beside(ground: Ground) -> Iterator[Named]:
    """Yield what stands beside the instruments; points and requests share the ids of questions."""
    for at, selection in ground.selections:
        yield "instrument", selection.id, inside(at, "id")
    for at, point in ground.mystery:
        yield "question", point.id, inside(at, "id")
    for at, request in ground.requests:
        yield "question", request.id, inside(at, "id")
    for kind, cards in (("moment", ground.moments), ("reason", ground.reasons), ("vignette", ground.vignettes)):
        for at, card in cards:
            yield kind, card.id, inside(at, "id")
