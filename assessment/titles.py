"""Action titles as content: which conclusion stands over a chapter of the report, decided by the chapter's own figures.

A chapter names its figures (how many needs, the widest gap). The first rule of its section whose bounds hold and whose
text fits two lines becomes the title; rules without bounds come last, so that a rule an overlay adds has its turn.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from questionnaires.locale_text import LocaleText


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
