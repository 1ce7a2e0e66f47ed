"""One value per unit: a store by the median of its respondents, an executive or a document by itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from scoring.evidence import claimed
from scoring.exact import Exact
from scoring.observation import Observation

STORE_GROUPS = frozenset({"F", "V"})
UnitState = Literal["value", "not_applicable", "dont_know", "unapproved", "blank"]
_SELECTION = ("census", "random", "chosen")


@dataclass(frozen=True, slots=True)
class Unit:
    """One store, person or document of a group.

    ``claimed`` and ``verified`` are None unless ``state`` is ``value``; ``unapproved`` is an N/A nobody approved.
    ``answers`` are the ids behind it.
    """

    id: str
    stratum: str | None
    selection: str
    state: UnitState
    claimed: Exact | None
    verified: Exact | None
    owner: bool
    answers: tuple[str, ...]

    @property
    def answered(self) -> bool:
        """Whether the unit gave a value or an approved N/A."""
        return self.state in {"value", "not_applicable"}


def median(values: Sequence[Exact]) -> Exact:
    """Return the median; the mean of the middle two for an even count.

    >>> median([1, 4])
    Fraction(5, 2)
    """
    ordered = sorted(values)
    half = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[half]
    both = ordered[half - 1] + ordered[half]
    return both // 2 if both % 2 == 0 else Fraction(both, 2)  # whole numbers stay ints: they sort ten times faster


def units_of(observations: Sequence[Observation], verified: Mapping[str, Exact], group: str) -> tuple[Unit, ...]:
    """Return the units of one group sorted by id: stores by store, executives by person, documents by answer.

    A person who answered twice is one value (the median), because each owning *person* counts once.
    """
    by_unit: dict[str, list[Observation]] = {}
    for o in observations:
        key = o.unit if group in STORE_GROUPS else o.respondent if group == "E" else o.answer
        by_unit.setdefault(key, []).append(o)
    return tuple(_unit(key, by_unit[key], verified) for key in sorted(by_unit))


def _unit(key: str, answers: Sequence[Observation], verified: Mapping[str, Exact]) -> Unit:
    if len(answers) == 1:  # the usual case, kept cheap
        o = answers[0]
        if o.state == "value":
            ids = (o.answer,)
            return Unit(key, o.stratum, o.selection, "value", claimed(o), verified[o.answer], o.owner, ids)
    answers = [o for o in answers if o.owner] or answers
    valued = [o for o in answers if o.state == "value"]
    claim = median([claimed(o) for o in valued]) if valued else None
    proven = median([verified[o.answer] for o in valued]) if valued else None
    return Unit(
        key,
        min((o.stratum for o in answers if o.stratum is not None), default=None),
        min((o.selection for o in answers), key=_SELECTION.index),
        _state(answers),
        claim,
        proven,
        answers[0].owner,
        tuple(sorted(o.answer for o in answers)),
    )


def _state(answers: Sequence[Observation]) -> UnitState:
    """Let a value stand above all, a don't know above an N/A, and an N/A count only when everybody's is approved."""
    states = {state_of(o) for o in answers}
    for state in ("value", "dont_know", "blank", "unapproved"):
        if state in states:
            return state
    return "not_applicable"


def state_of(observation: Observation) -> UnitState:
    """Return the state of one answer, with N/A told apart by its approval."""
    if observation.state == "not_applicable" and not observation.approver:
        return "unapproved"
    return observation.state
