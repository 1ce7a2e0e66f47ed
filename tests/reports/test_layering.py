"""Columns of the system map: arrows run right, circles end, long arrows get waypoints, little crosses."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reports.charts.layering import WAY, layered

NODES = st.lists(st.sampled_from("abcdefgh"), unique=True, min_size=1)
EDGES = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")), max_size=20)


def test_a_chain_stands_in_a_row_and_what_nobody_feeds_stands_beside_its_target():
    found = layered(["a", "b", "c", "d"], [("a", "b"), ("b", "c"), ("d", "c")])
    assert found.columns == (("a",), ("b", "d"), ("c",))
    assert found.routes["d", "c"] == ("d", "c")


def test_an_arrow_past_a_column_gets_a_waypoint_there():
    found = layered(["a", "b", "c"], [("a", "b"), ("b", "c"), ("a", "c")])
    first, way, last = found.routes["a", "c"]
    assert (first, last) == ("a", "c")
    assert way in found.columns[1]
    assert way.startswith(WAY)


def test_a_circle_is_cut_where_it_closes():
    found = layered(["a", "b", "c"], [("a", "b"), ("b", "c"), ("c", "a")])
    assert [column[0] for column in found.columns] == ["a", "b", "c"]
    assert found.routes["c", "a"][0] == "c"


def test_two_crossing_arrows_are_untangled():
    found = layered(["a", "b", "x", "y"], [("a", "y"), ("b", "x")])
    left, right = found.columns
    assert (left.index("a") < left.index("b")) == (right.index("y") < right.index("x"))


@given(NODES, EDGES)
def test_every_node_stands_once_and_every_known_arrow_has_a_route(nodes, edges):
    found = layered(nodes, edges, most=4)
    placed = [key for column in found.columns for key in column if not key.startswith(WAY)]
    assert sorted(placed) == sorted(nodes)
    assert len(found.columns) <= 4
    wanted = {(a, b) for a, b in edges if a != b and {a, b} <= set(nodes)}
    assert set(found.routes) == wanted
    at = {key: index for index, column in enumerate(found.columns) for key in column}
    for route in found.routes.values():
        assert all(abs(at[one] - at[two]) <= 1 for one, two in pairwise(route))


@given(NODES, EDGES)
def test_the_same_graph_is_always_drawn_alike(nodes, edges):
    assert layered(nodes, edges) == layered(nodes, edges)
