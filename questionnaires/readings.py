"""How a sight becomes a level: tables of numbers, and options that carry one."""

from dataclasses import dataclass
from typing import Literal

from questionnaires.locale_text import LocaleText

Unit = Literal["seconds", "minutes", "count", "share"]
"""What a measured whole number counts; a share is in percent (0-100)."""

Test = Literal["look", "count", "lookup", "stopwatch"]
"""How a point is observed: by looking, by counting, by a look-up somebody does, by the stopwatch."""

FULL = 100


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that may be seen or ticked, and the level it speaks for; None where only the number of ticks counts."""

    id: str
    text: LocaleText
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a table: the level a number within its bound speaks for. Without a bound it takes all the rest."""

    level: int
    at_most: int | None = None
    at_least: int | None = None

    def holds(self, value: int) -> bool:
        """Return whether the number is within the bound."""
        low = self.at_least is None or value >= self.at_least
        return low and (self.at_most is None or value <= self.at_most)


@dataclass(frozen=True, slots=True)
class Reading:
    """A table from a measured number to a level, tried line by line; the last line takes all the rest.

    Without lines it says what is counted and speaks for no level. ``most`` is the highest number that can be measured:
    two customers were watched, a failure is put down as 600.
    """

    unit: Unit
    steps: tuple[Step, ...]
    most: int | None = None

    @property
    def highest(self) -> int | None:
        """Return the highest number there can be, None where nothing bounds it."""
        return FULL if self.unit == "share" else self.most

    def can_be(self, value: int) -> bool:
        """Return whether somebody can have measured this number.

        >>> [Reading("count", (), most=2).can_be(seen) for seen in (-1, 0, 2, 42)]
        [False, True, True, False]
        """
        return value >= 0 and (self.highest is None or value <= self.highest)

    def level(self, value: int) -> int | None:
        """Return the level of a number, None without lines; ValueError for one that nobody can have measured.

        >>> quick = Reading("seconds", (Step(4, at_most=30), Step(3, at_most=90), Step(1)))
        >>> [quick.level(seconds) for seconds in (30, 31, 600)]
        [4, 3, 1]
        >>> many = Reading("count", (Step(4, at_least=6), Step(3, at_least=4), Step(2)))
        >>> [many.level(seen) for seen in (8, 4, 0)]
        [4, 3, 2]
        """
        if not self.can_be(value):
            raise ValueError(f"{value} is no number of {self.unit}")
        return next((step.level for step in self.steps if step.holds(value)), None)
