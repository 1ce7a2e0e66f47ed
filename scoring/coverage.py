"""Coverage: how much of what was asked can be used. Below 60 % there is no number."""

from collections.abc import Mapping
from fractions import Fraction

from scoring.exact import Exact
from scoring.sheet import GroupEstimate

ENOUGH = Fraction(3, 5)


def capability_coverage(groups: Mapping[str, GroupEstimate], weights: Mapping[str, Exact]) -> Fraction:
    """Return usable / asked units of the strongest group.

    The strongest group is the heaviest one that has a value (weight 0 does not count); between equally heavy groups the
    better covered. 0 when no group has a value.
    """
    answered = [
        (Fraction(weights.get(g, 0)), min(Fraction(1), Fraction(made.units, made.asked)))
        for g, made in groups.items()
        if made.units and weights.get(g, 0) > 0
    ]
    return max(answered)[1] if answered else Fraction(0)


def node_coverage(children: Mapping[str, Fraction], weights: Mapping[str, Exact]) -> Fraction:
    """Return the weighted mean coverage of applicable children.

    >>> node_coverage({"a": Fraction(1), "b": Fraction(0)}, {"a": 3, "b": 1})
    Fraction(3, 4)
    """
    return sum((weights[c] * share for c, share in children.items()), Fraction(0)) / Fraction(
        sum(weights[c] for c in children)
    )
