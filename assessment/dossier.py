"""The dossier: everything a report or a page prints about one engagement, composed once, frozen, hashed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from assessment.engagement import CompanyProfile, DataFlow, Need, Person, Silo, Store, System
from assessment.industries import Industry
from assessment.narratives import Narrative
from assessment.reasons import WeighedReason
from assessment.resources import AppraisedResource
from assessment.terms import PlanTerms
from assessment.titles import TitleRule
from questionnaires.cards import SalesMoment
from questionnaires.framework import Framework
from roadmap.initiatives import Catalogue
from roadmap.plan import Forecast, Progress, Snapshot
from roadmap.situation import Facts
from scoring.sheet import Gap, ScoreSheet
from scoring.tree import Targets


@dataclass(frozen=True, slots=True)
class Coverage:
    """Who was asked and who answered, per source group: what a figure rests on.

    Forms are the managers' and count by store; guides count by person and tell no figure below ``FEWEST_GUIDES``.
    ``visits`` are stores visited, of ``visits_wanted`` by the rule of the sample; mystery visits are counted apart.
    ``requests_asked`` of the client were asked for or settled, ``requests_received`` of them came.
    ``evidence_share`` is the share of answered levels with something shown beside the words.
    """

    stores: int
    forms_asked: int
    forms_returned: int
    executives: int
    visits: int
    documents: int
    answers: int
    dont_know_share: float
    evidence_share: float
    by_stratum: Mapping[str, tuple[int, int]]
    missing_forms: tuple[str, ...]
    guides_asked: int = 0
    guides_returned: int = 0
    visits_wanted: int = 0
    mystery_visits: int = 0
    requests_asked: int = 0
    requests_received: int = 0


@dataclass(frozen=True, slots=True)
class PlatformComparison:
    """The same roadmap re-run on another platform: what it would earn and cost there.

    ``status`` is how far the search came: ``optimal`` proven, ``feasible`` not, ``infeasible`` when the limits leave no
    plan there, ``no_plan`` when none was found in time (both without figures); empty in rows kept before it was noted.
    """

    platform: str
    items: int
    one_off: int
    person_weeks: float
    net_p50: int
    fit: Mapping[str, float]
    not_offered: tuple[str, ...]
    profit_per_yuan: float | None
    status: Literal["", "optimal", "feasible", "infeasible", "no_plan"] = ""

    @property
    def run(self) -> bool:
        """Whether there is a plan on this platform to compare with."""
        return self.status not in {"infeasible", "no_plan"}


@dataclass(frozen=True, slots=True)
class Dossier:
    """One engagement, complete. ``snapshot`` is None before a roadmap exists. ``people`` holds no respondents' answers.

    ``industry``, ``narratives``, ``titles`` and ``sales_moments`` are content the report words its findings with;
    ``reasons`` are the three reasons to upgrade with what was said and what tests it.
    ``changed`` names the kinds of input that are no longer what the plan was made from; ``terms`` are those it was built
    under, None for versions published before they were kept.
    """

    engagement_id: str
    profile: CompanyProfile
    wave: int
    as_of: date
    composed_at: datetime
    consultants: tuple[str, ...]
    framework: Framework
    catalogue: Catalogue
    industry: Industry
    narratives: Mapping[str, Narrative]
    titles: tuple[TitleRule, ...]
    sales_moments: tuple[SalesMoment, ...]
    stores: tuple[Store, ...]
    people: tuple[Person, ...]
    coverage: Coverage
    sheet: ScoreSheet
    targets: Targets
    gaps: tuple[Gap, ...]
    resources: tuple[AppraisedResource, ...]
    systems: tuple[System, ...]
    flows: tuple[DataFlow, ...]
    silos: tuple[Silo, ...]
    facts: Facts
    needs: tuple[Need, ...]
    reasons: tuple[WeighedReason, ...]
    snapshot: Snapshot | None
    progress: Mapping[str, Progress]
    forecast: Forecast | None
    comparisons: tuple[PlatformComparison, ...]
    owners: Mapping[str, str]
    content_version: str
    content_hash: str
    digest: str
    changed: tuple[str, ...] = ()
    terms: PlanTerms | None = None
