"""Rules that turn dates and reports into a colour, a percentage and a reminder."""

from datetime import date, timedelta
from typing import Literal

from roadmap.calendar import Calendar
from roadmap.plan import PlanItem, Progress

Rag = Literal["green", "amber", "red", "done", "dropped", "grey"]
HALF = 0.5
STALE_DAYS = 10
ALMOST = 99.0
"""Percentage that nothing passes before it is reported done."""


def rag_of(item: PlanItem, known: Progress, start: date, slip: int, today: date) -> Rag:
    """Return the colour of an item that is not dropped.

    Red: reported off track, or later than its slack allows. Amber: reported at risk, blocked, or half of its slack
    used. Grey: not begun, not due, not late. Green: everything else.
    """
    if known.status == "done":
        return "done"
    slack = max(0, item.total_slack)
    if known.status == "off_track" or slip > slack:
        return "red"
    if known.status == "at_risk" or known.blocker or slip > HALF * slack:
        return "amber"
    if known.status == "not_started" and start > today:
        return "grey"
    return "green"


def percent_done(start: date, finish: date, known: Progress, today: date, days: Calendar) -> float:
    """Return how much is done: the working days gone of all between start and forecast finish, 0 before the start."""
    if known.status == "done":
        return 100.0
    if known.status == "not_started":
        return 0.0
    whole = days.offset(start, finish + timedelta(days=1))
    gone = days.offset(start, min(max(today, start), finish))
    return min(ALMOST, round(100 * gone / whole, 1)) if whole > 0 else 0.0


def is_stale(start: date, known: Progress, today: date) -> bool:
    """Return whether an item that runs, or should, has gone without a word for more than ten days."""
    if known.status == "done":
        return False
    heard = known.reported or start
    running = known.status != "not_started" or start <= today
    return running and today - max(heard, min(start, today)) > timedelta(days=STALE_DAYS)
