"""The whole pipeline in one call: gaps → candidates → valued → chosen → dated."""

from dataclasses import dataclass

from roadmap.calendar import Calendar, load_calendar
from roadmap.candidates import propose
from roadmap.choosing import choose
from roadmap.dating import schedule_plan
from roadmap.finished import with_finished
from roadmap.initiatives import Catalogue
from roadmap.plan import Plan, PlanItem
from roadmap.situation import Constraints, Facts, IndustryRules, Standing, Suggestion
from roadmap.valuation.valuing import SEED, value
from scoring.sheet import Gap


@dataclass(frozen=True, slots=True)
class PlanInput:
    """Everything a roadmap is made from. The same input gives the same plan.

    ``platform`` is an id of the catalogue; ``draws`` None takes the catalogue's default; ``time_limit`` in seconds is
    a safety stop of the optimiser; ``calendar`` None is the Chinese one. ``finished`` holds the items of the version
    before that are done: they stay in the plan as they are.
    """

    gaps: tuple[Gap, ...]
    standing: Standing
    suggestions: tuple[Suggestion, ...]
    catalogue: Catalogue
    industry: IndustryRules
    platform: str
    facts: Facts
    constraints: Constraints
    seed: int = SEED
    draws: int | None = None
    time_limit: float = 15.0
    calendar: Calendar | None = None
    finished: tuple[PlanItem, ...] = ()


def make_plan(given: PlanInput) -> Plan:
    """Propose, value, choose and date. An infeasible choice gives a plan without items and the conflict named.

    Raises `KeyError` for a platform that is not in the catalogue.
    """
    proposal = propose(
        given.gaps,
        given.standing,
        given.suggestions,
        given.catalogue,
        given.industry,
        given.platform,
        given.constraints,
    )
    valued = value(
        proposal,
        given.catalogue,
        given.facts,
        given.industry,
        given.standing,
        given.constraints,
        seed=given.seed,
        draws=given.draws,
    )
    selection = choose(valued, given.gaps, given.catalogue, given.constraints, time_limit=given.time_limit)
    plan = schedule_plan(
        selection,
        valued,
        given.gaps,
        given.catalogue,
        given.facts,
        given.constraints,
        calendar=given.calendar or load_calendar(),
        standing=given.standing,
        industry=given.industry,
    )
    return plan if selection.solution.status == "infeasible" else with_finished(plan, given.finished)
