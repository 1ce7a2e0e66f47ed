"""The question the optimiser answers: which options, starting when. Frozen; plain numbers in any one unit of money.

Periods are counted from 0. An option that starts in ``s`` runs in ``s … s + duration - 1`` and is *finished* from
``f = s + duration`` on. A choice of starts must let every option finish within ``periods``; benefits and run costs
go on to ``periods + tail_periods``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Option:
    """Something that may be chosen, once.

    ``cost_per_period`` is paid in every running period; from ``f`` on the option earns
    ``benefit_per_period * min(1, (q - f + 1) / ramp_periods)`` and costs ``run_cost_per_period``.
    ``load`` maps role → use while running; ``uplift`` maps area → points, counted once finished.
    """

    id: str
    duration: int
    cost_per_period: float = 0
    benefit_per_period: float = 0
    ramp_periods: int = 1
    run_cost_per_period: float = 0
    load: Mapping[str, float] = field(default_factory=dict[str, float])
    kpi: str | None = None
    uplift: Mapping[str, float] = field(default_factory=dict[str, float])
    tags: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Budget:
    """Money released per period for costs and one-off module fees; unspent money stays when ``carry_over``."""

    per_period: tuple[float, ...]
    carry_over: bool = True


@dataclass(frozen=True, slots=True)
class Synergy:
    """A value, undiscounted and once, when both options are chosen or done and at least one of them is new."""

    pair: tuple[str, str]
    value: float


@dataclass(frozen=True, slots=True)
class Gate:
    """``option`` may start only when baseline + uplift of *other* finished options in ``area`` is at least this."""

    option: str
    area: str
    at_least: float


@dataclass(frozen=True, slots=True)
class Window:
    """In any ``length`` consecutive periods at most ``max_starts`` options with ``tag`` start."""

    tag: str
    length: int
    max_starts: int


@dataclass(frozen=True, slots=True)
class Concurrent:
    """At most ``max_running`` options with ``tag`` run in any one period."""

    tag: str
    max_running: int


@dataclass(frozen=True, slots=True)
class ModuleFee:
    """A module and what it costs, shared by all options that use it and those whose modules require it.

    ``fee_once`` falls in the period in which the first of them starts (and draws on the budget), ``fee_per_period``
    from that period to the end of the tail (like run costs, it does not). Nothing is due when a done option uses it.
    """

    id: str
    fee_once: float = 0
    fee_per_period: float = 0
    requires: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """A gap, closed when at least one of ``closed_by`` is chosen or done."""

    id: str
    weight: float
    closed_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """The plan must close gaps worth at least ``theta`` of the most that can be closed."""

    theta: float
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class SelectionProblem:
    """Everything the optimiser is told. See the module for time, the parts for meaning.

    ``discount_rate`` is per period (factor ``(1 + r) ** -q``); ``precedence`` holds (before, after): after starts only
    when before is finished, and is chosen only with it. ``capacity`` maps role → one number per period.
    ``kpi_caps`` limits the realised benefit of a KPI in each period. ``diminishing`` maps KPI → weights: in each
    period its claims, largest first, count with these weights; claims beyond the list count with the last one.
    ``started`` maps option → its start, which may be negative (before the plan: those costs are sunk). It is a fact: no
    rule asks when it began (precedence, exclusives, gates, forbidden periods), and where started work by itself takes
    more of the budget, a role, a window or a place to run than there is, nothing new may be added to it. ``done``
    options cost, earn and lift nothing any more — ``baseline`` and today's business contain them — but are finished
    for precedence, exclusives, synergies, modules and coverage. ``forbidden_periods`` maps tag → periods in which no
    option with the tag may start or go live (run its last period). ``deadlines`` maps an option to the period by which it
    is finished, if it is chosen at all. Nothing new starts before ``first_start``.
    """

    periods: int
    options: tuple[Option, ...]
    budget: Budget
    tail_periods: int = 0
    discount_rate: float = 0
    precedence: tuple[tuple[str, str], ...] = ()
    capacity: Mapping[str, tuple[float, ...]] = field(default_factory=dict[str, tuple[float, ...]])
    exclusive: tuple[tuple[str, str], ...] = ()
    synergies: tuple[Synergy, ...] = ()
    gates: tuple[Gate, ...] = ()
    baseline: Mapping[str, float] = field(default_factory=dict[str, float])
    kpi_caps: Mapping[str, float] = field(default_factory=dict[str, float])
    diminishing: Mapping[str, tuple[float, ...]] = field(default_factory=dict[str, tuple[float, ...]])
    must: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()
    started: Mapping[str, int] = field(default_factory=dict[str, int])
    done: tuple[str, ...] = ()
    forbidden_periods: Mapping[str, tuple[int, ...]] = field(default_factory=dict[str, tuple[int, ...]])
    windows: tuple[Window, ...] = ()
    concurrent: tuple[Concurrent, ...] = ()
    modules: tuple[ModuleFee, ...] = ()
    coverage: Coverage | None = None
    first_start: int = 0
    deadlines: Mapping[str, int] = field(default_factory=dict[str, int])

    @property
    def horizon(self) -> int:
        """Periods in which money is counted."""
        return self.periods + self.tail_periods

    def discount(self, period: int) -> float:
        """Return what one unit of money in ``period`` is worth now."""
        return (1 + self.discount_rate) ** -period

    def starts(self, option: Option) -> range:
        """Return the periods in which ``option`` could start: it must finish in time, or has its start already."""
        if option.id in self.done:
            return range(0)
        if option.id in self.started:
            return range(self.started[option.id], self.started[option.id] + 1)
        return range(self.first_start, max(self.first_start, self.periods - option.duration + 1))
