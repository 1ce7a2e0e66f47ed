"""The company profile as a form, and the form as a company profile."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from assessment.codec import print_of
from assessment.content import ContentPack
from assessment.engagement import CompanyProfile
from assessment.profile_checks import far_start
from questionnaires.locale_text import LocaleText
from reports.phrases import numbers as written
from web.components.choices import Choice, choices
from web.components.posted import LONG, Posted
from web.i18n.sentences import NOTHING

CURRENCIES = tuple(written.SYMBOLS)
RANGES = 3
MONTHS = tuple(str(month) for month in range(1, 13))
CENTS = 100
MOST_WEEKS = 200


@dataclass(frozen=True, slots=True)
class Capacity:
    """Person-weeks a month of one role."""

    name: str
    text: LocaleText
    value: str


@dataclass(frozen=True, slots=True)
class Peak:
    """One range of months of peak season; empty texts when it is not used."""

    number: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class ProfileView:
    """The form. ``id`` is empty for a new engagement; ``drawn`` is the print of the profile it was drawn from."""

    loaded: bool = False
    id: str = ""
    name: str = ""
    name_en: str = ""
    industry: str = ""
    scope: str = "full"
    platform: str = ""
    compare: str = ""
    currency: str = "CNY"
    start: str = ""
    budget: str = ""
    capacity: tuple[Capacity, ...] = ()
    peaks: tuple[Peak, ...] = ()
    confidentiality: LocaleText = NOTHING
    policy: LocaleText = NOTHING
    industries: tuple[Choice, ...] = ()
    platforms: tuple[Choice, ...] = ()
    drawn: str = ""


def form_of(pack: ContentPack, profile: CompanyProfile | None = None, engagement: str = "") -> ProfileView:
    """Return the form, filled from a profile or with the defaults of the catalogue."""
    base = profile or CompanyProfile(
        "", next(iter(pack.industries)), next(iter(pack.catalogue.platforms)), capacity=pack.catalogue.defaults.capacity
    )
    usual = pack.catalogue.defaults.capacity
    ranges = [(str(first), str(last)) for first, last in base.blackouts[:RANGES]]
    ranges += [("", "")] * (RANGES - len(ranges))
    return ProfileView(
        loaded=True,
        id=engagement,
        name=base.name,
        name_en=base.name_en,
        industry=base.industry,
        scope=base.scope,
        platform=base.platform,
        compare=base.compare_platform or "",
        currency=base.currency,
        start=base.start.isoformat() if base.start else "",
        budget=f"{base.budget / CENTS:.0f}" if base.budget else "",
        capacity=tuple(
            Capacity(f"capacity.{role}", name, f"{base.capacity.get(role, usual.get(role, 0)):g}")
            for role, name in pack.catalogue.roles.items()
        ),
        peaks=tuple(Peak(n, first, last) for n, (first, last) in enumerate(ranges, 1)),
        confidentiality=base.confidentiality or NOTHING,
        policy=base.policy_notes or NOTHING,
        industries=choices({key: industry.name for key, industry in pack.industries.items()}),
        platforms=choices({key: platform.name for key, platform in pack.catalogue.platforms.items()}),
        drawn=print_of(profile),
    )


def profile_from(
    form: Mapping[str, Any], pack: ContentPack, base: CompanyProfile | None = None, today: date | None = None
) -> CompanyProfile:
    """Return the profile a form describes; what the form does not ask is kept from ``base``.

    With ``today`` a start that ``base`` does not have already must lie near it.

    Raises:
        InvalidInput: naming every field that cannot be used.
    """
    posted = Posted(form)
    platforms = tuple(pack.catalogue.platforms)
    name = posted.text("name", required=True)
    industry = posted.choice("industry", tuple(pack.industries))
    platform = posted.choice("platform", platforms)
    start = posted.day("start")
    if start is None and not posted.text("start"):
        posted.wrong("start", "missing")
    elif start and today and (base is None or base.start != start):
        posted.problems += far_start(start, today)
    found = replace(
        base or CompanyProfile(name, industry, platform),
        name=name,
        name_en=posted.text("name_en"),
        industry=industry,
        scope="core" if posted.choice("scope", ("full", "core")) == "core" else "full",
        platform=platform,
        compare_platform=posted.choice("compare", platforms, required=False) or None,
        currency=posted.choice("currency", CURRENCIES) or "CNY",
        start=start,
        budget=posted.money("budget") or 0,
        capacity=_capacity(posted, pack),
        blackouts=_peaks(posted),
        confidentiality=_pair(posted, "confidentiality", 200),
        policy_notes=_pair(posted, "policy", LONG),
    )
    posted.check()
    return found


def _capacity(posted: Posted, pack: ContentPack) -> dict[str, float]:
    found = {role: posted.number(f"capacity.{role}", 0, MOST_WEEKS) for role in pack.catalogue.roles}
    return {role: float(weeks) for role, weeks in found.items() if weeks is not None}


def _peaks(posted: Posted) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    for n in range(1, RANGES + 1):
        first = posted.choice(f"peak{n}.first", MONTHS, required=False)
        last = posted.choice(f"peak{n}.last", MONTHS, required=False)
        if bool(first) != bool(last):
            posted.wrong(f"peak{n}.{'last' if first else 'first'}", "half")
        elif first:
            found.append((int(first), int(last)))
    return tuple(found)


def _pair(posted: Posted, name: str, limit: int) -> LocaleText | None:
    zh, en = posted.text(f"{name}.zh", limit=limit), posted.text(f"{name}.en", limit=limit)
    return LocaleText(zh or en, en or zh) if zh or en else None
