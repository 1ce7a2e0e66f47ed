"""The framework of the content pack as a scoring tree: index, two blocks, ten dimensions, capabilities."""

from collections.abc import Collection
from fractions import Fraction

from questionnaires.framework import GROUP_OF, Framework, GateRule
from scoring.errors import ScoringInputError
from scoring.tree import INDEX, EvidenceRule, Gate, Node, Profile, ScoringTree, ShareAtLeast
from scoring.tree_shape import with_profile


def tree_from_framework(
    framework: Framework, profile: Profile | None = None, capabilities: Collection[str] | None = None
) -> ScoringTree:
    """Return the tree to score, weighted by the profile.

    ``capabilities`` restricts the leaves (a core assessment); dimensions left empty and gate conditions on what is
    left out go with them. Raises ScoringInputError for a profile weight, or a restriction, on an unknown id.
    """
    profile = profile or Profile()
    _check(framework, profile, capabilities)
    kept = frozenset(framework.capabilities if capabilities is None else capabilities)
    leaves = [Node(c, dimension.id) for dimension in framework.dimensions for c in dimension.capabilities if c in kept]
    used = {leaf.parent for leaf in leaves}
    dimensions = [Node(d.id, d.block) for d in framework.dimensions if d.id in used]
    blocks = [Node(block, INDEX, Fraction(share)) for block, share in framework.split.items()]
    blocks = [block for block in blocks if any(d.parent == block.id for d in dimensions)]
    kinds = framework.evidence_kinds.values()
    known = kept | {d.id for d in dimensions}
    tree = ScoringTree(
        nodes=(Node(INDEX, None), *blocks, *dimensions, *leaves),
        cuts=tuple(Fraction(cut) for cut in framework.cuts),
        gates=tuple(_gate(rule, known) for rule in framework.gates),
        group_weights={group: Fraction(weight) for group, weight in framework.group_weights.items()},
        evidence=EvidenceRule(
            caps={kind.id: kind.cap for kind in kinds},
            families={kind.id: kind.family for kind in kinds if kind.family},
            pair_cap=framework.pair_cap,
        ),
        asked={c: _groups(framework, c) for c in sorted(kept)},
        version=framework.version,
        content_hash=framework.content_hash,
    )
    return with_profile(tree, profile)


def _groups(framework: Framework, capability: str) -> tuple[str, ...]:
    return tuple(sorted({GROUP_OF[source] for source in framework.capabilities[capability].asked}))


def _gate(rule: GateRule, known: frozenset[str]) -> Gate:
    shares = [
        ShareAtLeast(level, share, of if of == "all" else tuple(c for c in of if c in known))
        for level, share, of in rule.share_at_least
    ]
    return Gate(
        level=rule.level,
        min_node={n: limit for n, limit in rule.min_node.items() if n in known},
        min_capability={c: limit for c, limit in rule.min_capability.items() if c in known},
        share_at_least=tuple(shares),
        min_evidence_share=rule.min_evidence_share,
    )


def _check(framework: Framework, profile: Profile, capabilities: Collection[str] | None) -> None:
    """Refuse ids the framework does not have."""
    dimensions = {d.id for d in framework.dimensions}
    everything = set(framework.capabilities)
    for where, ids, known in (
        ("profile.dimension_weights", profile.dimension_weights, dimensions),
        ("profile.capability_weights", profile.capability_weights, everything),
        ("profile.split", profile.split, set(framework.split)),
        ("capabilities", capabilities or (), everything),
    ):
        for unknown in sorted(set(ids) - known):
            raise ScoringInputError(f"{where}.{unknown}", "not_in_pack", id=unknown)
