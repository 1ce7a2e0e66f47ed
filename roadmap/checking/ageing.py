"""What grows old or was never dated: reviews of flags, prices. R036, R038. The day is given, never the clock's."""

from collections.abc import Iterator
from datetime import date

from questionnaires.findings import Finding
from roadmap.catalogue import Rows
from roadmap.checking.telling import told

MONTHS_A_YEAR = 12
REVIEW = 12
"""Months a legal review of a flag holds."""


def check_ages(rows: Rows, today: date | None) -> Iterator[Finding]:
    """Yield R036 for a flag whose review is too old or in the future, R038 for a yearly fee that carries no date."""
    for flag in rows.flags.values():
        age = None if today is None else months_since(flag.reviewed, today)
        if age is not None and not 0 <= age <= REVIEW:
            yield told(rows, flag, "R036", ("reviewed",), warning=True, flag=flag.code, day=flag.reviewed, most=REVIEW)
    for platform in rows.platforms.values():
        for index, module in enumerate(platform.modules):
            if module.yearly_fee is not None and module.price is None:
                at = ("modules", index, "yearly_fee")
                yield told(rows, platform, "R038", at, warning=True, platform=platform.id, module=module.id)


def months_since(day: str, today: date) -> int | None:
    """Return the whole months between ``2025-10`` or ``2025-10-31`` and today; None when the day does not exist.

    >>> months_since("2025-10", date(2026, 11, 25)), months_since("2025-11-30", date(2026, 11, 25))
    (13, 11)
    """
    try:
        then = date.fromisoformat(day if len(day) > len("2025-10") else f"{day}-01")
    except ValueError:
        return None
    return (today.year - then.year) * MONTHS_A_YEAR + today.month - then.month - (today.day < then.day)
