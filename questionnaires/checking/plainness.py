"""Plain words: nothing vague in an anchor, something to be seen from level 3 on, one question a stem, of what was.

Q022, Q026, Q027, Q054, Q055.
"""

import re
from collections.abc import Mapping, Sequence
from typing import cast

from questionnaires.checking import shapes, word_shapes
from questionnaires.checking.ground import WORDING, Ground, inside
from questionnaires.checking.pairs import texts_of
from questionnaires.naming import owner_of

OBSERVED_FROM = 3
GUIDE = "guide"
INSTRUMENTS = "instruments/"
SELF_COMPLETED = frozenset({"manager", "guide"})
"""Forms nobody reads out: a second question in a stem is answered for the first, or the other way round."""

LONGEST = 20
SENTENCE = re.compile(r"[。？！；]")
ABBREVIATION = re.compile(r"(?<![A-Za-z])[A-Z]{2,}(?![a-z])")


def check(ground: Ground) -> None:
    """Note wordings that can be read in more than one way, or not at all."""
    words = cast("word_shapes.Wording", ground.documents[WORDING])
    vague, joining = _Lookup(words.vague, whole=True), _Lookup(words.joining, whole=True)
    seen = _Lookup(words.observable)
    for at, capability in ground.capabilities:
        for i, anchor in enumerate(capability.anchors):
            place = inside(at, "anchors", i)
            for locale in ("zh", "en"):
                said = vague.first(anchor, locale)
                if said:
                    ground.warn("Q026", inside(place, locale), id=capability.id, level=anchor.level, text=said)
                if anchor.level >= OBSERVED_FROM and not seen.first(anchor, locale):
                    ground.warn("Q027", inside(place, locale), id=capability.id, level=anchor.level, locale=locale)
    able = _Lookup(words.able, whole=True)
    for at, point in (*((a, q) for a, q, _ in ground.questions), *ground.mystery):
        for locale in ("zh", "en"):
            said = able.first(point.stem, locale)
            if said:
                ground.error("Q022.able", inside(at, "stem", locale), id=point.id, text=said)
    for at, question, instrument in ground.questions:
        both = [joining.first(question.stem, locale) for locale in ("zh", "en")]
        if all(both):
            ground.warn("Q054", inside(at, "stem"), id=question.id, zh=both[0], en=both[1])
        elif instrument.id in SELF_COMPLETED and max(question.stem.zh.count("？"), question.stem.en.count("?")) > 1:
            ground.warn("Q054.marks", inside(at, "stem"), id=question.id)
    _easy(ground)
    _spelt_out(ground, words.explained)


def _easy(ground: Ground) -> None:
    """Note long sentences in everything a guide reads: the form is filled in between two customers."""
    for document, data in ground.pack.folder(INSTRUMENTS).items():
        if cast("Mapping[str, object]", data).get("id") != GUIDE:
            continue
        for keys, zh, _ in texts_of(data):
            sentences = [part for part in SENTENCE.split(zh) if part]
            mean = sum(map(len, sentences)) / max(1, len(sentences))
            if mean > LONGEST:
                where = (document, (*keys, "zh"))
                ground.warn("Q055.long", where, id=owner_of(data, keys), n=f"{mean:.0f}", most=LONGEST)


def _spelt_out(ground: Ground, explained: Sequence[str]) -> None:
    """Note unexplained abbreviations in the Chinese of everything that is asked, offered as an answer or requested."""
    for folder in (INSTRUMENTS, "framework/capabilities/", "cards/"):
        for document, data in ground.pack.folder(folder).items():
            for keys, zh, _ in texts_of(data):
                for short in dict.fromkeys(ABBREVIATION.findall(zh)):
                    if short not in explained:
                        where = (document, (*keys, "zh"))
                        ground.warn("Q055.short", where, id=owner_of(data, keys), text=short)


class _Lookup:
    """Finds the first of some words: anywhere in a Chinese text, as a word or its beginning in an English one."""

    def __init__(self, lists: word_shapes.WordLists, *, whole: bool = False) -> None:
        end = "(?![A-Za-z])" if whole else ""
        self._by_locale = {
            "zh": re.compile("|".join(map(re.escape, lists.zh))),
            "en": re.compile(rf"(?<![A-Za-z])(?:{'|'.join(map(re.escape, lists.en))}){end}", re.IGNORECASE),
        }

    def first(self, text: shapes.Text | shapes.Anchor, locale: str) -> str:
        found = self._by_locale[locale].search(getattr(text, locale))
        return found.group() if found else ""
