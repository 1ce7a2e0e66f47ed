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
            found = ", ".join(map(str, levels)) or "none"
            message = f"{capability.id} has anchors for levels {found}."
            ground.error("Q020", inside(at, "anchors"), message, "Write five anchors, levels 1 to 5 in order.")
        _different(ground, at, capability)
        for i, anchor in enumerate(capability.anchors):
            if anchor.level >= PROVEN_FROM and not set(anchor.evidence) - {STATEMENT}:
                message = f"Level {anchor.level} of {capability.id} can be claimed by word alone."
                ground.error("Q023", inside(at, "anchors", i), message, "List the evidence that proves it.")


def _different(ground: Ground, at: At, capability: shapes.Capability) -> None:
    """Two options with one wording cannot be told apart, in either language."""
    for locale in ("zh", "en"):
        seen: dict[str, int] = {}
        for i, anchor in enumerate(capability.anchors):
            words = str(getattr(anchor, locale)).strip().casefold()
            if words in seen:
                message = f"Levels {seen[words]} and {anchor.level} of {capability.id} read the same in {locale}."
                ground.error("Q021", inside(at, "anchors", i, locale), message, "Word the difference.")
            seen.setdefault(words, anchor.level)
