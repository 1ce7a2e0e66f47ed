"""The decisions of a selection problem as variables of a program."""

from dataclasses import dataclass, field

from roadmap.selection.evaluation import Starts
from roadmap.selection.problem import SelectionProblem


@dataclass(frozen=True, slots=True)
class Choices:
    """The 0-1 variables ``by_option[id][start]`` and, per module and period, whether it is used by then."""

    problem: SelectionProblem
    by_option: dict[str, dict[int, int]]
    modules: dict[str, tuple[int, ...]] = field(default_factory=dict[str, tuple[int, ...]])

    def begun(self, name: str, period: int) -> dict[int, float]:
        """Return the expression that is 1 when the option has started by then."""
        return {variable: 1.0 for start, variable in self.by_option[name].items() if start <= period}

    def chosen(self, name: str) -> dict[int, float]:
        """Return the expression that is 1 when the option is chosen."""
        return dict.fromkeys(self.by_option[name].values(), 1.0)

    def starts(self, values: list[float]) -> dict[str, int]:
        """Read the plan off a solution."""
        return {
            name: start
            for name, variables in self.by_option.items()
            for start, variable in variables.items()
            if values[variable] > 0.5
        }

    def fixed(self, starts: Starts) -> dict[int, float]:
        """Return the value of every choice variable in a plan."""
        return {
            variable: float(starts.get(name) == start)
            for name, variables in self.by_option.items()
            for start, variable in variables.items()
        }
