"""What follows from a report on an item, and what a report cannot say. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from assessment.codec import checked
from assessment.errors import InvalidInput, Problem
from questionnaires.locale_text import LocaleText
from roadmap.plan import PlanItem, Progress

RUNNING = frozenset({"on_track", "at_risk", "off_track"})
"""Statuses of work under way."""

MOST_DAYS, LONGEST = 2_000, 2_000


def completed(progress: Progress, before: Progress | None, item: PlanItem, today: date) -> Progress:
    """Return a report with what follows from it: work under way has begun, work done has ended, a start is kept.

    Work begins on its planned day, or today when that is still to come. Raises InvalidInput for what cannot be.
    """
    progress = checked(Progress, progress)
    problems = tuple(_impossible(progress))
    if problems:
        raise InvalidInput(problems)
    begun = progress.actual_start or (before.actual_start if before else None)
    if begun is None and progress.status in RUNNING | {"done"}:
        begun = min(item.start, today)
    ended = progress.actual_finish if progress.status == "done" else None
    if progress.status == "done" and ended is None:
        ended = before.actual_finish if before and before.actual_finish else today
    return replace(progress, actual_start=begun, actual_finish=ended, reported=progress.reported or today)


def _impossible(progress: Progress) -> Iterator[Problem]:
    if progress.remaining_days is not None and not 0 <= progress.remaining_days <= MOST_DAYS:
        text = LocaleText(f"剩余天数应在 0 到 {MOST_DAYS} 之间。", f"Remaining days run from 0 to {MOST_DAYS}.")
        yield Problem("remaining_days", text)
    start, finish = progress.actual_start, progress.actual_finish
    if start and finish and finish < start:
        yield Problem("actual_finish", LocaleText("完成日早于开始日。", "It cannot finish before it starts."))
    for name, words in (("blocker", progress.blocker), ("note", progress.note)):
        if len(words) > LONGEST:
            text = LocaleText(f"文字超过 {LONGEST} 字。", f"The text is longer than {LONGEST} signs.")
            yield Problem(name, text)


def months_from(start: date, day: date) -> int:
    """Return the number of the month of ``day``, counted from 0 = the month of ``start``; negative before it.

    >>> months_from(date(2026, 12, 7), date(2027, 2, 1))
    2
    """
    return (day.year - start.year) * 12 + day.month - start.month


def has_begun(report: Progress) -> bool:
    """Return whether an item is worked on, or was."""
    return report.status == "done" or report.actual_start is not None


def standing_items(reports: Mapping[str, Progress], start: date) -> tuple[tuple[str, ...], dict[str, int]]:
    """Return what is done, and what is under way with the month (from 0 = the month of ``start``) it began in.

    What began before the plan counts as begun in its first month: the plan owns no time before that.
    """
    done = tuple(sorted(i for i, report in reports.items() if report.status == "done"))
    started = {
        i: max(months_from(start, r.actual_start), 0)
        for i, r in sorted(reports.items())
        if r.status in RUNNING and r.actual_start is not None
    }
    return done, started
