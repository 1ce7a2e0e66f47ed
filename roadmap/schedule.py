"""Dates by the critical path method: forward and backward pass over all four link types, and why each date is so.

Offsets count working days from the network's start; a task occupies ``[start, finish)``, so its last working day is
the one before ``finish``. A milestone starts and finishes at the beginning of a day.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from roadmap.cycles import cycle_in
from roadmap.network import Link, Network, NetworkInputError, Task, check_network, read_network
from roadmap.plan import Reason


class Bounds(NamedTuple):
    """Start and finish in working-day offsets."""

    start: int
    finish: int


@dataclass(frozen=True, slots=True)
class Dated:
    """One task with its dates. Finish offsets are exclusive, finish dates are the last day worked.

    ``total_slack``: working days it may slip before the network's finish or a fixed task is touched, negative when a
    fixed task is touched already; ``free_slack``: before any other task is. ``because`` holds what determines the
    early start: ``link`` {task, type, lag, date}, ``network_start``, ``not_before`` {date}, ``pinned`` {date},
    ``actual`` {date}; levelling adds ``role_busy`` {role, task, until}. ``broken`` holds the links (same parameters
    and ``days`` by which) that a fixed start or finish violates.
    """

    early: Bounds
    late: Bounds
    start: date
    finish: date
    late_start: date
    late_finish: date
    total_slack: int
    free_slack: int
    critical: bool
    because: tuple[Reason, ...]
    broken: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Schedule:
    """All tasks dated, in the network's order. ``finish`` is the last day worked, ``length`` working days in all."""

    tasks: Mapping[str, Dated]
    finish: date
    length: int
    broken: tuple[Reason, ...] = field(default=())

    @property
    def critical_path(self) -> tuple[str, ...]:
        """Critical tasks by early start, then id."""
        found = [name for name, task in self.tasks.items() if task.critical]
        return tuple(sorted(found, key=lambda name: (self.tasks[name].early, name)))


def schedule(network: Network, starts: Mapping[str, int] | None = None) -> Schedule:
    """Date every task as early as links, bounds, pins and history allow.

    ``starts`` (from levelling) holds tasks back to these offsets. Raises `NetworkInputError` for repeated ids,
    unknown tasks and cycles, which are named.
    """
    check_network(network)
    graph = _Graph(network)
    early = _forward(graph, starts or {})
    length = max((bounds.finish for bounds in early), default=0)
    late = _backward(graph, early, length)
    return _dates(graph, early, late, length, starts or {})


def chain(plan: Schedule, task: str) -> tuple[Reason, ...]:
    """Return why ``task`` starts when it does, back to the first cause: each link's task is explained in turn."""
    found: list[Reason] = []
    name: str | None = task
    while name is not None:
        reason = plan.tasks[name].because[0]
        found.append(reason)
        name = reason.params.get("task")
    return tuple(found)


class _Graph:
    """The network by position, in an order in which every task comes after those it depends on."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self.position = {task.id: index for index, task in enumerate(network.tasks)}
        self.into: list[list[tuple[int, Link]]] = [[] for _ in network.tasks]
        self.out: list[list[tuple[int, Link]]] = [[] for _ in network.tasks]
        for link in network.links:
            before, after = self.position[link.before], self.position[link.after]
            self.into[after].append((before, link))
            self.out[before].append((after, link))
        self.order = self._order()
        self.fixed = [_fixed(network, task) for task in network.tasks]

    def _order(self) -> list[int]:
        waiting = [len(links) for links in self.into]
        order = [index for index, count in enumerate(waiting) if not count]
        for index in order:
            for after, _ in self.out[index]:
                waiting[after] -= 1
                if not waiting[after]:
                    order.append(after)
        if len(order) < len(waiting):
            names = cycle_in((link.before, link.after) for link in self.network.links)
            raise NetworkInputError("links", f"each of these waits for the next: {names}.", "Remove one of the links.")
        return order


def _fixed(network: Network, task: Task) -> Bounds | None:
    """Return the bounds of a task that cannot move: worked on already, or pinned."""
    if task.actual_finish is not None:
        finish = network.offset(task.actual_finish) + 1
        start = finish - task.duration if task.actual_start is None else network.offset(task.actual_start)
        return Bounds(start, max(start, finish))
    moment = task.actual_start if task.actual_start is not None else task.pinned
    if moment is None:
        return None
    start = network.offset(moment)
    return Bounds(start, start + task.duration)


def pushed(link: Link, before: Bounds, duration: int) -> int:
    """Return the earliest start that ``link`` allows its later task."""
    origin = before.finish if link.type in ("FS", "FF") else before.start
    return origin + link.lag - (duration if link.type in ("FF", "SF") else 0)


def _forward(graph: _Graph, starts: Mapping[str, int]) -> list[Bounds]:
    tasks = graph.network.tasks
    early = [Bounds(0, 0)] * len(tasks)
    for index in graph.order:
        task, fixed = tasks[index], graph.fixed[index]
        if fixed is None:
            start = max(0, starts.get(task.id, 0))
            if task.not_before is not None:
                start = max(start, graph.network.offset(task.not_before))
            for before, link in graph.into[index]:
                start = max(start, pushed(link, early[before], task.duration))
            fixed = Bounds(start, start + task.duration)
        early[index] = fixed
    return early


def _backward(graph: _Graph, early: list[Bounds], length: int) -> list[Bounds]:
    """Return the latest bounds that delay neither the finish nor anything fixed; fixed tasks stay where they are.

    The latest start is what links allow; for a fixed task it is reported as its own start.
    """
    late = [Bounds(0, 0)] * len(early)
    for index in reversed(graph.order):
        duration = early[index].finish - early[index].start
        if graph.fixed[index] is not None:
            late[index] = early[index]
            continue
        start = length - duration
        for after, link in graph.out[index]:
            target = late[after].start if link.type in ("FS", "SS") else late[after].finish
            start = min(start, target - link.lag - (duration if link.type in ("FS", "FF") else 0))
        late[index] = Bounds(start, start + duration)
    return late


def link_slack(link: Link, before: Bounds, after: Bounds) -> int:
    """Return by how many days ``before`` may slip until this link pushes ``after``; negative: the link is broken."""
    target = after.start if link.type in ("FS", "SS") else after.finish
    origin = before.finish if link.type in ("FS", "FF") else before.start
    return target - link.lag - origin


def _dates(graph: _Graph, early: list[Bounds], late: list[Bounds], length: int, starts: Mapping[str, int]) -> Schedule:
    network = graph.network
    low = min((bounds.start for bounds in (*early, *late)), default=0) - 1
    high = max((bounds.finish for bounds in (*early, *late)), default=0) + 1
    days = network.calendar.days(network.start, low, high)

    def span(bounds: Bounds) -> tuple[date, date]:
        return days[bounds.start - low], days[max(bounds.start, bounds.finish - 1) - low]

    dated: dict[str, Dated] = {}
    broken_links: list[Reason] = []
    for index, task in enumerate(network.tasks):
        bounds = early[index]
        total = late[index].start - bounds.start
        free = min(
            (link_slack(link, bounds, early[after]) for after, link in graph.out[index]), default=length - bounds.finish
        )
        because, broken = _why(graph, early, index, starts, days, low)
        broken_links += broken
        (start, finish), (late_start, late_finish) = span(bounds), span(late[index])
        dated[task.id] = Dated(
            early=bounds,
            late=late[index],
            start=start,
            finish=finish,
            late_start=late_start,
            late_finish=late_finish,
            total_slack=total,
            free_slack=max(0, free),
            critical=total <= 0 and task.actual_finish is None,
            because=because,
            broken=broken,
        )
    last = length - 1
    if last < 0:  # all was done before the first day, or is an event on it, or there is nothing
        last = max((max(bounds.start, bounds.finish - 1) for bounds in early), default=0)
    return Schedule(dated, days[last - low], length, tuple(broken_links))


def _why(
    graph: _Graph, early: list[Bounds], index: int, starts: Mapping[str, int], days: list[date], low: int
) -> tuple[tuple[Reason, ...], tuple[Reason, ...]]:
    task, bounds = graph.network.tasks[index], early[index]
    here = {"date": days[bounds.start - low]}
    drivers: list[Reason] = []
    broken: list[Reason] = []
    for before, link in graph.into[index]:
        origin = early[before]
        slack = link_slack(link, origin, bounds)
        if slack > 0:
            continue
        moment = max(origin.start, origin.finish - 1) if link.type in ("FS", "FF") else origin.start
        params = {"task": link.before, "type": link.type, "lag": link.lag, "date": days[moment - low]}
        if slack < 0:
            broken.append(Reason("broken_link", {**params, "days": -slack}))
        else:
            drivers.append(Reason("link", params))
    if task.actual_start is not None or task.actual_finish is not None:
        return (Reason("actual", here),), tuple(broken)
    if task.pinned is not None:
        return (Reason("pinned", here),), tuple(broken)
    if task.not_before is not None and graph.network.offset(task.not_before) == bounds.start:
        drivers.append(Reason("not_before", here))
    if not drivers and bounds.start > 0 and bounds.start == starts.get(task.id):
        drivers.append(Reason("levelled", here))
    return tuple(drivers) or (Reason("network_start", here),), tuple(broken)


def schedule_document(data: object) -> dict[str, Any]:
    """Date a ``zhidian.network/1`` document and return ``zhidian.schedule/1`` as plain JSON data.

    Raises `NetworkInputError` with a sentence naming the JSON path of the first defect.
    """
    plan = schedule(read_network(data))
    return {
        "format": "zhidian.schedule/1",
        "finish": plan.finish.isoformat(),
        "length": plan.length,
        "critical_path": list(plan.critical_path),
        "tasks": [_row(name, task) for name, task in plan.tasks.items()],
        "broken": [_plain(reason) for reason in plan.broken],
    }


def _row(name: str, task: Dated) -> dict[str, Any]:
    return {
        "id": name,
        "early_start": task.early.start,
        "early_finish": task.early.finish,
        "late_start": task.late.start,
        "late_finish": task.late.finish,
        "early_start_date": task.start.isoformat(),
        "early_finish_date": task.finish.isoformat(),
        "late_start_date": task.late_start.isoformat(),
        "late_finish_date": task.late_finish.isoformat(),
        "total_slack": task.total_slack,
        "free_slack": task.free_slack,
        "critical": task.critical,
        "because": [_plain(reason) for reason in task.because],
        "broken": [_plain(reason) for reason in task.broken],
    }


def _plain(reason: Reason) -> dict[str, Any]:
    params = {key: value.isoformat() if isinstance(value, date) else value for key, value in reason.params.items()}
    return {"code": reason.code, **params}
