"""Which figures stay untold so that a small cell tells nothing: the cell itself, and what it would follow from.

A cell is the forms of one capability. A capability's level is worked out from its cells, and a dimension's score from
its capabilities: whoever knows a sum and all parts but one knows that part. So a part is never withheld alone.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from scoring import ScoreSheet
from scoring.sheet import CapabilityScore

FEWEST_STORES = 3
FORMS, EXECUTIVES = "F", "E"


@dataclass(frozen=True, slots=True)
class Withheld:
    """What is not told. ``nodes`` have no score, capabilities included; ``above`` are told without their bounds.

    ``partners`` are the capabilities withheld only so that another does not follow by subtraction.
    """

    nodes: frozenset[str] = frozenset()
    partners: frozenset[str] = frozenset()
    above: frozenset[str] = frozenset()


def too_small(score: CapabilityScore) -> bool:
    """Return whether the forms behind a capability come from so few stores that a figure would give one away."""
    forms = score.groups.get(FORMS)
    return forms is not None and 0 < forms.units < FEWEST_STORES


def withheld(sheet: ScoreSheet) -> Withheld:
    """Return what must not be told of ``sheet``.

    Where one part of a scored node is withheld, its lightest other part goes with it; where there is no other part, the
    node itself. Bounds and claims of the nodes above are further equations in the same unknowns, so they go as well.
    """
    small = frozenset(c for c, score in sheet.capabilities.items() if too_small(score))
    if not small:
        return Withheld()
    hidden = set(small)
    for node in reversed(tuple(sheet.nodes)):  # from the capabilities upwards
        parts = sheet.nodes[node].contributions
        lost = hidden & set(parts)
        if len(lost) != 1:
            continue
        others = sorted(set(parts) - lost, key=lambda c: (sheet.nodes[c].effective_weight, c))
        hidden |= set(_whole(sheet, others[0])) if others else {node}
    partners = frozenset(hidden & sheet.capabilities.keys()) - small
    return Withheld(frozenset(hidden), partners, frozenset(_above(sheet, hidden)))


def _whole(sheet: ScoreSheet, node: str) -> Iterator[str]:
    """Yield a node with everything that makes up its score."""
    yield node
    for part in sheet.nodes[node].contributions:
        yield from _whole(sheet, part)


def _above(sheet: ScoreSheet, hidden: AbstractSet[str]) -> set[str]:
    """Return the inner nodes into whose bounds something withheld may have gone, the root always among them."""
    found = {sheet.index.id}
    for node in reversed(tuple(sheet.nodes)):
        made = sheet.nodes[node]
        if node not in sheet.capabilities and (made.score is None or (hidden | found) & set(made.contributions)):
            found.add(node)
    return found
