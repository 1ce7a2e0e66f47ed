"""The resource inventory: acceptance test, value, readiness, overlooked test, leverage index, what each one suggests.

Formulas: domain §3.5. leverage (四两拨千斤) = value × (1 − utilisation) × (readiness + 1)/6 ÷ effort.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from assessment.content import ContentPack
from assessment.industries import Industry
from assessment.resource_rules import Condition, FactTest, ResourceRule
from assessment.resources import READINESS, AppraisedResource, Resource, ResourceType
from roadmap.situation import Facts, Suggestion

VALUE_PARTS = ("reach", "relevance", "trust", "margin")
EFFORTS = (1, 2, 3)
VALUABLE, HARDLY_USED = 3.5, 0.2
NO = frozenset({"", "no", "none", "false", "0", "0.0"})
HANDLED = frozenset({"ADV", "PLAT", "COMM", "PREP"})
CASES = "RC-K"


def acceptance(resource: Resource) -> tuple[str, ...]:
    """Return what the acceptance test still lacks; empty when the thing is a resource.

    A thing is a resource only if it *can be used* (who, by when, with what right) and *helps a deal* (at which moment).
    """
    lacking: list[str] = []
    if not resource.can_be_used.strip():
        lacking.append("can_be_used")
    if not resource.helps.strip():
        lacking.append("helps")
    if not resource.moments:
        lacking.append("moments")
    return tuple(lacking)


def value_of(resource: Resource) -> float:
    """Return the mean of reach, relevance to the buyer, trust and margin effect (1-5)."""
    return sum(resource.value_parts[part] for part in VALUE_PARTS) / len(VALUE_PARTS)


def readiness_of(resource: Resource) -> int:
    """Return the number of readiness steps reached (0-5)."""
    return len(resource.readiness & set(READINESS))


def leverage(value: float, utilisation: float | None, readiness: int, effort: int) -> float:
    """Return the leverage index; utilisation nobody tracks counts as none.

    >>> round(leverage(4.5, 0.05, 2, 1), 4)
    2.1375
    """
    return value * (1 - (utilisation or 0.0)) * (readiness + 1) / 6 / effort


def why_overlooked(resource: Resource) -> tuple[str, ...]:
    """Return why a resource counts as overlooked; empty when it does not.

    ``named_below``: stores or data named it, executives did not. ``valuable_unused``: value ≥ 3.5 and used in fewer than
    20 % of the moments.
    """
    reasons: list[str] = []
    named = set(resource.named_by)
    if named & {"store", "data"} and "executive" not in named:
        reasons.append("named_below")
    if value_of(resource) >= VALUABLE and (resource.utilisation or 0.0) < HARDLY_USED:
        reasons.append("valuable_unused")
    return tuple(reasons)


def appraise(
    resources: Sequence[Resource], pack: ContentPack, industry: Industry, facts: Facts
) -> tuple[AppraisedResource, ...]:
    """Return the resources with their figures, highest leverage first, ties by id.

    What fails the acceptance test is left out. Initiatives that cannot be generated in this trade are never suggested,
    and cases then block public proof.
    """
    barred = pack.catalogue.forbidden.get(industry.id, ())
    made: list[AppraisedResource] = []
    for resource in resources:
        if acceptance(resource):
            continue
        kind = pack.resource_types.get(resource.type)
        rules = [r for r in pack.resource_rules if r.cls in {None, resource.cls}]
        fired = [r for r in rules if holds(r.when, resource, kind, industry.id, facts)]
        made.append(_appraised(resource, kind, fired, barred))
    return tuple(sorted(made, key=lambda a: (-a.leverage, a.resource.id)))


def _appraised(
    resource: Resource, kind: ResourceType | None, fired: Sequence[ResourceRule], barred: Sequence[str]
) -> AppraisedResource:
    value, readiness = value_of(resource), readiness_of(resource)
    suggests = dict.fromkeys(i for rule in fired for i in rule.suggests if i not in barred)
    reasons = why_overlooked(resource)
    return AppraisedResource(
        resource=resource,
        value=value,
        readiness=readiness,
        leverage=leverage(value, resource.utilisation, readiness, resource.effort),
        overlooked=bool(reasons),
        why_overlooked=reasons,
        suggests=tuple(suggests),
        rules=tuple(rule.id for rule in fired),
        blocked=blocked_uses(resource, kind, barred),
    )


def holds(when: Condition, resource: Resource, kind: ResourceType | None, industry: str, facts: Facts) -> bool:
    """Return whether every part of a condition that is set holds for a resource."""
    noted: Mapping[str, Any] = resource.facts or {}
    traits = kind.traits if kind else frozenset[str]()
    return (
        (when.value_at_least is None or value_of(resource) >= when.value_at_least)
        and (when.readiness_at_least is None or readiness_of(resource) >= when.readiness_at_least)
        and (when.lacks is None or when.lacks not in resource.readiness)
        and (when.trait is None or when.trait in traits)
        and (not when.untracked or resource.utilisation is None)
        and (when.noted is None or _written(noted, when.noted.key) == when.noted.value.casefold())
        and (when.not_noted is None or _written(noted, when.not_noted) in NO)
        and (when.fact is None or _exceeds(when.fact, facts))
        and (not when.industry or industry in when.industry)
        and industry not in when.not_industry
        and (not when.type or resource.type in when.type)
        and resource.type not in when.not_type
    )


def _written(noted: Mapping[str, Any], key: str) -> str:
    return str(noted.get(key, "")).strip().casefold()


def _exceeds(test: FactTest, facts: Facts) -> bool:
    if test.id not in facts.values:
        return False
    value = facts[test.id]
    if test.over is not None:
        whole = facts[test.over] if test.over in facts.values else 0.0
        if whole <= 0:
            return False
        value /= whole
    return value > test.more_than


def blocked_uses(resource: Resource, kind: ResourceType | None, barred: Sequence[str]) -> tuple[str, ...]:
    """Return what may not be done with a resource as it stands.

    ``rights``: no right or consent is written down, so no use at all. ``private``: one to one only. ``public_proof``:
    this trade bars public testimony. ``consent``: personal information without secured consent. ``review``: flags that
    demand a review of claims, plays or commission before release.
    """
    secured = "rights" in resource.readiness and bool(resource.rights.strip())
    found: list[str] = []
    if not secured:
        found.append("rights")
    if kind is not None and kind.private:
        found.append("private")
    if resource.cls == CASES and barred:
        found.append("public_proof")
    if "PIPL" in resource.flags and not secured:
        found.append("consent")
    if HANDLED & set(resource.flags):
        found.append("review")
    return tuple(found)


def resource_suggestions(
    appraised: Sequence[AppraisedResource], rules: Sequence[ResourceRule]
) -> tuple[Suggestion, ...]:
    """Return why each initiative is worth considering because of a resource; ``weight`` is the leverage index."""
    known = {rule.id: rule for rule in rules}
    found: list[Suggestion] = []
    for a in appraised:
        for rule in (known[ident] for ident in a.rules if ident in known):
            params = {
                "resource": a.resource.id,
                "rule": rule.id,
                "why_zh": rule.why.zh,
                "why_en": rule.why.en,
            }
            found += [
                Suggestion(i, "resource", a.resource.id, "suggest.resource", params, a.leverage)
                for i in rule.suggests
                if i in a.suggests
            ]
    return tuple(found)
