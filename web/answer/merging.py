"""Two devices, one form: what of a posted screen is new, what is old, what somebody else changed meanwhile. Pure.

Every question on a page carries the fingerprint of the answer it was rendered with. A question whose posted answer still
has it was not touched on that page and never overwrites anything.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Self

from questionnaires.answers import Answer
from web.answer.posted import normal

NOTHING = "-"
NONE_EARLIER: Mapping[str, frozenset[str]] = MappingProxyType({})


def fingerprint(answer: Answer | None) -> str:
    r"""Return twelve hex digits that stand for an answer, or a dash for none.

    >>> fingerprint(None), fingerprint(Answer("q", "a\r\nb ")) == fingerprint(Answer("q", "a\nb"))
    ('-', True)
    """
    if answer is None:
        return NOTHING
    return hashlib.sha256(repr(normal(answer)).encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Clash:
    """The same question answered on two devices: a person decides."""

    mine: Answer
    theirs: Answer | None


@dataclass(frozen=True, slots=True)
class Merged:
    """``write`` is stored now; ``clashes`` are shown side by side and stored by nobody until they are settled."""

    write: tuple[Answer, ...]
    clashes: Mapping[str, Clash]


def merge(
    posted: Mapping[str, Answer],
    bases: Mapping[str, str],
    current: Mapping[str, Answer],
    *,
    alone: bool,
    earlier: Mapping[str, frozenset[str]] = NONE_EARLIER,
) -> Merged:
    """Sort posted answers into new ones and clashes.

    ``bases`` are the fingerprints hidden in the page. ``alone`` says that every change since the page was rendered was
    made by this same browser: then its owner's latest word holds without a question. ``earlier`` are the fingerprints
    of what this page sent before without hearing whether it was stored: those are its owner's, too.
    """
    write: list[Answer] = []
    clashes: dict[str, Clash] = {}
    for key, mine in posted.items():
        now = current.get(key)
        stored = fingerprint(now)
        base = bases.get(key, stored)
        own = stored in earlier.get(key, ())
        if fingerprint(mine) == stored or (fingerprint(mine) == base and not own):
            continue
        if alone or own or stored == base:
            write.append(mine)
        else:
            clashes[key] = Clash(mine, now)
    return Merged(tuple(write), clashes)


@dataclass(frozen=True, slots=True)
class OwnChanges:
    """A run of revisions of one form that were all made by one browser; it travels in a cookie.

    After revision ``start`` nobody but this browser has changed anything up to revision ``end``.
    """

    start: int
    end: int

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """Read the cookie; anything unexpected is no claim at all.

        >>> OwnChanges.parse("3-5"), OwnChanges.parse("x"), OwnChanges.parse("")
        (OwnChanges(start=3, end=5), None, None)
        """
        start, dash, end = text.partition("-")
        whole = dash and start.isascii() and start.isdigit() and end.isascii() and end.isdigit()
        return cls(int(start), int(end)) if whole and len(text) < 40 else None

    def __str__(self) -> str:
        return f"{self.start}-{self.end}"

    def covers(self, rendered: int, stored: int) -> bool:
        """Return whether everything between the rendered and the stored revision came from this browser.

        >>> OwnChanges(3, 5).covers(4, 5), OwnChanges(3, 5).covers(2, 5), OwnChanges(3, 5).covers(4, 6)
        (True, False, False)
        """
        return self.start <= rendered and self.end == stored


def after_saving(before: OwnChanges | None, old: int, new: int) -> OwnChanges:
    """Return the run after this browser took the form from revision ``old`` to ``new``.

    >>> after_saving(OwnChanges(3, 5), 5, 6), after_saving(OwnChanges(3, 5), 7, 8)
    (OwnChanges(start=3, end=6), OwnChanges(start=7, end=8))
    """
    return OwnChanges(before.start if before and before.end == old else old, new)
