"""What a trade brings along before anybody has been asked: weights, flags, journey, usual figures. Content, not rules."""

from collections.abc import Mapping
from dataclasses import dataclass

from questionnaires.locale_text import LocaleText
from roadmap.initiatives import Grade
from roadmap.situation import IndustryRules

REFERENCE_STORES = 30
"""Number of stores the figures of a profile are written for; chain-wide ones are scaled from it."""


@dataclass(frozen=True, slots=True)
class Kpi:
    """A figure the trade watches. ``value`` is a placeholder of low reliability, to be replaced by the client's own.

    ``as_of`` is the month of the claim, empty when its source gives none.
    """

    id: str
    name: LocaleText
    grade: Grade
    as_of: str
    value: LocaleText | None = None


@dataclass(frozen=True, slots=True)
class JourneyPoint:
    """A step of the customer's way, or what happens at one (peak, end, break).

    ``capabilities`` of a step are those whose levels say how this company does there.
    """

    step: str
    text: LocaleText
    capabilities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Journey:
    """The customer's way through the trade, with the moment that is remembered, the last one, and where it breaks."""

    steps: tuple[JourneyPoint, ...]
    peak: JourneyPoint
    end: JourneyPoint
    breaks: tuple[JourneyPoint, ...]


@dataclass(frozen=True, slots=True)
class TargetChange:
    """A target level (1-5) that differs from the default, with the reason a reader is shown."""

    capability: str
    level: float
    reason: LocaleText


@dataclass(frozen=True, slots=True)
class Industry:
    """One trade.

    ``weights`` of the ten dimensions sum to 100. ``fact_defaults`` hold yuan, numbers and shares for a chain of
    ``REFERENCE_STORES`` stores, all of grade D. ``systems`` are the tool categories the register starts from.
    ``sales_moments`` word first trust, follow-up, closing and order for this trade. ``first_wave`` is what three months of
    default capacity carry on every example platform, ``next_wave`` what comes right after it.
    """

    id: str
    name: LocaleText
    shape: LocaleText
    weights: Mapping[str, int]
    repeat_business: bool
    flags: tuple[str, ...]
    lever_order: tuple[str, ...]
    first_wave: tuple[str, ...]
    systems: tuple[str, ...]
    kpis: tuple[Kpi, ...]
    journey: Journey
    sales_moments: Mapping[str, LocaleText]
    fact_defaults: Mapping[str, float]
    targets: tuple[TargetChange, ...] = ()
    next_wave: tuple[str, ...] = ()


def rules_of(industry: Industry) -> IndustryRules:
    """Return what the roadmap engine needs to know of a trade."""
    return IndustryRules(
        id=industry.id,
        flags=industry.flags,
        lever_order=industry.lever_order,
        first_wave=industry.first_wave,
        repeat_business=industry.repeat_business,
    )
