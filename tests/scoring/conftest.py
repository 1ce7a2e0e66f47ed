"""Small trees and answers for the tests of scoring."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any

import pytest

from scoring.observation import Observation
from scoring.tree import EvidenceRule, Gate, Node, ScoringTree

EVIDENCE = EvidenceRule(
    caps={"statement": 3, "document": 4, "screenshot": 4, "demonstration": 5, "photo_timed": 5, "export": 5},
    families={
        "document": "document",
        "screenshot": "document",
        "demonstration": "demonstration",
        "photo_timed": "demonstration",
        "export": "export",
    },
    pair_cap=5,
)
GROUP_WEIGHTS = {"E": Fraction(1), "F": Fraction(2), "V": Fraction(3), "D": Fraction(3)}
CUTS = tuple(Fraction(cut) for cut in (20, 40, 60, 80))


def _plant(
    children: Mapping[str, Mapping[str, Any]],
    *,
    p: Mapping[str, float] | None = None,
    gates: Sequence[Gate] = (),
    group_weights: Mapping[str, Fraction] = GROUP_WEIGHTS,
) -> ScoringTree:
    """Make a tree from parent → {child: weight}; the first parent is the root."""
    exponents = p or {}
    nodes = [Node(root, None, Fraction(1), exponents.get(root, 1)) for root in list(children)[:1]]
    nodes += [
        Node(child, parent, Fraction(weight), exponents.get(child, 1))
        for parent, kids in children.items()
        for child, weight in kids.items()
    ]
    return ScoringTree(tuple(nodes), CUTS, tuple(gates), group_weights, EVIDENCE)


def _say(
    capability: str,
    value: float | None = None,
    group: str = "V",
    unit: str = "store",
    answer: str = "",
    **more: Any,
) -> Observation:
    """Make one answer with an export behind it; without a value and a state it is a don't know."""
    respondent = more.pop("respondent", unit)
    more.setdefault("state", "value" if value is not None else "dont_know")
    more.setdefault("evidence", ("export",))
    name = answer or f"{capability}/{group}/{unit}/{respondent}"
    return Observation(capability, group, unit, respondent, name, value=value, **more)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def plant() -> Callable[..., ScoringTree]:
    return _plant


@pytest.fixture(scope="session")
def say() -> Callable[..., Observation]:
    return _say


@pytest.fixture(scope="session")
def evidence_rule() -> EvidenceRule:
    return EVIDENCE
