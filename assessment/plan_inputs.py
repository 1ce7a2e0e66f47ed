"""What a plan was made from, kind by kind, so that a reader is told when it is out of date, and because of what."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from assessment.codec import fingerprint
from assessment.gathering import Gathered
from assessment.industries import rules_of
from assessment.situation import standing_of
from assessment.wave import industry_of
from roadmap.plan import Snapshot
from scoring import ScoreSheet

if TYPE_CHECKING:
    from assessment.content import ContentPack
    from assessment.picture import Picture

KINDS = ("profile", "terms", "facts", "scores", "targets", "needs", "resources", "systems", "content")
"""Kinds of input in the order a reader is told of them."""
COMPANY = "company"
"""The profile without its terms; versions made before the two were told apart know the whole profile only."""
GAPS = "gaps"
"""Gaps follow from scores and targets; alone they tell which of the two matters to the plan."""
SOURCES = {"needs": "need", "resources": "resource", "systems": "silo", "scores": "perception"}
"""The kind of suggestion that a kind of input gives rise to."""


def inputs_of(gathered: Gathered, picture: "Picture", content: "ContentPack") -> dict[str, str]:
    """Return the fingerprint of every kind of input, as far as it can change a plan. Pure.

    A corrected note or a renamed store changes none of them.
    """
    profile = gathered.profile
    company = (profile.platform, profile.compare_platform, profile.start)
    limits = (profile.budget, profile.capacity, profile.blackouts, profile.must, profile.must_not, profile.waived)
    rules = rules_of(industry_of(profile, content))
    why = {kind: [s for s in picture.suggestions if s.kind == source] for kind, source in SOURCES.items()}
    return {
        "profile": fingerprint(*company, *limits, rules),
        COMPANY: fingerprint(*company, rules),
        "terms": fingerprint(*limits, profile.budget_per_month, profile.theta, profile.term_notes),
        "facts": fingerprint(picture.facts),
        "scores": fingerprint(standing_of(picture.sheet), why["scores"]),
        "targets": fingerprint(picture.targets.targets),
        "needs": fingerprint(why["needs"]),
        "resources": fingerprint(why["resources"]),
        "systems": fingerprint(why["systems"]),
        "content": content.hash,
        GAPS: fingerprint(picture.gaps),
    }


def changed_since(snapshot: Snapshot, now: Mapping[str, str], sheet: ScoreSheet) -> tuple[str, ...]:
    """Return the kinds of input that are not what this version was made from; nothing while it is up to date.

    Versions published before inputs were kept know the scores they came from and nothing else.
    """
    before = snapshot.inputs
    if not before:
        return () if snapshot.score_digest == sheet.digest else ("scores",)
    moved = {kind for kind in now if now[kind] != before.get(kind)}
    moved.discard("profile" if COMPANY in before else "terms")
    if COMPANY in before and COMPANY in moved:
        moved.add("profile")
    if GAPS not in moved:
        moved.discard("targets")
    elif not moved & {"scores", "targets"}:
        moved.add("scores")
    return tuple(kind for kind in KINDS if kind in moved)
