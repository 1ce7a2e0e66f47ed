"""Gaps: capabilities at least half a level below target, most worthwhile first; and the default targets."""

from collections.abc import Mapping
from fractions import Fraction

from scoring.exact import Written, exact
from scoring.node_scores import on_unit
from scoring.score import AREAS
from scoring.sheet import Gap, ScoreSheet
from scoring.tree import Profile, ScoringTree, Targets
from scoring.tree_shape import shape_of, with_profile

HALF = Fraction(1, 2)
USUAL, HIGH = Fraction(3), Fraction(4)
HEAVIEST, AT_MOST = 3, 4


def find_gaps(
    sheet: ScoreSheet,
    targets: Targets,
    opportunity: Mapping[str, Written] | None = None,
    stability: Mapping[str, Written] | None = None,
) -> tuple[Gap, ...]:
    """Return the gaps sorted by priority, highest first, then by id.

    priority = (target − L)/4 × effective weight × opportunity × stability; the last two default to 1. Capabilities
    without a level or a target have no gap.
    """
    scale = sheet.trace.tree.scale if sheet.trace else (1, 5)
    found: list[Gap] = []
    for c, s in sheet.capabilities.items():
        target = targets.levels.get(c)
        if s.level is None or target is None or target - s.level < HALF:
            continue
        chance = Fraction(exact((opportunity or {}).get(c, 1)))
        steady = Fraction(exact((stability or {}).get(c, 1)))
        weight = sheet.nodes[c].effective_weight
        distance = on_unit(Fraction(target), scale) - on_unit(s.level, scale)
        priority = distance * weight * chance * steady
        found.append(Gap(c, s.level, Fraction(target), priority, weight, chance, steady, s.answers))
    return tuple(sorted(found, key=lambda gap: (-gap.priority, gap.capability)))


def default_targets(
    tree: ScoringTree, profile: Profile | None = None, reachable: Mapping[str, Fraction] | None = None
) -> Targets:
    """Return target 3 everywhere and 4 in the areas whose weight is at least the third largest.

    When a tie would raise more than four areas, only those heavier than the third largest are raised, so that equal
    weights (the generic profile) raise none. ``reachable`` caps targets at the level the catalogue can lead to.
    """
    shape = shape_of(with_profile(tree, profile or Profile()).nodes)
    weights = {a: shape.nodes[a].weight for a in shape.children.get(AREAS, ()) if shape.nodes[a].weight > 0}
    heavy = _heaviest(weights)
    raised = {leaf for area in heavy for leaf in shape.below(area)}
    top = Fraction(tree.scale[1])
    levels = {c: min(HIGH if c in raised else USUAL, (reachable or {}).get(c, top), top) for c in sorted(shape.leaves)}
    return Targets(levels)


def _heaviest(weights: Mapping[str, Fraction]) -> frozenset[str]:
    if len(weights) < HEAVIEST:
        return frozenset(weights)
    third = sorted(weights.values(), reverse=True)[HEAVIEST - 1]
    chosen = frozenset(a for a, w in weights.items() if w >= third)
    return chosen if len(chosen) <= AT_MOST else frozenset(a for a, w in weights.items() if w > third)
