"""``zhidian.selection/1`` in, ``zhidian.plan/1`` out; every defect is named by its JSON path."""

import json
from copy import deepcopy
from typing import Any

import pytest

from roadmap.selection import SelectionInputError, read_problem, select_document

DOCUMENT: dict[str, Any] = {
    "format": "zhidian.selection/1",
    "periods": 4,
    "tail_periods": 2,
    "discount_rate": 0,
    "initiatives": [
        {"id": "base", "duration": 1, "cost_per_period": 10, "uplift": {"ops": 5}, "load": {"it": 1}},
        {"id": "app", "duration": 2, "cost_per_period": 5, "benefit_per_period": 20, "modules": ["crm"], "kpi": "k"},
        {"id": "extra", "duration": 1, "cost_per_period": 99, "tags": ["system"]},
    ],
    "budget": {"per_period": [20, 20, 20, 20], "carry_over": True},
    "capacity": {"it": 2},
    "precedence": [{"before": "base", "after": "app"}],
    "modules": [{"id": "crm", "fee_once": 6, "fee_per_period": 1, "requires": []}],
    "coverage": {"theta": 0.8, "gaps": [{"id": "g", "weight": 2, "closed_by": ["app"]}]},
    "windows": [{"tag": "system", "length": 3, "max_starts": 1}],
}


def edited(**changes: Any) -> dict[str, Any]:
    return {**deepcopy(DOCUMENT), **changes}


def test_a_whole_document_gives_a_whole_plan() -> None:
    # base in 0, app in 1 and 2, earning 20 in 3, 4, 5; costs 10 + 2·5; the module is paid from 1 on: 6 + 5·1
    plan = select_document(edited(), 20)
    assert json.loads(json.dumps(plan)) == plan
    assert plan["format"] == "zhidian.plan/1"
    assert plan["status"] == "optimal"
    assert plan["value"] == pytest.approx(3 * 20 - 10 - 10 - 6 - 5)
    assert plan["bound"] == pytest.approx(plan["value"])
    assert plan["gap"] == pytest.approx(0, abs=1e-9)
    assert plan["chosen"] == [{"id": "app", "start": 1}, {"id": "base", "start": 0}]
    assert [(row["id"], row["reason"]) for row in plan["excluded"]] == [("extra", "negative_value")]
    assert plan["coverage"] == {"closed": 2, "best": 2, "bound": 2, "theta": 0.8, "required": 1.6}
    assert plan["conflicts"] == []
    assert plan["engine"] in {"scip", "greedy"}
    assert plan["reproducible"] is True
    assert plan["seconds"] >= 0


def test_an_infeasible_document_gives_the_conflict_and_no_numbers() -> None:
    plan = select_document(edited(must=["app"], must_not=["base"]), 20)
    assert plan["status"] == "infeasible"
    assert plan["value"] is plan["bound"] is plan["gap"] is None
    assert plan["chosen"] == plan["excluded"] == []
    assert plan["conflicts"] == [
        {"rule": "must", "id": "app"},
        {"rule": "must_not", "id": "base"},
        {"rule": "precedence", "before": "base", "after": "app"},
    ]


def test_rules_that_started_work_breaks_are_named_and_refuse_nothing() -> None:
    """Two systems began in the same period; the next keeps three periods of distance."""
    systems = [{"id": name, "duration": 1, "tags": ["system"]} for name in ("one", "two")]
    later = {"id": "three", "duration": 1, "benefit_per_period": 9, "tags": ["system"]}
    started = [{"id": "one", "start": 0}, {"id": "two", "start": 0}]
    plan = select_document(edited(initiatives=[*DOCUMENT["initiatives"], *systems, later], started=started), 20)
    assert plan["status"] == "optimal"
    assert {"id": "three", "start": 3} in plan["chosen"]
    assert plan["broken"] == [
        {"id": "one", "rule": "window", "detail": {"tag": "system", "length": 3}},
        {"id": "two", "rule": "window", "detail": {"tag": "system", "length": 3}},
    ]


def test_one_number_stands_for_every_period() -> None:
    problem = read_problem(edited(budget={"per_period": 7}, capacity={"it": [1, 2, 3, 4], "ops": 2}))
    assert problem.budget.per_period == (7, 7, 7, 7)
    assert problem.capacity == {"it": (1, 2, 3, 4), "ops": (2, 2, 2, 2)}


def test_all_but_initiatives_periods_and_budget_may_be_absent() -> None:
    least = {key: DOCUMENT[key] for key in ("format", "periods", "budget")}
    assert select_document({**least, "initiatives": []}, 5)["chosen"] == []
    for field in ("initiatives", "periods", "budget", "format"):
        with pytest.raises(SelectionInputError, match="is missing") as caught:
            read_problem({key: value for key, value in DOCUMENT.items() if key != field})
        assert caught.value.path == field


DEFECTS: list[tuple[str, Any, str]] = [
    ("periods", 0, "periods"),
    ("periods", "four", "periods"),
    ("periods", 2.5, "periods"),
    ("tail_periods", -1, "tail_periods"),
    ("discount_rate", -1, "discount_rate"),
    ("discount_rate", float("nan"), "discount_rate"),
    ("format", "zhidian.selection/2", "format"),
    ("budgets", {}, "budgets"),
    ("budget", {"per_period": [1, 2]}, "budget.per_period"),
    ("budget", {"per_period": -1}, "budget.per_period"),
    ("capacity", {"it": [1, 2]}, "capacity.it"),
    ("precedence", [{"before": "base", "after": "ghost"}], "precedence[0].after"),
    ("precedence", [{"before": "ghost", "after": "app"}], "precedence[0].before"),
    ("precedence", [{"before": "app", "after": "base"}, {"before": "base", "after": "app"}], "precedence"),
    ("exclusive", [["app", "ghost"]], "exclusive[0][1]"),
    ("exclusive", [["app", "app"]], "exclusive[0]"),
    ("exclusive", [["app"]], "exclusive[0][1]"),
    ("synergies", [{"pair": ["app", "ghost"], "value": 1}], "synergies[0].pair[1]"),
    ("synergies", [{"pair": ["app", "app"], "value": 1}], "synergies[0].pair"),
    ("gates", [{"initiative": "ghost", "area": "ops", "at_least": 1}], "gates[0].initiative"),
    ("must", ["base", "ghost"], "must[1]"),
    ("must_not", ["ghost"], "must_not[0]"),
    ("started", [{"id": "ghost", "start": 0}], "started[0]"),
    ("started", [{"id": "base", "start": 0}, {"id": "base", "start": 1}], "started[1].id"),
    ("done", ["ghost"], "done[0]"),
    ("kpi_caps", {"k": -1}, "kpi_caps.k"),
    ("diminishing", {"k": [0.5, 1]}, "diminishing.k"),
    ("diminishing", {"k": []}, "diminishing.k"),
    ("windows", [{"tag": "t", "length": 0, "max": 1}], "windows[0]"),
    ("windows", [{"tag": "t", "length": 2, "max": -1}], "windows[0].max"),
    ("concurrent", [{"tag": "t", "max": 1.5}], "concurrent[0].max"),
    ("modules", [{"id": "crm", "requires": ["ghost"]}], "modules[0].requires[0]"),
    ("modules", [{"id": "crm", "fee_once": -1}], "modules[0].fee_once"),
    ("modules", [{"id": "crm", "fee_per_period": -1}], "modules[0].fee_per_period"),
    ("modules", [{"id": "crm", "requires": ["b"]}, {"id": "b", "requires": ["crm"]}], "modules"),
    ("modules", [{"id": "crm"}, {"id": "crm"}], "modules[1].id"),
    ("coverage", {"theta": 2, "gaps": []}, "coverage.theta"),
    ("coverage", {"theta": 1, "gaps": [{"id": "g", "weight": 1, "closed_by": ["ghost"]}]}, "coverage.gaps[0].closed_by[0]"),
    ("coverage", {"theta": 1, "gaps": [{"id": "g", "weight": -1, "closed_by": []}]}, "coverage.gaps.g"),
]  # fmt: skip


@pytest.mark.parametrize(("field", "value", "path"), DEFECTS)
def test_the_first_defect_is_named_by_its_place(field: str, value: Any, path: str) -> None:
    with pytest.raises(SelectionInputError) as caught:
        read_problem(edited(**{field: value}))
    assert caught.value.path == path
    assert caught.value.sentence.startswith(f"{path}: ")
    assert caught.value.sentence.endswith(".")


INITIATIVE_DEFECTS: list[tuple[dict[str, Any], str]] = [
    ({"duration": 0}, "duration"),
    ({"duration": 1, "ramp_periods": 0}, "ramp_periods"),
    ({"duration": 1, "cost_per_period": -1}, "cost_per_period"),
    ({"duration": 1, "load": {"it": -1}}, "load.it"),
    ({"duration": 1, "uplift": {"ops": -1}}, "uplift.ops"),
    ({"duration": 1, "color": "red"}, "color"),
    ({"duration": 1, "modules": ["x"]}, "modules[0]"),
    ({}, "duration"),
]


@pytest.mark.parametrize(("row", "path"), INITIATIVE_DEFECTS)
def test_a_defect_of_an_initiative_is_named_by_its_place(row: dict[str, Any], path: str) -> None:
    with pytest.raises(SelectionInputError) as caught:
        read_problem(edited(initiatives=[*DOCUMENT["initiatives"], {"id": "new", **row}]))
    assert caught.value.path == f"initiatives[3].{path}"


def test_an_initiative_listed_twice() -> None:
    with pytest.raises(SelectionInputError, match="'base' appears twice") as caught:
        read_problem(edited(initiatives=[*DOCUMENT["initiatives"], {"id": "base", "duration": 1}]))
    assert caught.value.path == "initiatives[3].id"


def test_cycles_are_named() -> None:
    links = [("base", "app"), ("app", "extra"), ("extra", "base")]
    document = edited(precedence=[{"before": before, "after": after} for before, after in links])
    with pytest.raises(SelectionInputError, match="base → app → extra → base"):
        read_problem(document)


@pytest.mark.parametrize("data", [[], "text", 3, None])
def test_anything_but_a_document_is_refused(data: object) -> None:
    with pytest.raises(SelectionInputError) as caught:
        read_problem(data)
    assert caught.value.path == "the document"


def test_an_option_may_not_be_both_started_and_done() -> None:
    with pytest.raises(SelectionInputError, match="also in started"):
        read_problem(edited(started=[{"id": "base", "start": 0}], done=["base"]))
