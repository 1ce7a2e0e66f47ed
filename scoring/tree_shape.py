"""The tree made walkable: children, root, leaves, order; and the refusal of trees that are none."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from scoring.errors import ScoringInputError
from scoring.tree import Node, Profile, ScoringTree


@dataclass(frozen=True, slots=True)
class TreeShape:
    """A checked tree. ``downwards`` lists every id, parents before children, in the order of the framework."""

    root: str
    nodes: Mapping[str, Node]
    children: Mapping[str, tuple[str, ...]]
    downwards: tuple[str, ...]

    @property
    def leaves(self) -> tuple[str, ...]:
        """Ids without children: the capabilities."""
        return tuple(n for n in self.downwards if not self.children[n])

    def below(self, node: str) -> tuple[str, ...]:
        """Return the leaves under ``node`` in the order of the framework (itself when it is one)."""
        found: list[str] = []
        open_nodes = [node]
        while open_nodes:
            at = open_nodes.pop()
            kids = self.children[at]
            open_nodes += reversed(kids)
            if not kids:
                found.append(at)
        return tuple(found)


def with_profile(tree: ScoringTree, profile: Profile) -> ScoringTree:
    """Return the tree with the profile's weights laid over its own; doing so twice changes nothing."""
    weights = {**profile.split, **profile.dimension_weights, **profile.capability_weights}
    if not weights:
        return tree
    return replace(tree, nodes=tuple(replace(n, weight=weights.get(n.id, n.weight)) for n in tree.nodes))


@lru_cache(maxsize=64)
def shape_of(nodes: tuple[Node, ...]) -> TreeShape:
    """Check the nodes and return their shape.

    Raises ScoringInputError for duplicate ids, unknown parents, none or several roots, circles and negative weights.
    """
    by_id: dict[str, Node] = {}
    children: dict[str, list[str]] = {}
    for i, node in enumerate(nodes):
        at = f"framework.nodes[{i}]"
        if node.id in by_id:
            raise ScoringInputError(f"{at}.id", "twice", id=node.id)
        if node.weight < 0:
            raise ScoringInputError(f"{at}.weight", "negative_weight", value=node.weight)
        by_id[node.id] = node
        children[node.id] = []
    for i, node in enumerate(nodes):
        if node.parent is None:
            continue
        if node.parent not in by_id:
            raise ScoringInputError(f"framework.nodes[{i}].parent", "unknown_node", id=node.parent)
        children[node.parent].append(node.id)
    roots = [n.id for n in nodes if n.parent is None]
    if len(roots) != 1:
        raise ScoringInputError("framework.nodes", "not_one_root", found=", ".join(roots) or "0")
    order = _downwards(roots[0], children)
    if len(order) != len(by_id):
        lost = ", ".join(sorted(set(by_id) - set(order)))
        raise ScoringInputError("framework.nodes", "circle", found=lost)
    return TreeShape(roots[0], by_id, {n: tuple(c) for n, c in children.items()}, tuple(order))


def _downwards(root: str, children: Mapping[str, list[str]]) -> list[str]:
    order = [root]
    for node in order:
        order.extend(children[node])
    return order
