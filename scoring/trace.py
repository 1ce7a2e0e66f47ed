"""What a score sheet rests on, kept so that every number can be unfolded and its digest recomputed."""

from collections.abc import Mapping
from dataclasses import dataclass

from scoring.capability_level import Assessed
from scoring.observation import Adjudication, Stratum
from scoring.tree import ScoringTree
from scoring.tree_shape import TreeShape


@dataclass(frozen=True, slots=True)
class Trace:
    """The weighted tree, its shape, and per capability the answers and units in it.

    ``not_applicable`` names the nodes that do not apply, capabilities included.
    """

    tree: ScoringTree
    shape: TreeShape
    assessed: Mapping[str, Assessed]
    strata: tuple[Stratum, ...]
    adjudications: Mapping[str, Adjudication]
    not_applicable: frozenset[str]
