"""The plan's value as the objective of a linear program, term by term what `evaluation.plan_value` computes.

Capped and diminishing KPIs are exact: both are concave for given starts, so maximisation itself picks the minimum with
the cap and the order by size. A claim takes rank ``r`` by a variable between 0 and 1; each rank is taken once.
Periods in which a KPI's claims look alike (the tail, mostly) share their variables.
"""

from collections import defaultdict

from roadmap.selection.choices import Choices
from roadmap.selection.evaluation import claim, own_value, sunk
from roadmap.selection.problem import Option, SelectionProblem
from roadmap.selection.program import Program, plus, times

Claims = dict[str, dict[float, list[int]]]
"""Claims of one period: option → size → the start variables that lead to a claim of that size."""


def add_value(program: Program, choices: Choices) -> None:
    """Add costs, benefits, fees and synergies to the objective."""
    problem = choices.problem
    members: dict[str | None, list[Option]] = defaultdict(list)
    for option in problem.options:
        for start, variable in choices.by_option[option.id].items():
            program.earn(variable, own_value(problem, option, start))
        if option.benefit_per_period and choices.by_option[option.id]:
            members[option.kpi].append(option)
    for kpi, options in members.items():
        _add_kpi(program, choices, kpi, options)
    _add_fees(program, choices)
    _add_synergies(program, choices)


def _add_kpi(program: Program, choices: Choices, kpi: str | None, options: list[Option]) -> None:
    problem = choices.problem
    alike: dict[tuple[tuple[float, int], ...], float] = defaultdict(float)
    for q in range(problem.horizon):
        claims = tuple(
            (size, variable)
            for option in options
            for start, variable in choices.by_option[option.id].items()
            if (size := claim(option, start, q)) > 0
        )
        if claims:
            alike[claims] += problem.discount(q)
    owner = {variable: option.id for option in options for variable in choices.by_option[option.id].values()}
    for claims, weight in alike.items():
        by_size: Claims = defaultdict(lambda: defaultdict(list))
        for size, variable in claims:
            by_size[owner[variable]][size].append(variable)
        _add_period(program, problem, kpi, by_size, weight)


def _add_period(program: Program, problem: SelectionProblem, kpi: str | None, claims: Claims, weight: float) -> None:
    cap = problem.kpi_caps.get(kpi) if kpi is not None else None
    weights = problem.diminishing.get(kpi, (1.0,)) if kpi is not None else (1.0,)
    total = _ranked(program, claims, weights[: len(claims)], cap)
    if cap is None or sum(max(sizes) for sizes in claims.values()) * weights[0] <= cap:
        for variable, amount in total.items():
            program.earn(variable, weight * amount)
    else:
        earned = program.variable(cap, fine=True)
        program.at_most(plus({earned: 1.0}, times(-1, total)), 0)
        program.earn(earned, weight)


def _ranked(program: Program, claims: Claims, weights: tuple[float, ...], cap: float | None) -> dict[int, float]:
    """Return the weighted sum of the claims: everything at the last weight, and the surplus of the earlier ranks."""
    last = weights[-1]
    total: dict[int, float] = {}
    ranks: list[dict[int, float]] = [{} for _ in weights[:-1]]
    for sizes in claims.values():
        for size, variables in sizes.items():
            for variable in variables:
                total[variable] = last * size if cap is None else min(cap, last * size)
            if not ranks:
                continue
            places = {program.variable(1): rank for rank in range(len(ranks))}
            program.at_most(plus(dict.fromkeys(places, 1.0), dict.fromkeys(variables, -1.0)), 0)
            for place, rank in places.items():
                ranks[rank][place] = 1.0
                total[place] = (weights[rank] - last) * size
    for taken in ranks:
        program.at_most(taken, 1)
    return total


def _add_fees(program: Program, choices: Choices) -> None:
    problem = choices.problem
    for module in problem.modules:
        used = choices.modules.get(module.id, ())
        paid = 0.0 if sunk(problem, module.id) else module.fee_once
        for q, variable in enumerate(used):
            rest = range(problem.periods - 1, problem.horizon) if q == problem.periods - 1 else range(q, q + 1)
            next_discount = problem.discount(q + 1) if q < problem.periods - 1 else 0.0
            # bought in q means used by q and not by q - 1, so "used by q" costs the price now less the price later
            program.earn(variable, -paid * (problem.discount(q) - next_discount))
            program.earn(variable, -module.fee_per_period * sum(map(problem.discount, rest)))


def _add_synergies(program: Program, choices: Choices) -> None:
    done = set(choices.problem.done)
    for synergy in choices.problem.synergies:
        free = [name for name in synergy.pair if name not in done]
        if not free:
            continue
        both = program.variable(1, whole=True)  # the same optimum, and a third of the search of a fractional one
        program.earn(both, synergy.value)
        for name in free:
            program.at_most(plus({both: 1.0}, times(-1, choices.chosen(name))), 0)
        if synergy.value < 0:
            program.at_most(plus(*(choices.chosen(name) for name in free), {both: -1.0}), len(free) - 1)
