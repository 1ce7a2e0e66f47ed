"""What governs the plan is in place when its first wave ends, or the plan does without it and says why."""

from typing import Any

from roadmap import make_plan
from roadmap.making import PlanInput
from roadmap.plan import Plan, Reason
from roadmap.waves import FIRST_WAVE
from tests.roadmap.pipeline.little import catalogue, constraints, gap, initiative, question

WEEKS = 4.0


def asked(limits: dict[str, Any], governs: Any = "owner") -> PlanInput:
    """Two moves of four person-weeks, the one that governs worth less than the other."""
    known = catalogue(
        initiative("I-ORG90", "A1→3 people", effort={"business": WEEKS}, governs=governs),
        initiative("I-SAL90", "B1→3 people", effort={"business": WEEKS}, months=3),
    )
    gaps = [gap("A1", priority=0.2), gap("B1", priority=0.8)]
    return question(known, gaps, {"A1": 2, "B1": 2}, constraints=constraints(**{"theta": 0.0, **limits}))


def month_of(plan: Plan, ident: str) -> int | None:
    return next((one.start_month for one in plan.selection.chosen if one.initiative == ident), None)


def test_it_is_in_time_or_left_out_with_the_reason():
    roomy = make_plan(asked({"theta": 1.0, "capacity": {"business": WEEKS}}))
    assert month_of(roomy, "I-ORG90") is not None
    assert month_of(roomy, "I-ORG90") < FIRST_WAVE  # type: ignore[operator]
    busy = {"capacity": {"business": WEEKS / 3}, "started": {"I-SAL90": 0}}
    tight = make_plan(asked({**busy, "theta": 0.0}))
    assert month_of(tight, "I-ORG90") is None
    assert tight.selection.excluded["I-ORG90"] == Reason("deadline", {"by": FIRST_WAVE, "rules": ["capacity"]})
    free = make_plan(asked({**busy, "theta": 1.0}, governs=None))
    assert (month_of(free, "I-ORG90") or 0) >= FIRST_WAVE  # without the rule it would come after what it governs


def test_a_demand_that_cannot_be_met_in_time_is_named():
    plan = make_plan(
        asked({"capacity": {"business": WEEKS}, "must": ("I-ORG90",), "not_before": 0, "started": {"I-SAL90": 0}})
    )
    assert (month_of(plan, "I-ORG90") or 0) < FIRST_WAVE
    limits = {"capacity": {"business": WEEKS / 3}, "must": ("I-ORG90",), "started": {"I-SAL90": 0}}
    plan = make_plan(asked(limits))
    assert plan.selection.solution.status == "infeasible"
    assert "deadline" in {reason.code for reason in plan.selection.conflicts}


def test_what_only_a_rule_demands_comes_late_rather_than_making_a_plan_impossible():
    limits = {
        "capacity": {"business": WEEKS / 3},
        "must": ("I-ORG90",),
        "grounds": {"I-ORG90": "governance"},
        "started": {"I-SAL90": 0},
    }
    plan = make_plan(asked(limits, governs="group"))
    assert (month_of(plan, "I-ORG90") or 0) >= FIRST_WAVE


def test_once_work_has_begun_the_three_months_count_from_when_work_can_start():
    plan = make_plan(asked({"theta": 1.0, "not_before": 5}))
    found = month_of(plan, "I-ORG90")
    assert found is not None
    assert 5 <= found < 5 + FIRST_WAVE
