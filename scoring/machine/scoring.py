"""Score a document: read, score, write."""

from fractions import Fraction
from typing import Any

from scoring.errors import ScoringInputError
from scoring.exact import exact
from scoring.gaps import find_gaps
from scoring.machine.document import ScoringDocument
from scoring.machine.reading import observations_of, read_document, tree_of
from scoring.machine.writing import scores_document
from scoring.observation import Adjudication, Stratum
from scoring.score import score
from scoring.sheet import Remark
from scoring.tree import ScoringTree, Targets
from scoring.tree_shape import shape_of


def score_document(data: dict[str, Any]) -> dict[str, Any]:
    """Score a ``zhidian.scoring/1`` document and return ``zhidian.scores/1``: plain JSON data, scores × 100.

    Exact inside, floats in the result. ``robustness``, ``path_to_next`` and ``interval`` are null: nothing computes
    them yet. Raises ScoringInputError with the JSON path of the first defect; nothing is scored in part.

    >>> node = [{"id": "index"}, {"id": "A", "parent": "index"}]
    >>> answer = {"capability": "A", "group": "V", "unit": "store 1", "value": 4, "evidence": ["export"]}
    >>> score_document({"framework": {"nodes": node}, "observations": [answer]})["index"]
    75.0
    """
    document = read_document(data)
    tree = tree_of(document)
    leaves = frozenset(shape_of(tree.nodes).leaves)
    observations = observations_of(document, tree, leaves)
    sheet = score(tree, observations, strata=_register(document), adjudications=_decisions(document))
    gaps = find_gaps(sheet, _targets(document, tree, leaves))
    unreasoned = sorted(a.capability for a in document.adjudications if not a.text)
    extra = [Remark("adjudication_unreasoned", {"capability": c}) for c in unreasoned]
    return scores_document(sheet, gaps, extra)


def _register(document: ScoringDocument) -> tuple[Stratum, ...]:
    seen: set[str] = set()
    for i, entry in enumerate(document.strata):
        if entry.id in seen:
            raise ScoringInputError(f"strata[{i}].id", "twice", id=entry.id)
        seen.add(entry.id)
    return tuple(Stratum(s.id, s.stores) for s in document.strata)


def _decisions(document: ScoringDocument) -> tuple[Adjudication, ...]:
    return tuple(Adjudication(a.capability, a.level, a.text, a.author, a.at) for a in document.adjudications)


def _targets(document: ScoringDocument, tree: ScoringTree, leaves: frozenset[str]) -> Targets:
    low, high = tree.scale
    for capability, level in document.targets.items():
        if capability not in leaves:
            raise ScoringInputError(f"targets.{capability}", "unknown_capability", id=capability)
        if not low <= level <= high:
            raise ScoringInputError(f"targets.{capability}", "off_scale", value=f"{level:g}", low=low, high=high)
    return Targets({c: Fraction(exact(level)) for c, level in document.targets.items()})
