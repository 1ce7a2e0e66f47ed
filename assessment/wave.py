"""One assessment wave from end to end, pure: what was gathered becomes a score sheet, targets and gaps."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from assessment.content import ContentPack
from assessment.coverage import coverage_of
from assessment.dossier import Coverage
from assessment.engagement import CompanyProfile, Need
from assessment.fieldwork import Fieldwork
from assessment.industries import Industry, TargetChange
from assessment.needs import opportunity_by_capability
from assessment.observing import forms_asked, observations_of
from assessment.strata import strata_of
from assessment.targets import ReasonedTargets, choose_targets
from questionnaires import scope_of
from scoring import (
    Adjudication,
    Gap,
    Observation,
    Profile,
    ScoreSheet,
    ScoringTree,
    find_gaps,
    score,
    tree_from_framework,
)


@dataclass(frozen=True, slots=True)
class Wave:
    """What one wave says: scores, who stands behind them, where to, and how far it is."""

    sheet: ScoreSheet
    coverage: Coverage
    targets: ReasonedTargets
    gaps: tuple[Gap, ...]


def industry_of(profile: CompanyProfile, pack: ContentPack) -> Industry:
    """Return the trade of a company; the generic one when the content has none of that id."""
    return pack.industries.get(profile.industry) or pack.industries["generic"]


def scoring_profile(profile: CompanyProfile, industry: Industry) -> Profile:
    """Return the weights of a company: the trade's, with what the consultant changed laid over them."""
    weights = {**industry.weights, **profile.dimension_weights}
    return Profile(dimension_weights={key: Fraction(weight) for key, weight in weights.items()})


def tree_of(profile: CompanyProfile, pack: ContentPack) -> ScoringTree:
    """Return the tree a company is scored on: the whole framework, or its core."""
    framework = pack.library.framework
    kept = scope_of(framework, profile.scope)
    return tree_from_framework(framework, scoring_profile(profile, industry_of(profile, pack)), kept)


def observed(profile: CompanyProfile, work: Fieldwork, pack: ContentPack) -> tuple[Observation, ...]:
    """Return what was gathered as observations of the capabilities in the company's scope."""
    return observations_of(pack.library, work, scope_of(pack.library.framework, profile.scope))


def score_wave(
    profile: CompanyProfile,
    work: Fieldwork,
    pack: ContentPack,
    adjudications: Sequence[Adjudication] = (),
    seen: Sequence[Observation] | None = None,
) -> ScoreSheet:
    """Score what was gathered; the same input gives the same digest. ``seen`` spares making the observations again.

    Raises ScoringInputError for an adjudication or a weight that cannot be used.
    """
    scope = scope_of(pack.library.framework, profile.scope)
    return score(
        tree_of(profile, pack),
        observed(profile, work, pack) if seen is None else seen,
        strata=strata_of(work.stores),
        adjudications=adjudications,
        forms_asked=forms_asked(pack.library, work.people, scope),
    )


def targets_of(profile: CompanyProfile, changes: Sequence[TargetChange], pack: ContentPack) -> ReasonedTargets:
    """Return the targets of a company with their reasons."""
    industry = industry_of(profile, pack)
    return choose_targets(tree_of(profile, pack), scoring_profile(profile, industry), industry, changes, pack.catalogue)


def read_wave(
    profile: CompanyProfile,
    work: Fieldwork,
    needs: Sequence[Need],
    changes: Sequence[TargetChange],
    pack: ContentPack,
    adjudications: Sequence[Adjudication] = (),
) -> Wave:
    """Return everything one wave says. Needs weigh on the priority of gaps through their opportunity."""
    seen = observed(profile, work, pack)
    sheet = score_wave(profile, work, pack, adjudications, seen)
    targets = targets_of(profile, changes, pack)
    gaps = find_gaps(sheet, targets.targets, opportunity_by_capability(needs))
    return Wave(sheet, coverage_of(pack.library, work, seen), targets, gaps)
