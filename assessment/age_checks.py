"""Figures that grow old: key figures of the trades and prices of the platforms. A018. The day is given, never the clock's."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from assessment.content_reading import ContentRows
from questionnaires import Finding
from roadmap.checking.ageing import months_since

OLD = 24
"""Months after which a published figure says little about today."""


def check_ages(rows: ContentRows, today: date | None) -> Iterator[Finding]:
    """Yield A018, a warning, for a key figure whose date is older than two years, or in the future.

    A figure without a value has no date; one whose source gives none says so in its row.
    """
    if today is None:
        return
    for row in rows.industries.values():
        for index, kpi in enumerate(row.kpis):
            age = months_since(kpi.as_of, today) if kpi.as_of else 0
            if age is None or not 0 <= age <= OLD:
                found = rows.says(row, "A018", "kpis", index, "as_of", ident=kpi.id, month=kpi.as_of, most=OLD)
                yield replace(found, severity="warning")
