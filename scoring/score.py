"""Scoring: observations of one wave become one score sheet. Pure; the same input gives the same digest."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Literal

from scoring.attained import Standing, attained, level_of
from scoring.capability_level import assess_capability
from scoring.digest import digest_of
from scoring.errors import ScoringInputError
from scoring.node_scores import node_scores
from scoring.observation import Adjudication, Observation, Stratum
from scoring.perception import call_gaps, perception_gap
from scoring.remarks import remarks
from scoring.sheet import Attained, CapabilityScore, NodeScore, Remark, ScoreSheet
from scoring.trace import Trace
from scoring.tree import Profile, ScoringTree
from scoring.tree_shape import TreeShape, shape_of, with_profile

AREAS = "areas"
SUPPORT = ("OPS", "DIG")
SUPPORTED = frozenset({"high", "medium"})


def score(
    tree: ScoringTree,
    observations: Sequence[Observation],
    profile: Profile | None = None,
    *,
    strata: Sequence[Stratum] = (),
    adjudications: Sequence[Adjudication] = (),
    forms_asked: Mapping[str, int] | None = None,
) -> ScoreSheet:
    """Score one assessment wave.

    ``profile`` weights are laid over the tree's (a tree already made with the profile stays as it is). ``strata`` is
    the register of stores. ``forms_asked`` says per capability how many stores were sent the form; without an entry
    the register counts. Answers about capabilities the tree does not have are left out and warned about.

    Raises ScoringInputError for a tree that is none, a gate on an unknown id, a value off the scale, two answers with
    one id for one capability, or adjudications that are unknown, doubled or off the scale.
    """
    tree = with_profile(tree, profile or Profile())
    shape = shape_of(tree.nodes)
    check_gates(tree, shape)
    decided = _decided(adjudications, tree, shape)
    by_capability, strays = _sorted_in(observations, tree, shape)
    register = tuple(strata)
    asked = forms_asked or {}
    assessed = {
        c: assess_capability(c, by_capability[c], tree, register, asked.get(c), decided.get(c)) for c in shape.leaves
    }
    paired = {c: replace(a.score, gap=perception_gap(a.score.groups, a.units)) for c, a in assessed.items()}
    capabilities = call_gaps(paired)
    nodes, out = node_scores(tree, shape, capabilities)
    nodes |= _unsupported(nodes, shape, capabilities)
    trace = Trace(tree, shape, assessed, register, decided, out)
    shares = evidence_shares(nodes, capabilities)
    stands = _attained(trace, nodes, capabilities, shares)
    warnings = remarks(assessed, capabilities, nodes, stands[0], register)
    if strays:
        ids = tuple(sorted({o.capability for o in strays}))
        warnings = (*warnings, Remark("outside_the_tree", {"capabilities": ids, "answers": len(strays)}))
    sheet = ScoreSheet(
        index=nodes[shape.root],
        nodes=nodes,
        capabilities=capabilities,
        attained=stands[0],
        attained_claimed=stands[1],
        evidence_share=shares[0],
        warnings=warnings,
        n_answers=len(observations) - len(strays),
        content_version=tree.version,
        content_hash=tree.content_hash,
        digest="",
        trace=trace,
    )
    return replace(sheet, digest=digest_of(sheet))


def check_gates(tree: ScoringTree, shape: TreeShape) -> None:
    """Refuse a gate that names an id the tree does not have."""
    leaves = frozenset(shape.leaves)
    for i, gate in enumerate(tree.gates):
        for node in gate.min_node:
            if node not in shape.nodes:
                raise ScoringInputError(f"gates[{i}].min_node", "unknown_node", id=node)
        named = {*gate.min_capability, *(c for s in gate.share_at_least if s.of != "all" for c in s.of)}
        for capability in sorted(named - leaves):
            raise ScoringInputError(f"gates[{i}]", "unknown_capability", id=capability)


def _decided(adjudications: Sequence[Adjudication], tree: ScoringTree, shape: TreeShape) -> dict[str, Adjudication]:
    low, high = tree.scale
    leaves = frozenset(shape.leaves)
    decided: dict[str, Adjudication] = {}
    for i, a in enumerate(adjudications):
        at = f"adjudications[{i}]"
        if a.capability not in leaves:
            raise ScoringInputError(f"{at}.capability", "unknown_capability", id=a.capability)
        if a.capability in decided:
            raise ScoringInputError(f"{at}.capability", "twice", id=a.capability)
        if not low <= a.level <= high:
            raise ScoringInputError(f"{at}.level", "off_scale", value=a.level, low=low, high=high)
        decided[a.capability] = a
    return decided


def _sorted_in(
    observations: Sequence[Observation], tree: ScoringTree, shape: TreeShape
) -> tuple[dict[str, list[Observation]], list[Observation]]:
    """Sort observations by capability, refusing those that cannot be scored; return strays apart."""
    low, high = tree.scale
    inside: dict[str, list[Observation]] = {c: [] for c in shape.leaves}
    strays: list[Observation] = []
    for o in observations:
        if o.state == "value" and not (o.value is not None and low <= o.value <= high):
            raise ScoringInputError(f"answers.{o.answer}.value", "off_scale", value=o.value, low=low, high=high)
        inside.get(o.capability, strays).append(o)
    for capability, mine in inside.items():
        if len({o.answer for o in mine}) < len(mine):
            seen: set[str] = set()
            twice = next(o.answer for o in mine if o.answer in seen or seen.add(o.answer))
            raise ScoringInputError(f"answers.{twice}", "twice", id=f"{twice} ({capability})")
    return inside, strays


def evidence_shares(
    nodes: Mapping[str, NodeScore], capabilities: Mapping[str, CapabilityScore]
) -> tuple[Fraction, Fraction]:
    """Return the share of applicable weight with confidence ≥ medium, as it is and with all missing leaves proven."""
    total = sum((nodes[c].effective_weight for c in capabilities), Fraction(0))
    proven = {c for c, s in capabilities.items() if s.confidence in SUPPORTED}
    could = proven | {c for c, s in capabilities.items() if s.level is None}
    now, then = (sum((nodes[c].effective_weight for c in ids), Fraction(0)) for ids in (proven, could))
    return (now / total, then / total) if total else (Fraction(0), Fraction(0))


def _attained(
    trace: Trace,
    nodes: Mapping[str, NodeScore],
    capabilities: Mapping[str, CapabilityScore],
    shares: tuple[Fraction, Fraction],
) -> tuple[Attained, Attained]:
    """Return the attained level, verified (with the range inside the bounds) and claimed."""
    views = {view: _standing(trace, nodes, capabilities, view, shares) for view in ("level", "claimed", "low", "high")}
    verified, claim = attained(trace.tree, views["level"]), attained(trace.tree, views["claimed"])
    now = verified.level
    low, high = level_of(trace.tree, views["low"]), level_of(trace.tree, views["high"])
    possible = (low, high) if now is None else (min(low, now), max(high, now))
    return replace(verified, possible=possible), claim


def _standing(
    trace: Trace,
    nodes: Mapping[str, NodeScore],
    capabilities: Mapping[str, CapabilityScore],
    view: Literal["level", "claimed", "low", "high"],
    shares: tuple[Fraction, Fraction],
) -> Standing:
    end = {"low": 0, "high": 1}.get(view)
    if end is not None:
        scores: dict[str, Fraction | None] = {n: s.bounds[end] for n, s in nodes.items()}
        levels: dict[str, Fraction | None] = {c: s.bounds[end] for c, s in capabilities.items()}
    else:
        scores = {n: s.score if view == "level" else s.claimed for n, s in nodes.items()}
        levels = {c: s.level if view == "level" else s.claimed for c, s in capabilities.items()}
    return Standing(
        index=None if trace.shape.root in trace.not_applicable else scores[trace.shape.root],
        nodes=scores,
        levels=levels,
        weighing=frozenset(c for c in capabilities if nodes[c].effective_weight > 0),
        not_applicable=trace.not_applicable,
        evidence_share=shares[1] if view == "high" else shares[0],
        coverage=nodes[trace.shape.root].coverage,
    )


def _unsupported(
    nodes: Mapping[str, NodeScore], shape: TreeShape, capabilities: Mapping[str, CapabilityScore]
) -> dict[str, NodeScore]:
    """Flag areas whose mean level exceeds the mean of operations and digital tools by more than 1.0."""
    means = {n: _mean_level(n, nodes, shape, capabilities) for n in shape.children.get(AREAS, ())}
    support = [_mean_level(n, nodes, shape, capabilities) for n in SUPPORT if n in shape.nodes]
    base = [level for level in support if level is not None]
    if len(base) < len(SUPPORT):
        return {}
    limit = sum(base, Fraction(0)) / len(base) + 1
    return {n: replace(nodes[n], unsupported=True) for n, level in means.items() if level is not None and level > limit}


def _mean_level(
    node: str, nodes: Mapping[str, NodeScore], shape: TreeShape, capabilities: Mapping[str, CapabilityScore]
) -> Fraction | None:
    """Return the weighted mean level of a dimension's scored capabilities; None without enough data."""
    if nodes[node].score is None:
        return None
    known = [(shape.nodes[c].weight, capabilities[c].level) for c in shape.children[node] if c in capabilities]
    pairs = [(w, level) for w, level in known if level is not None and w > 0]
    total = sum((w for w, _ in pairs), Fraction(0))
    return sum((w * level for w, level in pairs), Fraction(0)) / total if total else None
