"""The numbers of the profit model: what each one means, in which unit, and whether it grows with the chain."""

from dataclasses import dataclass
from typing import Literal

from questionnaires.locale_text import LocaleText

FactKind = Literal["money", "number", "share"]


@dataclass(frozen=True, slots=True)
class FactDefinition:
    """One number. Money is entered in yuan (major units), shares between 0 and 1.

    ``scales`` marks a figure of the whole chain: a profile's default is then scaled by the number of stores.
    """

    id: str
    name: LocaleText
    unit: LocaleText
    kind: FactKind
    help: LocaleText
    scales: bool = False
