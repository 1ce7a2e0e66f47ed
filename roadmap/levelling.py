"""Levelling: start dates that keep every role within its capacity and every task within its window, by CP-SAT.

This is resource-constrained project scheduling: the shortest plan first, then, within that length, the earliest
starts. One worker, a seed and deterministic time make the answer repeatable; wall time is a safety stop only.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor, lcm
from typing import Literal

from ortools.sat.python import cp_model

from roadmap.network import Network
from roadmap.plan import Reason
from roadmap.schedule import Bounds, Dated, Schedule, pushed, schedule

SEED = 1
Starts = dict[str, int]


@dataclass(frozen=True, slots=True)
class Levelled:
    """A levelled schedule. ``length`` is proven shortest when ``status`` is "optimal"; ``bound`` always holds.

    "infeasible" means that windows, pins and capacities cannot hold together: ``schedule`` is then the plain critical
    path. ``overloads`` names, per role, the first task that meets too much work ({role, task, date}); when there is a
    plan, among the tasks that have begun, to which nothing is added.
    """

    schedule: Schedule
    status: Literal["optimal", "feasible", "infeasible"]
    length: int
    bound: int
    reproducible: bool
    overloads: tuple[Reason, ...] = ()


def level(
    network: Network,
    capacity: Mapping[str, float],
    *,
    deterministic_time: float = 10.0,
    seconds: float = 30.0,
    workers: int = 1,
    compact: bool = True,
) -> Levelled:
    """Date ``network`` so that no day asks more of a role than ``capacity`` per day.

    Roles without capacity are unlimited. Tasks that have begun stay where they are, whatever they ask; the others get
    what these leave. ``compact`` also pulls every start forward once the length is settled.
    Raises `NetworkInputError` as `schedule` does.
    """
    plain = schedule(network)
    model = _Model(network, capacity, plain)
    first = model.solve(deterministic_time, seconds, workers)
    if first is None:
        overloads = model.overloads(plain, model.duration)
        return Levelled(plain, "infeasible", plain.length, plain.length, reproducible=True, overloads=overloads)
    best = first
    if compact:
        best = model.pull_forward(first, deterministic_time, seconds, workers) or first
    dated = schedule(network, best.starts)
    explained = {name: _explained(model, dated, name, plain) for name in dated.tasks}
    return Levelled(
        replace(dated, tasks=explained),
        "optimal" if first.bound >= first.length else "feasible",
        first.length,
        first.bound,
        reproducible=workers == 1 and not first.clock and not best.clock,
        overloads=model.overloads(plain, model.begun),
    )


@dataclass(frozen=True, slots=True)
class _Found:
    starts: Starts
    length: int
    bound: int
    clock: bool


class _Model:
    """The network in whole numbers, roles scaled so that loads are exact."""

    def __init__(self, network: Network, capacity: Mapping[str, float], plain: Schedule) -> None:
        self.network = network
        self.plain = plain
        self.capacity: dict[str, int] = {}
        self.load: dict[str, dict[str, int]] = {}
        for role, limit in capacity.items():
            loads = {task.id: task.load[role] for task in network.tasks if task.load.get(role) and task.duration}
            numbers = [limit, *loads.values()]
            scale = lcm(*(Fraction(number).limit_denominator(1000).denominator for number in numbers))
            self.capacity[role] = floor(limit * scale + 1e-6)
            self.load[role] = {name: ceil(amount * scale - 1e-6) for name, amount in loads.items()}
        self.duration = {name: task.early.finish - task.early.start for name, task in plain.tasks.items()}
        lags = sum(max(0, link.lag) for link in network.links)
        self.horizon = plain.length + sum(self.duration.values()) + lags
        self.begun = {
            task.id for task in network.tasks if task.actual_start is not None or task.actual_finish is not None
        }
        self.fixed = self.begun | {task.id for task in network.tasks if task.pinned is not None}

    def solve(self, deterministic_time: float, seconds: float, workers: int) -> _Found | None:
        """Return the shortest plan found, or None when there is none."""
        hint = self._serial()
        found = self._run(deterministic_time, seconds, workers, hint, None)
        if found is None and hint is not None:
            length = max((hint[name] + self.duration[name] for name in hint), default=0)
            return _Found(hint, length, self.plain.length, clock=True)
        return found

    def pull_forward(self, found: _Found, deterministic_time: float, seconds: float, workers: int) -> _Found | None:
        """Return the plan of the same length with the least sum of starts."""
        return self._run(deterministic_time, seconds, workers, found.starts, found.length)

    def _run(
        self, deterministic_time: float, seconds: float, workers: int, hint: Starts | None, length: int | None
    ) -> _Found | None:
        model = cp_model.CpModel()
        starts = {task.id: model.new_int_var(*self._window(task.id), f"start {task.id}") for task in self.network.tasks}
        for link in self.network.links:
            if link.after in self.fixed:
                continue  # what is fixed stays; the link is reported as broken
            origin = self.duration[link.before] if link.type in ("FS", "FF") else 0
            target = self.duration[link.after] if link.type in ("FF", "SF") else 0
            model.add(starts[link.after] + target >= starts[link.before] + origin + link.lag)
        for role, loads in self.load.items():
            free = [name for name in loads if name not in self.begun]
            taken = self._taken(role)
            intervals = [
                *(model.new_fixed_size_interval_var(starts[name], self.duration[name], "") for name in free),
                *(model.new_fixed_size_interval_var(first, length, "") for first, length, _ in taken),
            ]
            demands = [*(loads[name] for name in free), *(amount for _, _, amount in taken)]
            model.add_cumulative(intervals, demands, self.capacity[role])
        ends = [start + self.duration[name] for name, start in starts.items()]
        finish = model.new_int_var(0, self.horizon if length is None else length, "finish")
        for end in ends:
            model.add(finish >= end)
        model.minimize(finish if length is None else sum(starts.values()))
        for name, start in (hint or {}).items():
            model.add_hint(starts[name], start)
        if hint is not None:
            model.add_hint(finish, max((hint[name] + self.duration[name] for name in hint), default=0))
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = workers
        solver.parameters.random_seed = SEED
        solver.parameters.max_deterministic_time = deterministic_time
        solver.parameters.max_time_in_seconds = seconds
        status = solver.solve(model)
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return None
        return _Found(
            {name: solver.value(start) for name, start in starts.items()},
            solver.value(finish),
            ceil(solver.best_objective_bound - 1e-6) if length is None else length,
            clock=status == cp_model.FEASIBLE and solver.wall_time >= seconds,
        )

    def _taken(self, role: str) -> list[tuple[int, int, int]]:
        """Return (first day, days, amount) of what begun tasks take of a role, no more than there is of it."""
        spans = {name: self.plain.tasks[name].early for name in self.load[role] if name in self.begun}
        days = sorted({day for bounds in spans.values() for day in bounds})
        found: list[tuple[int, int, int]] = []
        for first, last in pairwise(days):
            amount = sum(self.load[role][name] for name, (start, finish) in spans.items() if start <= first < finish)
            found.append((first, last - first, min(self.capacity[role], amount)))
        return found

    def _window(self, name: str) -> tuple[int, int]:
        early = self.plain.tasks[name].early.start
        if name in self.fixed:
            return early, early
        task = next(task for task in self.network.tasks if task.id == name)
        last = self.horizon if task.not_after is None else self.network.offset(task.not_after) + 1
        return early, max(early, last - self.duration[name])

    def _serial(self) -> Starts | None:
        """Place tasks one by one, the one with the earliest late finish first, each as early as roles allow."""
        used = {role: [0] * (self.horizon + 1) for role in self.load}
        into: dict[str, list[int]] = {task.id: [] for task in self.network.tasks}
        for index, link in enumerate(self.network.links):
            into[link.after].append(index)
        starts: Starts = {}
        waiting = set(into)
        while waiting:
            ready = [
                n for n in waiting if n in self.begun or all(self.network.links[i].before in starts for i in into[n])
            ]
            name = min(ready, key=lambda n: (n not in self.fixed, self.plain.tasks[n].late.finish, n))
            waiting.discard(name)
            first, last = self._window(name)
            for index in into[name] if name not in self.fixed else ():
                link = self.network.links[index]
                before = Bounds(starts[link.before], starts[link.before] + self.duration[link.before])
                first = max(first, pushed(link, before, self.duration[name]))
            start = next((s for s in range(first, last + 1) if self._fits(used, name, s)), None)
            if start is None:
                return None
            starts[name] = start
            for role, loads in self.load.items():
                for day in range(max(start, 0), start + self.duration[name]):
                    used[role][day] += loads.get(name, 0)
        return starts

    def _fits(self, used: dict[str, list[int]], name: str, start: int) -> bool:
        days = range(max(start, 0), start + self.duration[name])
        return name in self.begun or all(
            used[role][day] + loads[name] <= self.capacity[role]
            for role, loads in self.load.items()
            if name in loads
            for day in days
        )

    def overloads(self, plain: Schedule, among: Collection[str]) -> tuple[Reason, ...]:
        """Return, per role, the first of these tasks in the plain schedule that starts into more work than is possible."""
        found: list[Reason] = []
        for role, every in self.load.items():
            loads = {name: amount for name, amount in every.items() if name in among}
            for name in sorted(loads, key=lambda n: (plain.tasks[n].early.start, n)):
                day = plain.tasks[name].early.start
                work = sum(n for other, n in loads.items() if _runs(plain.tasks[other], day))
                if work > self.capacity[role]:
                    found.append(Reason("overload", {"role": role, "task": name, "date": plain.tasks[name].start}))
                    break
        return tuple(found)


def _runs(task: Dated, day: int) -> bool:
    return task.early.start <= day < task.early.finish


def _explained(model: _Model, dated: Schedule, name: str, plain: Schedule) -> Dated:
    """Say which busy role held a task back, where no link does."""
    task = dated.tasks[name]
    if task.early.start == plain.tasks[name].early.start or name in model.fixed:
        return task
    causes: list[Reason] = []
    for role, loads in model.load.items():
        if name in loads:
            day = task.early.start - 1
            busy = sorted(other for other in loads if other != name and _runs(dated.tasks[other], day))
            if sum(loads[other] for other in busy) + loads[name] > model.capacity[role]:
                ending = [other for other in busy if dated.tasks[other].early.finish == task.early.start] or busy
                until = dated.tasks[ending[0]].finish
                causes.append(Reason("role_busy", {"role": role, "task": ending[0], "until": until}))
    kept = [reason for reason in task.because if reason.code not in ("levelled", "network_start")]
    return replace(task, because=(*causes, *kept) or task.because)
