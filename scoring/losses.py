"""Where a node loses most of its points: the capability whose rise to the top would lift it furthest."""

from fractions import Fraction
from typing import Any

from scoring.means import mean
from scoring.sheet import ScoreSheet
from scoring.trace import Trace


def largest_loss(sheet: ScoreSheet, trace: Trace, node: str) -> dict[str, Any]:
    """Return the capability that costs ``node`` most, as parameters of its sentence; empty when nothing is lost."""
    losses = {leaf: loss(sheet, trace, node, leaf) for leaf in trace.shape.below(node)}
    worst = max(losses, key=lambda leaf: (losses[leaf], leaf))
    if losses[worst] == 0:
        return {}
    capability = sheet.capabilities[worst]
    stores = max((made.units for g, made in capability.groups.items() if g in {"F", "V"}), default=0)
    return {
        "lost_at": worst,
        "lost": losses[worst],
        "lost_level": capability.level,
        "lost_stores": stores,
        "lost_confidence": capability.confidence,
    }


def loss(sheet: ScoreSheet, trace: Trace, node: str, leaf: str) -> Fraction:
    """Return by how much ``node`` would rise, on [0, 1], if ``leaf`` stood at the top and all else stayed.

    0 for a leaf that does not count in the node (weight 0, not applicable, no number on the way up).
    """
    shape, raised, child = trace.shape, Fraction(1), leaf
    now = sheet.nodes[node].score
    while child != node:
        parent = shape.nodes[child].parent
        if parent is None or sheet.nodes[child].score is None or shape.nodes[child].weight == 0:
            return Fraction(0)
        scores = {c: s for c in shape.children[parent] if (s := sheet.nodes[c].score) is not None}
        weights = {c: shape.nodes[c].weight for c in scores if shape.nodes[c].weight > 0}
        scores = {c: raised if c == child else scores[c] for c in weights}
        raised, child = mean(scores, weights, shape.nodes[parent].p), parent
    return raised - now if now is not None else Fraction(0)
