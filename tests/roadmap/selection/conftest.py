"""Small problems to start from."""

import os
from pathlib import Path
from typing import Any

import pytest

from roadmap.selection import Budget, Option, SelectionProblem


@pytest.fixture
def portfolio() -> Path:
    """The benchmark instances, where this machine has them."""
    root = Path(os.environ.get("ZHIDIAN_BENCH_DATA", Path(__file__).parents[4] / "shared" / "data"))
    if not (root / "portfolio").is_dir():
        pytest.skip("benchmark data not on this machine")
    return root / "portfolio"


def option(name: str, **fields: Any) -> Option:
    """An option that takes one period, costs 10 and earns 10 a period unless told otherwise."""
    return Option(id=name, **{"duration": 1, "cost_per_period": 10, "benefit_per_period": 10, **fields})


def problem(*options: Option, periods: int = 4, budget: float = 1000, **fields: Any) -> SelectionProblem:
    """A problem of four periods with money for everything unless told otherwise."""
    return SelectionProblem(**{"periods": periods, "options": options, "budget": Budget((budget,) * periods), **fields})
