"""Say a finding about a row in both languages."""

from questionnaires.findings import Finding
from roadmap.catalogue import Rows
from roadmap.finding_words import said
from roadmap.pack_rows import Keys, Row


def told(rows: Rows, row: Row, key: str, at: Keys, *, warning: bool = False, **params: object) -> Finding:
    """Return the finding ``key`` (a code, with a variant after a point) about ``row``, pointing at ``at`` inside it."""
    message, remedy, zh = said(key, params)
    return rows.about(row, key.partition(".")[0], message, remedy, *at, warning=warning, zh=zh)
