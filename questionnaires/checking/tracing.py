"""The source trace: every carrier is written as an id, and capabilities exist. Q006, Q008.

Ids of the other packages are followed up by ``assessment``, which sees them all.
"""

import re

from questionnaires.checking.ground import Ground, inside

CAPABILITY = re.compile(r"[A-Z]{3}\d{1,2}")
ELSEWHERE = re.compile(r"I-[A-Z]{3}\d{2}|RC-[A-Z]|R\d{1,2}|N\d|P\d")
"""Initiatives, resource classes, sections of the report, steps of a need, questions to a platform."""


def check(ground: Ground) -> None:
    """Note carriers that are no id, and capabilities that do not exist."""
    capabilities = {capability.id for _, capability in ground.capabilities}
    for at, item in ground.items:
        for i, carrier in enumerate(item.carried_by):
            place = inside(at, "carried_by", i)
            if CAPABILITY.fullmatch(carrier):
                if carrier not in capabilities:
                    ground.error("Q006.capability", place, id=carrier)
            elif not ELSEWHERE.fullmatch(carrier):
                ground.error("Q008", place, id=carrier)
