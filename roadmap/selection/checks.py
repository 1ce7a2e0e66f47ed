"""Whether a problem hangs together: every id known, no cycle, every number in the range the model is valid for."""

from collections.abc import Callable, Iterable, Iterator

from roadmap.cycles import cycle_in
from roadmap.selection.errors import SelectionInputError
from roadmap.selection.problem import SelectionProblem

Places = Iterator[tuple[str, str]]


def check_problem(problem: SelectionProblem) -> None:
    """Raise `SelectionInputError` naming the place of the first defect."""
    unique("initiatives", [option.id for option in problem.options])
    unique("modules", [module.id for module in problem.modules])
    unique("coverage.gaps", [gap.id for gap in problem.coverage.gaps] if problem.coverage else [])
    options = {option.id for option in problem.options}
    for path, name in _option_references(problem):
        if name not in options:
            raise SelectionInputError(path, f"there is no initiative {name!r}.", "Name one listed in initiatives.")
    modules = {module.id for module in problem.modules}
    for path, name in _module_references(problem):
        if name not in modules:
            raise SelectionInputError(path, f"there is no module {name!r}.", "List it in modules.")
    for index, (first, second) in enumerate(problem.exclusive):
        if first == second:
            raise SelectionInputError(f"exclusive[{index}]", f"{first!r} cannot exclude itself.")
    both = sorted(set(problem.started) & set(problem.done))
    if both:
        raise SelectionInputError("done", f"{both[0]!r} is also in started.", "Keep it in one of the two lists.")
    _no_cycle("precedence", problem.precedence)
    _no_cycle("modules", [(need, module.id) for module in problem.modules for need in module.requires])
    _numbers(problem)


def unique(path: str, ids: list[str]) -> None:
    """Raise `SelectionInputError` for an id that appears twice in the list at ``path``."""
    seen: set[str] = set()
    for index, name in enumerate(ids):
        if name in seen:
            raise SelectionInputError(f"{path}[{index}].id", f"{name!r} appears twice.", "Give each its own id.")
        seen.add(name)


def _option_references(problem: SelectionProblem) -> Places:
    for index, (before, after) in enumerate(problem.precedence):
        yield f"precedence[{index}].before", before
        yield f"precedence[{index}].after", after
    for index, pair in enumerate(problem.exclusive):
        yield from ((f"exclusive[{index}][{side}]", name) for side, name in enumerate(pair))
    for index, synergy in enumerate(problem.synergies):
        yield from ((f"synergies[{index}].pair[{side}]", name) for side, name in enumerate(synergy.pair))
    yield from ((f"gates[{index}].initiative", gate.option) for index, gate in enumerate(problem.gates))
    named: tuple[tuple[str, Iterable[str]], ...] = (
        ("must", problem.must),
        ("must_not", problem.must_not),
        ("started", problem.started),
        ("done", problem.done),
        ("deadlines", problem.deadlines),
    )
    for path, names in named:
        yield from ((f"{path}[{index}]", name) for index, name in enumerate(names))
    for index, gap in enumerate(problem.coverage.gaps if problem.coverage else ()):
        yield from ((f"coverage.gaps[{index}].closed_by[{at}]", name) for at, name in enumerate(gap.closed_by))


def _module_references(problem: SelectionProblem) -> Places:
    for index, option in enumerate(problem.options):
        yield from ((f"initiatives[{index}].modules[{at}]", name) for at, name in enumerate(option.modules))
    for index, module in enumerate(problem.modules):
        yield from ((f"modules[{index}].requires[{at}]", name) for at, name in enumerate(module.requires))


def _no_cycle(path: str, edges: Iterable[tuple[str, str]]) -> None:
    names = cycle_in(edges)
    if names:
        raise SelectionInputError(path, f"each of these waits for the next: {names}.", "Remove one of the links.")


def _numbers(problem: SelectionProblem) -> None:
    def demand(ok: bool, path: str, problem_: str) -> None:
        if not ok:
            raise SelectionInputError(path, problem_)

    demand(problem.periods >= 1, "periods", "must be at least 1.")
    demand(problem.tail_periods >= 0, "tail_periods", "must not be negative.")
    demand(problem.discount_rate > -1, "discount_rate", "must be greater than -1.")
    for index, option in enumerate(problem.options):
        path = f"initiatives[{index}]"
        demand(option.duration >= 1, f"{path}.duration", "must be at least 1.")
        demand(option.ramp_periods >= 1, f"{path}.ramp_periods", "must be at least 1.")
        for name in ("cost_per_period", "benefit_per_period", "run_cost_per_period"):
            demand(getattr(option, name) >= 0, f"{path}.{name}", "must not be negative.")
        _not_negative(f"{path}.load", option.load.items(), demand)
        _not_negative(f"{path}.uplift", option.uplift.items(), demand)
    _lengths(problem)
    _not_negative("kpi_caps", problem.kpi_caps.items(), demand)
    for kpi, weights in problem.diminishing.items():
        ordered = bool(weights) and weights[-1] >= 0 and list(weights) == sorted(weights, reverse=True)
        demand(ordered, f"diminishing.{kpi}", "needs weights that are not negative and never rise.")
    for index, module in enumerate(problem.modules):
        demand(module.fee_once >= 0, f"modules[{index}].fee_once", "must not be negative.")
        demand(module.fee_per_period >= 0, f"modules[{index}].fee_per_period", "must not be negative.")
    for index, synergy in enumerate(problem.synergies):
        demand(synergy.pair[0] != synergy.pair[1], f"synergies[{index}].pair", "must name two different initiatives.")
    for index, window in enumerate(problem.windows):
        demand(window.length >= 1 and window.max_starts >= 0, f"windows[{index}]", "needs length ≥ 1 and max ≥ 0.")
    if problem.coverage:
        demand(0 <= problem.coverage.theta <= 1, "coverage.theta", "must lie between 0 and 1.")
        _not_negative("coverage.gaps", ((gap.id, gap.weight) for gap in problem.coverage.gaps), demand)


def _lengths(problem: SelectionProblem) -> None:
    rows = [("budget.per_period", problem.budget.per_period)]
    rows += [(f"capacity.{role}", row) for role, row in problem.capacity.items()]
    for path, row in rows:
        if len(row) != problem.periods:
            raise SelectionInputError(
                path, f"has {len(row)} numbers for {problem.periods} periods.", "Give one number per period."
            )
        if min(row) < 0:
            raise SelectionInputError(path, "must not be negative.")


def _not_negative(path: str, numbers: Iterable[tuple[str, float]], demand: Callable[[bool, str, str], None]) -> None:
    for name, number in numbers:
        demand(number >= 0, f"{path}.{name}", "must not be negative.")
