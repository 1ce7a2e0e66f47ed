"""One usable fact about one capability, from one respondent, in one unit."""

from dataclasses import dataclass
from typing import Literal

Group = Literal["E", "F", "V", "D"]
Selection = Literal["census", "random", "chosen"]
State = Literal["value", "not_applicable", "dont_know", "blank"]


@dataclass(frozen=True, slots=True)
class Observation:
    """An answer as scoring sees it.

    ``unit`` is a store id, or the respondent for executives and data. ``value`` is on the scale (1-5) and set only
    when ``state`` is ``value``. ``owner`` is False for an executive who was asked out of role: shown with weight 0.
    ``approver`` approves a not-applicable; without one it counts as missing. ``answer`` is the opaque id of the
    answer behind it, carried into every explanation.
    """

    capability: str
    group: Group
    unit: str
    respondent: str
    answer: str
    state: State = "value"
    value: float | int | None = None
    stratum: str | None = None
    selection: Selection = "random"
    role: str | None = None
    owner: bool = True
    evidence: tuple[str, ...] = ()
    reason: str = ""
    approver: str | None = None


@dataclass(frozen=True, slots=True)
class Stratum:
    """A homogeneous group of stores (ownership × format × region tier) and how many stores it has."""

    id: str
    stores: int


@dataclass(frozen=True, slots=True)
class Adjudication:
    """A consultant's reasoned decision that replaces a computed level; raw answers stay and are shown."""

    capability: str
    level: float
    text: str
    author: str
    at: str
