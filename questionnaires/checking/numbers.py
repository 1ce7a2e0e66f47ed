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
        message = "Group weights must be 0 or more, and one of them more than 0."
        ground.error("Q030", (RULES, ("group_weights",)), message, "Correct the weights.")
    split = {block: Fraction(w) for block, w in ground.rules.split.items()}
    if min(split.values(), default=0) < 0 or sum(split.values()) != 1:
        message = f"The split adds up to {sum(split.values())}."
        ground.error(
            "Q030", (RULES, ("split",)), message, 'Let it add up to 1 with no part below 0, like "2/5" and "3/5".'
        )


def _ladder(ground: Ground) -> None:
    cuts = ground.rules.cuts
    rising = all(a < b for a, b in pairwise(cuts)) and all(0 < cut < FULL for cut in cuts)
    if len(cuts) != len(LEVELS) - 1 or not rising:
        ground.error(
            "Q031", (RULES, ("cuts",)), f"The cuts are {cuts}.", "Write four rising numbers between 0 and 100."
        )
    if [rung.level for rung in ground.rules.levels] != LEVELS:
        ground.error("Q034", (RULES, ("levels",)), "The ladder is not levels 1 to 5.", "Write five levels in order.")


def _caps(ground: Ground) -> None:
    for at, kind in ground.rows(RULES, "evidence_kinds", ground.rules.evidence_kinds):
        if not LOWEST <= kind.cap <= HIGHEST:
            message = f"{kind.id} supports level {kind.cap}."
            ground.error("Q032", inside(at, "cap"), message, "Give a level from 1 to 5.")
    highest = max((kind.cap for kind in ground.rules.evidence_kinds), default=LOWEST)
    if not LOWEST <= ground.rules.pair_cap <= highest:
        message = f"Two kinds together support level {ground.rules.pair_cap}, more than the best kind alone."
        ground.error("Q032", (RULES, ("pair_cap",)), message, f"Give a level from 1 to {highest}.")
    if all(kind.id != "statement" for kind in ground.rules.evidence_kinds):
        message = "There is no kind “statement”: what is only said has no cap."
        ground.error("Q032", (RULES, ("evidence_kinds",)), message, "Add it.")


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
                message = f"{'.'.join(map(str, keys))} is {value}."
                ground.error("Q033", inside(at, *keys), message, f"Give a number from {low} to {high}.")
