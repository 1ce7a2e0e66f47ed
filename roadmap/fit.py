"""How well a platform fits this client."""

from collections.abc import Mapping, Sequence

from roadmap.initiatives import Catalogue, Platform
from roadmap.situation import SystemEntry
from scoring.sheet import Gap


def platform_fit(
    platform: Platform, gaps: Sequence[Gap], systems: Sequence[SystemEntry], catalogue: Catalogue | None = None
) -> Mapping[str, float]:
    """Return P1 to P4 and the total (0-100), and ``knocked_out`` (1 or 0)."""
    raise NotImplementedError
