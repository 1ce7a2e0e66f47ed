"""Planning again once work has begun: what is done stays, what is spent is gone, and the past is over. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from assessment.governing import without_demands
from assessment.progress_rules import has_begun, months_from, standing_items
from roadmap import PlanInput
from roadmap.finished import finished_item, spent_on
from roadmap.plan import PlanItem, Progress
from roadmap.situation import Constraints


@dataclass(frozen=True, slots=True)
class History:
    """What has happened so far: the latest reports, and the items reported on as they were planned last.

    ``start`` is the first day of the plan on which work began, None before it has.
    """

    reports: Mapping[str, Progress]
    before: Mapping[str, PlanItem]
    start: date | None


def carried_on(given: PlanInput, history: History, today: date) -> PlanInput:
    """Return the question with the work reported on in it.

    Done items stay in the plan as they went. What they cost, and what dropped items cost until they were dropped, is
    taken off the budget; running items stay charged in full, the part that is spent included. From the first report of
    work on nothing new starts in a month before today's. Before it, the plan may begin whenever the profile says.
    """
    before = history.before
    known = {i: report for i, report in sorted(history.reports.items()) if i in given.catalogue.initiatives}
    start = given.constraints.start
    done, started = standing_items(known, start)
    behind = {i: before[i] for i, report in known.items() if report.status in ("done", "dropped") and i in before}
    begun = any(map(has_begun, known.values()))
    first = max(0, months_from(start, today)) if begun else 0
    constraints = replace(
        _still_demanded(given, known, first),
        done=done,
        started=started,
        spent=spent_on(behind.values(), known, today),
        not_before=first,
        began={i: day for i in started if (day := known[i].actual_start) is not None},
    )
    finished = tuple(finished_item(behind[i], known[i]) for i in done if i in behind)
    return replace(given, constraints=constraints, finished=finished)


def _still_demanded(given: PlanInput, reports: Mapping[str, Progress], first: int) -> Constraints:
    """Take the rule's demand back where the client dropped the item, or where the months that are left cannot hold it."""
    limits, defaults = given.constraints, given.catalogue.defaults

    def gone(ident: str) -> bool:
        report = reports.get(ident)
        if report is not None and report.status == "dropped":
            return True
        too_late = first + given.catalogue.initiatives[ident].months > defaults.choice_months
        return too_late and (report is None or not has_begun(report))

    return without_demands(limits, [ident for ident in limits.grounds if gone(ident)])
