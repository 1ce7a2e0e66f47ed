"""The digest of a score sheet: SHA-256 over canonical JSON with every exact value spelt "a/b".

It covers the rules applied, all answers and all exact results. Statistics (errors, intervals, agreement, tests) are
floating-point and stay outside. Only normalised weights enter, so that scaling sibling weights changes nothing.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields
from fractions import Fraction
from functools import lru_cache
from typing import Any, cast

from scoring.capability_level import Assessed
from scoring.exact import Exact, exact, ratio
from scoring.sheet import Attained, CapabilityScore, Condition, GroupEstimate, NodeScore, Remark, ScoreSheet
from scoring.trace import Trace
from scoring.tree import Gate

FORMAT = "zhidian.trace/1"
_spelt = lru_cache(maxsize=4096)(ratio)


@lru_cache(maxsize=4096)
def _written(value: float) -> str:
    return ratio(exact(value))


def digest_of(sheet: ScoreSheet) -> str:
    """Recompute the digest of a sheet that carries its trace; ValueError when it does not."""
    return hashlib.sha256(canonical(document(sheet)).encode()).hexdigest()


def canonical(data: Any) -> str:
    """Return JSON with sorted keys, no spaces and no escapes, equal for equal data.

    >>> canonical({"b": 1, "a": "级"})
    '{"a":"级","b":1}'
    """
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def document(sheet: ScoreSheet) -> dict[str, Any]:
    """Return everything exact about a sheet as plain data."""
    trace = sheet.trace
    if trace is None:
        raise ValueError("the sheet carries no trace: score again to recompute its digest")
    return {
        "format": FORMAT,
        "content": [sheet.content_version, sheet.content_hash],
        "rules": _rules(trace),
        "strata": [[s.id, s.stores] for s in trace.strata],
        "adjudications": {c: [spelt(a.level), a.text, a.author, a.at] for c, a in trace.adjudications.items()},
        "nodes": {n: _node(score, trace.shape.nodes[n].p) for n, score in sheet.nodes.items()},
        "capabilities": {c: _capability(score, trace.assessed[c]) for c, score in sheet.capabilities.items()},
        "attained": _attained(sheet.attained),
        "attained_claimed": _attained(sheet.attained_claimed),
        "evidence_share": ratio(sheet.evidence_share),
        "warnings": [_remark(w) for w in sheet.warnings],
    }


def spelt(value: Any) -> Any:
    """Spell exact numbers "a/b" throughout plain data; other numbers go by their decimal spelling."""
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return value
    if isinstance(value, int | Fraction):
        return ratio(value)
    if isinstance(value, float):
        return ratio(Fraction(str(value)))
    if isinstance(value, Mapping):
        return {str(k): spelt(v) for k, v in cast("Mapping[Any, Any]", value).items()}
    return [spelt(v) for v in value]


def _rules(trace: Trace) -> dict[str, Any]:
    tree = trace.tree
    total = sum(tree.group_weights.values(), Fraction(0))
    return {
        "scale": list(tree.scale),
        "cuts": spelt(tree.cuts),
        "gates": sorted((_gate(g) for g in tree.gates), key=canonical),
        "group_weights": {g: ratio(w / total) for g, w in tree.group_weights.items()} if total else {},
        "evidence_caps": spelt(tree.evidence.caps),
        "evidence_families": dict(tree.evidence.families),
        "pair_cap": spelt(tree.evidence.pair_cap),
        "strong": sorted(tree.evidence.strong),
    }


def _gate(gate: Gate) -> dict[str, Any]:
    shares = [[spelt(s.level), spelt(s.share), s.of if s.of == "all" else sorted(s.of)] for s in gate.share_at_least]
    shares.sort(key=canonical)
    return {
        "level": gate.level,
        "min_node": spelt(gate.min_node),
        "min_capability": spelt(gate.min_capability),
        "share_at_least": shares,
        "min_evidence_share": spelt(gate.min_evidence_share),
    }


def _node(node: NodeScore, p: float) -> dict[str, Any]:
    return {
        "p": str(float(p)),
        "score": spelt(node.score),
        "claimed": spelt(node.claimed),
        "bounds": spelt(node.bounds),
        "coverage": ratio(node.coverage),
        "weight": ratio(node.effective_weight),
        "contributions": spelt(node.contributions),
        "bottleneck": node.bottleneck,
        "imbalance": spelt(node.imbalance),
        "unsupported": node.unsupported,
    }


def _capability(score: CapabilityScore, assessed: Assessed) -> dict[str, Any]:
    return {
        "state": score.state,
        "level": spelt(score.level),
        "claimed": spelt(score.claimed),
        "bounds": spelt(score.bounds),
        "coverage": ratio(score.coverage),
        "confidence": score.confidence,
        "gap": None if score.gap is None else [score.gap.store_side, spelt(score.gap.delta), score.gap.verdict],
        "groups": {g: _group(made) for g, made in score.groups.items()},
        "answers": _answers(assessed),
    }


_EXACT = tuple(
    f.name
    for f in fields(GroupEstimate)
    if f.name not in {"group", "se", "df", "ci", "average_deviation", "rwg", "spread", "claimed_se", "claimed_df"}
)


def _group(made: GroupEstimate) -> dict[str, Any]:
    return {name: spelt(getattr(made, name)) for name in _EXACT}


def _answers(assessed: Assessed) -> list[list[Any]]:
    verified: Mapping[str, Exact] = assessed.verified
    return [
        [
            o.answer,
            o.group,
            o.unit,
            o.respondent,
            o.state,
            None if o.value is None else _written(o.value),
            _spelt(verified[o.answer]) if o.answer in verified else None,
            sorted(o.evidence) if len(o.evidence) > 1 else o.evidence,
            o.owner,
            o.stratum,
            o.selection,
            o.role,
            o.reason,
            o.approver,
        ]
        for o in assessed.observations
    ]


def _attained(attained: Attained) -> dict[str, Any]:
    return {
        "level": attained.level,
        "binding": None if attained.binding is None else _condition(attained.binding),
        "conditions": sorted((_condition(c) for c in attained.conditions), key=canonical),
        "possible": None if attained.possible is None else list(attained.possible),
    }


def _condition(condition: Condition) -> list[Any]:
    return [condition.code, spelt(condition.params), condition.holds]


def _remark(remark: Remark) -> list[Any]:
    return [remark.code, spelt(remark.params)]
