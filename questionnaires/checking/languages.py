"""Both languages are there and in their own place: zh has Chinese characters, en has none. Q010 to Q012."""

import re

from questionnaires.checking.ground import Ground
from questionnaires.checking.pairs import texts_of

CHINESE = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
FOREIGN = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
"""What English has no use for: Chinese characters and full-width punctuation."""

HALF_WIDTH = re.compile(r"(?<=[\u3400-\u9fff])\s?[,;:?!(]|[,;:?!)]\s?(?=[\u3400-\u9fff])")
"""Western punctuation between Chinese characters: it looks careless, and a comma even ends a plain YAML text."""


def check(ground: Ground) -> None:
    """Note texts that are missing or stand in the wrong language."""
    for document, data in sorted(ground.pack.documents.items()):
        for keys, zh, en in texts_of(data):
            if not CHINESE.search(zh):
                ground.error("Q010", (document, (*keys, "zh")), text=zh)
            elif HALF_WIDTH.search(zh):
                ground.warn("Q012", (document, (*keys, "zh")), text=zh)
            if FOREIGN.search(en):
                ground.error("Q011", (document, (*keys, "en")), text=en)
