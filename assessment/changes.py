"""The change log of a plan: who changed what of which item, from what to what, and the reason given."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from assessment.progress_events import FIELDS, progress_in
from assessment.tables import OwnerEventRow, ProgressEventRow
from roadmap.plan import Progress


@dataclass(frozen=True, slots=True)
class Change:
    """One change. ``before`` and ``after`` are codes, ids, ISO dates or words as stored, empty when there was none.

    ``field`` is a field of ``Progress``, ``owner``, or ``note`` when nothing but a note was added.
    """

    at: datetime
    who: str
    initiative: str
    field: str
    before: str
    after: str
    note: str


def changes_of(reports: Sequence[ProgressEventRow], owners: Sequence[OwnerEventRow]) -> tuple[Change, ...]:
    """Return all changes, newest first, of one moment the later one first; both inputs come oldest first."""
    found = [*_of_reports(reports), *_of_owners(owners)]
    found.sort(key=lambda change: change.at)
    return tuple(reversed(found))


def _of_reports(rows: Sequence[ProgressEventRow]) -> Iterator[Change]:
    last: dict[str, Progress] = {}
    for row in rows:
        now = progress_in(row)
        before = last.get(row.initiative) or Progress(row.initiative, "not_started")
        pairs = [(name, _word(getattr(before, name)), _word(getattr(now, name))) for name in FIELDS]
        moved = [(name, old, new) for name, old, new in pairs if old != new]
        said = [("note", "", now.note)] if now.note else []  # a report that only repeats the last one changed nothing
        for name, old, new in moved or said:
            yield Change(row.at, row.user_name, row.initiative, name, old, new, now.note)
        last[row.initiative] = now


def _of_owners(rows: Sequence[OwnerEventRow]) -> Iterator[Change]:
    last: dict[str, str] = {}
    for row in rows:
        yield Change(row.at, row.user_name, row.initiative, "owner", last.get(row.initiative, ""), row.person, "")
        last[row.initiative] = row.person


def _word(value: Any) -> str:
    return "" if value is None else str(value)
