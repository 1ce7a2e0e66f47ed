"""The worked examples keep the rules they teach: no tool in a need, its whole pattern, levers enough. A020."""

from collections.abc import Iterator

from assessment.content_reading import ContentRows
from assessment.content_rows import NeedExampleRow
from assessment.engagement import LeverOfNeed, Need
from assessment.needs import check_need
from questionnaires import Finding

ANYBODY, ANY_DAY, SAID = "顾问", "2026-01-01", "…"
"""What an example has no say about."""


def check_examples(rows: ContentRows) -> Iterator[Finding]:
    """Yield A020 for every rule of a need that an example breaks."""
    if any(finding.path.startswith("needs") for finding in rows.findings) or rows.need_words is None:
        return
    words = rows.frozen_need_words()
    for row in rows.need_examples.values():
        for problem in check_need(_need(row), words, ()):
            said = {"ident": row.id, "zh": problem.text.zh, "en": problem.text.en}
            yield rows.says(row, "A020", "levers" if problem.step == "N4" else "need", **said)


def _need(row: NeedExampleRow) -> Need:
    levers = tuple(LeverOfNeed("process", lever.zh, SAID, SAID, ANYBODY, lever.en) for lever in row.levers)
    return Need(
        id=row.id,
        request=row.request.zh,
        said_by=ANYBODY,
        said_on=ANY_DAY,
        statement=row.need.zh,
        statement_en=row.need.en,
        flow=row.flows.zh,
        levers=levers,
        serves={},
        initiatives=(),
        capabilities=(),
        importance={},
        satisfaction={},
        feature_only=True,
    )
