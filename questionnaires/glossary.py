"""The glossary: how a Chinese term is said in English, everywhere in the pack, and how it is not said."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from questionnaires.findings import ContentError
from questionnaires.loading import read_library_pack

DOCUMENT = "framework/glossary.yaml"


@dataclass(frozen=True, slots=True)
class Term:
    """A term: one Chinese word, the English words allowed for it (the first is the one to use), those that are not.

    ``elided`` marks a word that English may leave out where the sentence already says it.
    """

    id: str
    zh: str
    en: tuple[str, ...]
    barred: tuple[str, ...] = ()
    elided: bool = False


class Glossary:
    """All terms, ready to be looked for in pairs of texts."""

    def __init__(self, terms: Sequence[Term]) -> None:
        """Prepare the search; a longer term hides a shorter one inside it (会员等级 is not also 会员)."""
        self.terms = tuple(terms)
        self._by_zh = {term.zh: term for term in self.terms}
        longest_first = sorted(map(re.escape, self._by_zh), key=len, reverse=True)
        self._spot = re.compile("|".join(longest_first) or r"(?!)")
        self._said = {term.id: _words(term.en) for term in self.terms}
        self._barred = {term.id: _words(term.barred) for term in self.terms}

    def problems(self, zh: str, en: str) -> Iterator[tuple[Term, str]]:
        """Yield each term of the Chinese text that the English does not say, or says by a barred word (that word).

        >>> guide = Term("guide", "导购", ("guide",), ("sales clerk",))
        >>> [word for _, word in Glossary([guide]).problems("导购跟进", "Sales clerks follow up")]
        ['', 'Sales clerk']
        """
        for found in dict.fromkeys(self._spot.findall(zh)):
            term = self._by_zh[found]
            if not term.elided and not self._said[term.id].search(en):
                yield term, ""
            barred = self._barred[term.id].search(en)
            if barred:
                yield term, barred.group()


def _words(forms: Sequence[str]) -> re.Pattern[str]:
    """Match the beginning of words, so that endings (guides, guided) belong to the form."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, forms))})" if forms else r"(?!)", re.IGNORECASE)


def glossary_from(document: Mapping[str, Any]) -> Glossary:
    """Build the glossary from plain data."""
    return Glossary(
        [
            Term(row["id"], row["zh"], tuple(row["en"]), tuple(row.get("barred", ())), bool(row.get("elided")))
            for row in document["terms"]
        ]
    )


def load_glossary(overlay: Path | None = None) -> Glossary:
    """Return the glossary of a pack; an empty one when it cannot be read, which ``check`` says with file and line."""
    try:
        return glossary_from(read_library_pack(overlay).documents[DOCUMENT])
    except (ContentError, KeyError, TypeError, AttributeError):
        return Glossary([])
