"""From a score sheet to ``zhidian.scores/1``: floats, scores × 100, statistics with nine significant digits."""

import math
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any, cast

from scoring.agreement import rwg_null
from scoring.exact import rounded
from scoring.sheet import (
    Attained,
    CapabilityScore,
    Condition,
    Gap,
    GroupEstimate,
    NodeScore,
    PerceptionGap,
    Remark,
    ScoreSheet,
    Welch,
)

FORMAT = "zhidian.scores/1"
SCORES = frozenset({"cut", "min_node"})
"""Conditions whose ``have`` and ``need`` are scores on 0-100; the others speak of levels or shares."""


def scores_document(sheet: ScoreSheet, gaps: Sequence[Gap], extra: Iterable[Remark] = ()) -> dict[str, Any]:
    """Return the sheet as plain JSON data; infinite degrees of freedom become null (their standard error is 0)."""
    options = 1 + (sheet.trace.tree.scale[1] - sheet.trace.tree.scale[0] if sheet.trace else 4)
    return {
        "format": FORMAT,
        "index": _score(sheet.index.score),
        "claimed": _score(sheet.index.claimed),
        "attained": sheet.attained.level,
        "attained_claimed": sheet.attained_claimed.level,
        "attained_possible": None if sheet.attained.possible is None else list(sheet.attained.possible),
        "binding": _binding(sheet.attained),
        "conditions": [_condition(c) for c in sheet.attained.conditions],
        "evidence_share": float(sheet.evidence_share),
        "nodes": [_node(node) for node in sheet.nodes.values()],
        "capabilities": [_capability(c, options) for c in sheet.capabilities.values()],
        "gaps": [_gap(gap) for gap in gaps],
        "robustness": None,
        "path_to_next": None,
        "warnings": [{"code": r.code, **_plain(r.params)} for r in (*sheet.warnings, *extra)],
        "digest": sheet.digest,
    }


def _node(node: NodeScore) -> dict[str, Any]:
    return {
        "id": node.id,
        "score": _score(node.score),
        "claimed": _score(node.claimed),
        "bounds": [_score(end) for end in node.bounds],
        "coverage": float(node.coverage),
        "effective_weight": float(node.effective_weight),
        "interval": None,
        "contributions": {child: _score(part) for child, part in node.contributions.items()},
        "bottleneck": node.bottleneck,
        "imbalance": _score(node.imbalance),
        "unsupported": node.unsupported,
    }


def _capability(score: CapabilityScore, options: int) -> dict[str, Any]:
    return {
        "id": score.id,
        "state": score.state,
        "level": _number(score.level),
        "claimed": _number(score.claimed),
        "bounds": [float(end) for end in score.bounds],
        "coverage": float(score.coverage),
        "confidence": score.confidence,
        "adjudicated": score.adjudicated,
        "groups": {g: _group(made, options) for g, made in score.groups.items()},
        "gap": None if score.gap is None else _perception(score.gap),
    }


def _group(made: GroupEstimate, options: int) -> dict[str, Any]:
    return {
        "n": made.units,
        "asked": made.asked,
        "dont_know": made.dont_know,
        "not_applicable": made.not_applicable,
        "mean": _number(made.verified),
        "claimed": _number(made.claimed),
        "median": _number(made.median),
        "se": _statistic(made.se),
        "df": _statistic(made.df),
        "ci": _interval(made.ci),
        "basis": made.basis,
        "indicative": made.indicative,
        "outside": float(made.outside),
        "visited": made.visited,
        "visited_range": None if made.visited_range is None else [float(end) for end in made.visited_range],
        "agreement": _agreement(made, options),
    }


def _agreement(made: GroupEstimate, options: int) -> dict[str, Any] | None:
    """Return how far the units agree on their claimed values, beside r_wg under random answers."""
    if made.rwg is None:
        return None
    return {
        "sd": _statistic(made.spread),
        "average_deviation": _statistic(made.average_deviation),
        "rwg": _statistic(made.rwg),
        "rwg_null": _statistic(rwg_null(made.units, options)),
    }


def _perception(gap: PerceptionGap) -> dict[str, Any]:
    return {
        "delta": float(gap.delta),
        "se": _statistic(gap.se),
        "df": _statistic(gap.df),
        "ci": _interval(gap.ci),
        "p": _statistic(gap.p),
        "called": bool(gap.called),
        "verdict": gap.verdict,
        "store_side": gap.store_side,
        "executives": float(gap.executives),
        "executive_range": [float(end) for end in gap.executive_range],
        "n_executives": gap.n_executives,
        "stores": float(gap.stores),
        "n_stores": gap.n_stores,
        "dont_know_share": float(gap.dont_know_share),
        "welch": None if gap.welch is None else _welch(gap.welch),
    }


def _welch(welch: Welch) -> dict[str, Any]:
    return {
        "se": _statistic(welch.se),
        "df": _statistic(welch.df),
        "ci": _interval(welch.ci),
        "g": _statistic(welch.g),
    }


def _gap(gap: Gap) -> dict[str, Any]:
    return {
        "capability": gap.capability,
        "level": float(gap.level),
        "target": float(gap.target),
        "priority": float(gap.priority),
    }


def _binding(attained: Attained) -> dict[str, Any] | None:
    return None if attained.binding is None else _condition(attained.binding)


def _condition(condition: Condition) -> dict[str, Any]:
    params = dict(_plain(condition.params))
    if condition.code in SCORES:
        params |= {key: _score(condition.params[key]) for key in ("have", "need") if key in condition.params}
    return {"code": condition.code, **params, "holds": condition.holds}


def _plain(value: Any) -> Any:
    if isinstance(value, Fraction):
        return float(value)
    if isinstance(value, Mapping):
        return {str(k): _plain(v) for k, v in cast("Mapping[Any, Any]", value).items()}
    if isinstance(value, tuple):
        return [_plain(v) for v in cast("tuple[Any, ...]", value)]
    return value


def _score(value: Fraction | None) -> float | None:
    return None if value is None else float(value * 100)


def _number(value: Fraction | None) -> float | None:
    return None if value is None else float(value)


def _statistic(value: float | None) -> float | None:
    return None if value is None or math.isinf(value) else rounded(value)


def _interval(ends: tuple[float, float] | None) -> list[float] | None:
    return None if ends is None else [rounded(end) for end in ends]
