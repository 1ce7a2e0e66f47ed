"""Level of one capability: the weighted mean of its source groups, verified and claimed, with coverage and bounds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from scoring.coverage import ENOUGH, capability_coverage
from scoring.evidence import confidence, verified_values
from scoring.exact import Exact, exact
from scoring.groups import estimate
from scoring.observation import Adjudication, Observation, Stratum
from scoring.sheet import CapabilityScore, GroupEstimate
from scoring.tree import ScoringTree
from scoring.unit_values import Unit, state_of, units_of


@dataclass(frozen=True, slots=True)
class Assessed:
    """A capability's score with what it was made of, kept for the trace."""

    score: CapabilityScore
    observations: tuple[Observation, ...]
    verified: Mapping[str, Exact]
    units: Mapping[str, tuple[Unit, ...]]


def assess_capability(
    capability: str,
    observations: Sequence[Observation],
    tree: ScoringTree,
    strata: Sequence[Stratum] = (),
    forms_asked: int | None = None,
    adjudication: Adjudication | None = None,
) -> Assessed:
    """Score one capability from all its observations; the perception gap is added later.

    An adjudication replaces the verified level (coverage 1, bounds closed); what people claimed stays as they said it,
    and stands in only when nobody claimed anything.
    """
    ordered = tuple(sorted(observations, key=lambda o: o.answer))
    verified = verified_values(ordered, tree.evidence, tree.group_weights)
    by_group: dict[str, list[Observation]] = {}
    for o in ordered:
        by_group.setdefault(o.group, []).append(o)
    units = {g: units_of(by_group[g], verified, g) for g in sorted(by_group)}
    low, high = tree.scale
    groups = {g: estimate(g, made, strata, forms_asked, high - low + 1) for g, made in units.items()}
    level = weighted(groups, tree.group_weights, "verified")
    claim = weighted(groups, tree.group_weights, "claimed")
    covered = capability_coverage(groups, tree.group_weights)
    bounds = _bounds(groups, tree)
    if adjudication is not None:
        level, covered = Fraction(exact(adjudication.level)), Fraction(1)
        claim = level if claim is None else claim
        bounds = (level, level)
    state = _state(level, covered, ordered)
    scored = state == "scored"
    score = CapabilityScore(
        id=capability,
        state=state,
        level=level if scored else None,
        claimed=claim if scored else None,
        groups=groups,
        coverage=covered,
        confidence=confidence(ordered, tree.evidence),
        gap=None,
        answers=tuple(o.answer for o in ordered),
        adjudicated=adjudication is not None,
        bounds=bounds if scored else (Fraction(low), Fraction(high)),
    )
    return Assessed(score, ordered, verified, units)


def weighted(
    groups: Mapping[str, GroupEstimate], weights: Mapping[str, Fraction], which: Literal["claimed", "verified"]
) -> Fraction | None:
    """Return Σ w_g·value_g / Σ w_g over the groups that answered, or None when none of any weight did."""
    above = below = Fraction(0)
    for g, made in groups.items():
        value = made.claimed if which == "claimed" else made.verified
        if value is not None:
            above += weights.get(g, Fraction(0)) * value
            below += weights.get(g, Fraction(0))
    return above / below if below else None


def _bounds(groups: Mapping[str, GroupEstimate], tree: ScoringTree) -> tuple[Fraction, Fraction]:
    """Return the level with every stratum nobody was seen in at the lowest, and at the highest, level."""
    ends: list[Fraction] = []
    for end in tree.scale:
        above = below = Fraction(0)
        for g, made in groups.items():
            if made.verified is not None:
                weight = tree.group_weights.get(g, Fraction(0))
                above += weight * (made.verified * (1 - made.outside) + end * made.outside)
                below += weight
        ends.append(above / below if below else Fraction(end))
    return ends[0], ends[1]


def _state(
    level: Fraction | None, covered: Fraction, observations: Sequence[Observation]
) -> Literal["scored", "insufficient", "not_applicable", "missing"]:
    if level is not None:
        return "scored" if covered >= ENOUGH else "insufficient"
    states = {state_of(o) for o in observations if o.owner}
    return "not_applicable" if states == {"not_applicable"} else "missing"
