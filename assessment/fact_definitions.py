"""The numbers of the profit model: what each one means, in which unit, and whether it grows with the chain."""

from dataclasses import dataclass
from typing import Literal

from questionnaires.locale_text import LocaleText

FactKind = Literal["money", "number", "share"]


@dataclass(frozen=True, slots=True)
class FactDefinition:
    """One number. Money is entered in yuan (major units), shares between 0 and 1.

    ``scales`` marks a figure of the whole chain: a profile's default is then scaled by the number of stores. ``most`` is
    what no chain exceeds: a larger number is a slip of the keyboard. ``planned`` figures may stand for a time to come.
    """

    id: str
    name: LocaleText
    unit: LocaleText
    kind: FactKind
    help: LocaleText
    scales: bool = False
    most: float | None = None
    planned: bool = False

    @property
    def highest(self) -> float:
        """Return the largest number that is taken: what the definition says, else 1 for shares and 10¹¹ otherwise."""
        return self.most if self.most is not None else 1.0 if self.kind == "share" else 1e11
