"""Which rules a plan breaks, exactly, computed from starts alone and outside any solver."""

from collections import defaultdict

from roadmap.plan import Reason
from roadmap.selection.evaluation import Starts, module_users, purchases
from roadmap.selection.problem import Option, SelectionProblem
from roadmap.selection.standing import limits, settled, totalled

TOLERANCE = 1e-6


def exceeds(used: float, limit: float) -> bool:
    """Return whether ``used`` is above ``limit`` by more than rounding."""
    return used > limit + TOLERANCE * max(1.0, abs(limit))


class Ledger:
    """A plan under construction with its running totals, so that one more option is checked in microseconds."""

    def __init__(self, problem: SelectionProblem, starts: Starts | None = None) -> None:
        """Open the books with ``starts`` entered, whether or not they keep the rules."""
        self.problem = problem
        self.options = {option.id: option for option in problem.options}
        self.starts: dict[str, int] = {}
        self.spent = [0.0] * problem.periods
        self.load = {role: [0.0] * problem.periods for role in problem.capacity}
        self.before: dict[str, list[str]] = defaultdict(list)
        self.rivals: dict[str, list[str]] = defaultdict(list)
        for before, after in problem.precedence:
            self.before[after].append(before)
        for first, second in problem.exclusive:
            self.rivals[first].append(second)
            self.rivals[second].append(first)
        self.lifts: dict[str, list[str]] = defaultdict(list)
        self.tagged: dict[str, list[str]] = defaultdict(list)
        for option in problem.options:
            for area in option.uplift:
                self.lifts[area].append(option.id)
            for tag in option.tags:
                self.tagged[tag].append(option.id)
        self.done = frozenset(problem.done)
        self.settled = settled(problem)
        self.limits = limits(problem)
        self.users = module_users(problem)
        for name, start in (starts or {}).items():
            self.enter(name, start)

    def enter(self, name: str, start: int) -> None:
        """Put an option into the plan."""
        self.starts[name] = start
        self._book(self.options[name], start, 1)

    def withdraw(self, name: str) -> None:
        """Take an option out of the plan."""
        self._book(self.options[name], self.starts.pop(name), -1)

    def _book(self, option: Option, start: int, sign: int) -> None:
        for q in range(max(start, 0), min(start + option.duration, self.problem.periods)):
            self.spent[q] += sign * option.cost_per_period
            for role, amount in option.load.items():
                if role in self.load:
                    self.load[role][q] += sign * amount

    def breaches(self, name: str) -> list[Reason]:
        """Return the rules that an option in the plan breaks, alone or together with the rest of it.

        What has begun breaks none by its start, and none that asks for less than all started work takes by itself.
        """
        option, start = self.options[name], self.starts[name]
        return [
            *self._alone(option, start),
            *self._company(name, start),
            *self._gates(name, start),
            *self._money(option, start),
            *self._people(option, start),
            *self._tags(option, start),
        ]

    def _alone(self, option: Option, start: int) -> list[Reason]:
        found: list[Reason] = []
        if option.id in self.problem.must_not:
            found.append(Reason("must_not", {"id": option.id}))
        if start not in self.problem.starts(option):
            started = self.problem.started.get(option.id)
            found.append(Reason("horizon" if started is None else "started", {"id": option.id}))
        for tag in option.tags if option.id not in self.problem.started else ():
            touched = {start, start + option.duration - 1} & set(self.problem.forbidden_periods.get(tag, ()))
            found += [Reason("forbidden_period", {"tag": tag, "period": q}) for q in sorted(touched)]
        by = self.problem.deadlines.get(option.id)
        if by is not None and option.id not in self.problem.started and start + option.duration > by:
            found.append(Reason("deadline", {"id": option.id, "by": by}))
        return found

    def _company(self, name: str, start: int) -> list[Reason]:
        begun = name in self.problem.started
        company = [other for other in self.rivals[name] if other in self.starts or other in self.done]
        rivals = [other for other in company if not (begun and other in self.settled)]
        needs = [] if begun else self.before[name]
        late = [need for need in needs if need not in self.done and not self._finished(need, start)]
        return [
            *(Reason("exclusive", {"with": other}) for other in rivals),
            *(Reason("precedence", {"before": need, "after": name, "chosen": need in self.starts}) for need in late),
        ]

    def _finished(self, name: str, by: int) -> bool:
        return name in self.starts and self.starts[name] + self.options[name].duration <= by

    def reached(self, area: str, by: int, without: str) -> float:
        """Return baseline + uplift in ``area`` of the options other than ``without`` that are finished by then."""
        return self.problem.baseline.get(area, 0.0) + sum(
            self.options[name].uplift[area] for name in self.lifts[area] if name != without and self._finished(name, by)
        )

    def _gates(self, name: str, start: int) -> list[Reason]:
        return [
            Reason("gate", {"area": gate.area, "at_least": gate.at_least, "reached": reached})
            for gate in self.problem.gates
            if gate.option == name
            and name not in self.problem.started
            and exceeds(gate.at_least, reached := self.reached(gate.area, start, name))
        ]

    def _money(self, option: Option, start: int) -> list[Reason]:
        spent = list(self.spent)
        for period, fee in purchases(self.problem, self.starts):
            spent[period] += fee
        booked, released = totalled(self.problem, spent), self.limits.released
        first = next((q for q in range(max(start, 0), self.problem.periods) if exceeds(booked[q], released[q])), None)
        asks = option.cost_per_period > 0 or bool(option.modules)
        return [] if first is None or not asks else [Reason("budget", {"period": first})]

    def _people(self, option: Option, start: int) -> list[Reason]:
        running = range(max(start, 0), min(start + option.duration, self.problem.periods))
        return [
            Reason("capacity", {"role": role, "period": first})
            for role, amount in option.load.items()
            if amount > 0
            and role in self.load
            and (first := next((q for q in running if exceeds(self.load[role][q], self.limits.capacity[role][q])), -1))
            >= 0
        ]

    def _tags(self, option: Option, start: int) -> list[Reason]:
        found: list[Reason] = []
        for window in self.problem.windows:
            if window.tag in option.tags:
                near = sorted(self.starts[name] for name in self.tagged[window.tag] if name in self.starts)
                reach = range(start - window.length + 1, start + 1)
                if any(sum(b <= s < b + window.length for s in near) > self.limits.starts(window, b) for b in reach):
                    found.append(Reason("window", {"tag": window.tag, "length": window.length}))
        for limit in self.problem.concurrent:
            if limit.tag in option.tags:
                others = [name for name in self.tagged[limit.tag] if name in self.starts]
                for q in range(start, start + option.duration):
                    busy = sum(1 for name in others if 0 <= q - self.starts[name] < self.options[name].duration)
                    if q >= 0 and busy > self.limits.running(limit, q):
                        found.append(Reason("concurrent", {"tag": limit.tag, "period": q}))
                        break
        return found


def violations(problem: SelectionProblem, starts: Starts) -> list[Reason]:
    """Return every rule (except coverage) that a whole plan breaks; an empty list means it is feasible."""
    ledger = Ledger(problem, starts)
    found = [Reason("must", {"id": name}) for name in problem.must if name not in starts and name not in ledger.done]
    found += [Reason("started", {"id": name}) for name in problem.started if name not in starts]
    for name in starts:
        found += [reason for reason in ledger.breaches(name) if reason not in found]
    return found
