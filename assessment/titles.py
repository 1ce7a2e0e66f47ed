"""Action titles as content: which conclusion stands over a chapter of the report, decided by the chapter's own figures.

A chapter names its figures (how many needs, the widest gap). The first rule of its section whose bounds hold and whose
text fits two lines becomes the title; rules without bounds come last, so that a rule an overlay adds has its turn.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from questionnaires.locale_text import LocaleText


@dataclass(frozen=True, slots=True)
class FigureKind:
    """What a figure is: the ``forms`` it can be written in (empty: as it is), and whether it can be bounded."""

    name: str
    forms: frozenset[str]
    bounded: bool = True


COUNT = FigureKind("count", frozenset({"", "count", "s"}))
RANK = FigureKind("rank", frozenset({"", "level", "rung"}))
LEVEL = FigureKind("level", frozenset({"level", "rung", "one"}))
SCORE = FigureKind("score", frozenset({"", "one"}))
SHARE = FigureKind("share", frozenset({"percent"}))
MONEY = FigureKind("money", frozenset({"money"}))
IDENT = FigureKind("ident", frozenset({"name"}), bounded=False)
WRITTEN = FigureKind("written", frozenset({""}), bounded=False)

FIGURES: Mapping[str, Mapping[str, FigureKind]] = {
    "R2": {"requests": COUNT, "needs": COUNT, "parked": COUNT, "strongest": WRITTEN},
    "R3": {"scored": COUNT, "level": RANK, "most": COUNT, "name": WRITTEN},
    "R5": {"scored": COUNT, "steps": COUNT, "breaks": COUNT, "low": LEVEL, "weakest": WRITTEN},
    "R6": {"systems": COUNT, "flows": COUNT, "by_hand": COUNT, "records": COUNT, "share": SHARE, "findings": COUNT},
    "R9": {
        "platforms": COUNT,
        "best": SCORE,
        "first": IDENT,
        "second": IDENT,
        "fit": SCORE,
        "fit2": SCORE,
        "lead": SCORE,
        "behind": SCORE,
        "more": MONEY,
        "less": MONEY,
        "net": MONEY,
        "richer": IDENT,
        "gain": MONEY,
    },
    "R11": {"items": COUNT, "kpis": COUNT, "first": COUNT, "owners": COUNT},
    "R13": {"flags": COUNT, "items": COUNT, "owned": COUNT, "blocked": COUNT},
}
"""The figures each section has to title itself with: what its chapter may give and what a rule may ask for."""

SOMETIMES: Mapping[str, frozenset[str]] = {
    "R2": frozenset({"strongest"}),
    "R3": frozenset({"level", "most", "name"}),
    "R5": frozenset({"low", "weakest"}),
    "R6": frozenset({"records", "share"}),
    "R9": frozenset(FIGURES["R9"]) - {"platforms", "best"},
}
"""Figures a chapter may lack: a title that has to stand in every case cannot rest on them."""


@dataclass(frozen=True, slots=True)
class Bound:
    """Limits of one figure; None leaves a side open."""

    figure: str
    at_least: float | None = None
    at_most: float | None = None

    def holds(self, figures: Mapping[str, object]) -> bool:
        """Return whether the figure is there and within the limits."""
        value = figures.get(self.figure)
        if value is None:
            return False
        number = float(str(value))
        return (self.at_least is None or number >= self.at_least) and (self.at_most is None or number <= self.at_most)


@dataclass(frozen=True, slots=True)
class TitleRule:
    """One possible title of a section. ``{figure:form}`` in the text is filled in by the report."""

    id: str
    section: str
    bounds: tuple[Bound, ...]
    text: LocaleText

    def holds(self, figures: Mapping[str, object]) -> bool:
        """Return whether every bound holds."""
        return all(bound.holds(figures) for bound in self.bounds)


def rules_for(rules: Sequence[TitleRule], section: str) -> tuple[TitleRule, ...]:
    """Return the rules of a section in the order they are tried in."""
    return tuple(sorted((rule for rule in rules if rule.section == section), key=lambda rule: not rule.bounds))
