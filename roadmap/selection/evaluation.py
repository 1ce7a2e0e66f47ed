"""What a plan is worth, exactly, computed from starts alone and outside any solver."""

from collections.abc import Iterable, Mapping

from roadmap.selection.problem import Coverage, Option, SelectionProblem

Starts = Mapping[str, int]


def own_value(problem: SelectionProblem, option: Option, start: int) -> float:
    """Return the discounted cost and run cost (negative) of an option started then; periods before 0 are sunk."""
    finish = start + option.duration
    paid = sum(problem.discount(q) for q in range(max(start, 0), min(finish, problem.horizon)))
    run = sum(problem.discount(q) for q in range(max(finish, 0), problem.horizon))
    return -option.cost_per_period * paid - option.run_cost_per_period * run


def claim(option: Option, start: int, period: int) -> float:
    """Return what an option started then claims to earn in ``period``: its benefit along the ramp."""
    finish = start + option.duration
    return option.benefit_per_period * min(1.0, max(0, period - finish + 1) / option.ramp_periods)


def realised(problem: SelectionProblem, kpi: str | None, claims: Iterable[float]) -> float:
    """Return what claims on one KPI in one period come to: largest first, weighted, and capped.

    >>> from roadmap.selection.problem import Budget
    >>> rules = SelectionProblem(1, (), Budget((0,)), kpi_caps={"k": 14}, diminishing={"k": (1, 0.5)})
    >>> realised(rules, "k", [4, 10]), realised(rules, "k", [4, 10, 6])
    (12.0, 14)
    """
    if kpi is None:
        return sum(claims)
    weights = problem.diminishing.get(kpi, (1.0,))
    ordered = sorted(claims, reverse=True)
    total = sum(size * weights[min(rank, len(weights) - 1)] for rank, size in enumerate(ordered))
    return min(total, problem.kpi_caps.get(kpi, total))


def kpi_value(problem: SelectionProblem, kpi: str, members: Iterable[tuple[Option, int]]) -> float:
    """Return the discounted benefit of one KPI when ``members`` (option, start) claim it."""
    chosen = tuple(members)
    return sum(
        problem.discount(q) * realised(problem, kpi, [claim(option, start, q) for option, start in chosen])
        for q in range(problem.horizon)
    )


def module_users(problem: SelectionProblem) -> dict[str, tuple[str, ...]]:
    """Return, per module, the options that need it: directly, or because a module they use requires it."""
    requires = {module.id: module.requires for module in problem.modules}
    users: dict[str, list[str]] = {module: [] for module in requires}
    for option in problem.options:
        reached: set[str] = set()
        waiting = list(option.modules)
        while waiting:
            module = waiting.pop()
            if module not in reached:
                reached.add(module)
                waiting.extend(requires[module])
        for module in reached:
            users[module].append(option.id)
    return {module: tuple(names) for module, names in users.items()}


def module_starts(problem: SelectionProblem, starts: Starts) -> dict[str, int]:
    """Return the period from which each module is paid for; modules of done options are paid for already."""
    found: dict[str, int] = {}
    for module, users in module_users(problem).items():
        begun = [starts[name] for name in users if name in starts]
        if begun and not set(users) & set(problem.done):
            found[module] = min(begun)
    return found


def purchases(problem: SelectionProblem, starts: Starts) -> list[tuple[int, float]]:
    """Return (period, one-off fee) of the modules bought within the plan's periods."""
    if not problem.modules:
        return []
    begun = module_starts(problem, starts)
    bought = ((begun.get(module.id, -1), module.fee_once) for module in problem.modules)
    return [(period, fee) for period, fee in bought if 0 <= period < problem.periods]


def sunk(problem: SelectionProblem, module: str) -> bool:
    """Return whether the one-off fee of a module was paid before the plan: an option begun earlier uses it."""
    return any(problem.started.get(name, 0) < 0 for name in module_users(problem)[module])


def fees_value(problem: SelectionProblem, begun: Mapping[str, int]) -> float:
    """Return the discounted module fees (negative) when modules are used from these periods on."""
    total = 0.0
    for module in problem.modules:
        if (start := begun.get(module.id)) is not None:
            once = module.fee_once * problem.discount(start) if start >= 0 else 0.0
            total -= once + module.fee_per_period * sum(map(problem.discount, range(max(start, 0), problem.horizon)))
    return total


def synergy_value(problem: SelectionProblem, starts: Starts) -> float:
    """Return the synergies earned: undiscounted, once, at least one of the pair being new."""
    there = set(starts) | set(problem.done)
    return sum(item.value for item in problem.synergies if set(item.pair) <= there and set(item.pair) & set(starts))


def plan_value(problem: SelectionProblem, starts: Starts) -> float:
    """Return the discounted benefit - cost - run cost - fees + synergies of a plan.

    A KPI realises, in each period, what its claims come to after diminishing weights and cap (`realised`).
    """
    options = [option for option in problem.options if option.id in starts]
    members: dict[str | None, list[tuple[Option, int]]] = {}
    for option in options:
        members.setdefault(option.kpi, []).append((option, starts[option.id]))
    free = members.pop(None, [])
    return (
        sum(own_value(problem, option, starts[option.id]) for option in options)
        + sum(problem.discount(q) * claim(option, start, q) for option, start in free for q in range(problem.horizon))
        + sum(kpi_value(problem, kpi, group) for kpi, group in members.items() if kpi is not None)
        + fees_value(problem, module_starts(problem, starts))
        + synergy_value(problem, starts)
    )


def closed_weight(problem: SelectionProblem, coverage: Coverage, starts: Starts) -> float:
    """Return the weight of the gaps that a plan (and what is done already) closes."""
    there = set(starts) | set(problem.done)
    return sum(gap.weight for gap in coverage.gaps if there.intersection(gap.closed_by))
