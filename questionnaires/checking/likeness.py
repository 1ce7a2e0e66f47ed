"""Neighbouring anchors: far enough apart to be told apart, their numbers climbing. Q024, Q025."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from questionnaires.checking import shapes
from questionnaires.checking.ground import At, Ground, inside

TOO_LIKE = 0.8
GRAM = {"zh": 2, "en": 3}
"""Characters of a piece: two Chinese ones say about as much as three letters."""

NUMBER = re.compile(
    r"(不到|少于|低于|不足)?\s*(\d+(?:\.\d+)?)(?:\s*[–-]\s*\d+(?:\.\d+)?)?\s*(%|小时|分钟|个月|[㐀-鿿])"
)
TIMES = frozenset({"秒", "分钟", "小时", "天", "周", "个月"})
"""Units of waiting, of which less is better: their numbers may also fall from level to level."""


def check(ground: Ground) -> None:
    """Note neighbours that read alike and numbers that do not run one way."""
    for at, capability in ground.capabilities:
        for i, (lower, upper) in enumerate(pairwise(capability.anchors)):
            for locale in ("zh", "en"):
                share = likeness(getattr(lower, locale), getattr(upper, locale), GRAM[locale])
                if TOO_LIKE <= share < 1:  # equal ones are Q021
                    params = {"id": capability.id, "first": lower.level, "second": upper.level, "locale": locale}
                    ground.warn("Q024", inside(at, "anchors", i + 1, locale), share=f"{share:.2f}", **params)
        _climbing(ground, at, capability)


def likeness(first: str, second: str, size: int) -> float:
    """Return the share of pieces two texts have in common (Dice), 0 to 1; punctuation and case do not count.

    >>> likeness("每月看一次", "每月看两次", 2), likeness("none", "all of them", 3)
    (0.5, 0.0)
    """
    left, right = _pieces(first, size), _pieces(second, size)
    return 2 * len(left & right) / (len(left) + len(right)) if left or right else 0.0


def _pieces(text: str, size: int) -> set[str]:
    plain = re.sub(r"\W", "", text.casefold())
    return {plain[i : i + size] for i in range(max(1, len(plain) - size + 1))} if plain else set()


def _climbing(ground: Ground, at: At, capability: shapes.Capability) -> None:
    rows = [dict(_counts(anchor.zh)) for anchor in capability.anchors]
    for unit in dict.fromkeys(unit for row in rows for unit in row):
        there = [(i, row[unit]) for i, row in enumerate(rows) if unit in row]
        rising = all(a < b for (_, a), (_, b) in pairwise(there))
        falling = unit in TIMES and all(a > b for (_, a), (_, b) in pairwise(there))
        if not rising and not falling:
            last = there[-1][0]
            ground.error("Q025", inside(at, "anchors", last, "zh"), id=capability.id, unit=unit)


def _counts(text: str) -> Iterator[tuple[str, tuple[float, int]]]:
    """Yield unit and number of a text; 不到 20% comes before 20–49%."""
    found: Mapping[str, tuple[float, int]] = {
        unit: (float(number), 0 if below else 1) for below, number, unit in reversed(NUMBER.findall(text))
    }
    yield from found.items()
