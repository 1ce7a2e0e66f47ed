"""How questions are put: no agreement scales; short stems and anchors; forms people finish. Q022, Q050 to Q052."""

import math
import re

from questionnaires.checking import shapes
from questionnaires.checking.ground import At, Ground, inside

SCALES = {
    "zh": re.compile(r"是否同意|同不同意|非常同意|完全同意|比较同意|不同意|同意程度|多大程度|非常满意|比较满意"),
    "en": re.compile(
        r"\b(strongly|completely|fully|somewhat|do you|you) (dis)?agree\b|\bdisagree\b|\bto what extent\b|\bvery satisfied\b",
        re.IGNORECASE,
    ),
}
STEM, ANCHOR = (45, 25), (30, 18)
"""Most Chinese characters and most English words."""

ROLE_MINUTES = 75
"""Longest interview of one executive, whatever a role's own limit says."""

FORM_MINUTES = {"manager": 22, "guide": 10}


def check(ground: Ground) -> None:
    """Note wordings that bias or tire."""
    for at, question, _ in ground.questions:
        for locale, pattern in SCALES.items():
            if pattern.search(getattr(question.stem, locale)):
                ground.error("Q022", inside(at, "stem", locale), id=question.id)
        if too_long(question.stem, STEM):
            ground.warn("Q050", inside(at, "stem"), id=question.id, zh=STEM[0], en=STEM[1])
    for at, capability in ground.capabilities:
        for i, anchor in enumerate(capability.anchors):
            if too_long(anchor, ANCHOR):
                limits = {"zh": ANCHOR[0], "en": ANCHOR[1]}
                ground.warn("Q051", inside(at, "anchors", i), id=capability.id, level=anchor.level, **limits)
    _minutes(ground)


def too_long(text: shapes.Text | shapes.Anchor, most: tuple[int, int]) -> bool:
    """Whether a text exceeds its limits (Chinese characters, English words)."""
    return len(text.zh) > most[0] or len(text.en.split()) > most[1]


def _minutes(ground: Ground) -> None:
    for at, instrument in ground.instruments:
        if instrument.group == "E":
            for place, role in ground.roles:
                mine = [
                    q.seconds for q in instrument.questions if not q.optional and (not q.roles or role.id in q.roles)
                ]
                _enough_time(ground, place, "Q052.role", role.id, mine, min(role.minutes, ROLE_MINUTES))
        elif instrument.id in FORM_MINUTES:
            seconds = [question.seconds for question in instrument.questions if not question.optional]
            _enough_time(ground, at, "Q052.form", instrument.id, seconds, FORM_MINUTES[instrument.id])


def _enough_time(ground: Ground, at: At, key: str, name: str, seconds: list[int], most: int) -> None:
    minutes = math.ceil(sum(seconds) / 60)
    if minutes > most:
        ground.warn(key, at, id=name, n=minutes, most=most)
