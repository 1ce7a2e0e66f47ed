"""The picture of an engagement: everything that is computed from what was gathered, short of the plan."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from sqlmodel import Session

from assessment.dossier import Coverage
from assessment.engagement import CompanyProfile, Silo
from assessment.facts import fill_facts
from assessment.gathering import Gathered, gather
from assessment.inventory import appraise
from assessment.remembering import Memory
from assessment.resources import AppraisedResource
from assessment.silos import find_silos
from assessment.situation import constraints_of, plan_input, suggestions_of
from assessment.tables import EngagementRow
from assessment.targets import ReasonedTargets
from assessment.wave import industry_of, read_wave
from questionnaires import scope_of
from roadmap import PlanInput
from roadmap.situation import Facts, Suggestion
from scoring import Gap, ScoreSheet

if TYPE_CHECKING:
    from assessment.content import ContentPack
    from assessment.database import Database


@dataclass(frozen=True, slots=True)
class Picture:
    """Where the company stands, what it overlooks, and every reason to move."""

    sheet: ScoreSheet
    coverage: Coverage
    targets: ReasonedTargets
    gaps: tuple[Gap, ...]
    facts: Facts
    resources: tuple[AppraisedResource, ...]
    silos: tuple[Silo, ...]
    suggestions: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True)
class View:
    """What was gathered, with the picture it gives."""

    gathered: Gathered
    picture: Picture


_views: Memory[View] = Memory(32)


def view_of(db: "Database", session: Session, row: EngagementRow, content: "ContentPack") -> View:
    """Return what was gathered and its picture; remembered until the research or the content changes."""

    def look() -> View:
        gathered = gather(session, row)
        return View(gathered, draw(gathered, content))

    return _views.recall((db.identity, row.id, row.researched, content.hash), look)


def draw(gathered: Gathered, content: "ContentPack") -> Picture:
    """Compute the picture. Pure."""
    profile, work = _known_weights(gathered.profile, content), gathered.work
    scope = set(scope_of(content.library.framework, profile.scope))
    decided = tuple(a for a in gathered.adjudications if a.capability in scope)
    wave = read_wave(profile, work, gathered.needs, gathered.targets, content, decided)
    industry = industry_of(profile, content)
    facts = fill_facts(gathered.facts, content.fact_definitions, industry, len(work.stores), profile.currency)
    resources = appraise(gathered.resources, content, industry, facts)
    silos = find_silos(gathered.systems, gathered.flows, content.silos)
    return Picture(
        sheet=wave.sheet,
        coverage=wave.coverage,
        targets=wave.targets,
        gaps=wave.gaps,
        facts=facts,
        resources=resources,
        silos=silos,
        suggestions=suggestions_of(wave.sheet, resources, silos, gathered.needs, content),
    )


def _known_weights(profile: CompanyProfile, content: "ContentPack") -> CompanyProfile:
    """Leave weights of dimensions out that this content no longer has, rather than score nothing at all."""
    known = {dimension.id for dimension in content.library.framework.dimensions}
    kept = {key: weight for key, weight in profile.dimension_weights.items() if key in known}
    return profile if len(kept) == len(profile.dimension_weights) else replace(profile, dimension_weights=kept)


def input_of(
    gathered: Gathered,
    picture: Picture,
    content: "ContentPack",
    today: date,
    platform: str,
    start: date | None = None,
) -> PlanInput:
    """Return what the roadmap engine plans from; it begins on ``start`` when the profile names no day. Pure."""
    profile = replace(gathered.profile, start=gathered.profile.start or start)
    constraints = constraints_of(profile, content.catalogue.defaults, gathered.as_of or today)
    return plan_input(
        profile,
        picture.sheet,
        picture.gaps,
        picture.suggestions,
        picture.facts,
        constraints,
        content,
        platform,
    )
