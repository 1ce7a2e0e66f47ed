"""Scoring: observations → levels → dimensions → index, with gaps and the derivation of every number. Pure and exact."""

from scoring.errors import ScoringInputError
from scoring.explanation import explain
from scoring.framework_tree import tree_from_framework
from scoring.gaps import default_targets, find_gaps
from scoring.observation import Adjudication, Observation, Stratum
from scoring.score import score
from scoring.sheet import Explanation, Gap, ScoreSheet
from scoring.tree import Profile, ScoringTree, Targets

__all__ = [
    "Adjudication",
    "Explanation",
    "Gap",
    "Observation",
    "Profile",
    "ScoreSheet",
    "ScoringInputError",
    "ScoringTree",
    "Stratum",
    "Targets",
    "default_targets",
    "explain",
    "find_gaps",
    "score",
    "tree_from_framework",
]
