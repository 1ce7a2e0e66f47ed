"""Where the plan stands today."""

from collections.abc import Mapping
from datetime import date

from roadmap.calendar import Calendar
from roadmap.initiatives import Catalogue
from roadmap.plan import Consequence, Forecast, Plan, Progress


def forecast(
    plan: Plan,
    progress: Mapping[str, Progress],
    today: date,
    catalogue: Catalogue,
    *,
    calendar: Calendar | None = None,
) -> Forecast:
    """Return the plan re-dated with what is known today."""
    raise NotImplementedError


def consequence(
    plan: Plan,
    progress: Mapping[str, Progress],
    change: Progress,
    today: date,
    catalogue: Catalogue,
    *,
    calendar: Calendar | None = None,
) -> Consequence:
    """Return what saving ``change`` would move and cost."""
    raise NotImplementedError
