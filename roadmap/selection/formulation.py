"""The linear program of a selection problem: one 0-1 variable per option and start.

Precedence and gates are written per period on "started by then" sums, which keeps the linear relaxation tight: with
uplifts that are never negative a gate once open stays open, so everything started by then must have found it open.
Rules about the start are not written for what has begun: see `roadmap.selection.standing`.
"""

from roadmap.plan import Reason
from roadmap.selection.choices import Choices
from roadmap.selection.earnings import add_value
from roadmap.selection.evaluation import module_users
from roadmap.selection.problem import Coverage, SelectionProblem
from roadmap.selection.program import Program, plus, times
from roadmap.selection.quantities import add_quantities
from roadmap.selection.standing import settled


def rules(problem: SelectionProblem) -> tuple[Program, Choices]:
    """Build the program with every rule and no objective."""
    program = Program()
    choices = Choices(
        problem,
        {
            option.id: {start: program.variable(1, whole=True) for start in problem.starts(option)}
            for option in problem.options
        },
    )
    for name in choices.by_option:
        program.at_most(choices.chosen(name), 1)
    _modules(program, choices)
    _demands(program, choices)
    _precedence(program, choices)
    _gates(program, choices)
    _forbidden_periods(program, choices)
    _deadlines(program, choices)
    add_quantities(program, choices)
    return program, choices


def value_program(problem: SelectionProblem) -> tuple[Program, Choices]:
    """Build the program that maximises the plan's value."""
    program, choices = rules(problem)
    add_value(program, choices)
    return program, choices


def coverage_program(problem: SelectionProblem, coverage: Coverage) -> tuple[Program, Choices]:
    """Build the program that maximises the weight of the closed gaps."""
    program, choices = rules(problem)
    for variable, weight in _closed(program, choices, coverage).items():
        program.earn(variable, weight)
    program.constant = _closed_already(problem, coverage)
    return program, choices


def demand_coverage(program: Program, choices: Choices, coverage: Coverage, required: float) -> None:
    """Demand that gaps of this weight are closed."""
    closed = _closed(program, choices, coverage)
    program.at_most(times(-1, closed), _closed_already(choices.problem, coverage) - required)


def _closed_already(problem: SelectionProblem, coverage: Coverage) -> float:
    return sum(gap.weight for gap in coverage.gaps if set(gap.closed_by) & set(problem.done))


def _closed(program: Program, choices: Choices, coverage: Coverage) -> dict[int, float]:
    closed: dict[int, float] = {}
    for gap in coverage.gaps:
        if gap.weight and not set(gap.closed_by) & set(choices.problem.done):
            variable = program.variable(1)
            program.at_most(plus({variable: 1.0}, *(times(-1, choices.chosen(name)) for name in set(gap.closed_by))), 0)
            closed[variable] = gap.weight
    return closed


def _modules(program: Program, choices: Choices) -> None:
    problem = choices.problem
    for module, users in module_users(problem).items():
        if users and not set(users) & set(problem.done):
            used = tuple(program.variable(1) for _ in range(problem.periods))
            choices.modules[module] = used
            for q, variable in enumerate(used):
                begun = [choices.begun(name, q) for name in users]
                for one in begun:
                    program.at_most(plus(one, {variable: -1.0}), 0)
                program.at_most(plus({variable: 1.0}, *(times(-1, one) for one in begun)), 0)
                if q:
                    program.at_most({used[q - 1]: 1.0, variable: -1.0}, 0)


def _demands(program: Program, choices: Choices) -> None:
    problem = choices.problem
    done = set(problem.done)
    for name in problem.must:
        if name not in done and choices.by_option[name]:
            program.exactly(choices.chosen(name), 1, Reason("must", {"id": name}))
    needed = {*problem.must, *problem.started}
    for option in problem.options:
        if option.id in needed and option.id not in done and not choices.by_option[option.id]:
            program.exactly({}, 1, Reason("horizon", {"id": option.id, "duration": option.duration}))
    for name, start in problem.started.items():
        program.exactly(choices.chosen(name), 1, Reason("started", {"id": name, "start": start}))
    for name in problem.must_not:
        program.at_most(choices.chosen(name), 0, Reason("must_not", {"id": name}))
    for first, second in problem.exclusive:
        if {first, second} <= settled(problem):
            continue
        free = [name for name in (first, second) if name not in done]
        program.at_most(
            plus(*(choices.chosen(name) for name in free)),
            len(free) - 1,
            Reason("exclusive", {"first": first, "second": second}),
        )


def _precedence(program: Program, choices: Choices) -> None:
    problem = choices.problem
    durations = {option.id: option.duration for option in problem.options}
    for before, after in problem.precedence:
        if before not in problem.done and after not in problem.started:
            for start in choices.by_option[after]:
                ready = choices.begun(before, start - durations[before])
                program.at_most(
                    plus(choices.begun(after, start), times(-1, ready)),
                    0,
                    Reason("precedence", {"before": before, "after": after}),
                )


def _gates(program: Program, choices: Choices) -> None:
    problem = choices.problem
    for gate in problem.gates:
        missing = gate.at_least - problem.baseline.get(gate.area, 0.0)
        if missing <= 0 or gate.option in problem.started:
            continue
        lifters = [option for option in problem.options if option.uplift.get(gate.area) and option.id != gate.option]
        for start in choices.by_option[gate.option]:
            lifted = plus(
                *(
                    times(min(option.uplift[gate.area], missing), choices.begun(option.id, start - option.duration))
                    for option in lifters
                )
            )
            program.at_most(
                plus(times(missing, choices.begun(gate.option, start)), times(-1, lifted)),
                0,
                Reason("gate", {"id": gate.option, "area": gate.area, "at_least": gate.at_least}),
            )


def _forbidden_periods(program: Program, choices: Choices) -> None:
    problem = choices.problem
    for tag, periods in problem.forbidden_periods.items():
        for option in problem.options:
            if tag in option.tags and option.id not in problem.started:
                for start, variable in choices.by_option[option.id].items():
                    if start in periods or start + option.duration - 1 in periods:
                        program.at_most({variable: 1.0}, 0, Reason("forbidden_period", {"tag": tag}))


def _deadlines(program: Program, choices: Choices) -> None:
    problem = choices.problem
    for option in problem.options:
        by = problem.deadlines.get(option.id)
        if by is not None and option.id not in problem.started:
            for start, variable in choices.by_option[option.id].items():
                if start + option.duration > by:
                    program.at_most({variable: 1.0}, 0, Reason("deadline", {"id": option.id, "by": by}))
