"""What the law bars whoever pays for it: deep commission and public testimony in three trades. R037, R039."""

import re
from collections.abc import Iterator, Mapping

from questionnaires.checking.pairs import texts_of
from questionnaires.findings import Finding
from roadmap.catalogue import PREFIX, Rows
from roadmap.checking.telling import told
from roadmap.finding_words import said

PLACES = ("initiatives/", "platforms/")
"""Documents that say what is built; playbooks and flags speak of deep commission to forbid it."""

DEEP_ZH = re.compile(
    r"(?<!第)(?<![不超]过)(?:[三四五六七八九十]|[3-9]|\d{2,})\s*级\s*(?:分销|返佣|分佣|佣金|代理|提成|返利)"
)
DEEP_EN = re.compile(
    r"\b(?:three|four|five|six|[3-9]|\d{2,})[- ](?:level|tier)s? (?:of )?(?:commission|distribution|referral)",
    re.IGNORECASE,
)
BARRED_PROOF: Mapping[str, tuple[str, ...]] = {"RC-K": ("medbeauty", "education", "wellness")}
"""Class of resources → trades in which it may not be used as public proof, whatever a client writes."""


def check_law(rows: Rows) -> Iterator[Finding]:
    """Yield R037 for more than two levels of commission and R039 for public proof that is not barred where it must be."""
    for document, data in sorted(rows.pack.documents.items()):
        if document.startswith(PLACES):
            for keys, zh, en in texts_of(data):
                deep = too_deep(zh, en)
                if deep:
                    place = rows.pack.place(document, *keys)
                    file = PREFIX + document if place.file == document else place.file
                    path = ".".join(map(str, keys))
                    yield Finding(file, place.line, "R037", "error", path, *said("R037", {"text": deep}))
    first = next(iter(rows.forbidden.values()), None)
    for cls, trades in BARRED_PROOF.items():
        for trade in trades:
            there = any(row.resource_class == cls and trade in row.industries for row in rows.forbidden.values())
            if not there and first is not None:
                yield told(rows, first, "R039", ("industries",), cls=cls, trade=trade)


def too_deep(zh: str, en: str) -> str:
    """Return the words that state more than two levels of commission, or nothing.

    >>> too_deep("三级分销", "distribution"), too_deep("返佣不超过2级", "no more than 2 levels of commission")
    ('三级分销', '')
    """
    found = DEEP_ZH.search(zh) or DEEP_EN.search(en)
    return found.group() if found else ""
