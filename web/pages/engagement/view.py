"""The engagement page as data: a pure function of the dossier."""

from dataclasses import dataclass
from datetime import date

from assessment.dossier import Dossier
from questionnaires.locale_text import LocaleText
from reports.chapters.one_page import title as headline
from roadmap.initiatives import ComplianceFlag
from web.components.bilingual import Bilingual
from web.i18n.sentences import NOTHING, both, joined
from web.pages.engagement.actions import Action, actions_of
from web.pages.engagement.board import StratumRow, board_of
from web.pages.engagement.deciding import Dispute, disputes
from web.pages.engagement.standing import (
    UNKNOWN,
    Count,
    DimensionRow,
    GateLine,
    Standing,
    coverage_of,
    dimensions_of,
    gates_of,
    standing_of,
)
from web.pages.engagement.voices import (
    GapRow,
    OverlookedRow,
    VoiceRow,
    gaps_of,
    overlooked_of,
    voices_of,
)


@dataclass(frozen=True, slots=True)
class FlagNote:
    """A rule of law or of a platform that touches what is planned; for orientation, a lawyer reviews it."""

    code: str
    name: LocaleText
    rule: LocaleText
    wording: LocaleText
    touches: LocaleText
    source: LocaleText


@dataclass(frozen=True, slots=True)
class EngagementView:
    """The page. ``loaded`` is False until the first answer of the server, ``scored`` while no dimension has a score."""

    loaded: bool = False
    title: LocaleText = NOTHING
    about: LocaleText = NOTHING
    standing: Standing = UNKNOWN
    coverage: tuple[Count, ...] = ()
    actions: tuple[Action, ...] = ()
    bars_title: LocaleText = NOTHING
    bars: tuple[DimensionRow, ...] = ()
    bars_note: LocaleText = NOTHING
    intervals: bool = False
    gates: tuple[GateLine, ...] = ()
    gates_title: LocaleText = NOTHING
    gaps: tuple[GapRow, ...] = ()
    gaps_title: LocaleText = NOTHING
    voices: tuple[VoiceRow, ...] = ()
    voices_title: LocaleText = NOTHING
    voices_total: int = 0
    scored: bool = False
    overlooked: tuple[OverlookedRow, ...] = ()
    overlooked_title: LocaleText = NOTHING
    board_title: LocaleText = NOTHING
    board: tuple[StratumRow, ...] = ()
    flags: tuple[FlagNote, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    digest: str = ""


def engagement_of(d: Dossier, today: date, *, internal: bool, reports: int = 0) -> EngagementView:
    """Return the page; stores are named only for the consulting team."""
    p = Bilingual(d)
    return EngagementView(
        loaded=True,
        title=title_of(d),
        about=_about(d),
        standing=standing_of(d),
        coverage=coverage_of(d),
        actions=actions_of(d, today, named=internal, reports=reports),
        bars_title=_bars_title(p),
        bars=dimensions_of(d),
        bars_note=_bars_note(d),
        intervals=any(row.interval.zh != "—" for row in dimensions_of(d)),
        gates=gates_of(d),
        gates_title=both("gates.title", level=(d.sheet.attained.level or 1) + 1),
        gaps=gaps_of(d),
        gaps_title=_gaps_title(d),
        voices=voices_of(d),
        voices_title=both("voice.title", n=len(voices_of(d))) if p.zh.voices else both("voice.title.none"),
        voices_total=len(p.zh.voices),
        scored=_scored(d),
        overlooked=overlooked_of(d),
        overlooked_title=_overlooked_title(d),
        board_title=_board_title(d),
        board=board_of(d, named=internal),
        flags=flags_of(d),
        disputes=disputes(d),
        digest=d.sheet.digest[:4] + "…" + d.sheet.digest[-4:] if d.sheet.digest else "",
    )


def title_of(d: Dossier) -> LocaleText:
    """Conclude as the report's first page does: what first, what then, for how much."""
    return Bilingual(d).both(headline)


def _about(d: Dossier) -> LocaleText:
    p = Bilingual(d)
    own = sum(store.ownership == "own" for store in d.stores)
    parts = [
        p.company,
        p.name(d.profile.industry),
        both("about.stores", n=len(d.stores), own=own, franchise=len(d.stores) - own)
        if d.stores
        else both("about.stores.none"),
        both("about.wave", n=d.wave),
        both("about.content", version=d.content_version),
    ]
    if d.consultants:
        parts.append(both("about.consultants", names=joined(p.person(name) for name in d.consultants)))
    return LocaleText(" · ".join(part.zh for part in parts), " · ".join(part.en for part in parts))


def _scored(d: Dossier) -> bool:
    """Whether any dimension has a score: without one nothing met its target and nothing missed it."""
    return any(d.sheet.nodes[x.id].score is not None for x in d.framework.dimensions if x.id in d.sheet.nodes)


def _gaps_title(d: Dossier) -> LocaleText:
    if d.gaps:
        return both("gap.title", n=len(d.gaps))
    return both("gap.title.none" if _scored(d) else "gap.title.open")


def _overlooked_title(d: Dossier) -> LocaleText:
    overlooked = sum(a.overlooked for a in d.resources)
    if overlooked:
        return both("overlooked.title", n=overlooked)
    return both("overlooked.none" if d.resources else "overlooked.open")


def _bars_title(p: Bilingual) -> LocaleText:
    d = p.dossier
    below = 0
    for dimension in d.framework.dimensions:
        node, target = d.sheet.nodes.get(dimension.id), p.zh.target(dimension)
        below += bool(node and node.score is not None and target is not None and node.score < target)
    if not _scored(d):
        return both("bars.title.open")
    if not below:
        return both("bars.title.met")
    return both("bars.title", n=below, names=joined(p.name(ident) for ident in p.zh.weakest))


def _bars_note(d: Dossier) -> LocaleText:
    c = d.coverage
    intervals = any(n.interval for n in d.sheet.nodes.values())
    key = "bars.note.interval" if intervals else "bars.note"
    return both(key, stores=c.forms_returned, executives=c.executives, visits=c.visits, documents=c.documents)


def _board_title(d: Dossier) -> LocaleText:
    c = d.coverage
    if not c.forms_asked:
        return both("board.title.none")
    missing = c.forms_asked - c.forms_returned
    return both("board.title", n=missing) if missing else both("board.title.all", n=c.forms_asked)


def _checked(flag: ComplianceFlag) -> LocaleText:
    """Name the source, the day its wording was last checked, and the lawyer who did, if one has."""
    if flag.reviewer:
        return both("flag.source.by", source=flag.source, day=flag.reviewed, reviewer=flag.reviewer)
    return both("flag.source", source=flag.source, day=flag.reviewed)


def flags_of(d: Dossier) -> tuple[FlagNote, ...]:
    """Return the compliance flags of the planned initiatives, or of the industry before there is a plan."""
    p = Bilingual(d)
    touched: dict[str, list[str]] = {}
    for item in d.snapshot.plan.items if d.snapshot else ():
        for code in item.flags:
            touched.setdefault(code, []).append(item.initiative)
    return tuple(
        FlagNote(
            code=flag.code,
            name=flag.name,
            rule=flag.rule,
            wording=flag.wording,
            touches=both("flag.touches", n=len(touched[flag.code]), names=p.names(touched[flag.code], 3)),
            source=_checked(flag),
        )
        for flag in (d.catalogue.flags[c] for c in sorted(d.catalogue.flags) if c in touched)
    )
