"""Gaps, voices and overlooked resources: the three lists beside the scores."""

from dataclasses import dataclass

from assessment.dossier import Dossier
from questionnaires.locale_text import LocaleText
from reports.chapters.closing import told
from reports.chapters.one_page import meaning
from reports.figures import called, rank
from reports.phrases import numbers as written
from scoring.sheet import CapabilityScore, PerceptionGap
from web.components import numbers
from web.components.bilingual import Bilingual
from web.i18n.sentences import both, same

GAPS = 6
VOICES = 5
RESOURCES = 5


@dataclass(frozen=True, slots=True)
class GapRow:
    """A capability below target, what the plan does about it, and a remark where that does not close it."""

    id: str
    name: LocaleText
    level: LocaleText
    colour: int
    target: LocaleText
    target_colour: int
    answer: LocaleText
    note: LocaleText


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """One capability as executives and as stores see it; ``tone`` is warn, ok or nothing."""

    id: str
    name: LocaleText
    executives: LocaleText
    stores: LocaleText
    left: str
    right: str
    delta: LocaleText
    verdict: LocaleText
    tone: str
    meaning: LocaleText


@dataclass(frozen=True, slots=True)
class OverlookedRow:
    """A resource of value that is hardly used."""

    id: str
    name: LocaleText
    value: LocaleText
    use: LocaleText
    leverage: LocaleText
    leads: LocaleText


def gaps_of(d: Dossier) -> tuple[GapRow, ...]:
    """Return the most worthwhile gaps."""
    p = Bilingual(d)
    return tuple(
        GapRow(
            id=gap.capability,
            name=p.name(gap.capability),
            level=numbers.level(gap.level),
            colour=numbers.whole_level(gap.level),
            target=same(written.plain(gap.target)),
            target_colour=numbers.whole_level(gap.target),
            answer=p.both(lambda r, c=gap.capability: told(r, c)[0]),
            note=p.both(lambda r, c=gap.capability: told(r, c)[1]),
        )
        for gap in d.gaps[:GAPS]
    )


def voices_of(d: Dossier) -> tuple[VoiceRow, ...]:
    """Return the largest differences between executives and stores, the called ones first."""
    p = Bilingual(d)
    ordered = sorted(p.zh.voices, key=lambda s: not called(s))
    return tuple(_voice(p, s, s.gap) for s in ordered[:VOICES] if s.gap)


def _voice(p: Bilingual, score: CapabilityScore, gap: PerceptionGap) -> VoiceRow:
    named, ahead = called(score), gap.delta < 0
    return VoiceRow(
        id=score.id,
        name=p.name(score.id),
        executives=numbers.level(gap.executives),
        stores=numbers.level(gap.stores),
        left=_place(float(gap.executives)),
        right=_place(float(gap.stores)),
        delta=numbers.plain(gap.delta, 1, signed=True),
        verdict=both("voice.ahead" if ahead else "voice.gap") if named else both("voice.watch"),
        tone=("ok" if ahead else "warn") if named else "",
        meaning=p.both(lambda r: meaning(r, float(gap.delta), float(gap.dont_know_share))),
    )


def _place(level: float) -> str:
    """Put a level of 1-5 on a line, as a CSS length."""
    return f"{(level - 1) / 4:.1%}"


def overlooked_of(d: Dossier) -> tuple[OverlookedRow, ...]:
    """Return overlooked resources, the greatest leverage first."""
    p = Bilingual(d)
    return tuple(
        OverlookedRow(
            id=a.resource.id,
            name=p.name(a.resource.id),
            value=numbers.plain(a.value, 1),
            use=numbers.percent(a.resource.utilisation)
            if a.resource.utilisation is not None
            else both("word.untracked"),
            leverage=numbers.plain(a.leverage, 2),
            leads=p.name(a.suggests[0]) if a.suggests else both("word.open"),
        )
        for a in [a for a in rank(p.zh) if a.overlooked][:RESOURCES]
    )
