"""The derivation of a number: a graph of steps from a node down to the answers behind it.

Every step names the formula and its version, what went in with which normalised weight, and what stayed out and why.
Its value can be recomputed from its inputs alone. Ids of steps are ``node``, ``capability/group``,
``capability/group/unit`` and ``capability/group/unit/answer``; an input without a step is an opaque answer id.
Sentences are a code with parameters, worded in both languages above scoring; numbers in them stay exact.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal

from scoring.answer_steps import group_steps
from scoring.exact import ratio
from scoring.gate_steps import ATTAINED, attained_steps
from scoring.losses import largest_loss
from scoring.sheet import CapabilityScore, Explanation, ScoreSheet, Step
from scoring.trace import Trace

Depth = Literal["answers", "groups"]
NONE = "none"


def explain(sheet: ScoreSheet, node: str, *, depth: Depth = "answers") -> Explanation:
    """Return the derivation of a node, a capability, the root, or ``attained``.

    The root's derivation also holds the attained level with all its gates, as step ``attained``. ``depth="groups"``
    stops at the source groups (for readers who may not see single stores or people): no units, answers or exclusions
    by name. Raises KeyError for an id the sheet does not have and ValueError for a sheet without its trace.
    """
    trace = sheet.trace
    if trace is None:
        raise ValueError("the sheet carries no trace: score again to explain it")
    if node != ATTAINED and node not in sheet.nodes:
        raise KeyError(node)
    start = trace.shape.root if node == ATTAINED else node
    steps = list(_downwards(sheet, trace, start, depth))
    if start == trace.shape.root:
        gates = list(attained_steps(sheet, trace))
        steps = [*gates, *steps] if node == ATTAINED else [*steps, *gates]
    return Explanation(node, {step.id: step for step in steps})


def _downwards(sheet: ScoreSheet, trace: Trace, node: str, depth: Depth) -> Iterator[Step]:
    if not trace.shape.children[node]:
        yield from _capability(sheet, trace, node, depth)
        return
    yield _node(sheet, trace, node)
    for child in trace.shape.children[node]:
        yield from _downwards(sheet, trace, child, depth)


def _node(sheet: ScoreSheet, trace: Trace, node: str) -> Step:
    made, shape = sheet.nodes[node], trace.shape
    reasons = {c: _reason(sheet, trace, c) for c in shape.children[node]}
    kept = [c for c, reason in reasons.items() if reason is None]
    total = sum((shape.nodes[c].weight for c in kept), Fraction(0))
    params = {
        "node": node,
        "score": made.score,
        "claimed": made.claimed,
        "low": made.bounds[0],
        "high": made.bounds[1],
        "coverage": made.coverage,
        "effective_weight": made.effective_weight,
        "p": shape.nodes[node].p,
        "bottleneck": made.bottleneck,
    }
    code = "node_not_applicable" if node in trace.not_applicable else "node_insufficient"
    if made.score is not None:
        code = "node_scored"
        params |= largest_loss(sheet, trace, node)
    return Step(
        id=node,
        formula="power_mean/1",
        value=_spelt(made.score),
        inputs=tuple(shape.children[node]),
        weights=tuple((c, ratio(shape.nodes[c].weight / total)) for c in kept),
        excluded=tuple((c, reason) for c, reason in reasons.items() if reason is not None),
        code=code,
        params=params,
    )


def _reason(sheet: ScoreSheet, trace: Trace, child: str) -> str | None:
    """Return why a child does not count in its parent, or None when it does."""
    if trace.shape.nodes[child].weight == 0:
        return "zero_weight"
    if child in trace.not_applicable:
        return "not_applicable"
    return "insufficient" if sheet.nodes[child].score is None else None


def _capability(sheet: ScoreSheet, trace: Trace, capability: str, depth: Depth) -> Iterator[Step]:
    score, node = sheet.capabilities[capability], sheet.nodes[capability]
    decision = trace.adjudications.get(capability)
    weights = {g: w for g in score.groups if (w := trace.tree.group_weights.get(g, Fraction(0))) > 0}
    kept = {g: w for g, w in weights.items() if score.groups[g].verified is not None}
    excluded = {g: "zero_weight" if g not in weights else "no_value" for g in score.groups if g not in kept}
    names = {g: f"{capability}/{g}" for g in score.groups}
    inputs = tuple(names.values())
    total = sum(kept.values(), Fraction(0))
    shares = tuple((names[g], ratio(w / total)) for g, w in kept.items())
    if decision is not None:
        ruling = f"{capability}/adjudication"
        inputs, shares = (ruling, *inputs), ((ruling, "1/1"),)
        excluded |= dict.fromkeys(kept, "adjudicated")
    yield Step(
        id=capability,
        formula="group_mean/1" if decision is None else "adjudicated/1",
        value=_spelt(score.level),
        inputs=inputs,
        weights=shares,
        excluded=tuple((names[g], reason) for g, reason in sorted(excluded.items())),
        code=f"capability_{'adjudicated' if decision is not None else score.state}",
        params={
            "capability": capability,
            "level": score.level,
            "claimed": score.claimed,
            "score": node.score,
            "coverage": score.coverage,
            "confidence": score.confidence,
            "effective_weight": node.effective_weight,
            "stores": stores_of(score),
        },
    )
    if decision is not None:
        params = {"capability": capability, "text": decision.text, "author": decision.author, "at": decision.at}
        yield Step(f"{capability}/adjudication", "adjudication/1", _spelt(score.level), (), code="adj", params=params)
    for group in score.groups:
        yield from group_steps(trace, score, group, whole=depth == "answers")


def stores_of(score: CapabilityScore) -> int:
    """Return the number of stores behind a level: the larger of forms and visits."""
    return max((made.units for g, made in score.groups.items() if g in {"F", "V"}), default=0)


def _spelt(value: Fraction | None) -> str:
    return NONE if value is None else ratio(value)
