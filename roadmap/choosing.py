"""Which candidates to do, and from which month."""

from collections.abc import Sequence

from roadmap.initiatives import Catalogue
from roadmap.plan import Selection, Valued
from roadmap.situation import Constraints
from scoring.sheet import Gap


def choose(
    valued: Valued,
    gaps: Sequence[Gap],
    catalogue: Catalogue,
    constraints: Constraints,
    *,
    time_limit: float = 15.0,
) -> Selection:
    """Return the most profitable choice that keeps θ of the best gap coverage."""
    raise NotImplementedError
