"""What a company profile must be like before it is stored: one bad number in it would reach every page."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from assessment.codec import checked
from assessment.engagement import CompanyProfile
from assessment.errors import InvalidInput, Problem
from assessment.seasons import season_problems
from questionnaires.locale_text import LocaleText

if TYPE_CHECKING:
    from assessment.content import ContentPack


YEARS_BEFORE, YEARS_AFTER = 1, 3


def clean_profile(
    profile: CompanyProfile,
    content: "ContentPack | None" = None,
    *,
    today: date | None = None,
    start_of: CompanyProfile | None = None,
) -> CompanyProfile:
    """Return the profile as it is stored; with ``content`` also every id in it must be there.

    With ``today`` a new start of the plan must lie near it; the start ``start_of`` has already may stay.

    Raises:
        InvalidInput: naming every field that cannot be used.
    """
    profile = checked(CompanyProfile, profile)
    problems = [*_values(profile), *(_ids(profile, content) if content else ())]
    if today and profile.start and (start_of is None or start_of.start != profile.start):
        problems += far_start(profile.start, today)
    if problems:
        raise InvalidInput(tuple(problems))
    return profile


def _values(profile: CompanyProfile) -> Iterator[Problem]:
    if not profile.name.strip():
        yield Problem("name", LocaleText("请填写公司名称。", "Give the company a name."))
    for where, value in (("industry", profile.industry), ("platform", profile.platform)):
        if not value:
            yield Problem(where, LocaleText("请选择一项。", "Choose one."))
    if profile.budget < 0:
        yield Problem("budget", LocaleText("预算不能为负数。", "A budget is not negative."))
    for role, weeks in sorted(profile.capacity.items()):
        if weeks < 0:
            yield Problem(f"capacity.{role}", LocaleText("人力不能为负数。", "Capacity is not negative."))
    yield from season_problems(profile.blackouts)
    for dimension, weight in sorted(profile.dimension_weights.items()):
        if weight < 0:
            yield Problem(f"dimension_weights.{dimension}", LocaleText("权重不能为负数。", "A weight is not negative."))


def far_start(start: date, today: date) -> Iterator[Problem]:
    """Check that a plan begins within a year before ``today`` and three years after it."""
    first, last = today - timedelta(days=YEARS_BEFORE * 366), today + timedelta(days=YEARS_AFTER * 366)
    if not first <= start <= last:
        text = LocaleText(
            f"应在 {first} 到 {last} 之间。方案从这一天排起，请核对年份。",
            f"Must lie between {first} and {last}. The plan is dated from this day; check the year.",
        )
        yield Problem("start", text)


def _ids(profile: CompanyProfile, content: "ContentPack") -> Iterator[Problem]:
    catalogue, framework = content.catalogue, content.library.framework
    platforms = [profile.platform, *([profile.compare_platform] if profile.compare_platform else [])]
    yield from _unknown("industry", [profile.industry], content.industries)
    yield from _unknown("platform", platforms, catalogue.platforms)
    yield from _unknown("capacity", profile.capacity, catalogue.roles)
    yield from _unknown("dimension_weights", profile.dimension_weights, {d.id for d in framework.dimensions})
    for where, ids in (("must", profile.must), ("must_not", profile.must_not), ("waived", profile.waived)):
        yield from _unknown(where, ids, catalogue.initiatives)


def _unknown(where: str, ids: Collection[str], known: Collection[str]) -> Iterator[Problem]:
    for ident in sorted(set(ids) - set(known)):
        yield Problem(where, LocaleText(f"内容库里没有 {ident}。", f"The content has no {ident}."))
