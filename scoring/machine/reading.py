"""From a document to what scoring works on; every refusal names the JSON path."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Any, Literal, cast

from pydantic import ValidationError

from scoring.errors import ScoringInputError
from scoring.exact import exact
from scoring.machine.document import GateEntry, ObservationEntry, ScoringDocument, ShareEntry
from scoring.machine.refusing import first_refusal
from scoring.observation import Observation
from scoring.tree import EvidenceRule, Gate, Node, ScoringTree, ShareAtLeast

FAMILIES = {
    "document": "document",
    "screenshot": "document",
    "demonstration": "demonstration",
    "photo_timed": "demonstration",
    "export": "export",
}
STATEMENT, PAPER, SEEN = Fraction(1, 2), Fraction(3, 4), Fraction(1)
DEFAULT_CAPS = {
    "statement": STATEMENT,
    "document": PAPER,
    "screenshot": PAPER,
    "demonstration": SEEN,
    "photo_timed": SEEN,
    "export": SEEN,
}
"""What each kind supports when the document does not say: 3, 4 and 5 of five levels, the same place on other scales."""

NEXT_TO_ZERO = 1e-6
DEFAULT_GROUP_WEIGHTS = {"E": 1, "F": 2, "V": 3, "D": 3}


def read_document(data: Any) -> ScoringDocument:
    """Check the shape of a document; ScoringInputError with the path of the first defect."""
    if not isinstance(data, Mapping):
        raise ScoringInputError("$", "not_an_object")
    try:
        return ScoringDocument.model_validate(dict(cast("Mapping[str, Any]", data)))
    except ValidationError as error:
        raise first_refusal(error.errors(), data) from None


def tree_of(document: ScoringDocument) -> ScoringTree:
    """Return the tree to score; the core checks its nodes and the ids of its gates."""
    scale = _scale(document)
    cuts = tuple(Fraction(exact(cut)) for cut in document.cuts)
    if any(a >= b for a, b in pairwise(cuts)):
        raise ScoringInputError("cuts", "cuts_not_rising")
    given = {kind: Fraction(exact(cap)) for kind, cap in document.evidence_caps.items()}
    low, high = scale
    caps = {kind: low + place * (high - low) for kind, place in DEFAULT_CAPS.items()} | given
    weights = DEFAULT_GROUP_WEIGHTS | dict(document.group_weights)
    return ScoringTree(
        nodes=tuple(Node(n.id, n.parent, Fraction(exact(n.weight)), _exponent(n.p)) for n in document.framework.nodes),
        cuts=cuts,
        gates=_gates(document),
        group_weights={g: Fraction(exact(w)) for g, w in weights.items()},
        evidence=EvidenceRule(
            caps=caps,
            families=FAMILIES,
            pair_cap=Fraction(high) if document.pair_cap is None else Fraction(exact(document.pair_cap)),
        ),
        scale=scale,
    )


def _exponent(p: float | Literal["-inf"]) -> float:
    """Return the exponent; so close to 0 that powers lose their digits, the mean is the geometric one."""
    if p == "-inf":
        return float("-inf")
    return 0 if abs(p) < NEXT_TO_ZERO else p


def _scale(document: ScoringDocument) -> tuple[int, int]:
    low, high = document.scale.min, document.scale.max
    if low >= high:
        raise ScoringInputError("scale", "scale_empty", low=low, high=high)
    return low, high


def _gates(document: ScoringDocument) -> tuple[Gate, ...]:
    top = len(document.cuts) + 1
    for i, gate in enumerate(document.gates):
        if not 1 < gate.level <= top:
            raise ScoringInputError(f"gates[{i}].level", "gate_level", level=gate.level, top=top)
    return tuple(_gate(gate) for gate in document.gates)


def _gate(gate: GateEntry) -> Gate:
    shares = gate.share_at_least or ()
    return Gate(
        level=gate.level,
        min_node={node: Fraction(exact(limit)) for node, limit in gate.min_node.items()},
        min_capability={c: Fraction(exact(limit)) for c, limit in gate.min_capability.items()},
        share_at_least=tuple(
            ShareAtLeast(Fraction(exact(s.level)), Fraction(exact(s.share)), s.of)
            for s in ((shares,) if isinstance(shares, ShareEntry) else shares)
        ),
        min_evidence_share=None if gate.min_evidence_share is None else Fraction(exact(gate.min_evidence_share)),
    )


def observations_of(document: ScoringDocument, tree: ScoringTree, leaves: frozenset[str]) -> list[Observation]:
    """Return the observations; an answer's id is made of what it is about, so that their order does not matter.

    Without a respondent the unit answers for itself. Raises for capabilities, strata and kinds that are not declared.
    """
    strata = frozenset(s.id for s in document.strata)
    for i, entry in enumerate(document.observations):
        _check(f"observations[{i}]", entry, tree, leaves, strata)
    return [_observation(entry, name) for entry, name in _named(document.observations)]


def _check(at: str, entry: ObservationEntry, tree: ScoringTree, leaves: frozenset[str], strata: frozenset[str]) -> None:
    low, high = tree.scale
    if entry.capability not in leaves:
        raise ScoringInputError(f"{at}.capability", "unknown_capability", id=entry.capability)
    if entry.stratum is not None and strata and entry.stratum not in strata:
        raise ScoringInputError(f"{at}.stratum", "unknown_stratum", id=entry.stratum)
    if (entry.value is not None) + (entry.na is not None) + entry.dont_know > 1:
        raise ScoringInputError(at, "two_states")
    if entry.value is not None and not low <= entry.value <= high:
        raise ScoringInputError(f"{at}.value", "off_scale", value=f"{entry.value:g}", low=low, high=high)
    for j, kind in enumerate(entry.evidence):
        if kind not in tree.evidence.caps:
            known = ", ".join(tree.evidence.caps)
            raise ScoringInputError(f"{at}.evidence[{j}]", "unknown_evidence", id=kind, known=known)


def _named(entries: Sequence[ObservationEntry]) -> list[tuple[ObservationEntry, str]]:
    """Give every answer an id: capability/group/unit/respondent, numbered by content where several share it."""
    count: dict[str, int] = {}
    named: list[tuple[ObservationEntry, str]] = []
    for entry in sorted(entries, key=lambda e: e.model_dump_json()):
        about = "/".join((entry.capability, entry.group, entry.unit, entry.respondent or entry.unit))
        count[about] = count.get(about, 0) + 1
        named.append((entry, about if count[about] == 1 else f"{about}#{count[about]}"))
    return named


def _observation(entry: ObservationEntry, answer: str) -> Observation:
    if entry.value is not None:
        state = "value"
    elif entry.na is not None:
        state = "not_applicable"
    else:
        state = "dont_know" if entry.dont_know else "blank"
    return Observation(
        capability=entry.capability,
        group=entry.group,
        unit=entry.unit,
        respondent=entry.respondent or entry.unit,
        answer=answer,
        state=state,
        value=entry.value,
        stratum=entry.stratum,
        selection=entry.selection,
        role=entry.role,
        evidence=entry.evidence,
        reason="" if entry.na is None else entry.na.reason,
        approver=None if entry.na is None else entry.na.approver,
    )
