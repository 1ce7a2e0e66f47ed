"""The rules of a selection once more, written naively from the specification, and every plan of a small problem."""

from collections.abc import Iterator
from itertools import product

from roadmap.selection import Budget, Option, SelectionProblem

Plan = dict[str, int]


def option(name: str, **fields: object) -> Option:
    """An option that takes one period, costs 10 and earns 10 a period unless told otherwise."""
    return Option(id=name, **{"duration": 1, "cost_per_period": 10, "benefit_per_period": 10, **fields})


def problem(*options: Option, periods: int = 4, budget: float = 1000, **fields: object) -> SelectionProblem:
    """A problem of four periods with money for everything unless told otherwise."""
    return SelectionProblem(**{"periods": periods, "options": options, "budget": Budget((budget,) * periods), **fields})


def plans(given: SelectionProblem) -> Iterator[Plan]:
    """Every way to start or leave out every option, whether it keeps the rules or not."""
    ways: list[list[int | None]] = []
    for item in given.options:
        starts: list[int | None] = [] if item.id in given.done else list(range(given.periods))
        ways.append([None, *starts, *([given.started[item.id]] if given.started.get(item.id, 0) < 0 else [])])
    for way in product(*ways):
        yield {item.id: start for item, start in zip(given.options, way, strict=True) if start is not None}


def allowed(given: SelectionProblem, plan: Plan) -> bool:  # noqa: PLR0911, PLR0912 - a rule, a return, as in the text
    """Whether a plan keeps every rule except coverage."""
    options = {item.id: item for item in given.options}
    there = set(plan) | set(given.done)

    def finish(name: str) -> int:
        return plan[name] + options[name].duration

    def running(name: str, q: int) -> bool:
        return plan[name] <= q < finish(name)

    if any(plan.get(name) != start for name, start in given.started.items()):
        return False
    if not set(given.must) <= there or set(given.must_not) & set(plan):
        return False
    new = [name for name in plan if name not in given.started]
    if any(finish(name) > given.periods or plan[name] < given.first_start for name in new):
        return False
    if any({first, second} <= there and {first, second} & set(plan) for first, second in given.exclusive):
        return False
    for before, after in given.precedence:
        if after in plan and before not in given.done and (before not in plan or finish(before) > plan[after]):
            return False
    for gate in given.gates:
        if gate.option in plan:
            others = [name for name in plan if name != gate.option and finish(name) <= plan[gate.option]]
            lifted = sum(options[name].uplift.get(gate.area, 0) for name in others)
            if given.baseline.get(gate.area, 0) + lifted < gate.at_least - 1e-9:
                return False
    balance = 0.0
    bought = purchases(given, plan)
    for q in range(given.periods):
        spent = sum(options[name].cost_per_period for name in plan if running(name, q)) + sum(
            module.fee_once for module in given.modules if bought.get(module.id) == q
        )
        balance = (balance if given.budget.carry_over else 0.0) + given.budget.per_period[q] - spent
        if balance < -1e-9:
            return False
        for role, limits in given.capacity.items():
            if sum(options[name].load.get(role, 0) for name in plan if running(name, q)) > limits[q] + 1e-9:
                return False
        for limit in given.concurrent:
            if sum(running(name, q) for name in plan if limit.tag in options[name].tags) > limit.max_running:
                return False
    for window in given.windows:
        begun = [start for name, start in plan.items() if window.tag in options[name].tags]
        for first in range(-9, given.periods):
            if sum(first <= start < first + window.length for start in begun) > window.max_starts:
                return False
    return not any(
        {start, finish(name) - 1} & set(given.forbidden_periods.get(tag, ()))
        for name, start in plan.items()
        for tag in options[name].tags
    )


def purchases(given: SelectionProblem, plan: Plan) -> dict[str, int]:
    """Module → the period from which it is paid for; not those that a done option uses."""
    needs = {module.id: module.requires for module in given.modules}

    def closure(names: tuple[str, ...]) -> set[str]:
        return set(names).union(*(closure(needs[name]) for name in names))

    owned = set[str]().union(*(closure(item.modules) for item in given.options if item.id in given.done))
    bought: dict[str, int] = {}
    for item in given.options:
        if item.id in plan:
            for module in closure(item.modules) - owned:
                bought[module] = min(plan[item.id], bought.get(module, plan[item.id]))
    return bought


def worth(given: SelectionProblem, plan: Plan) -> float:
    """The plan's value: discounted benefit, cost, run cost and fees, and the synergies."""
    options = {item.id: item for item in given.options}
    horizon = given.periods + given.tail_periods
    bought = purchases(given, plan)
    total = 0.0
    for q in range(horizon):
        money = 0.0
        claims: dict[str | None, list[float]] = {}
        for name, start in plan.items():
            item, finish = options[name], start + options[name].duration
            if start <= q < finish:
                money -= item.cost_per_period
            if q >= finish:
                money -= item.run_cost_per_period
                earned = item.benefit_per_period * min(1, (q - finish + 1) / item.ramp_periods)
                claims.setdefault(item.kpi, []).append(earned)
        for kpi, amounts in claims.items():
            weights = given.diminishing.get(kpi or "", (1,))
            ranked = enumerate(sorted(amounts, reverse=True))
            sum_ = sum(amount * weights[min(rank, len(weights) - 1)] for rank, amount in ranked)
            money += min(sum_, given.kpi_caps.get(kpi or "", sum_))
        for module in given.modules:
            if module.id in bought and q >= bought[module.id]:
                money -= module.fee_per_period + (module.fee_once if q == bought[module.id] else 0)
        total += money / (1 + given.discount_rate) ** q
    there = set(plan) | set(given.done)
    return total + sum(s.value for s in given.synergies if set(s.pair) <= there and set(s.pair) & set(plan))


def closed(given: SelectionProblem, plan: Plan) -> float:
    """The weight of the gaps that a plan closes."""
    there = set(plan) | set(given.done)
    gaps = given.coverage.gaps if given.coverage else ()
    return sum(gap.weight for gap in gaps if there & set(gap.closed_by))


def best(given: SelectionProblem) -> float | None:
    """The value of the best plan, coverage demanded, or None when no plan keeps the rules."""
    feasible = [plan for plan in plans(given) if allowed(given, plan)]
    if not feasible:
        return None
    least = given.coverage.theta * max(closed(given, plan) for plan in feasible) if given.coverage else 0
    return max(worth(given, plan) for plan in feasible if closed(given, plan) >= least - 1e-9)
