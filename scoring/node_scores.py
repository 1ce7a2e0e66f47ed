"""From capability levels up the tree: scores, claimed scores, bounds, coverage, effective weights.

Decisions where the rule leaves room:

- A node without any applicable child of positive weight does not apply and hands its weight to its siblings.
- An insufficient node keeps the levels of its answered leaves in the bounds of its parents ("all *missing leaves* at 1
  and at 5"); bounds are widened to hold the printed score, which leaves that node out.
- Effective weights share out the weight of what does not apply, but not of what is missing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from scoring.coverage import ENOUGH, node_coverage
from scoring.means import contributions, imbalance, mean
from scoring.sheet import CapabilityScore, NodeScore
from scoring.tree import ScoringTree
from scoring.tree_shape import TreeShape


@dataclass(frozen=True, slots=True)
class _Rising:
    """What a node hands to its parent."""

    applies: bool
    score: Fraction | None
    claimed: Fraction | None
    low: Fraction
    high: Fraction
    coverage: Fraction


def node_scores(
    tree: ScoringTree, shape: TreeShape, capabilities: Mapping[str, CapabilityScore]
) -> tuple[dict[str, NodeScore], frozenset[str]]:
    """Return every node's score in the order of the tree, and the ids that do not apply."""
    risen: dict[str, _Rising] = {}
    for node in reversed(shape.downwards):
        kids = applicable(node, shape, risen)
        risen[node] = _inner(node, kids, shape, risen) if shape.children[node] else _leaf(capabilities[node], tree)
    effective = effective_weights(shape, risen)
    lowest = {c: s.level for c, s in capabilities.items() if s.level is not None and effective[c] > 0}
    scores = {n: _node(n, shape, risen, effective[n], lowest) for n in shape.downwards}
    return scores, frozenset(n for n, r in risen.items() if not r.applies)


def applicable(node: str, shape: TreeShape, risen: Mapping[str, _Rising]) -> tuple[str, ...]:
    """Return the children that apply and weigh something."""
    return tuple(c for c in shape.children[node] if shape.nodes[c].weight > 0 and risen[c].applies)


def on_unit(level: Fraction, scale: tuple[int, int]) -> Fraction:
    """Put a level on [0, 1].

    >>> on_unit(Fraction(3), (1, 5))
    Fraction(1, 2)
    """
    low, high = scale
    return (level - low) / (high - low)


def _leaf(capability: CapabilityScore, tree: ScoringTree) -> _Rising:
    level, claim = capability.level, capability.claimed
    low, high = (on_unit(end, tree.scale) for end in capability.bounds)
    return _Rising(
        applies=capability.state != "not_applicable",
        score=None if level is None else on_unit(level, tree.scale),
        claimed=None if claim is None else on_unit(claim, tree.scale),
        low=low,
        high=high,
        coverage=capability.coverage,
    )


def _inner(node: str, kids: tuple[str, ...], shape: TreeShape, risen: Mapping[str, _Rising]) -> _Rising:
    if not kids:
        return _Rising(applies=False, score=None, claimed=None, low=Fraction(0), high=Fraction(1), coverage=Fraction(0))
    weights = {c: shape.nodes[c].weight for c in kids}
    p = shape.nodes[node].p
    covered = node_coverage({c: risen[c].coverage for c in kids}, weights)
    low = mean({c: risen[c].low for c in kids}, weights, p)
    high = mean({c: risen[c].high for c in kids}, weights, p)
    score = claimed = None
    present = {c: risen[c] for c in kids if risen[c].score is not None}
    if present and covered >= ENOUGH:
        score = mean({c: r.score for c, r in present.items() if r.score is not None}, weights, p)
        claimed = mean({c: r.claimed for c, r in present.items() if r.claimed is not None}, weights, p)
        low, high = min(low, score), max(high, score)
    return _Rising(applies=True, score=score, claimed=claimed, low=low, high=high, coverage=covered)


def effective_weights(shape: TreeShape, risen: Mapping[str, _Rising]) -> dict[str, Fraction]:
    """Return the product of normalised weights along the path; 0 for what weighs nothing or does not apply."""
    result = {shape.root: Fraction(1)}
    for node in shape.downwards:
        kids = applicable(node, shape, risen)
        total = sum((shape.nodes[c].weight for c in kids), Fraction(0))
        for child in shape.children[node]:
            share = shape.nodes[child].weight / total if child in kids else Fraction(0)
            result[child] = result[node] * share
    return result


def _node(
    node: str, shape: TreeShape, risen: Mapping[str, _Rising], effective: Fraction, lowest: Mapping[str, Fraction]
) -> NodeScore:
    made = risen[node]
    weights = {c: shape.nodes[c].weight for c in applicable(node, shape, risen)}
    present = {c: s for c in weights if (s := risen[c].score) is not None}
    inner = bool(shape.children[node]) and made.score is not None
    under = {c: lowest[c] for c in shape.below(node) if c in lowest} if shape.children[node] else {}
    return NodeScore(
        id=node,
        score=made.score,
        claimed=made.claimed,
        bounds=(made.low, made.high),
        coverage=made.coverage,
        effective_weight=effective,
        contributions=contributions(present, weights, shape.nodes[node].p) if inner else {},
        bottleneck=min(under, key=lambda c: (under[c], c)) if under else None,
        imbalance=imbalance(present, weights) if inner else None,
    )
