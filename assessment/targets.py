"""Target levels: the default of the model, what the trade changes, what the workshop decided, what can be reached."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from assessment.industries import Industry, TargetChange
from questionnaires.locale_text import LocaleText
from roadmap.initiatives import Catalogue
from scoring import Profile, ScoringTree, Targets, default_targets
from scoring.exact import exact

Origin = Literal["default", "industry", "workshop", "capped"]
TOP = Fraction(5)


@dataclass(frozen=True, slots=True)
class ReasonedTargets:
    """Targets with where each one comes from and the sentence a reader is shown when it is not the default.

    ``capped`` marks a wish above the level any initiative leads to; the reason of the wish stays.
    """

    targets: Targets
    origins: Mapping[str, Origin]
    reasons: Mapping[str, LocaleText]


def reachable_levels(
    catalogue: Catalogue, capabilities: Sequence[str], barred: Sequence[str] = ()
) -> dict[str, Fraction]:
    """Return the highest level the catalogue's initiatives lead each capability to; 5 where none touches it.

    ``barred`` initiatives cannot be generated in this trade and lead nowhere.
    """
    found: dict[str, Fraction] = {}
    for initiative in catalogue.initiatives.values():
        if initiative.id in barred:
            continue
        for r in initiative.raises:
            found[r.capability] = max(found.get(r.capability, Fraction(0)), Fraction(r.to))
    return {c: found.get(c, TOP) for c in capabilities}


def choose_targets(
    tree: ScoringTree,
    profile: Profile,
    industry: Industry,
    changes: Sequence[TargetChange],
    catalogue: Catalogue,
) -> ReasonedTargets:
    """Return the targets of one engagement: default, then the trade's, then the workshop's, capped by what is reachable.

    Changes of capabilities outside the tree (a core assessment) are left out. ``targets.reasons`` holds the origin code
    of every target that is not the default.
    """
    leaves = [n.id for n in tree.nodes if not any(m.parent == n.id for m in tree.nodes)]
    reach = reachable_levels(catalogue, leaves, catalogue.forbidden.get(industry.id, ()))
    base = default_targets(tree, profile, reach)
    levels = dict(base.levels)
    origins: dict[str, Origin] = dict.fromkeys(levels, "default")
    reasons: dict[str, LocaleText] = {}
    for change in (*industry.targets, *changes):
        if change.capability not in levels:
            continue
        wish, limit = Fraction(exact(change.level)), reach[change.capability]
        levels[change.capability] = min(wish, limit)
        origins[change.capability] = _origin(change, industry, wish > limit)
        reasons[change.capability] = change.reason
    codes = {c: origin for c, origin in origins.items() if origin != "default"}
    return ReasonedTargets(Targets(levels, codes), origins, reasons)


def _origin(change: TargetChange, industry: Industry, capped: bool) -> Origin:
    if capped:
        return "capped"
    return "industry" if any(change is own for own in industry.targets) else "workshop"
