"""Levelling keeps roles within capacity, is the shortest possible, repeatable, and says who was busy."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap import levelling
from roadmap.levelling import level
from roadmap.network import Network
from roadmap.schedule import link_slack
from tests.roadmap.schedule.networks import network

IT = {"load": {"it": 1}}


def test_two_tasks_of_one_person_follow_each_other() -> None:
    found = level(network({"a": 3, "b": 2}, a=IT, b=IT), {"it": 1})
    starts = {name: task.early.start for name, task in found.schedule.tasks.items()}
    assert (found.status, found.length, found.bound, found.reproducible) == ("optimal", 5, 5, True)
    assert starts == {"a": 2, "b": 0}  # the least sum of starts: the shorter one first
    (cause,) = found.schedule.tasks["a"].because
    assert cause.code == "role_busy"
    assert cause.params == {"role": "it", "task": "b", "until": found.schedule.tasks["b"].finish}


def test_with_two_people_nobody_waits() -> None:
    found = level(network({"a": 3, "b": 2}, a=IT, b=IT), {"it": 2})
    assert found.length == 3
    assert all(task.because[0].code == "network_start" for task in found.schedule.tasks.values())


def test_roles_without_capacity_are_unlimited_and_fractions_are_exact() -> None:
    tenth = {"load": {"it": 0.1, "nobody": 99}}
    tasks = {f"t{n}": 1 for n in range(10)}
    assert level(network(tasks, **dict.fromkeys(tasks, tenth)), {"it": 1}).length == 1
    assert level(network(tasks, **dict.fromkeys(tasks, tenth)), {"it": 0.9}).length == 2


def test_links_of_all_types_hold_and_so_do_pins() -> None:
    asked = network(
        {"a": 3, "b": 2, "c": 2, "d": 1}, "a b FF 1", "b c SS 2", "c d SF 4", a=IT, b=IT, c=IT, d={**IT, "pinned": 8}
    )
    found = level(asked, {"it": 1})
    early = {name: task.early for name, task in found.schedule.tasks.items()}
    assert early["d"].start == 8
    assert all(link_slack(link, early[link.before], early[link.after]) >= 0 for link in asked.links)
    assert found.status == "optimal"


def test_a_window_that_cannot_be_kept_names_the_overload() -> None:
    asked = network({"a": 2, "b": 2}, a={**IT, "not_after": 1}, b={**IT, "not_after": 1})
    found = level(asked, {"it": 1})
    assert found.status == "infeasible"
    assert found.schedule.tasks["a"].early.start == found.schedule.tasks["b"].early.start == 0
    (overload,) = found.overloads
    assert overload.code == "overload"
    assert overload.params["role"] == "it"


def test_work_that_has_begun_and_overloads_a_role_is_named_and_the_rest_waits_for_it() -> None:
    begun = {**IT, "actual_start": 0}
    asked = network({"a": 3, "b": 2, "c": 2, "d": 1}, "c d", a=begun, b=begun, c=IT, d=IT)
    found = level(asked, {"it": 1})
    early = {name: task.early.start for name, task in found.schedule.tasks.items()}
    assert early == {"a": 0, "b": 0, "c": 3, "d": 5}
    assert (found.status, found.length) == ("optimal", 6)
    assert [(reason.code, reason.params["task"]) for reason in found.overloads] == [("overload", "a")]


def test_room_that_work_which_has_begun_leaves_is_used() -> None:
    asked = network({"a": 3, "b": 2}, a={"load": {"it": 2}, "actual_start": 1}, b=IT)
    found = level(asked, {"it": 3})
    assert found.schedule.tasks["b"].early.start == 0
    assert found.overloads == ()


def test_pins_that_overload_a_role_cannot_hold() -> None:
    assert level(network({"a": 1, "b": 1}, a={**IT, "pinned": 0}, b={**IT, "pinned": 0}), {"it": 1}).overloads


def test_a_plan_made_by_hand_keeps_what_has_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(levelling._Model, "_run", lambda *_: None)
    begun = {**IT, "actual_start": 0}
    found = level(network({"a": 3, "b": 2, "c": 1}, "c a", a=begun, b=begun, c=IT), {"it": 1})
    assert {name: task.early.start for name, task in found.schedule.tasks.items()} == {"a": 0, "b": 0, "c": 3}


def test_a_plan_made_by_hand_stands_in_when_the_solver_finds_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(levelling._Model, "_run", lambda *_: None)
    found = level(network({"a": 3, "b": 2}, a=IT, b=IT), {"it": 1})
    assert (found.status, found.length, found.bound, found.reproducible) == ("feasible", 5, 3, False)


def test_a_task_that_needs_more_than_there_is() -> None:
    assert level(network({"a": 1}, a={"load": {"it": 3}}), {"it": 2}).status == "infeasible"


@st.composite
def loaded(draw: st.DrawFn) -> Network:
    names = [f"t{n}" for n in range(draw(st.integers(1, 5)))]
    links = [f"{names[draw(st.integers(0, n - 1))]} {names[n]}" for n in range(1, len(names)) if draw(st.booleans())]
    tasks = {name: {"load": {"it": draw(st.integers(0, 2))}} for name in names}
    return network({name: draw(st.integers(0, 3)) for name in names}, *links, **tasks)


@given(loaded())
@settings(max_examples=25, deadline=None)
def test_no_day_asks_for_more_than_there_is(asked: Network) -> None:
    found = level(asked, {"it": 2})
    early = {name: task.early for name, task in found.schedule.tasks.items()}
    assert all(link_slack(link, early[link.before], early[link.after]) >= 0 for link in asked.links)
    for day in range(found.length):
        running = [task for task in asked.tasks if early[task.id].start <= day < early[task.id].finish]
        assert sum(task.load["it"] for task in running) <= 2
    assert found.status == "optimal"
    work = sum(task.load["it"] * task.duration for task in asked.tasks)
    assert found.length >= -(-work // 2)
    again = level(asked, {"it": 2})
    assert {name: task.early for name, task in again.schedule.tasks.items()} == early


@pytest.mark.parametrize("compact", [True, False])
def test_the_length_does_not_depend_on_pulling_starts_forward(compact: bool) -> None:
    asked = network({"a": 2, "b": 2, "c": 2}, "a c", a=IT, b=IT, c=IT)
    assert level(asked, {"it": 1}, compact=compact).length == 6
