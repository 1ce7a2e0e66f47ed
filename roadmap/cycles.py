"""A circle of dependencies, named so that a person can break it."""

from collections.abc import Iterable
from typing import cast

import networkx as nx


def cycle_in(edges: Iterable[tuple[str, str]]) -> str | None:
    """Return one cycle of a directed graph as text, or None when there is none.

    >>> cycle_in([("a", "b"), ("b", "c"), ("c", "a")]), cycle_in([("a", "b")])
    ('a → b → c → a', None)
    """
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_edges_from(edges)
    try:
        found = cast("list[tuple[str, str]]", nx.find_cycle(graph))  # pyright: ignore[reportUnknownMemberType]
    except nx.NetworkXNoCycle:
        return None
    return " → ".join([*(before for before, _ in found), found[0][0]])
