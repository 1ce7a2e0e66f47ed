"""The rows of a selection program about how much at a time: money, people, starts, and work that runs together."""

from itertools import accumulate

from roadmap.plan import Reason
from roadmap.selection.choices import Choices
from roadmap.selection.evaluation import sunk
from roadmap.selection.program import Program, plus
from roadmap.selection.standing import Limits, limits


def add_quantities(program: Program, choices: Choices) -> None:
    """Add the rules on budget, capacity, windows, and how much may run at one time."""
    most = limits(choices.problem)
    _budget(program, choices, most)
    _capacity(program, choices, most)
    _windows(program, choices, most)
    _concurrent(program, choices, most)


def _budget(program: Program, choices: Choices, most: Limits) -> None:
    problem = choices.problem
    spent: list[dict[int, float]] = [{} for _ in range(problem.periods)]
    for option in problem.options:
        for start, variable in choices.by_option[option.id].items():
            for q in range(max(start, 0), min(start + option.duration, problem.periods)):
                if option.cost_per_period:
                    spent[q][variable] = option.cost_per_period
    for module in problem.modules:
        used = choices.modules.get(module.id, ())
        for q, variable in enumerate(used if module.fee_once and not sunk(problem, module.id) else ()):
            bought = {variable: module.fee_once} | ({used[q - 1]: -module.fee_once} if q else {})
            spent[q] = plus(spent[q], bought)
    if problem.budget.carry_over:
        spent = list(accumulate(spent, plus))
    for terms, limit in zip(spent, most.released, strict=True):
        program.at_most(terms, limit, Reason("budget"))


def _capacity(program: Program, choices: Choices, most: Limits) -> None:
    for role, row in most.capacity.items():
        for q, limit in enumerate(row):
            used = {
                variable: option.load[role]
                for option in choices.problem.options
                if option.load.get(role)
                for start, variable in choices.by_option[option.id].items()
                if start <= q < start + option.duration
            }
            program.at_most(used, limit, Reason("capacity", {"role": role}))


def _windows(program: Program, choices: Choices, most: Limits) -> None:
    problem = choices.problem
    for window in problem.windows:
        members = [choices.by_option[option.id] for option in problem.options if window.tag in option.tags]
        rule = Reason("window", {"tag": window.tag, "length": window.length})
        for first in range(min((min(m, default=0) for m in members), default=0), problem.periods):
            inside = {v: 1.0 for m in members for s, v in m.items() if first <= s < first + window.length}
            program.at_most(inside, most.starts(window, first), rule)


def _concurrent(program: Program, choices: Choices, most: Limits) -> None:
    problem = choices.problem
    for limit in problem.concurrent:
        for q in range(problem.periods):
            running = {
                variable: 1.0
                for option in problem.options
                if limit.tag in option.tags
                for start, variable in choices.by_option[option.id].items()
                if start <= q < start + option.duration
            }
            program.at_most(running, most.running(limit, q), Reason("concurrent", {"tag": limit.tag}))
