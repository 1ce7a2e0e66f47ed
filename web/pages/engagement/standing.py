"""Index, attained level, coverage and the ten dimensions as the page shows them."""

from dataclasses import dataclass
from fractions import Fraction

from assessment.dossier import Dossier
from questionnaires.framework import Dimension
from questionnaires.locale_text import LocaleText
from reports.chapters.one_page import leading_need
from reports.phrases import labels
from reports.phrases import numbers as written
from scoring.sheet import NodeScore
from web.components import numbers
from web.components.bilingual import Bilingual
from web.components.disputes import disputes_of
from web.i18n.sentences import NOTHING, both, joined, original, same


@dataclass(frozen=True, slots=True)
class Standing:
    """The two numbers of an assessment and what keeps them where they are."""

    known: bool = False
    index: LocaleText = NOTHING
    basis: LocaleText = NOTHING
    level: int = 0
    level_name: LocaleText = NOTHING
    level_note: LocaleText = NOTHING
    binding: LocaleText = NOTHING
    request: LocaleText = NOTHING
    need: LocaleText = NOTHING


UNKNOWN = Standing()
"""Before anything was read."""


@dataclass(frozen=True, slots=True)
class Count:
    """One figure of coverage: what, how many, out of how many; ``href`` leads to what can be done about it."""

    name: LocaleText
    value: LocaleText
    of: LocaleText
    hot: bool = False
    href: str = ""


@dataclass(frozen=True, slots=True)
class DimensionRow:
    """One of ten dimensions, verified beside claimed. ``block`` heads the first row of a block."""

    id: str
    block: LocaleText
    name: LocaleText
    score: LocaleText
    claimed: LocaleText
    interval: LocaleText
    target: LocaleText
    coverage: LocaleText
    lowest: LocaleText
    lowest_id: str
    lowest_level: LocaleText
    lowest_colour: int
    hot: bool


def standing_of(d: Dossier) -> Standing:
    """Return index, level and the condition that binds; insufficient data say why."""
    p, sheet = Bilingual(d), d.sheet
    level = sheet.attained.level
    need = leading_need(p.zh)
    return Standing(
        known=sheet.index.score is not None,
        index=numbers.score(sheet.index.score),
        basis=_basis(sheet.index),
        level=level or 0,
        level_name=both("stand.level.none") if level is None else d.framework.levels[level - 1].name,
        level_note=_level_note(d),
        binding=_binding(p),
        request=original(need.request, need.request_en) if need else NOTHING,
        need=original(need.statement, need.statement_en) if need else NOTHING,
    )


def _basis(index: NodeScore) -> LocaleText:
    if index.score is None:
        return both("stand.insufficient", share=written.percent(index.coverage))
    if index.interval:
        low, high = (written.score(end) for end in index.interval)
        return both("stand.interval", low=low, high=high)
    if index.claimed is not None and index.claimed > index.score:
        more = written.plain((index.claimed - index.score) * 100, 1)
        return both("stand.claimed", claimed=written.score(index.claimed), more=more)
    return both("stand.even")


def _level_note(d: Dossier) -> LocaleText:
    verified, claimed = d.sheet.attained, d.sheet.attained_claimed
    if verified.level is None:
        return both("stand.level.why", share=written.percent(d.sheet.index.coverage))
    if verified.possible and verified.possible[0] != verified.possible[1]:
        return both("stand.level.possible", low=verified.possible[0], high=verified.possible[1])
    if claimed.level is not None and claimed.level != verified.level:
        return both("stand.level.claimed", n=claimed.level)
    return both("stand.level.sure")


def _binding(p: Bilingual) -> LocaleText:
    """Say every condition of the next level that does not hold yet, the one that binds first."""
    attained = p.dossier.sheet.attained
    if attained.binding is None or attained.level is None:
        return NOTHING
    missing = [c for c in attained.conditions if c.params.get("level") == attained.level + 1 and not c.holds]
    words = dict.fromkeys(p.say(c.code, c.params) for c in (attained.binding, *missing))
    return both("stand.binding", level=attained.level + 1, condition=joined(words, apart=True))


@dataclass(frozen=True, slots=True)
class GateLine:
    """One condition of the next level."""

    text: LocaleText
    holds: bool


def gates_of(d: Dossier) -> tuple[GateLine, ...]:
    """Return the conditions of the level after the attained one, what is missing first."""
    p, attained = Bilingual(d), d.sheet.attained
    following = (attained.level or 0) + 1
    rows = [c for c in attained.conditions if c.params.get("level") == following]
    return tuple(GateLine(p.say(c.code, c.params), c.holds) for c in sorted(rows, key=lambda c: c.holds))


def coverage_of(d: Dossier) -> tuple[Count, ...]:
    """Return what the figures rest on."""
    c = d.coverage
    asked = [s for s in d.sheet.capabilities.values() if s.state != "not_applicable"]
    scored = sum(s.state == "scored" for s in asked)
    disputed = len(disputes_of(d))
    return (
        Count(both("cover.capabilities"), same(scored), same(f"/ {len(asked)}"), scored < len(asked)),
        Count(both("cover.answers"), numbers.plain(c.answers), NOTHING),
        _forms(d),
        Count(both("cover.evidence"), numbers.percent(c.evidence_share) if c.answers else same("—"), NOTHING),
        Count(both("cover.unknown"), numbers.percent(c.dont_know_share) if c.answers else same("—"), NOTHING),
        Count(both("cover.disputed"), same(disputed), NOTHING, disputed > 0, "#decide" if disputed else ""),
    )


def _forms(d: Dossier) -> Count:
    """Return how many store forms came of those that were sent; none sent is no rate."""
    returned, asked = d.coverage.forms_returned, d.coverage.forms_asked
    if not asked and not returned:
        return Count(both("cover.forms"), same("—"), both("cover.forms.none"))
    return Count(both("cover.forms"), same(returned), same(f"/ {asked}"), returned < asked)


def dimensions_of(d: Dossier) -> tuple[DimensionRow, ...]:
    """Return the ten rows in framework order."""
    p = Bilingual(d)
    rows: list[DimensionRow] = []
    before = ""
    for dimension in d.framework.dimensions:
        rows.append(_row(p, dimension, first=dimension.block != before))
        before = dimension.block
    return tuple(rows)


def _row(p: Bilingual, dimension: Dimension, *, first: bool) -> DimensionRow:
    sheet = p.dossier.sheet
    node = sheet.nodes.get(dimension.id)
    lowest = sheet.capabilities.get(node.bottleneck or "") if node else None
    return DimensionRow(
        id=dimension.id,
        block=_block(p.dossier, dimension.block) if first else NOTHING,
        name=dimension.name,
        score=numbers.score(node.score if node else None),
        claimed=numbers.score(node.claimed if node else None),
        interval=_interval(node),
        target=_whole(p.zh.target(dimension)),
        coverage=numbers.percent(node.coverage if node else 0),
        lowest=p.name(lowest.id) if lowest else both("word.insufficient"),
        lowest_id=lowest.id if lowest else "",
        lowest_level=numbers.level(lowest.level if lowest else None),
        lowest_colour=numbers.whole_level(lowest.level if lowest else None),
        hot=dimension.id in p.zh.weakest,
    )


def _block(d: Dossier, block: str) -> LocaleText:
    """Head a block with its share of the index, as the profile weighs it."""
    inside = [x.id for x in d.framework.dimensions if x.block == block and x.id in d.sheet.nodes]
    share = sum((d.sheet.nodes[x].effective_weight for x in inside), Fraction(0))
    return both("bars.block", name=labels.BLOCKS[block], share=written.percent(share))


def _whole(share: Fraction | None) -> LocaleText:
    return same("—" if share is None else written.plain(share * 100))


def _interval(node: NodeScore | None) -> LocaleText:
    """Return the 90 % interval, else the bounds with everything missing at 1 and at 5 when they differ."""
    if node is None or node.score is None:
        return same("—")
    low, high = node.interval or node.bounds
    if low == high:
        return same("—")
    return same(f"{written.plain(low * 100)}{written.RANGE}{written.plain(high * 100)}")
