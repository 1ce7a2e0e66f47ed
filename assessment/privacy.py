"""What client readers may see of a score sheet: no single answers, and no figure that gives a store away.

Manager forms are confidential: a cell of fewer than three stores shows no figure. So that it does not follow by
subtraction either, the executives' figure of the same capability is withheld with it, and the gap between the two.
"""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from scoring import Explanation, ScoreSheet
from scoring.sheet import CapabilityScore, GroupEstimate, Step

FEWEST_STORES = 3
FORMS, EXECUTIVES = "F", "E"


def thresholded(sheet: ScoreSheet) -> ScoreSheet:
    """Return the sheet without figures of cells that are too small. What is printed uses this."""
    return replace(sheet, capabilities={c: _capability(score) for c, score in sheet.capabilities.items()})


def for_client(sheet: ScoreSheet) -> ScoreSheet:
    """Return the sheet a client role may see: thresholds applied, no answers and nothing to unfold them from."""
    small = thresholded(sheet)
    bare = {c: replace(score, answers=()) for c, score in small.capabilities.items()}
    return replace(small, capabilities=bare, trace=None)


def explained_for_client(explanation: Explanation, sheet: ScoreSheet) -> Explanation:
    """Return a derivation that stops at the source groups, and above them where a group is too small."""
    hidden = {c for c, score in sheet.capabilities.items() if too_small(score)}
    steps: dict[str, Step] = {}
    for key, step in explanation.steps.items():
        capability, _, below = key.partition("/")
        if capability not in hidden:
            steps[key] = step
        elif not below:
            steps[key] = replace(step, inputs=(), weights=(), excluded=())
    return replace(explanation, steps=steps)


def too_small(score: CapabilityScore) -> bool:
    """Return whether the forms behind a capability come from so few stores that a figure would give one away."""
    forms = score.groups.get(FORMS)
    return forms is not None and 0 < forms.units < FEWEST_STORES


def _capability(score: CapabilityScore) -> CapabilityScore:
    if not too_small(score):
        return score
    groups: Mapping[str, GroupEstimate] = {
        name: _withheld(made) if name in {FORMS, EXECUTIVES} else made for name, made in score.groups.items()
    }
    return replace(score, groups=groups, gap=None)


def _withheld(made: GroupEstimate) -> GroupEstimate:
    """Keep who was asked and who answered, and nothing of what was said."""
    return GroupEstimate(
        group=made.group,
        units=made.units,
        asked=made.asked,
        dont_know=0,
        not_applicable=0,
        claimed=None,
        verified=None,
        median=None,
        low=None,
        high=None,
        basis=made.basis,
        indicative=made.indicative,
        outside=Fraction(0),
    )
