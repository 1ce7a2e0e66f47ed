"""The smallest benchmark instance, solved to proof; the larger ones belong to the bench."""

import json
from pathlib import Path

import pytest

from roadmap.selection import plan_value, read_problem, select_document, violations
from roadmap.selection.greedy import greedy


def test_fifty_initiatives_are_proven_and_beat_greedy(portfolio: Path) -> None:
    data = json.loads((portfolio / "p50_0.json").read_text("utf-8"))
    problem = read_problem(data)
    plan = select_document(data, 60)
    known = json.loads((portfolio / "best_known.json").read_text("utf-8"))["p50_0.json"]
    starts = {row["id"]: row["start"] for row in plan["chosen"]}
    assert violations(problem, starts) == []
    assert plan["value"] == pytest.approx(plan_value(problem, starts))
    assert plan["gap"] <= 0.005
    assert plan["value"] >= known["npv"] * 0.995
    assert plan["bound"] >= known["npv"] - 0.1
    floor = greedy(problem)
    assert floor is not None
    assert violations(problem, floor) == []
    assert plan["value"] >= 1.05 * plan_value(problem, floor)


@pytest.mark.parametrize("name", ["p150_0.json", "p300_0.json"])
def test_the_larger_instances_are_read_and_have_a_floor(portfolio: Path, name: str) -> None:
    problem = read_problem(json.loads((portfolio / name).read_text("utf-8")))
    known = json.loads((portfolio / "best_known.json").read_text("utf-8"))[name]
    floor = greedy(problem)
    assert floor is not None
    assert violations(problem, floor) == []
    assert 0.6 * known["npv"] <= plan_value(problem, floor) <= known["upper_bound"]
