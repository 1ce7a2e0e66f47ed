"""Which initiatives are worth considering, and why."""

from collections.abc import Sequence

from roadmap.initiatives import Catalogue
from roadmap.plan import Proposal
from roadmap.situation import Constraints, IndustryRules, Standing, Suggestion
from scoring.sheet import Gap


def propose(
    gaps: Sequence[Gap],
    standing: Standing,
    suggestions: Sequence[Suggestion],
    catalogue: Catalogue,
    industry: IndustryRules,
    platform_id: str,
    constraints: Constraints,
) -> Proposal:
    """Return the candidates with reasons, open prerequisites and effort on this platform."""
    raise NotImplementedError
