"""Everything the roadmap engine needs to know of one engagement, gathered from its rules into one input."""

from collections.abc import Sequence
from datetime import date

from assessment.content import ContentPack
from assessment.engagement import CompanyProfile, Need, Silo, System
from assessment.facts import STORES
from assessment.governing import with_group
from assessment.industries import rules_of
from assessment.inventory import resource_suggestions
from assessment.needs import need_suggestions
from assessment.perception import perception_suggestions
from assessment.resources import AppraisedResource
from assessment.seasons import YEAR, first_month, months_between
from assessment.terms import terms_of
from assessment.wave import industry_of
from roadmap.initiatives import Defaults
from roadmap.making import PlanInput
from roadmap.situation import Constraints, Facts, Standing, Suggestion, SystemEntry
from roadmap.sizing import sized
from scoring import Gap, ScoreSheet


def standing_of(sheet: ScoreSheet) -> Standing:
    """Return the verified level of every capability; None where there is not enough data."""
    return Standing({c: None if s.level is None else float(s.level) for c, s in sheet.capabilities.items()})


def system_entries(systems: Sequence[System]) -> tuple[SystemEntry, ...]:
    """Return the register as far as platform fit needs it."""
    return tuple(SystemEntry(s.id, s.category, s.name) for s in systems)


def blackout_months(start: date, ranges: Sequence[tuple[int, int]], horizon: int) -> tuple[int, ...]:
    """Return the month numbers of peak season, counted from 0 = the month of ``start``, within ``horizon`` months.

    A range runs over calendar months 1-12, both ends included; (11, 2) runs over the turn of the year.

    >>> blackout_months(date(2026, 12, 1), [(2, 2), (9, 10)], 18)
    (2, 9, 10, 14)
    """
    peak = {month for first, last in ranges for month in months_between(first, last)}
    return tuple(m for m in range(horizon) if (start.month - 1 + m) % YEAR + 1 in peak)


def constraints_of(profile: CompanyProfile, defaults: Defaults, as_of: date) -> Constraints:
    """Return what the plan must respect, no work having begun yet; see ``assessment.replanning`` for when it has.

    Without a start the plan begins on the first day of the month after ``as_of``; roles without a capacity get the
    default of the content.
    """
    following = date(as_of.year + as_of.month // YEAR, as_of.month % YEAR + 1, 1)
    start = first_month(profile.start or following)
    terms = terms_of(profile, defaults)
    return Constraints(
        start=start,
        budget=terms.budget,
        budget_per_month=released(terms.budget, terms.monthly, defaults.choice_months),
        capacity=terms.capacity,
        blackouts=blackout_months(start, profile.blackouts, defaults.choice_months),
        must=profile.must,
        must_not=profile.must_not,
        waived=dict(profile.waived),
        theta=terms.theta,
    )


def released(budget: int, monthly: int, months: int) -> tuple[int, ...] | None:
    """Return what is released month by month until the budget is used up; None when all of it is there from the start.

    >>> released(250, 100, 4), released(250, 0, 4)
    ((100, 100, 50, 0), None)
    """
    if not monthly:
        return None
    return tuple(max(0, min(monthly, budget - monthly * month)) for month in range(months))


def silo_suggestions(silos: Sequence[Silo]) -> tuple[Suggestion, ...]:
    """Return why an initiative is worth considering because of the system register."""
    return tuple(
        Suggestion(initiative, "silo", silo.code, silo.code, silo.params)
        for silo in silos
        for initiative in silo.initiatives
    )


def suggestions_of(
    sheet: ScoreSheet,
    resources: Sequence[AppraisedResource],
    silos: Sequence[Silo],
    needs: Sequence[Need],
    pack: ContentPack,
) -> tuple[Suggestion, ...]:
    """Return all reasons that are no gap: needs, resources, silos, perception gaps — in this order."""
    return (
        *need_suggestions(needs),
        *resource_suggestions(resources, pack.resource_rules),
        *silo_suggestions(silos),
        *perception_suggestions(sheet, pack.perception),
    )


def plan_input(
    profile: CompanyProfile,
    sheet: ScoreSheet,
    gaps: Sequence[Gap],
    suggestions: Sequence[Suggestion],
    facts: Facts,
    constraints: Constraints,
    pack: ContentPack,
    platform: str | None = None,
) -> PlanInput:
    """Return the one input of ``roadmap.make_plan``; ``platform`` replaces the profile's for a comparison.

    Efforts, money and fees are those of a chain with the client's stores, see ``roadmap.sizing``. The group that decides
    is demanded where the trade begins with it, see ``assessment.governing``.
    """
    given = PlanInput(
        gaps=tuple(gaps),
        standing=standing_of(sheet),
        suggestions=tuple(suggestions),
        catalogue=sized(pack.catalogue, facts.values[STORES].value if STORES in facts.values else 0.0),
        industry=rules_of(industry_of(profile, pack)),
        platform=platform or profile.platform,
        facts=facts,
        constraints=constraints,
    )
    return with_group(given)
