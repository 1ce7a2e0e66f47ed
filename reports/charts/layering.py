"""Places the nodes of a directed graph in columns, so that arrows run from left to right and cross little.

Pure and deterministic. Longest paths give the columns, long arrows get a waypoint in each column they pass, and the order
inside a column follows the mean place of the neighbours (the method of Sugiyama, Tagawa and Toda, 1981).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

Edge = tuple[str, str]
SWEEPS = 6
WAY = "\u0000way"
"""Starts the key of a waypoint; no id of a register holds this character."""


@dataclass(frozen=True, slots=True)
class Layers:
    """Columns from left to right, each from top to bottom; ``routes`` are the keys an arrow passes, its ends included."""

    columns: tuple[tuple[str, ...], ...]
    routes: Mapping[Edge, tuple[str, ...]]


def layered(nodes: Sequence[str], edges: Sequence[Edge], most: int = 5) -> Layers:
    """Return the columns of ``nodes``, at most ``most`` of them; arrows to unknown nodes and to oneself are left out."""
    known = set(nodes)
    arrows = list(dict.fromkeys(e for e in edges if e[0] in known and e[1] in known and e[0] != e[1]))
    column = _columns(nodes, arrows, most)
    columns: list[list[str]] = [[] for _ in range(max(column.values(), default=-1) + 1)]
    for node in nodes:
        columns[column[node]].append(node)
    routes: dict[Edge, tuple[str, ...]] = {}
    for source, target in arrows:
        first, last = column[source], column[target]
        step = 1 if last >= first else -1
        passed = [f"{WAY}{source}\u0000{target}\u0000{at}" for at in range(first + step, last, step)]
        for at, way in zip(range(first + step, last, step), passed, strict=True):
            columns[at].append(way)
        routes[source, target] = (source, *passed, target)
    return Layers(tuple(map(tuple, _untangled(columns, routes))), routes)


def _columns(nodes: Sequence[str], arrows: Sequence[Edge], most: int) -> dict[str, int]:
    """Return the column of each node: one right of all that feed it, circles cut where they close."""
    onward: dict[str, list[str]] = {node: [] for node in nodes}
    for source, target in arrows:
        onward[source].append(target)
    order, forward = _acyclic(nodes, onward)
    column = dict.fromkeys(nodes, 0)
    for node in order:
        for target in forward[node]:
            column[target] = max(column[target], column[node] + 1)
    fed = {target for targets in forward.values() for target in targets}
    for node in nodes:
        if node not in fed and forward[node]:  # what nobody feeds stands close to what it feeds
            column[node] = min(column[target] for target in forward[node]) - 1
    return {node: min(at, most - 1) for node, at in column.items()}


def _acyclic(nodes: Sequence[str], onward: Mapping[str, Sequence[str]]) -> tuple[list[str], dict[str, list[str]]]:
    """Return the nodes in topological order and the arrows without those that close a circle."""
    done: list[str] = []
    seen: set[str] = set()
    forward: dict[str, list[str]] = {node: [] for node in nodes}
    for start in nodes:
        stack = [(start, iter(onward[start]))] if start not in seen else []
        seen.add(start)
        above = {start}
        while stack:
            node, rest = stack[-1]
            target = next(rest, None)
            if target is None:
                done.append(node)
                above.discard(node)
                stack.pop()
                continue
            if target in above:
                continue
            forward[node].append(target)
            if target not in seen:
                seen.add(target)
                above.add(target)
                stack.append((target, iter(onward[target])))
    return done[::-1], forward


def _untangled(columns: list[list[str]], routes: Mapping[Edge, tuple[str, ...]]) -> list[list[str]]:
    """Order every column by the mean place of the neighbours, to and fro."""
    beside: dict[str, list[str]] = {}
    for route in routes.values():
        for one, other in pairwise(route):
            beside.setdefault(one, []).append(other)
            beside.setdefault(other, []).append(one)
    for sweep in range(SWEEPS):
        forth = sweep % 2 == 0
        for at in range(1, len(columns)) if forth else range(len(columns) - 2, -1, -1):
            columns[at] = _ordered(columns[at], columns[at - 1 if forth else at + 1], beside)
    return columns


def _ordered(column: list[str], fixed: list[str], beside: Mapping[str, Sequence[str]]) -> list[str]:
    """Return a column ordered by its neighbours in ``fixed``; whoever has none there keeps its place."""
    place = {node: index for index, node in enumerate(fixed)}

    def mean(node: str) -> float:
        found = [place[other] / max(len(fixed) - 1, 1) for other in beside.get(node, ()) if other in place]
        return sum(found) / len(found) if found else column.index(node) / max(len(column) - 1, 1)

    return sorted(column, key=lambda node: (mean(node), column.index(node)))
