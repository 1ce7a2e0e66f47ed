"""Numbers that every score rests on: weights, split, cuts, caps, gates, the ladder. Q030 to Q034."""

from fractions import Fraction
from itertools import pairwise

from questionnaires.checking.anchors import LEVELS
from questionnaires.checking.ground import RULES, Ground, inside

LOWEST, HIGHEST, FULL = 1, 5, 100


def check(ground: Ground) -> None:
    """Note numbers that make no sense."""
    _weights(ground)
    _ladder(ground)
    _caps(ground)
    _gates(ground)


def _weights(ground: Ground) -> None:
    weights = {g: Fraction(w) for g, w in ground.rules.group_weights.items()}
    if min(weights.values(), default=0) < 0 or not any(weights.values()):
        ground.error("Q030.groups", (RULES, ("group_weights",)))
    split = {block: Fraction(w) for block, w in ground.rules.split.items()}
    if min(split.values(), default=0) < 0 or sum(split.values()) != 1:
        ground.error("Q030.split", (RULES, ("split",)), total=sum(split.values()))


def _ladder(ground: Ground) -> None:
    cuts = ground.rules.cuts
    rising = all(a < b for a, b in pairwise(cuts)) and all(0 < cut < FULL for cut in cuts)
    if len(cuts) != len(LEVELS) - 1 or not rising:
        ground.error("Q031", (RULES, ("cuts",)), found=cuts)
    if [rung.level for rung in ground.rules.levels] != LEVELS:
        ground.error("Q034", (RULES, ("levels",)))


def _caps(ground: Ground) -> None:
    for at, kind in ground.rows(RULES, "evidence_kinds", ground.rules.evidence_kinds):
        if not LOWEST <= kind.cap <= HIGHEST:
            ground.error("Q032.cap", inside(at, "cap"), id=kind.id, level=kind.cap)
    highest = max((kind.cap for kind in ground.rules.evidence_kinds), default=LOWEST)
    if not LOWEST <= ground.rules.pair_cap <= highest:
        ground.error("Q032.pair", (RULES, ("pair_cap",)), level=ground.rules.pair_cap, most=highest)
    if all(kind.id != "statement" for kind in ground.rules.evidence_kinds):
        ground.error("Q032.statement", (RULES, ("evidence_kinds",)))


def _gates(ground: Ground) -> None:
    for at, gate in ground.rows(RULES, "gates", ground.rules.gates):
        limits = [
            (("level",), gate.level, 2, HIGHEST),
            *((("min_node", n), Fraction(v), 0, FULL) for n, v in gate.min_node.items()),
            *((("min_capability", c), Fraction(v), LOWEST, HIGHEST) for c, v in gate.min_capability.items()),
            *((("share_at_least", i, "level"), Fraction(s.level), 1, 5) for i, s in enumerate(gate.share_at_least)),
            *((("share_at_least", i, "share"), Fraction(s.share), 0, 1) for i, s in enumerate(gate.share_at_least)),
            (("min_evidence_share",), Fraction(gate.min_evidence_share or 0), 0, 1),
        ]
        for keys, value, low, high in limits:
            if not low <= value <= high:
                name = ".".join(map(str, keys))
                ground.error("Q033", inside(at, *keys), name=name, value=value, low=low, high=high)
