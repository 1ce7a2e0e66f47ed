"""Who becomes a candidate and why; what is met, waived, demanded, barred, and what the platform makes of it."""

from dataclasses import replace
from typing import Any

import pytest

from roadmap import propose
from roadmap.errors import RoadmapInputError
from roadmap.initiatives import Catalogue
from roadmap.plan import Proposal, Reason
from roadmap.prerequisites import way_met
from roadmap.situation import IndustryRules, Standing, Suggestion
from tests.roadmap.pipeline.little import (
    catalogue,
    constraints,
    flag,
    gap,
    initiative,
    module,
    platform,
    question,
)


def proposed(known: Catalogue, gaps: Any, levels: Any = None, suggestions: Any = (), **changes: Any) -> Proposal:
    industry = changes.pop("industry", None)
    g = question(known, gaps, levels, suggestions, constraints=constraints(**changes))
    rules = industry or g.industry
    return propose(g.gaps, g.standing, g.suggestions, known, rules, g.platform, g.constraints)


CHAIN = catalogue(
    initiative("I-STR90", "A1→4 people"),
    initiative("I-STR91", "B1→3 people", ["I-STR90"]),
    initiative("I-STR92", "C1→4 people", ["I-STR91"]),
    initiative("I-STR93", "D1→4 people"),
)


def test_open_prerequisites_come_along_to_the_end_of_the_chain():
    found = proposed(CHAIN, [gap("C1")], {"A1": 1, "B1": 1})
    assert list(found.candidates) == ["I-STR90", "I-STR91", "I-STR92"]
    assert found.candidates["I-STR91"].reasons == (Reason("prerequisite", {"of": ["I-STR92"]}),)
    assert found.already_there == {}


@pytest.mark.parametrize(
    ("levels", "changes", "way"),
    [
        ({"B1": 3.0}, {}, "already_standing"),
        ({"B1": 2.9}, {"done": ("I-STR91",)}, "already_done"),
        ({"B1": 1.0}, {"waived": {"I-STR91": "done by the landlord"}}, "already_waived"),
    ],
)
def test_a_met_prerequisite_leaves_the_graph_with_its_reason(levels: Any, changes: Any, way: str):
    found = proposed(CHAIN, [gap("C1")], levels, **changes)
    assert list(found.candidates) == ["I-STR92"]
    assert found.candidates["I-STR92"].needs == ()
    assert found.candidates["I-STR92"].met == {"I-STR91": way}
    assert found.already_there["I-STR91"].code == way


def test_standing_at_three_is_enough_for_an_initiative_that_goes_to_four():
    assert "I-STR90" not in proposed(CHAIN, [gap("B1")], {"A1": 3.0}).candidates
    assert "I-STR90" in proposed(CHAIN, [gap("B1")], {"A1": 2.99}).candidates


def test_an_unknown_level_meets_nothing():
    assert "I-STR90" in proposed(CHAIN, [gap("B1")], {"A1": None}).candidates


def test_every_capability_a_prerequisite_raises_has_to_stand():
    known = catalogue(
        initiative("I-STR90", "A1→3 people, A2→2 people"), initiative("I-STR91", "B1→3 people", ["I-STR90"])
    )
    assert "I-STR90" in proposed(known, [gap("B1")], {"A1": 3, "A2": 1.5}).candidates
    assert "I-STR90" not in proposed(known, [gap("B1")], {"A1": 3, "A2": 2}).candidates


def test_a_gap_below_half_a_level_is_no_reason():
    assert proposed(CHAIN, [gap("D1", 2.6, 3)]).candidates == {}
    assert list(proposed(CHAIN, [gap("D1", 2.5, 3)]).candidates) == ["I-STR93"]


def test_an_initiative_below_the_level_reached_is_no_candidate():
    known = catalogue(initiative("I-STR90", "A1→3 people"))
    assert proposed(known, [gap("A1", 3.2, 4)]).candidates == {}


def test_reasons_by_priority_then_suggestions_by_weight():
    known = catalogue(initiative("I-STR90", "A1→4 people, B1→4 people"))
    suggestions = [
        Suggestion("I-STR90", "need", "need-2", "need_serves", {"need": "need-2"}, weight=0.5),
        Suggestion("I-STR90", "resource", "homes", "resource_rule", weight=2.0),
    ]
    reasons = (
        proposed(known, [gap("A1", priority=0.1), gap("B1", priority=0.2)], (), suggestions)
        .candidates["I-STR90"]
        .reasons
    )
    assert [reason.code for reason in reasons] == ["gap", "gap", "resource_rule", "need_serves"]
    assert [reason.params["capability"] for reason in reasons[:2]] == ["B1", "A1"]
    assert reasons[3].params == {"need": "need-2", "kind": "need", "origin": "need-2"}


def test_demands_and_running_work_are_candidates_without_a_gap():
    found = proposed(CHAIN, [], {"A1": 1}, must=("I-STR93",), started={"I-STR90": -1})
    assert [reason.code for reason in found.candidates["I-STR93"].reasons] == ["must"]
    assert found.candidates["I-STR90"].reasons == (Reason("started", {"id": "I-STR90", "start": -1}),)


def test_done_work_is_no_candidate_and_is_named():
    found = proposed(CHAIN, [gap("D1")], done=("I-STR93",))
    assert found.candidates == {}
    assert found.already_there == {"I-STR93": Reason("already_done", {"id": "I-STR93"})}


@pytest.mark.parametrize(
    ("path", "changes"),
    [
        ("constraints.must", {"must": ("I-XXX00",)}),
        ("constraints.must_not", {"must_not": ("I-XXX00",)}),
        ("constraints.done", {"done": ("I-XXX00",)}),
        ("constraints.started", {"started": {"I-XXX00": 0}}),
        ("constraints.waived", {"waived": {"I-XXX00": ""}}),
    ],
)
def test_unknown_initiatives_are_refused_by_place(path: str, changes: Any):
    with pytest.raises(RoadmapInputError, match="no initiative 'I-XXX00'") as error:
        proposed(CHAIN, [], **changes)
    assert error.value.path == path


def test_unknown_platform_and_suggestion_are_refused():
    g = question(CHAIN, [])
    with pytest.raises(RoadmapInputError) as error:
        propose(g.gaps, g.standing, (), CHAIN, g.industry, "q", g.constraints)
    assert error.value.path == "platform"
    with pytest.raises(RoadmapInputError) as error:
        proposed(CHAIN, [], suggestions=[Suggestion("I-XXX00", "need", "n", "need")])
    assert error.value.path == "suggestions"


def test_an_initiative_that_raises_nothing_is_never_met_by_standing():
    idle = replace(initiative("I-STR90", "A1→3 people"), raises=())
    assert way_met(idle, Standing({}), constraints()) is None
    known = catalogue(idle, initiative("I-STR91", "B1→3 people", ["I-STR90"]))
    assert proposed(known, [gap("B1")]).candidates["I-STR90"].effort == {"business": 1.0}


# Compliance ---------------------------------------------------------------------------------------------------------

REVIEW, DATA = "I-OPS07", "I-OPS06"
FLAGS = {code: flag(code, [DATA if code == "PIPL" else REVIEW]) for code in ("ADV", "PLAT", "COMM", "PREP", "PIPL")}


def flagged(code: str, **changes: Any) -> Catalogue:
    return catalogue(
        initiative(REVIEW, "O6→4 people", flags=("ADV",)),
        initiative(DATA, "O6→4 people, D7→3 people", flags=("PIPL",)),
        initiative("I-MKT90", "K1→4 people", flags=(code,)),
        flags=FLAGS,
        **changes,
    )


@pytest.mark.parametrize("code", ["ADV", "PLAT", "COMM", "PREP", "PIPL"])
def test_a_flag_pulls_in_its_review_first(code: str):
    found = proposed(flagged(code), [gap("K1")], {"O6": 1, "D7": 1})
    first = DATA if code == "PIPL" else REVIEW
    assert found.candidates["I-MKT90"].needs == (first,)
    assert found.candidates["I-MKT90"].flags == (code,)
    assert found.candidates[first].reasons == (Reason("flag", {"flag": code, "of": ["I-MKT90"]}),)
    assert found.candidates[first].needs == ()


def test_a_flag_counts_only_where_it_is_in_force():
    free = IndustryRules("home", ("PIPL",), (), ())
    found = proposed(flagged("PREP"), [gap("K1")], {"O6": 1}, industry=free)
    assert list(found.candidates) == ["I-MKT90"]
    assert found.candidates["I-MKT90"].flags == ()


def test_a_flag_whose_rule_is_not_in_the_content_pulls_in_nothing():
    known = catalogue(initiative("I-MKT90", "K1→4 people", flags=("ADV",)))
    assert proposed(known, [gap("K1")]).candidates["I-MKT90"].needs == ()


def test_a_review_that_stands_is_met():
    found = proposed(flagged("PLAT"), [gap("K1")], {"O6": 3})
    assert found.candidates["I-MKT90"].met == {REVIEW: "already_standing"}


def test_forbidden_combinations_are_not_generated_but_what_is_offered_instead_is():
    known = catalogue(
        initiative("I-RES92", "R2→4 people"),
        initiative("I-RES93", "R3→4 people", ["I-RES92"]),
        initiative("I-SVC98", "S3→4 people"),
        forbidden={"home": ("I-RES92",)},
        instead={"I-RES92": ("I-SVC98",)},
    )
    found = proposed(known, [gap("R2"), gap("R3")], {"R2": 1})
    assert list(found.candidates) == ["I-SVC98"]
    assert found.candidates["I-SVC98"].reasons == (Reason("instead_of", {"id": "I-RES92"}),)
    assert found.forbidden["I-RES92"] == Reason("forbidden", {"industry": "home", "instead": ["I-SVC98"]})
    assert found.forbidden["I-RES93"] == Reason("needs_forbidden", {"needs": ["I-RES92"]})
    elsewhere = IndustryRules("jewellery", (), (), ())
    assert "I-RES92" in proposed(known, [gap("R2")], industry=elsewhere).candidates


def test_forbidden_work_that_nobody_wants_is_not_mentioned():
    known = catalogue(initiative("I-RES92", "R2→4 people"), forbidden={"home": ("I-RES92",)})
    assert proposed(known, []).forbidden == {}


def test_what_is_offered_instead_may_be_done_or_barred_itself():
    known = catalogue(
        initiative("I-RES92", "R2→4 people"),
        initiative("I-SVC98", "S3→4 people"),
        initiative("I-SVC99", "S4→4 people"),
        forbidden={"home": ("I-RES92", "I-SVC99")},
        instead={"I-RES92": ("I-SVC98", "I-SVC99")},
    )
    assert proposed(known, [gap("R2")], done=("I-SVC98",)).candidates == {}


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"commission_depth": 3, "paid_for": ("sale",)}, "commission_depth"),
        ({"commission_depth": 1, "paid_for": ("head_count", "sale")}, "commission_for"),
    ],
)
def test_pyramid_pay_is_not_generated(changes: Any, code: str):
    known = catalogue(initiative("I-MKT90", "K1→4 people", **changes))
    assert proposed(known, [gap("K1")]).forbidden["I-MKT90"].code == code


# Platform -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("depth", "factor", "reached", "closes"),
    [(3, 0.7, 4.0, True), (2, 1.0, 4.0, True), (1, 1.8, 3.0, False), (0, 1.8, 2.0, False)],
)
def test_depth_sets_effort_and_reach(depth: int, factor: float, reached: float, closes: bool):
    known = catalogue(
        initiative("I-SAL90", "Y1→4 platform", module="M", effort={"business": 2.0, "it": 1.0}),
        platforms={"p": platform(modules=[module("M", depth)])},
    )
    tool = proposed(known, [gap("Y1", 1.5, 4)]).candidates["I-SAL90"]
    assert tool.module.factor == factor
    assert tool.effort == {"business": pytest.approx(2 * factor), "it": pytest.approx(factor)}
    assert tool.raises == {"Y1": (reached, "platform")}
    assert (tool.closes == ("Y1",)) is closes


def test_people_raises_need_no_module_and_share_the_effort():
    known = catalogue(
        initiative("I-SAL90", "Y1→4 people, Y2→4 platform", module="M", effort={"business": 4.0}),
        platforms={"p": platform(modules=[module("M", 1)])},
    )
    half = proposed(known, [gap("Y1")]).candidates["I-SAL90"]
    assert half.effort == {"business": pytest.approx(4 * (1 + 0.5 * 0.8))}
    assert half.raises == {"Y1": (4.0, "people"), "Y2": (3.0, "platform")}


def test_the_lowest_depth_used_counts_and_overrides_go_before():
    known = catalogue(
        initiative("I-SAL90", "Y1→5 platform, Y2→5 platform", module="M"),
        platforms={"p": platform(modules=[module("M", 3, overrides={"Y2": 1})])},
    )
    tool = proposed(known, [gap("Y1"), gap("Y2", 2, 4)]).candidates["I-SAL90"]
    assert (tool.module.depth, tool.module.factor) == (1, 1.8)
    assert tool.raises == {"Y1": (5.0, "platform"), "Y2": (3.0, "platform")}


@pytest.mark.parametrize(
    ("people", "months"),
    [({"business": 4.0}, 1), ({"business": 3.5}, 2), ({"business": 1.0}, 4), ({"business": 0.0}, 1), ({}, 1)],
)
def test_work_takes_longer_when_a_role_has_too_little_time_a_month(people: Any, months: int):
    """2 person-weeks × 1.8 on depth 1 are 3.6: more than a month of a role with 3.5."""
    known = catalogue(
        initiative("I-SAL90", "Y1→4 platform", module="M", effort={"business": 2.0}),
        platforms={"p": platform(modules=[module("M", 1)])},
    )
    assert proposed(known, [gap("Y1")], capacity=people).candidates["I-SAL90"].months == months


def test_what_is_not_offered_shows_the_other_way():
    tool = initiative("I-SAL90", "Y1→4 platform", module="M")
    without = platform(modules=[])
    alone = catalogue(tool, platforms={"p": without})
    use = proposed(alone, [gap("Y1", 1)]).candidates["I-SAL90"].module
    assert (use.offered, use.depth, use.alternative) == (False, 0, Reason("by_hand", {"module": "M"}))
    beside = catalogue(tool, platforms={"p": without, "q": platform("q"), "r": platform("r", [module("M", 1)])})
    use = proposed(beside, [gap("Y1", 1)]).candidates["I-SAL90"].module
    assert use.alternative == Reason("other_platform", {"module": "M", "platforms": ["q"]})
