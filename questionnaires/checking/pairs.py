"""What the two languages of a text owe each other, in every package's library. T001 to T005."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, cast

from questionnaires.findings import Finding, worded
from questionnaires.glossary import Glossary
from questionnaires.pack import Pack
from questionnaires.yaml_nodes import Key

NUMBER = re.compile(r"(\d[\d,]*(?:\.\d+)?)(\s*[万亿]|[km]\b)?")
CHINESE = re.compile(r"[一-鿿]")
UNITS = {"万": 10_000, "亿": 100_000_000, "k": 1_000, "m": 1_000_000}
GAP = re.compile(r"\{\s*(\w+)[^{}]*\}")
RATIO = (0.15, 0.9)
"""Chinese characters to English ones: outside, one side says less than the other."""

SENTENCE = (12, 80)
"""Fewest Chinese or English characters of what counts as a sentence: of labels the ratio says nothing."""

Keys = tuple[Key, ...]


def check_pairs(
    pack: Pack, prefix: str, glossary: Glossary, *, apart: Collection[str] = (), numbers_elsewhere: str = ""
) -> Iterator[Finding]:
    """Yield T001 (numbers), T002 (placeholders), T003 (length), T004 and T005 (glossary) for every text.

    ``prefix`` goes before the file of a base document; documents in ``apart`` are left out, and the numbers of those
    that begin with ``numbers_elsewhere`` are another rule's.
    """
    for document, data in sorted(pack.documents.items()):
        if document in apart:
            continue
        own_numbers = not numbers_elsewhere or not document.startswith(numbers_elsewhere)
        for keys, zh, en in texts_of(data):
            for key, params in _problems(zh, en, glossary, numbers=own_numbers):
                place = pack.shown(prefix, document, *keys)
                severity = "error" if key[:4] in {"T001", "T002"} else "warning"
                yield worded(key, place.file, place.line, ".".join(map(str, keys)), params, severity)


def texts_of(data: Any, keys: Keys = ()) -> Iterator[tuple[Keys, str, str]]:
    """Yield every mapping with a zh and an en sentence, wherever it stands, with the keys that lead to it."""
    if isinstance(data, Mapping):
        row = cast("Mapping[Key, Any]", data)
        zh, en = row.get("zh"), row.get("en")
        if isinstance(zh, str) and isinstance(en, str):
            yield keys, zh, en
        for key, value in row.items():
            yield from texts_of(value, (*keys, key))
    elif isinstance(data, list):
        for i, value in enumerate(cast("list[Any]", data)):
            yield from texts_of(value, (*keys, i))


def mixed_up(zh: str, en: str) -> bool:
    """Tell whether a side is not in its language: Chinese without a Chinese character, English with one.

    >>> mixed_up("门店", "stores"), mixed_up("stores", "门店"), mixed_up("POS", "till")
    (False, True, True)
    """
    return not CHINESE.search(zh) or bool(CHINESE.search(en))


def numbers_in(text: str) -> list[float]:
    """Return the numbers written in digits, each once, in order of size; 万 and k are counted in.

    >>> numbers_in("3 家店、¥1.5 万、3 天"), numbers_in("¥15k in 3 stores")
    ([3.0, 15000.0], [3.0, 15000.0])
    """
    found = NUMBER.findall(text)
    return sorted({round(float(digits.replace(",", "")) * UNITS.get(unit.strip(), 1), 6) for digits, unit in found})


def _problems(zh: str, en: str, glossary: Glossary, *, numbers: bool) -> Iterator[tuple[str, Mapping[str, object]]]:
    ours, theirs = sorted(set(GAP.findall(zh))), sorted(set(GAP.findall(en)))
    if ours != theirs:
        yield "T002", {"zh": _listed(ours), "en": _listed(theirs)}
    if numbers:
        left, right = numbers_in(GAP.sub("", zh)), numbers_in(GAP.sub("", en))
        if left != right:
            yield "T001", {"zh": _listed(f"{n:g}" for n in left), "en": _listed(f"{n:g}" for n in right)}
    if (len(zh) >= SENTENCE[0] or len(en) >= SENTENCE[1]) and not RATIO[0] <= len(zh) / max(1, len(en)) <= RATIO[1]:
        yield "T003", {"zh": len(zh), "en": len(en)}
    for term, word in glossary.problems(zh, en):
        if word:
            yield "T004.barred", {"term": term.zh, "word": word, "say": term.en[0]}
        else:
            yield "T004.unsaid", {"term": term.zh, "term_en": term.id, "say": " / ".join(term.en)}
    for word, right in glossary.miswritten(zh, en):
        yield "T005", {"term": word, "instead": right.zh, "say": right.en[0]}


def _listed(found: Any) -> str:
    return ", ".join(found) or "–"
