"""Build requests, cards and training situations from plain data."""

from collections.abc import Mapping
from typing import Any

from questionnaires.cards import Reason, Request, SalesMoment, Vignette
from questionnaires.instrument_loading import reading_from
from questionnaires.locale_text import locale_text, locale_text_or_none


def requests_from(data: Mapping[str, Any]) -> tuple[Request, ...]:
    """Build the requests; the file's privacy note goes out with each that has none of its own."""
    return tuple(
        Request(
            id=row["id"],
            capabilities=tuple(row["capabilities"]),
            role=row["role"],
            title=locale_text(row["title"]),
            ask=locale_text(row["ask"]),
            why=locale_text(row["why"]),
            accepts=tuple(row["accepts"]),
            days=int(row.get("days", data["days"])),
            privacy=locale_text(row.get("privacy", data["privacy"])),
            number=locale_text_or_none(row.get("number")),
            reading=reading_from(row),
        )
        for row in data["requests"]
    )


def sales_moment_from(row: Mapping[str, Any]) -> SalesMoment:
    """Build one of the four sales moments."""
    return SalesMoment(
        id=row["id"],
        title=locale_text(row["title"]),
        capabilities=tuple(row["capabilities"]),
        asks=tuple(map(locale_text, row["asks"])),
        kpis=tuple(map(locale_text, row["kpis"])),
        initiatives=tuple(row["initiatives"]),
    )


def reason_from(row: Mapping[str, Any]) -> Reason:
    """Build one of the three reasons."""
    return Reason(
        id=row["id"],
        title=locale_text(row["title"]),
        ask=locale_text(row["ask"]),
        facts=tuple(map(locale_text, row["facts"])),
        capabilities=tuple(row["capabilities"]),
    )


def vignette_from(row: Mapping[str, Any]) -> Vignette:
    """Build one training situation."""
    return Vignette(
        id=row["id"],
        capability=row["capability"],
        story=locale_text(row["story"]),
        level=int(row["level"]),
        why=locale_text(row["why"]),
    )
