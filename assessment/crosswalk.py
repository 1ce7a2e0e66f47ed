"""A cross-walk to an official self-check: which of its scenarios our capabilities speak to, and how closely. Indicative."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import Literal

from questionnaires.locale_text import LocaleText

Fit = Literal["close", "partial", "none"]


@dataclass(frozen=True, slots=True)
class Scenario:
    """One scenario of the official index.

    ``fit`` ``close``: the answers can be reused; ``partial``: they say a part of what is asked; ``none``: they say
    nothing, and ``capabilities`` is empty. ``note`` says why.
    """

    id: str
    chain: str
    name: LocaleText
    fit: Fit
    capabilities: tuple[str, ...]
    note: LocaleText


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """The official index with its scenarios in its own order.

    ``chains`` are the four groups of scenarios. ``levels`` maps our level (whole) to the official one it is about; below
    the lowest of ours there is none (0). ``official`` names the official levels, 0 being below the lowest. ``caveat`` must
    be printed wherever a result of the cross-walk is.
    """

    id: str
    name: LocaleText
    edition: str
    source: LocaleText
    caveat: LocaleText
    chains: Mapping[str, LocaleText]
    levels: Mapping[int, int]
    official: Mapping[int, LocaleText]
    scenarios: tuple[Scenario, ...]


@dataclass(frozen=True, slots=True)
class ScenarioReading:
    """What our scores say of a scenario.

    ``ours`` is the level we found, ``level`` the official one it points to (0: below the lowest); None: nothing was
    scored. ``scored`` counts the capabilities that were.
    """

    scenario: Scenario
    ours: int | None
    level: int | None
    scored: int


def read_scenarios(crosswalk: Crosswalk, levels: Mapping[str, Fraction | None]) -> tuple[ScenarioReading, ...]:
    """Return the reading of every scenario from the levels of capabilities (1-5; None or absent: not scored).

    The mean of the scored capabilities is rounded down to a whole level of ours, as levels are cumulative; that one is
    looked up. A scenario without any scored capability says nothing.
    """
    return tuple(_read(crosswalk, scenario, levels) for scenario in crosswalk.scenarios)


def _read(crosswalk: Crosswalk, scenario: Scenario, levels: Mapping[str, Fraction | None]) -> ScenarioReading:
    known: Sequence[Fraction] = [level for c in scenario.capabilities if (level := levels.get(c)) is not None]
    if not known:
        return ScenarioReading(scenario, None, None, 0)
    ours = floor(sum(known, Fraction(0)) / len(known))
    return ScenarioReading(scenario, ours, crosswalk.levels.get(ours, 0), len(known))
