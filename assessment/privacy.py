"""What client readers may see of a score sheet: no single answers, and no figure that gives a store away.

Manager forms are confidential: a cell of fewer than three stores shows no figure. So that it does not follow by
subtraction either, everything it could be worked out from is withheld with it (see ``withholding``): the executives'
figure and the gap between the two, the capability's level, claim and bounds, and what would give the level away.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

from assessment.withholding import EXECUTIVES, FORMS, Withheld, withheld
from scoring import Explanation, Gap, ScoreSheet
from scoring.sheet import Attained, CapabilityScore, Condition, GroupEstimate, NodeScore, Step

UNKNOWN_LEVEL = (Fraction(1), Fraction(5))
UNKNOWN_SCORE = (Fraction(0), Fraction(1))
FIGURES = ("level", "claimed", "score", "have", "low", "high", "possible")
"""Parameters of a sentence that are figures of the node it is about."""


def thresholded(sheet: ScoreSheet) -> ScoreSheet:
    """Return the sheet without figures of cells that are too small. What is printed uses this."""
    kept = withheld(sheet)
    if not kept.nodes:
        return sheet
    nodes = {n: _node(made, kept) for n, made in sheet.nodes.items()}
    return replace(
        sheet,
        index=nodes.get(sheet.index.id, sheet.index),
        nodes=nodes,
        capabilities={c: _capability(made, kept) for c, made in sheet.capabilities.items()},
        attained=_attained(sheet.attained, kept),
        attained_claimed=_attained(sheet.attained_claimed, kept),
        warnings=tuple(w for w in sheet.warnings if w.code != "level_within_bounds"),
    )


def for_client(sheet: ScoreSheet) -> ScoreSheet:
    """Return the sheet a client role may see: thresholds applied, no answers and nothing to unfold them from."""
    small = thresholded(sheet)
    bare = {c: replace(score, answers=()) for c, score in small.capabilities.items()}
    return replace(small, capabilities=bare, trace=None)


def told_gaps(gaps: Iterable[Gap], sheet: ScoreSheet) -> tuple[Gap, ...]:
    """Return the gaps whose level may be told: a gap says how far a level is from a target everybody knows."""
    kept = withheld(sheet)
    return tuple(gap for gap in gaps if gap.capability not in kept.nodes)


def explained_for_client(explanation: Explanation, sheet: ScoreSheet) -> Explanation:
    """Return a derivation that stops at the source groups, and above them where a group is too small."""
    kept = withheld(sheet)
    steps: dict[str, Step] = {}
    for key, step in explanation.steps.items():
        node, _, below = key.partition("/")
        if not below or node not in kept.nodes:
            steps[key] = _step(step, kept, leaf=node in sheet.capabilities)
    return replace(explanation, steps=steps)


def _capability(score: CapabilityScore, kept: Withheld) -> CapabilityScore:
    if score.id not in kept.nodes:
        return score
    small = set(score.groups) if score.id in kept.partners else {FORMS, EXECUTIVES}
    groups: Mapping[str, GroupEstimate] = {
        name: _untold(made) if name in small else made for name, made in score.groups.items()
    }
    state = "insufficient" if score.state == "scored" else score.state
    bare = replace(score, state=state, level=None, claimed=None, bounds=UNKNOWN_LEVEL, confidence="none")
    return replace(bare, groups=groups, gap=None)


def _untold(made: GroupEstimate) -> GroupEstimate:
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


def _node(made: NodeScore, kept: Withheld) -> NodeScore:
    if made.id in kept.nodes:
        made = replace(made, score=None, claimed=None)
    if made.id in kept.nodes | kept.above:
        made = replace(made, bounds=UNKNOWN_SCORE, contributions={}, imbalance=None, interval=None)
    return replace(made, bottleneck=None) if made.bottleneck in kept.nodes else made


def _attained(made: Attained, kept: Withheld) -> Attained:
    binding = _condition(made.binding, kept) if made.binding else None
    return Attained(made.level, binding, tuple(_condition(c, kept) for c in made.conditions))


def _condition(condition: Condition, kept: Withheld) -> Condition:
    return replace(condition, params=_without_have(condition.params, kept))


def _without_have(params: Mapping[str, Any], kept: Withheld) -> Mapping[str, Any]:
    about = params.get("capability") or params.get("node")
    return {**params, "have": None} if about in kept.nodes and "have" in params else params


def _step(step: Step, kept: Withheld, *, leaf: bool) -> Step:
    """Return a step without the figures that are withheld."""
    params = dict(step.params)
    if params.get("lost_at") in kept.nodes:
        params = {key: value for key, value in params.items() if not key.startswith("lost")}
    if params.get("bottleneck") in kept.nodes:
        params["bottleneck"] = None
    if step.id in kept.above and "low" in params:
        params["low"], params["high"] = UNKNOWN_SCORE
    if "possible" in params and kept.nodes:
        binding = params.get("binding")
        params |= {"possible": None, "binding": _without_have(binding, kept) if binding else None}
    if step.id not in kept.nodes:
        return replace(step, params=_without_have(params, kept))
    params |= {key: None for key in FIGURES if key in params}
    code = "capability_insufficient" if leaf else "node_insufficient"
    return replace(step, value="none", code=code, params=params, inputs=(), weights=(), excluded=())
