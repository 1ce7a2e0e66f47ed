"""The critical path of a network worked out by hand, and the laws of slack on random ones."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap.network import Link, Network, NetworkInputError, Task
from roadmap.plan import Reason
from roadmap.schedule import Bounds, chain, link_slack, schedule
from tests.roadmap.schedule.networks import MONDAY, network

#        ┌ b 5 ┐
#   a 3 ─┤     ├─ e 4 ─ g 0        a 0–3, b 3–8, c 3–5, d 5–8 (lag 0), e 8–12, f 3–4
#        └ c 2 ┴─ d 2 ┘            d waits for c + 1: 6–8
#        └ f 1
EXAMPLE = network(
    {"a": 3, "b": 5, "c": 2, "d": 2, "e": 4, "f": 1, "g": 0},
    *("a b", "a c", "c d FS 1", "b e", "d e", "a f", "e g"),
)


def test_early_and_late_bounds() -> None:
    tasks = schedule(EXAMPLE).tasks
    assert {name: task.early for name, task in tasks.items()} == {
        "a": (0, 3),
        "b": (3, 8),
        "c": (3, 5),
        "d": (6, 8),
        "e": (8, 12),
        "f": (3, 4),
        "g": (12, 12),
    }
    assert {name: task.late for name, task in tasks.items()} == {
        "a": (0, 3),
        "b": (3, 8),
        "c": (3, 5),
        "d": (6, 8),
        "e": (8, 12),
        "f": (11, 12),
        "g": (12, 12),
    }


def test_slack_and_critical_path() -> None:
    shorter = network({"a": 3, "b": 5, "c": 1, "d": 1, "e": 4}, "a b", "a c", "c d", "b e", "d e")
    plan = schedule(shorter)
    # c 3–4, d 4–5, e waits for b at 8: both may slip 3 days together, c alone not at all before d feels it
    assert (plan.tasks["c"].total_slack, plan.tasks["c"].free_slack) == (3, 0)
    assert (plan.tasks["d"].total_slack, plan.tasks["d"].free_slack) == (3, 3)
    assert plan.critical_path == ("a", "b", "e")
    assert plan.length == 12


def test_dates_skip_weekends_and_finish_on_the_last_day_worked() -> None:
    plan = schedule(EXAMPLE)
    assert (plan.tasks["a"].start, plan.tasks["a"].finish) == (date(2026, 3, 2), date(2026, 3, 4))
    assert (plan.tasks["b"].start, plan.tasks["b"].finish) == (date(2026, 3, 5), date(2026, 3, 11))
    assert plan.finish == date(2026, 3, 17)
    assert plan.tasks["f"].late_start == plan.tasks["f"].late_finish == date(2026, 3, 17)


def test_every_start_has_its_cause() -> None:
    plan = schedule(EXAMPLE)
    assert plan.tasks["a"].because == (Reason("network_start", {"date": MONDAY}),)
    assert plan.tasks["d"].because == (Reason("link", {"task": "c", "type": "FS", "lag": 1, "date": date(2026, 3, 6)}),)
    assert [cause.params["task"] for cause in plan.tasks["e"].because] == ["b", "d"]
    assert [cause.params.get("task") for cause in chain(plan, "g")] == ["e", "b", "a", None]
    assert chain(plan, "g")[-1].code == "network_start"


@pytest.mark.parametrize(
    ("link", "start"),
    [
        ("FS", 4),  # a finishes at 4
        ("FS 2", 6),
        ("FS -1", 3),
        ("SS", 0),
        ("SS 3", 3),
        ("FF", 2),  # b takes 2 and finishes no earlier than 4
        ("FF 3", 5),
        ("FF -2", 0),
        ("SF", 0),  # b finishes no earlier than a starts
        ("SF 5", 3),
    ],
)
def test_all_four_link_types_with_lag_and_lead(link: str, start: int) -> None:
    plan = schedule(network({"a": 4, "b": 2}, f"a b {link}"))
    assert plan.tasks["b"].early == (start, start + 2)


@pytest.mark.parametrize(
    ("link", "late_start_of_a"),
    [("FS", 6), ("FS 2", 4), ("SS", 8), ("SS 2", 6), ("FF", 8), ("FF 1", 7), ("SF", 8), ("SF 3", 7)],
)
def test_all_four_link_types_backwards(link: str, late_start_of_a: int) -> None:
    # c holds the network at 10 days; a takes 2, b takes 2 and may start at 8 at the latest
    plan = schedule(network({"a": 2, "b": 2, "c": 10}, f"a b {link}"))
    assert plan.tasks["b"].late.start == 8
    assert plan.tasks["a"].late.start == late_start_of_a


def test_start_to_finish_backwards_binds_the_start() -> None:
    # b finishes no earlier than a starts + 9, and by day 10: a starts by day 1
    plan = schedule(network({"a": 2, "b": 2, "c": 10}, "a b SF 9"))
    assert (plan.tasks["a"].late.start, plan.tasks["a"].total_slack) == (1, 1)


def test_a_bound_from_outside() -> None:
    plan = schedule(network({"a": 1}, a={"not_before": date(2026, 3, 5)}))
    assert plan.tasks["a"].early == (3, 4)
    assert plan.tasks["a"].because == (Reason("not_before", {"date": date(2026, 3, 5)}),)
    assert schedule(network({"a": 1}, a={"not_before": 7})).tasks["a"].early.start == 7


def test_a_pinned_task_stays_and_the_broken_link_is_flagged() -> None:
    plan = schedule(network({"a": 5, "b": 1, "c": 1}, "a b", "b c", b={"pinned": date(2026, 3, 4)}))
    pinned = plan.tasks["b"]
    assert pinned.early == (2, 3)
    assert pinned.because == (Reason("pinned", {"date": date(2026, 3, 4)}),)
    assert pinned.broken == plan.broken
    (broken,) = plan.broken
    assert broken.code == "broken_link"
    assert broken.params == {"task": "a", "type": "FS", "lag": 0, "date": date(2026, 3, 6), "days": 3}
    assert plan.tasks["c"].early.start == 3
    assert plan.tasks["a"].total_slack == -3
    assert plan.tasks["a"].critical


def test_history_is_frozen() -> None:
    plan = schedule(
        network(
            {"a": 5, "b": 2, "c": 1, "d": 4},
            *("a b", "b c"),
            a={"actual_start": date(2026, 2, 26), "actual_finish": date(2026, 3, 3)},
            d={"actual_finish": date(2026, 3, 5)},
        )
    )
    done = plan.tasks["a"]
    assert done.early == (-2, 2)  # Thursday to Tuesday: four days, whatever was planned
    assert (done.start, done.finish) == (date(2026, 2, 26), date(2026, 3, 3))
    assert not done.critical
    assert done.because[0].code == "actual"
    assert plan.tasks["b"].early == (2, 4)
    assert plan.tasks["d"].early == (0, 4)  # only the finish is known: it took as long as planned
    running = schedule(network({"a": 5, "b": 1}, "a b", a={"actual_start": date(2026, 2, 27)}))
    assert running.tasks["b"].early.start == 4


def test_what_was_all_done_before_the_first_day_ends_when_it_ended() -> None:
    plan = schedule(network({"a": 1}, a={"actual_start": date(2026, 2, 24), "actual_finish": date(2026, 2, 24)}))
    assert (plan.finish, plan.tasks["a"].finish) == (date(2026, 2, 24), date(2026, 2, 24))
    assert schedule(network({})).finish == date(2026, 3, 2)


def test_levelled_starts_hold_tasks_back() -> None:
    plan = schedule(network({"a": 1, "b": 1}), {"b": 3})
    assert plan.tasks["b"].early == (3, 4)
    assert plan.tasks["b"].because == (Reason("levelled", {"date": date(2026, 3, 5)}),)


def test_cycles_are_named() -> None:
    with pytest.raises(NetworkInputError, match="a → b → c → a"):
        schedule(network({"x": 1, "a": 1, "b": 1, "c": 1}, "x a", "a b", "b c FF 2", "c a SS"))
    with pytest.raises(NetworkInputError, match="a → a"):
        schedule(network({"a": 1}, "a a"))


def test_no_tasks_no_days() -> None:
    plan = schedule(network({}))
    assert (plan.length, plan.tasks, plan.critical_path) == (0, {}, ())


@st.composite
def networks(draw: st.DrawFn) -> Network:
    size = draw(st.integers(1, 7))
    durations = [draw(st.integers(0, 6)) for _ in range(size)]
    links = [
        Link(f"t{draw(st.integers(0, after - 1))}", f"t{after}", draw(st.sampled_from(["FS", "SS", "FF", "SF"])), lag)
        for after in range(1, size)
        for lag in draw(st.lists(st.integers(-3, 4), max_size=2))
    ]
    return Network(MONDAY, tuple(Task(f"t{n}", length) for n, length in enumerate(durations)), tuple(links))


@given(networks())
@settings(deadline=None)
def test_early_dates_keep_every_link_and_something_holds_each(asked: Network) -> None:
    plan = schedule(asked)
    early = {name: task.early for name, task in plan.tasks.items()}
    assert all(link_slack(link, early[link.before], early[link.after]) >= 0 for link in asked.links)
    for name, task in plan.tasks.items():
        tight = any(
            link.after == name and link_slack(link, early[link.before], early[name]) == 0 for link in asked.links
        )
        assert task.early.start == 0 or tight


@given(networks(), st.data())
@settings(deadline=None)
def test_slack_is_what_a_task_may_slip(asked: Network, data: st.DataObject) -> None:
    plan = schedule(asked)
    name = data.draw(st.sampled_from(sorted(plan.tasks)))
    task = plan.tasks[name]
    slipped = schedule(asked, {name: task.early.start + task.total_slack})
    assert slipped.length == plan.length
    assert schedule(asked, {name: task.early.start + task.total_slack + 1}).length == plan.length + 1
    freely = schedule(asked, {name: task.early.start + task.free_slack}).tasks
    assert all(freely[other].early == plan.tasks[other].early for other in freely if other != name)


@given(networks())
@settings(deadline=None)
def test_dates_are_offsets_on_the_calendar(asked: Network) -> None:
    for task in schedule(asked).tasks.values():
        assert asked.calendar.offset(MONDAY, task.start) == task.early.start
        assert asked.calendar.offset(MONDAY, task.finish) == max(task.early.start, task.early.finish - 1)
        assert isinstance(task.early, Bounds)
