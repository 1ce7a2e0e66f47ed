"""Prerequisites: which are met and how, which are open, and what has to be finished before what."""

from collections.abc import Callable, Iterable, Mapping

from roadmap.initiatives import Initiative
from roadmap.plan import Reason
from roadmap.situation import Constraints, Standing

ENOUGH = 3.0
"""Level at which a foundation carries what is built on it, even when the initiative itself would go higher."""


def way_met(initiative: Initiative, standing: Standing, constraints: Constraints) -> Reason | None:
    """Return how a prerequisite is met already, or None while it is open.

    Met when it is done (``already_done``), when the consultant waives it (``already_waived`` {why}), or when every
    capability it raises stands, verified, at the smaller of its target and 3 (``already_standing`` {capabilities,
    level: the lowest of them}). A capability of unknown level meets nothing.
    """
    if initiative.id in constraints.done:
        return Reason("already_done", {"id": initiative.id})
    if initiative.id in constraints.waived:
        return Reason("already_waived", {"id": initiative.id, "why": constraints.waived[initiative.id]})
    levels = carried(initiative, standing)
    if not levels:
        return None
    return Reason("already_standing", {"id": initiative.id, "capabilities": [*levels], "level": min(levels.values())})


def carried(initiative: Initiative, standing: Standing) -> Mapping[str, float]:
    """Return the verified levels of what an initiative raises; nothing unless all of them stand as high as is enough."""
    found: dict[str, float] = {}
    for lifted in initiative.raises:
        level = standing.levels.get(lifted.capability)
        if level is None or level < min(lifted.to, ENOUGH):
            return {}
        found[lifted.capability] = level
    return found


def closure(ids: Iterable[str], needs: Callable[[str], Iterable[str]]) -> tuple[str, ...]:
    """Return ``ids`` and everything they need, directly or not, sorted.

    >>> closure(["c"], {"a": (), "b": ("a",), "c": ("b",)}.__getitem__)
    ('a', 'b', 'c')
    """
    found: set[str] = set()
    waiting = list(ids)
    while waiting:
        ident = waiting.pop()
        if ident not in found:
            found.add(ident)
            waiting.extend(needs(ident))
    return tuple(sorted(found))


def earliest_starts(
    needs: Mapping[str, Iterable[str]],
    months: Mapping[str, int],
    first: int = 0,
    started: Mapping[str, int] | None = None,
) -> dict[str, int]:
    """Return the first month each initiative can start in when only its open prerequisites hold it back.

    What is ``started`` has its month; nothing else starts before ``first``.

    >>> earliest_starts({"a": (), "b": ("a",), "c": ("a", "b")}, {"a": 2, "b": 1, "c": 3})
    {'a': 0, 'b': 2, 'c': 3}
    """
    found = {ident: month for ident, month in (started or {}).items() if ident in needs}

    def start(ident: str) -> int:
        if ident not in found:
            found[ident] = first  # a cycle, refused elsewhere with its names, must not hang here
            found[ident] = max((first, *(start(need) + months[need] for need in needs[ident])))
        return found[ident]

    return {ident: start(ident) for ident in needs}
