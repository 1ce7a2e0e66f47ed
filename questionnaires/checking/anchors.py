"""Anchors: five, in order, different, and provable from level 4 on. Q020, Q021, Q023."""

from questionnaires.checking import shapes
from questionnaires.checking.ground import At, Ground, inside

LEVELS = [1, 2, 3, 4, 5]
PROVEN_FROM = 4
STATEMENT = "statement"


def check(ground: Ground) -> None:
    """Note anchors that cannot be told apart, ranked or proven."""
    for at, capability in ground.capabilities:
        levels = [anchor.level for anchor in capability.anchors]
        if levels != LEVELS:
            found = ", ".join(map(str, levels)) or "–"
            ground.error("Q020", inside(at, "anchors"), id=capability.id, found=found)
        _different(ground, at, capability)
        for i, anchor in enumerate(capability.anchors):
            if anchor.level >= PROVEN_FROM and not set(anchor.evidence) - {STATEMENT}:
                ground.error("Q023", inside(at, "anchors", i), id=capability.id, level=anchor.level)
    for at, question, _ in ground.questions:
        _options(ground, at, question)
    for at, point in ground.mystery:
        _options(ground, at, point)


def _options(ground: Ground, at: At, point: shapes.Point) -> None:
    for locale in ("zh", "en"):
        seen: set[str] = set()
        for i, option in enumerate(point.options):
            words = str(getattr(option, locale)).strip().casefold()
            if words in seen:
                ground.error("Q021.option", inside(at, "options", i, locale), id=point.id, text=words, locale=locale)
            seen.add(words)


def _different(ground: Ground, at: At, capability: shapes.Capability) -> None:
    """Two options with one wording cannot be told apart, in either language."""
    for locale in ("zh", "en"):
        seen: dict[str, int] = {}
        for i, anchor in enumerate(capability.anchors):
            words = str(getattr(anchor, locale)).strip().casefold()
            if words in seen:
                both = {"first": seen[words], "second": anchor.level, "locale": locale}
                ground.error("Q021", inside(at, "anchors", i, locale), id=capability.id, **both)
            seen.setdefault(words, anchor.level)
