"""What an initiative earns and costs."""

from roadmap.initiatives import Catalogue
from roadmap.plan import Proposal, Valued
from roadmap.situation import Constraints, Facts, IndustryRules, Standing

SEED = 20261124


def value(
    proposal: Proposal,
    catalogue: Catalogue,
    facts: Facts,
    industry: IndustryRules,
    standing: Standing,
    constraints: Constraints,
    *,
    seed: int = SEED,
    draws: int | None = None,
) -> Valued:
    """Return every candidate's cost and benefit."""
    raise NotImplementedError
