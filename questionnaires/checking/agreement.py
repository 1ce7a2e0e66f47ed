"""Blind readings: readers who put shuffled anchors back in order agree with us. Q006, Q056."""

from typing import cast

from questionnaires.checking import word_shapes
from questionnaires.checking.ground import AGREEMENT, Ground, inside

ENOUGH = 0.9


def check(ground: Ground) -> None:
    """Note capabilities that were never read blind, in one warning, and each one whose readers disagree."""
    document = cast("word_shapes.AgreementFile | None", ground.documents.get(AGREEMENT))
    rows = ground.rows(AGREEMENT, "readings", document.readings) if document else []
    wanted = {capability.id for _, capability in ground.capabilities}
    read: set[str] = set()
    for at, row in rows:
        if row.id not in wanted:
            ground.error("Q006.capability", inside(at, "id"), id=row.id)
        for locale, reading in (("zh", row.zh), ("en", row.en)):
            if reading is not None and reading.value < ENOUGH:
                params = {"id": row.id, "value": f"{reading.value:g}", "locale": locale, "least": ENOUGH}
                ground.warn("Q056.low", inside(at, locale), **params)
        if row.zh is not None and row.en is not None:
            read.add(row.id)
    missing = sorted(wanted - read)
    if missing:
        ground.warn("Q056.missing", (AGREEMENT, ("readings",)), n=len(missing), text=", ".join(missing[:3]))
