"""The staged level: an index cut and cumulative gates, and the one constraint that binds.

Bands are half-open on the unrounded index. Level k is attained when the index reaches cut k and all gates 2…k hold.

Decisions where the rule leaves room:

- Binding is the cut when the index misses the next one; otherwise, among the failing conditions of the next level, the
  one furthest from holding (distances on [0, 1]; ties in the order cut, node, capability, share, evidence, then id).
- What does not apply is waived in node and capability conditions and leaves the denominator of shares. What is missing
  does not hold.
- ``of: all`` means the capabilities that weigh something.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

from scoring.node_scores import on_unit
from scoring.sheet import Attained, Condition
from scoring.tree import Gate, ScoringTree, ShareAtLeast


@dataclass(frozen=True, slots=True)
class Standing:
    """One view of the numbers (verified, claimed, lowest, highest) that gates are read on; scores on [0, 1]."""

    index: Fraction | None
    nodes: Mapping[str, Fraction | None]
    levels: Mapping[str, Fraction | None]
    weighing: frozenset[str]
    not_applicable: frozenset[str]
    evidence_share: Fraction
    coverage: Fraction = Fraction(1)


def attained(tree: ScoringTree, standing: Standing) -> Attained:
    """Return the attained level with all conditions; level None when the index has too little data."""
    if standing.index is None:
        binding = Condition("insufficient", {"have": standing.coverage, "need": Fraction(3, 5)}, holds=False)
        return Attained(None, binding)
    conditions: list[Condition] = []
    level, binding, open_way = 1, None, True
    for k, cut in enumerate(tree.cuts, 2):
        rows = _conditions(tree, k, cut, standing)
        conditions += [condition for condition, _ in rows]
        failing = [row for row in rows if not row[0].holds]
        if open_way and not failing:
            level = k
        elif open_way:
            open_way = False
            binding = failing[0][0] if failing[0][0].code == "cut" else min(failing, key=_first_to_bind)[0]
    return Attained(level, binding, tuple(conditions))


def level_of(tree: ScoringTree, standing: Standing) -> int:
    """Return the attained level where there is an index, else the lowest."""
    return attained(tree, standing).level or 1


_Row = tuple[Condition, Fraction]
_ORDER = ("cut", "min_node", "min_capability", "share_at_least", "evidence_share")


def _first_to_bind(row: _Row) -> tuple[Any, ...]:
    """Order failing conditions whatever the order of the gates they came from."""
    condition, distance = row
    params = condition.params
    about = params.get("node") or params.get("capability") or params.get("among") or ""
    return -distance, _ORDER.index(condition.code), str(about), params.get("at", 0)


def _conditions(tree: ScoringTree, level: int, cut: Fraction, at: Standing) -> list[_Row]:
    """Return the conditions of one level, each with its distance from holding."""
    index = at.index or Fraction(0)
    rows = [_row("cut", {"level": level, "cut": cut, "have": index}, index, Fraction(cut) / 100)]
    for gate in tree.gates:
        if gate.level == level:
            rows += _gate(gate, at, tree)
    return rows


def _gate(gate: Gate, at: Standing, tree: ScoringTree) -> list[_Row]:
    level, scale = gate.level, tree.scale
    rows: list[_Row] = []
    for node, limit in sorted(gate.min_node.items()):
        have, need = at.nodes[node], Fraction(limit) / 100
        params = {"level": level, "node": node, "need": need, "have": have}
        rows.append(_row("min_node", params, have, need, waived=node in at.not_applicable))
    for capability, limit in sorted(gate.min_capability.items()):
        have = at.levels[capability]
        params = {"level": level, "capability": capability, "need": Fraction(limit), "have": have}
        have = None if have is None else on_unit(have, scale)
        waived = capability in at.not_applicable
        rows.append(_row("min_capability", params, have, on_unit(Fraction(limit), scale), waived=waived))
    rows += [_share(level, share, at) for share in gate.share_at_least]
    if gate.min_evidence_share is not None:
        params = {"level": level, "need": gate.min_evidence_share, "have": at.evidence_share}
        rows.append(_row("evidence_share", params, at.evidence_share, gate.min_evidence_share))
    return rows


def _share(level: int, rule: ShareAtLeast, at: Standing) -> _Row:
    counted = capabilities_of(rule.of, at.weighing, at.not_applicable)
    reached = [c for c in counted if (at.levels[c] or Fraction(0)) >= rule.level]
    have = Fraction(len(reached), len(counted)) if counted else None
    params = {"level": level, "at": rule.level, "need": rule.share, "have": have}
    params |= {
        "count": len(reached),
        "of": len(counted),
        "among": rule.of if rule.of == "all" else tuple(sorted(rule.of)),
    }
    return _row("share_at_least", params, have, rule.share, waived=not counted)


def capabilities_of(
    among: Collection[str] | Literal["all"], weighing: frozenset[str], not_applicable: frozenset[str]
) -> tuple[str, ...]:
    """Return the capabilities a share is counted over: what does not apply leaves the denominator."""
    asked = weighing if among == "all" else frozenset(among)
    return tuple(sorted(asked - not_applicable))


def _row(code: str, params: Mapping[str, Any], have: Fraction | None, need: Fraction, *, waived: bool = False) -> _Row:
    holds = waived or (have is not None and have >= need)
    full = {**params, "waived": True} if waived else params
    return Condition(code, full, holds=holds), Fraction(0) if holds else need - (have or Fraction(0))
