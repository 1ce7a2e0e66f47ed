"""Gantt: the whole plan on one time axis, at most forty rows a sheet. One drawing for the page and the paper."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from questionnaires.locale_text import Locale

MAX_ROWS = 40


@dataclass(frozen=True, slots=True)
class GanttLink:
    """Finish of ``source`` before start of ``target``; drawn only when both are on the same sheet."""

    source: str
    target: str
    critical: bool = False


@dataclass(frozen=True, slots=True)
class GanttRow:
    """One initiative. Dates are inclusive; ``done`` is the share finished; ``note`` stands right of the bar."""

    id: str
    label: str
    owner: str
    effort: str
    wave: int
    start: date
    finish: date
    critical: bool = False
    baseline: tuple[date, date] | None = None
    done: float = 0.0
    note: str = ""
    note_hot: bool = False


@dataclass(frozen=True, slots=True)
class Milestone:
    """An event on the row of an initiative."""

    row: str
    on: date
    label: str


@dataclass(frozen=True, slots=True)
class GanttSpec:
    """Rows in the order drawn, wave heads as (wave, words), and what lies behind and over the bars."""

    title: str
    desc: str
    locale: Locale
    rows: tuple[GanttRow, ...]
    waves: tuple[tuple[int, str], ...]
    heads: tuple[str, str, str]
    links: tuple[GanttLink, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    blackouts: tuple[tuple[date, date], ...] = ()
    today: date | None = None
    today_label: str = ""
    legend: tuple[str, str, str, str, str] = ("", "", "", "", "")
    span: tuple[date, date] | None = None
    width: float = 665
    row_height: float = 15.5
    label_room: float = 132
    owner_room: float = 48
    effort_room: float = 28
    size: float = 9.3

    @property
    def dates(self) -> tuple[date, date]:
        """First and last month the axis shows, the same on every sheet."""
        if self.span:
            return self.span
        days = [d for row in self.rows for d in (row.start, row.finish, *(row.baseline or ()))]
        days += [m.on for m in self.milestones] + ([self.today] if self.today else [])
        first, last = min(days), max(days) + timedelta(days=20)
        return first.replace(day=1), next_month(last) - timedelta(days=1)


def next_month(day: date) -> date:
    """Return the first day of the month after ``day``."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def gantt_sheets(spec: GanttSpec, rows: int = MAX_ROWS) -> tuple[GanttSpec, ...]:
    """Split a long plan into sheets of at most ``rows`` rows with one shared axis."""
    if len(spec.rows) <= rows:
        return (spec,)
    span = spec.dates
    sheets = [spec.rows[at : at + rows] for at in range(0, len(spec.rows), rows)]
    return tuple(
        replace(
            spec,
            rows=sheet,
            span=span,
            milestones=tuple(m for m in spec.milestones if m.row in {row.id for row in sheet}),
        )
        for sheet in sheets
    )
