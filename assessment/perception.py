"""What the difference between executives and stores suggests: rules that did not land, good practice nobody knows of."""

from collections.abc import Mapping
from fractions import Fraction

from assessment.perception_content import PerceptionDefinition, PerceptionKind
from roadmap.situation import Suggestion
from scoring.sheet import CapabilityScore, PerceptionGap, ScoreSheet

NOT_COMMUNICATED = Fraction(3, 10)


def kind_of(gap: PerceptionGap) -> PerceptionKind | None:
    """Return what a gap means, or None when it means nothing.

    A clear difference (|Δ| ≥ 1) counts unless the test over all pairs says it may be chance; a watch (≥ 0.5) only when
    that test calls it. Else more than 30 % "don't know" among the stores.
    """
    if gap.verdict == "hidden":
        return None
    clear = gap.called is not False if gap.verdict == "gap" else gap.verdict == "watch" and bool(gap.called)
    if clear:
        return "ahead" if gap.delta > 0 else "hidden"
    return "not_communicated" if gap.dont_know_share > NOT_COMMUNICATED else None


def perception_suggestions(
    sheet: ScoreSheet, definitions: Mapping[str, PerceptionDefinition]
) -> tuple[Suggestion, ...]:
    """Return why an initiative is worth considering because of a perception gap, largest difference first."""
    found: list[tuple[CapabilityScore, PerceptionGap, PerceptionDefinition]] = []
    for score in sheet.capabilities.values():
        kind = kind_of(score.gap) if score.gap else None
        if score.gap is not None and kind is not None and kind in definitions:
            found.append((score, score.gap, definitions[kind]))
    found.sort(key=lambda row: (-abs(row[1].delta), row[0].id))
    return tuple(
        Suggestion(
            initiative,
            "perception",
            score.id,
            f"suggest.perception.{definition.id}",
            {
                "capability": score.id,
                "delta": float(gap.delta),
                "share": float(gap.dont_know_share),
                "why_zh": definition.why.zh,
                "why_en": definition.why.en,
            },
            max(1.0, abs(float(gap.delta))),
        )
        for score, gap, definition in found
        for initiative in definition.initiatives
    )
