"""Ids in this package's content that point at something: whether it exists."""

from collections.abc import Collection, Iterator

from assessment.check_words import WHAT
from assessment.content_reading import ContentRows
from questionnaires import Finding
from roadmap.pack_rows import Row


def unknown(
    rows: ContentRows, row: Row, what: str, ids: Collection[str], known: Collection[str], *at: str | int
) -> Iterator[Finding]:
    """Yield a finding for every id that does not exist; ``what`` is a word of ``WHAT``, ``at`` leads to the ids."""
    for ident in ids:
        if ident not in known:
            yield rows.says(row, "A003", *at, ident=ident, what_zh=WHAT[what].zh, what_en=WHAT[what].en)
