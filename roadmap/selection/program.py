"""A mixed-integer linear program, independent of any solver, whose rows remember which rule they came from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import inf

from roadmap.plan import Reason

Terms = Mapping[int, float]


@dataclass(frozen=True, slots=True)
class Row:
    """``low <= Σ coefficient · variable <= high``; ``rule`` is None for rows that only define auxiliary variables."""

    terms: Terms
    low: float
    high: float
    rule: Reason | None = None


@dataclass(slots=True)
class Program:
    """Variables with upper bounds (all start at 0), rows, and an objective to be maximised.

    ``whole`` variables must be whole numbers. The others end at 0 or 1 in a best solution anyway, except for the
    ``fine`` ones, amounts of money, which may take any value.
    """

    upper: list[float] = field(default_factory=list[float])
    whole: list[bool] = field(default_factory=list[bool])
    fine: list[bool] = field(default_factory=list[bool])
    rows: list[Row] = field(default_factory=list[Row])
    objective: dict[int, float] = field(default_factory=dict[int, float])
    constant: float = 0.0

    def variable(self, upper: float, *, whole: bool = False, fine: bool = False) -> int:
        """Add a variable between 0 and ``upper`` and return its number."""
        self.upper.append(upper)
        self.whole.append(whole)
        self.fine.append(fine)
        return len(self.upper) - 1

    def earn(self, variable: int, amount: float) -> None:
        """Add ``amount · variable`` to the objective."""
        self.objective[variable] = self.objective.get(variable, 0.0) + amount

    def at_most(self, terms: Terms, limit: float, rule: Reason | None = None) -> None:
        """Demand ``terms <= limit``; rows that cannot bind are left out."""
        if terms or limit < 0:
            self.rows.append(Row(terms, -inf, limit, rule))

    def exactly(self, terms: Terms, number: float, rule: Reason | None = None) -> None:
        """Demand ``terms == number``."""
        self.rows.append(Row(terms, number, number, rule))

    def worth(self, values: list[float]) -> float:
        """Return the objective of a solution."""
        return self.constant + sum(amount * values[variable] for variable, amount in self.objective.items())


def plus(*parts: Terms) -> dict[int, float]:
    """Return the sum of linear expressions."""
    total: dict[int, float] = {}
    for part in parts:
        for variable, amount in part.items():
            total[variable] = total.get(variable, 0.0) + amount
    return total


def times(factor: float, terms: Terms) -> dict[int, float]:
    """Return ``factor · terms``."""
    return {variable: factor * amount for variable, amount in terms.items()}
