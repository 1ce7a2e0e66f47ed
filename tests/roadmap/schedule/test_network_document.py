"""``zhidian.network/1`` in, ``zhidian.schedule/1`` out."""

import json
from copy import deepcopy
from typing import Any

import pytest

from roadmap.network import NetworkInputError, read_network
from roadmap.schedule import schedule_document

DOCUMENT: dict[str, Any] = {
    "format": "zhidian.network/1",
    "start": "2026-04-30",
    "calendar": {"weekdays": [0, 1, 2, 3, 4], "holidays": ["2026-05-01"], "workdays": ["2026-05-02"]},
    "tasks": [{"id": "a", "duration": 2}, {"id": "b", "duration": 1}, {"id": "m", "duration": 0}],
    "links": [{"from": "a", "to": "b", "type": "FS", "lag": 1}, {"from": "b", "to": "m", "type": "FS"}],
}


def edited(**changes: Any) -> dict[str, Any]:
    return {**deepcopy(DOCUMENT), **changes}


def test_a_document_is_dated() -> None:
    # Thursday 30 April, Friday off, Saturday 2 May worked; the lag takes Monday, b is on Tuesday 5 May
    plan = schedule_document(edited())
    assert json.loads(json.dumps(plan)) == plan
    assert (plan["format"], plan["finish"], plan["length"]) == ("zhidian.schedule/1", "2026-05-05", 4)
    assert plan["critical_path"] == ["a", "b", "m"]
    assert plan["broken"] == []
    a, b, milestone = plan["tasks"]
    assert (a["early_start_date"], a["early_finish_date"]) == ("2026-04-30", "2026-05-02")
    assert b == {
        "id": "b",
        "early_start": 3,
        "early_finish": 4,
        "late_start": 3,
        "late_finish": 4,
        "early_start_date": "2026-05-05",
        "early_finish_date": "2026-05-05",
        "late_start_date": "2026-05-05",
        "late_finish_date": "2026-05-05",
        "total_slack": 0,
        "free_slack": 0,
        "critical": True,
        "because": [{"code": "link", "task": "a", "type": "FS", "lag": 1, "date": "2026-05-02"}],
        "broken": [],
    }
    assert milestone["early_start"] == milestone["early_finish"] == 4


def test_moments_are_dates_or_offsets() -> None:
    tasks = [{"id": "a", "duration": 1, "pinned": "2026-05-04"}, {"id": "b", "duration": 1, "pinned": 2}]
    plan = schedule_document(edited(tasks=tasks, links=[]))
    assert [task["early_start_date"] for task in plan["tasks"]] == ["2026-05-04", "2026-05-04"]


@pytest.mark.parametrize("weekdays", [["monday", "tue", "WED"], [0, 1, 2], [1, 2, 3]])
def test_weekdays_by_name_from_zero_or_from_one(weekdays: list[Any]) -> None:
    assert read_network(edited(calendar={"weekdays": weekdays})).calendar.weekdays == (0, 1, 2)


def test_the_start_may_be_called_start_date() -> None:
    given = edited()
    given["start_date"] = given.pop("start")
    assert schedule_document(given)["length"] == 4


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"format": "other"}, "format"),
        ({"start": "soon"}, "start"),
        ({"color": "red"}, "color"),
        ({"calendar": {"weekdays": []}}, "calendar.weekdays"),
        ({"calendar": {"weekdays": ["someday"]}}, "calendar.weekdays"),
        ({"calendar": {"weekdays": [9]}}, "calendar.weekdays"),
        ({"calendar": {"holidays": ["1 May"]}}, "calendar.holidays[0]"),
        ({"tasks": [{"id": "a"}]}, "tasks[0].duration"),
        ({"tasks": [{"id": "a", "duration": -1}]}, "tasks[0].duration"),
        ({"tasks": [{"id": "a", "duration": 1.5}]}, "tasks[0].duration"),
        ({"tasks": [{"id": "a", "duration": 1}] * 2}, "tasks[1].id"),
        ({"tasks": [{"id": "a", "duration": 1, "pinned": "x"}]}, "tasks[0].pinned"),
        ({"links": [{"from": "a", "to": "ghost"}]}, "links[0].to"),
        ({"links": [{"from": "ghost", "to": "a"}]}, "links[0].from"),
        ({"links": [{"from": "a", "to": "b", "type": "XX"}]}, "links[0].type"),
        ({"links": [{"from": "a", "to": "b"}, {"from": "b", "to": "a"}]}, "links"),
    ],
)
def test_the_first_defect_is_named_by_its_place(changes: dict[str, Any], path: str) -> None:
    with pytest.raises(NetworkInputError) as caught:
        schedule_document(edited(**changes))
    assert caught.value.path == path
    assert caught.value.sentence.startswith(f"{path}: ")


def test_anything_but_a_document_is_refused() -> None:
    with pytest.raises(NetworkInputError) as caught:
        schedule_document([])
    assert caught.value.path == "the document"
