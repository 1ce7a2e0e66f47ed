"""``zhidian.selection/1``: the machine format of a problem, read strictly."""

from typing import Annotated, Any, Literal

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, ValidationError

from roadmap.selection.checks import check_problem, unique
from roadmap.selection.errors import SelectionInputError
from roadmap.selection.problem import (
    Budget,
    Concurrent,
    Coverage,
    Gap,
    Gate,
    ModuleFee,
    Option,
    SelectionProblem,
    Synergy,
    Window,
)

Number = Annotated[float, Field(allow_inf_nan=False)]
Whole = Annotated[int, Field(strict=True)]
Pair = tuple[str, str]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class InitiativeDocument(_Part):
    """One of ``initiatives``."""

    id: Annotated[str, Field(min_length=1)]
    duration: Whole
    cost_per_period: Number = 0
    benefit_per_period: Number = 0
    ramp_periods: Whole = 1
    run_cost_per_period: Number = 0
    load: dict[str, Number] = {}
    kpi: str | None = None
    uplift: dict[str, Number] = {}
    tags: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()


class PrecedenceDocument(_Part):
    """One of ``precedence``."""

    before: str
    after: str


class BudgetDocument(_Part):
    """``budget``; one number stands for the same in every period."""

    per_period: Number | tuple[Number, ...]
    carry_over: bool = True


class SynergyDocument(_Part):
    """One of ``synergies``."""

    pair: Pair
    value: Number


class GateDocument(_Part):
    """One of ``gates``."""

    initiative: str
    area: str
    at_least: Number


class StartedDocument(_Part):
    """One of ``started``: work that has begun.

    It breaks no rule by its start. Everything else keeps the rules, also towards it, and gets of budget, capacity,
    windows and company what it leaves.
    """

    id: str
    start: Whole


class WindowDocument(_Part):
    """One of ``windows``; the limit is called ``max_starts`` or ``max``."""

    tag: str
    length: Whole
    max_starts: Annotated[Whole, Field(ge=0, validation_alias=AliasChoices("max_starts", "max"))]


class ConcurrentDocument(_Part):
    """One of ``concurrent``."""

    tag: str
    max: Annotated[Whole, Field(ge=0)]


class ModuleDocument(_Part):
    """One of ``modules``."""

    id: str
    fee_once: Number = 0
    fee_per_period: Number = 0
    requires: tuple[str, ...] = ()


class GapDocument(_Part):
    """One of ``coverage.gaps``."""

    id: str
    weight: Number
    closed_by: tuple[str, ...]


class CoverageDocument(_Part):
    """``coverage``."""

    theta: Number
    gaps: tuple[GapDocument, ...]


class SelectionDocument(_Part):
    """A whole document."""

    format: Literal["zhidian.selection/1"]
    periods: Whole
    tail_periods: Whole = 0
    discount_rate: Number = 0
    initiatives: tuple[InitiativeDocument, ...]
    precedence: tuple[PrecedenceDocument, ...] = ()
    budget: BudgetDocument
    capacity: dict[str, Number | tuple[Number, ...]] = {}
    exclusive: tuple[Pair, ...] = ()
    synergies: tuple[SynergyDocument, ...] = ()
    gates: tuple[GateDocument, ...] = ()
    baseline: dict[str, Number] = {}
    kpi_caps: dict[str, Number] = {}
    diminishing: dict[str, tuple[Number, ...]] | None = None
    must: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()
    started: tuple[StartedDocument, ...] = ()
    done: tuple[str, ...] = ()
    forbidden_periods: dict[str, tuple[Whole, ...]] = {}
    windows: tuple[WindowDocument, ...] = ()
    concurrent: tuple[ConcurrentDocument, ...] = ()
    modules: tuple[ModuleDocument, ...] = ()
    coverage: CoverageDocument | None = None
    deadlines: dict[str, Whole] = {}

    def problem(self) -> SelectionProblem:
        """Return the frozen problem, not yet checked for references."""

        def row(numbers: float | tuple[float, ...]) -> tuple[float, ...]:
            return numbers if isinstance(numbers, tuple) else (numbers,) * max(self.periods, 0)

        return SelectionProblem(
            periods=self.periods,
            tail_periods=self.tail_periods,
            discount_rate=self.discount_rate,
            options=tuple(Option(**item.model_dump()) for item in self.initiatives),
            precedence=tuple((link.before, link.after) for link in self.precedence),
            budget=Budget(row(self.budget.per_period), self.budget.carry_over),
            capacity={role: row(numbers) for role, numbers in self.capacity.items()},
            exclusive=self.exclusive,
            synergies=tuple(Synergy(item.pair, item.value) for item in self.synergies),
            gates=tuple(Gate(item.initiative, item.area, item.at_least) for item in self.gates),
            baseline=self.baseline,
            kpi_caps=self.kpi_caps,
            diminishing=self.diminishing or {},
            must=self.must,
            must_not=self.must_not,
            started={item.id: item.start for item in self.started},
            done=self.done,
            forbidden_periods=self.forbidden_periods,
            windows=tuple(Window(item.tag, item.length, item.max_starts) for item in self.windows),
            concurrent=tuple(Concurrent(item.tag, item.max) for item in self.concurrent),
            modules=tuple(ModuleFee(**item.model_dump()) for item in self.modules),
            deadlines=self.deadlines,
            coverage=self.coverage
            and Coverage(
                self.coverage.theta, tuple(Gap(gap.id, gap.weight, gap.closed_by) for gap in self.coverage.gaps)
            ),
        )


def read_problem(data: object) -> SelectionProblem:
    """Read a ``zhidian.selection/1`` document.

    Raises `SelectionInputError` naming the place of the first defect.
    """
    try:
        document = SelectionDocument.model_validate(data)
    except ValidationError as error:
        raise _first_defect(error) from None
    unique("started", [item.id for item in document.started])
    problem = document.problem()
    check_problem(problem)
    return problem


def json_path(location: tuple[int | str, ...]) -> str:
    """Return a place in a JSON document as people write it.

    >>> json_path(("initiatives", 3, "duration"))
    'initiatives[3].duration'
    """
    path = ""
    for part in location:
        path += f"[{part}]" if isinstance(part, int) else f".{part}" if path else part
    return path or "the document"


def _first_defect(error: ValidationError) -> SelectionInputError:
    first: Any = error.errors(include_url=False)[0]
    location = tuple(part for part in first["loc"] if part not in {"float", "tuple[float, ...]"})
    if first["type"] == "missing":
        return SelectionInputError(json_path(location), "is missing.", "Add it.")
    if first["type"] == "extra_forbidden":
        return SelectionInputError(json_path(location), "is not a field of zhidian.selection/1.", "Remove it.")
    return SelectionInputError(json_path(location), f"{first['msg']}.", "Mend the value.")
