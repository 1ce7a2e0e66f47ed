"""Two profiles side by side: what somebody wanted to save and what was saved meanwhile."""

from collections.abc import Iterator, Mapping

from assessment.content import ContentPack
from assessment.engagement import CompanyProfile
from questionnaires.locale_text import LocaleText
from web.components import numbers
from web.components.conflict import ConflictView, Difference
from web.components.posted import label_of
from web.i18n.sentences import both, joined, same
from web.pages.profile.view import RANGES

WORDS = ("name", "name_en", "currency")


def names_of(pack: ContentPack) -> dict[str, LocaleText]:
    """Return what the fields are called that only this form has: the roles, and the ends of the peak seasons."""
    ends = {
        f"peak{n}.{end}": both(f"profile.peak.{end}", n=n) for n in range(1, RANGES + 1) for end in ("first", "last")
    }
    roles = {f"capacity.{role}": name for role, name in pack.catalogue.roles.items()}
    return {**roles, **ends, "blackouts": label_of("peaks")}


def conflict_of(pack: ContentPack, mine: CompanyProfile, theirs: CompanyProfile) -> ConflictView:
    """Return every field on which two profiles differ, worded as on the page."""
    return ConflictView(shown=True, rows=tuple(_rows(pack, mine, theirs)))


def _rows(pack: ContentPack, mine: CompanyProfile, theirs: CompanyProfile) -> Iterator[Difference]:
    names, first, second = names_of(pack), _worded(pack, mine), _worded(pack, theirs)
    for key in (*first, *(key for key in second if key not in first)):
        one, other = first.get(key, same("—")), second.get(key, same("—"))
        if one != other:
            yield Difference(names.get(key) or label_of(key), one, other)


def _worded(pack: ContentPack, profile: CompanyProfile) -> Mapping[str, LocaleText]:
    platforms = {key: platform.name for key, platform in pack.catalogue.platforms.items()}
    platforms = {**platforms, "": same("—")}
    trade = pack.industries.get(profile.industry)
    notes = profile.policy_notes or same("")
    secrecy = profile.confidentiality or same("")
    return {
        **{name: same(getattr(profile, name) or "—") for name in WORDS},
        "industry": trade.name if trade else same(profile.industry),
        "scope": both(f"profile.scope.{profile.scope}"),
        "platform": platforms.get(profile.platform, same(profile.platform)),
        "compare": platforms.get(profile.compare_platform or "", same(profile.compare_platform)),
        "start": numbers.day(profile.start) if profile.start else same("—"),
        "budget": numbers.money(profile.budget, profile.currency) if profile.budget else same("—"),
        **{f"capacity.{role}": same(f"{profile.capacity.get(role, 0):g}") for role in pack.catalogue.roles},
        "peaks": _peaks(profile),
        "confidentiality.zh": same(secrecy.zh or "—"),
        "confidentiality.en": same(secrecy.en or "—"),
        "policy.zh": same(notes.zh or "—"),
        "policy.en": same(notes.en or "—"),
    }


def _peaks(profile: CompanyProfile) -> LocaleText:
    months = [both("profile.peak", first=first, last=last) for first, last in profile.blackouts]
    return joined(months) if months else same("—")
