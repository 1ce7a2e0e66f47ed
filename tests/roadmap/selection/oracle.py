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


def allowed(given: SelectionProblem, plan: Plan) -> bool:
    """Whether a plan keeps every rule except coverage."""
    return demanded(given, plan) and ordered(given, plan) and affordable(given, plan) and spaced(given, plan)


def under_way(given: SelectionProblem, plan: Plan) -> Plan:
    """What of the plan has begun: no rule asks when, and limits that it breaks alone hold for the rest as they can."""
    return {name: start for name, start in plan.items() if name in given.started}


def demanded(given: SelectionProblem, plan: Plan) -> bool:
    """Whether what is demanded is there, what is barred is not, and everything fits into the periods."""
    there, settled = set(plan) | set(given.done), set(given.started) | set(given.done)
    if any(plan.get(name) != start for name, start in given.started.items()):
        return False
    if not set(given.must) <= there or set(given.must_not) & set(plan):
        return False
    durations = {item.id: item.duration for item in given.options}
    new = {name: start for name, start in plan.items() if name not in given.started}
    if any(start + durations[name] > given.periods or start < given.first_start for name, start in new.items()):
        return False
    if any(start + durations[name] > given.deadlines.get(name, given.periods) for name, start in new.items()):
        return False
    return not any({first, second} <= there and not {first, second} <= settled for first, second in given.exclusive)


def ordered(given: SelectionProblem, plan: Plan) -> bool:
    """Whether what is new finds its prerequisites finished and its gates open."""
    options = {item.id: item for item in given.options}
    finish = {name: start + options[name].duration for name, start in plan.items()}
    new = set(plan) - set(given.started)
    for before, after in given.precedence:
        if after in new and before not in given.done and (before not in plan or finish[before] > plan[after]):
            return False
    for gate in given.gates:
        if gate.option in new:
            others = [name for name in plan if name != gate.option and finish[name] <= plan[gate.option]]
            lifted = sum(options[name].uplift.get(gate.area, 0) for name in others)
            if given.baseline.get(gate.area, 0) + lifted < gate.at_least - 1e-9:
                return False
    return True


def affordable(given: SelectionProblem, plan: Plan) -> bool:
    """Whether money, people and company suffice, or nothing is added to what work under way takes of them."""
    options = {item.id: item for item in given.options}
    begun = under_way(given, plan)

    def running(which: Plan, q: int) -> list[Option]:
        return [options[name] for name, start in which.items() if start <= q < start + options[name].duration]

    def spent(which: Plan, q: int) -> float:
        bought = purchases(given, which)
        fees = sum(module.fee_once for module in given.modules if bought.get(module.id) == q)
        return sum(item.cost_per_period for item in running(which, q)) + fees

    for q in range(given.periods):
        asked = range(q + 1) if given.budget.carry_over else [q]
        limit = max(sum(given.budget.per_period[p] for p in asked), sum(spent(begun, p) for p in asked))
        if sum(spent(plan, p) for p in asked) > limit + 1e-9:
            return False
        for role, limits in given.capacity.items():
            busy, taken = (sum(item.load.get(role, 0) for item in running(which, q)) for which in (plan, begun))
            if busy > max(limits[q], taken) + 1e-9:
                return False
        for one in given.concurrent:
            all_, kept = (sum(one.tag in item.tags for item in running(which, q)) for which in (plan, begun))
            if all_ > max(one.max_running, kept):
                return False
    return True


def spaced(given: SelectionProblem, plan: Plan) -> bool:
    """Whether what is new stays out of forbidden periods and keeps its distance, also from what has begun."""
    options = {item.id: item for item in given.options}
    begun = under_way(given, plan)
    for window in given.windows:
        for first in range(-9, given.periods):
            inside = range(first, first + window.length)
            all_, kept = (
                sum(start in inside for name, start in which.items() if window.tag in options[name].tags)
                for which in (plan, begun)
            )
            if all_ > max(window.max_starts, kept):
                return False
    return not any(
        {start, start + options[name].duration - 1} & set(given.forbidden_periods.get(tag, ()))
        for name, start in plan.items()
        if name not in begun
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
