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

    ``elided`` marks a word that English may leave out where the sentence already says it. ``unused`` are Chinese words
    that are not written for it. ``instead`` is the Chinese word to write wherever the English says none of ``en``:
    客户 is the client company, who shops in a store is 顾客.
    """

    id: str
    zh: str
    en: tuple[str, ...]
    barred: tuple[str, ...] = ()
    elided: bool = False
    unused: tuple[str, ...] = ()
    instead: str = ""


class Glossary:
    """All terms, ready to be looked for in pairs of texts."""

    def __init__(self, terms: Sequence[Term]) -> None:
        """Prepare the search; a longer word hides a shorter one inside it (会员等级 is not also 会员)."""
        self.terms = tuple(terms)
        self._by_zh = {term.zh: term for term in self.terms}
        self._unused = {word: term for term in self.terms for word in term.unused}
        longest_first = sorted(map(re.escape, {**self._unused, **self._by_zh}), key=len, reverse=True)
        self._spot = re.compile("|".join(longest_first) or r"(?!)")
        self._said = {term.id: _words(term.en) for term in self.terms}
        self._barred = {term.id: _words(term.barred) for term in self.terms}

    def problems(self, zh: str, en: str) -> Iterator[tuple[Term, str]]:
        """Yield each term of the Chinese text that the English does not say, or says by a barred word (that word).

        A word that is barred for one term but right for another term of the same text is not held against it.

        >>> guide = Term("guide", "导购", ("guide",), ("sales clerk",))
        >>> [word for _, word in Glossary([guide]).problems("导购跟进", "Sales clerks follow up")]
        ['Sales clerk']
        """
        found = [self._by_zh[word] for word in self._found(zh) if word in self._by_zh]
        for term in found:
            others = [right for other in found if other is not term for right in self._said[other.id].finditer(en)]
            wrong = [
                barred.group()
                for barred in self._barred[term.id].finditer(en)
                if not any(right.start() <= barred.start() < right.end() for right in others)
            ]
            if wrong:
                yield term, wrong[0]
            elif not (term.elided or term.instead or self._said[term.id].search(en)):
                yield term, ""

    def miswritten(self, zh: str, en: str) -> Iterator[tuple[str, Term]]:
        """Yield each Chinese word that has to be another one here, and the term that has to stand there.

        >>> words = Glossary([Term("customer", "顾客", ("customer",)), Term("client", "客户", ("client",), instead="顾客")])
        >>> [(word, right.zh) for word, right in words.miswritten("问客户", "ask the customer")]
        [('客户', '顾客')]
        """
        for word in self._found(zh):
            term = self._by_zh.get(word)
            if term is None:
                yield word, self._unused[word]
            elif term.instead in self._by_zh and not self._said[term.id].search(en):
                yield word, self._by_zh[term.instead]

    def _found(self, zh: str) -> Iterator[str]:
        return iter(dict.fromkeys(self._spot.findall(zh)))


def _words(forms: Sequence[str]) -> re.Pattern[str]:
    """Match the beginning of words, so that endings (guides, guided) belong to the form."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, forms))})" if forms else r"(?!)", re.IGNORECASE)


def glossary_from(document: Mapping[str, Any]) -> Glossary:
    """Build the glossary from plain data."""
    return Glossary([_term(row) for row in document["terms"]])


def _term(row: Mapping[str, Any]) -> Term:
    barred, unused = tuple(row.get("barred", ())), tuple(row.get("unused", ()))
    return Term(
        row["id"], row["zh"], tuple(row["en"]), barred, bool(row.get("elided")), unused, row.get("instead") or ""
    )


def load_glossary(overlay: Path | None = None) -> Glossary:
    """Return the glossary of a pack; an empty one when it cannot be read, which ``check`` says with file and line."""
    try:
        return glossary_from(read_library_pack(overlay).documents[DOCUMENT])
    except (ContentError, KeyError, TypeError, AttributeError):
        return Glossary([])
