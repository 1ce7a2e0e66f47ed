"""Both languages are there and in their own place: zh has Chinese characters, en has none. Q010 to Q012."""

import re
from collections.abc import Iterator
from typing import Any, cast

from questionnaires.checking.ground import Ground
from questionnaires.yaml_nodes import Key

CHINESE = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
FOREIGN = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
"""What English has no use for: Chinese characters and full-width punctuation."""

HALF_WIDTH = re.compile(r"(?<=[\u3400-\u9fff])\s?[,;:?!(]|[,;:?!)]\s?(?=[\u3400-\u9fff])")
"""Western punctuation between Chinese characters: it looks careless, and a comma even ends a plain YAML text."""


def check(ground: Ground) -> None:
    """Note texts that are missing or stand in the wrong language."""
    for document, data in sorted(ground.pack.documents.items()):
        for keys, text in _texts(data, ()):
            if not CHINESE.search(text["zh"]):
                ground.error("Q010", (document, (*keys, "zh")), text=text["zh"])
            elif HALF_WIDTH.search(text["zh"]):
                ground.warn("Q012", (document, (*keys, "zh")), text=text["zh"])
            if FOREIGN.search(text["en"]):
                ground.error("Q011", (document, (*keys, "en")), text=text["en"])


def _texts(data: Any, keys: tuple[Key, ...]) -> Iterator[tuple[tuple[Key, ...], dict[str, str]]]:
    """Yield every mapping with zh and en, wherever it stands."""
    if isinstance(data, dict):
        row = cast("dict[Key, Any]", data)
        if {"zh", "en"} <= row.keys():
            yield keys, cast("dict[str, str]", row)
        for key, value in row.items():
            yield from _texts(value, (*keys, key))
    elif isinstance(data, list):
        for i, value in enumerate(cast("list[Any]", data)):
            yield from _texts(value, (*keys, i))
