"""From chosen months to working days."""

from collections.abc import Sequence

from roadmap.calendar import Calendar
from roadmap.initiatives import Catalogue
from roadmap.plan import Plan, Selection, Valued
from roadmap.situation import Constraints, Facts, IndustryRules, Standing
from scoring.sheet import Gap


def schedule_plan(
    selection: Selection,
    valued: Valued,
    gaps: Sequence[Gap],
    catalogue: Catalogue,
    facts: Facts,
    constraints: Constraints,
    *,
    calendar: Calendar,
    standing: Standing,
    industry: IndustryRules,
) -> Plan:
    """Return the dated plan with its money."""
    raise NotImplementedError
