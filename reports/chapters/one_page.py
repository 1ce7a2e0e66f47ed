"""R1: what the company really needs, where it stands, three moves, the profit range, the decisions asked for."""

from fractions import Fraction

from assessment.engagement import Need
from assessment.needs import is_feature_only, opportunity_of
from reports import aims, figures, plan_figures
from reports.chapters import feet, moves, waves
from reports.model import (
    Block,
    Cell,
    Column,
    Columns,
    Figure,
    Heading,
    Hero,
    Lede,
    Numbered,
    Paragraph,
    Row,
    Rule,
    Section,
    Simple,
    Source,
    Table,
    WaveCards,
)
from reports.phrases import labels, numbers
from reports.phrases.typography import fits
from reports.reading import Reading
from roadmap.plan import Plan

UNKNOWN_FINDING = 0.3
VOICES = 3
LEDE_SIZE, LEDE_LINES = 10.0, 3
CARD_ROOM, CARD_SIZE = 54 / 25.4 * 72, 8.5


def one_page(r: Reading) -> Section:
    """Compose R1; without a plan it says where the company stands and what is missing."""
    left: tuple[Simple, ...] = (
        Heading(_where(r)),
        _hero(r),
        Figure(figures.index_band(r)),
        Figure(figures.ten_bars(r, row_height=18)),
        Source(_source(r)),
    )
    blocks: list[Block] = [Lede(_lede(r)), Columns(left, _right(r)), Rule(), *_voices(r)]
    if r.plan:
        blocks += [Rule(), Heading(r.t("r1.waves")), _waves(r, r.plan)]
    blocks.append(moves.asks(r))
    return Section("R1", r.t("r1.label"), title(r), tuple(blocks), feet.sources(r))


def title(r: Reading) -> str:
    """Conclude: what first, what then, for how much."""
    plan, sheet = r.plan, r.dossier.sheet
    if plan is None:
        low = min(
            (n for n in r.dossier.framework.dimensions if _known(r, n.id)), key=lambda n: _score(r, n.id), default=None
        )
        if low is None or sheet.attained.level is None:
            missing = sum(not _known(r, n.id) for n in r.dossier.framework.dimensions)
            return r.t("r1.title.nodata", n=missing)
        return r.t(
            "r1.title.noplan",
            score=numbers.score(sheet.index.score),
            level=sheet.attained.level,
            dimension=r.name(low.id),
            low=numbers.score(_score(r, low.id)),
        )
    params: dict[str, object] = {
        "months": plan.horizon_months,
        "range": numbers.money_range(plan.net.p10, plan.net.p90, r.locale, r.names.currency),
    }
    params.update(zip(("first", "second"), aims.headlines(r, plan), strict=False))
    full = r.t("r1.title", **params)
    if fits(full):
        return full
    params.pop("second", None)
    shorter = r.t("r1.title", **params)
    return shorter if fits(shorter) else r.t("r1.title", months=params["months"], range=params["range"])


def _known(r: Reading, ident: str) -> bool:
    node = r.dossier.sheet.nodes.get(ident)
    return node is not None and node.score is not None


def _score(r: Reading, ident: str) -> float:
    return float(r.dossier.sheet.nodes[ident].score or 0)


def leading_need(r: Reading) -> Need | None:
    """Return the need with the greatest opportunity, parked requests left out; ties go to the first id."""

    def opportunity(need: Need) -> Fraction:
        rated = opportunity_of(need)
        return rated.mean if rated else Fraction(0)

    real = [need for need in r.dossier.needs if not is_feature_only(need)]
    return min(real, key=lambda need: (-opportunity(need), need.id), default=None)


def _lede(r: Reading) -> str:
    parts: list[str] = []
    need = leading_need(r)
    if need:
        request = r.both(need.request, need.request_en).rstrip("。.")
        statement = r.both(need.statement, need.statement_en)
        quoted = f"{request}{'' if r.locale == 'zh' else '.'}"
        parts.append(r.t("r1.lede.need", request=quoted, statement=statement))
    if r.plan is None:
        parts.append(r.t("r1.emptyplan" if r.published else "r1.noplan"))
    overlooked = [a for a in r.dossier.resources if a.overlooked]
    if overlooked:
        first = max(overlooked, key=lambda a: (a.leverage, a.resource.id))
        parts.append(
            r.t(
                "r1.lede.resources",
                stores=r.dossier.coverage.stores,
                n=len(overlooked),
                name=r.name(first.resource.id),
                use=numbers.percent(first.resource.utilisation or 0),
            )
        )
    while len(parts) > 1 and not fits(r.sentences(parts), size=LEDE_SIZE, lines=LEDE_LINES, bold=False):
        parts.pop()
    return r.sentences(parts)


def _where(r: Reading) -> str:
    level = r.dossier.sheet.attained.level
    if level is None:
        return r.t("r1.where.none")
    return r.t("r1.where", level=level, name=r.level_name(level))


def _hero(r: Reading) -> Hero:
    sheet = r.dossier.sheet
    index = sheet.index
    evidence = r.t(
        "r1.hero.evidence",
        support=r.support,
        coverage=numbers.percent(index.coverage),
    )
    if index.interval:
        low, high = (numbers.score(end) for end in index.interval)
        return Hero(numbers.score(index.score), r.t("r1.hero.interval", low=low, high=high), evidence)
    if index.score is not None and index.claimed is not None and index.claimed > index.score:
        more = numbers.plain((index.claimed - index.score) * 100, 1)
        strong = r.t("r1.hero.claimed", claimed=numbers.score(index.claimed), more=more)
    else:
        strong = r.t("r1.hero.even")
    return Hero(numbers.score(index.score), strong, evidence)


def _source(r: Reading) -> str:
    c = r.dossier.coverage
    intervals = any(r.dossier.sheet.nodes[d.id].interval for d in r.dossier.framework.dimensions if _known(r, d.id))
    return r.t(
        "r1.bars.source.interval" if intervals else "r1.bars.source",
        returned=c.forms_returned,
        asked=c.forms_asked,
        executives=c.executives,
        visits=c.visits,
        documents=c.documents,
        support=r.support,
    )


def _right(r: Reading) -> tuple[Simple, ...]:
    plan = r.plan
    if plan is None:
        return (Heading(r.t("r3.profile")), Figure(figures.radar(r)))
    spec = plan_figures.profit_range(r, plan)
    return (
        Heading(r.t("r1.moves")),
        Numbered(tuple(moves.three_moves(r, plan))),
        Heading(spec.title),
        Figure(spec),
        Source(profit_source(r, plan)),
    )


def profit_source(r: Reading, plan: Plan) -> str:
    """Say what marks mean, what is spent, when it pays back, what rests on defaults."""
    params: dict[str, object] = {
        "money": r.money(plan.one_off),
        "weeks": numbers.plain(plan.person_weeks),
        "dshare": numbers.percent(plan.d_share),
    }
    if plan.payback_month is not None:
        params["payback"] = plan.payback_month
        if plan.stress_payback_month is not None:
            params["stress"] = plan.stress_payback_month
    return r.t("r1.profit.source", **params)


def _voices(r: Reading) -> list[Block]:
    top = [s for s in r.voices if figures.called(s)][:VOICES]
    if not top:
        return [Heading(r.t("r1.voices.mixed")), Paragraph(r.t("r1.voices.none"))]
    columns = (
        Column(r.t("col.capability"), 32),
        Column(r.t("col.executives"), 9, right=True, nowrap=True),
        Column(r.t("col.stores"), 9, right=True, nowrap=True),
        Column(r.t("col.delta"), 9, right=True, nowrap=True),
        Column(r.t("col.meaning"), 41),
    )
    rows: list[Row] = []
    one_sided = True
    for score in top:
        gap = score.gap
        if gap is None:
            continue
        one_sided = one_sided and gap.delta > 0
        delta = Cell(numbers.plain(gap.delta, 1, signed=True), "strong" if gap.delta > 0 else "hot")
        cells = (
            Cell(r.capability(score.id)),
            Cell(numbers.level(gap.executives)),
            Cell(numbers.level(gap.stores)),
            delta,
            Cell(meaning(r, float(gap.delta), float(gap.dont_know_share))),
        )
        rows.append(Row(cells))
    title = r.t("r1.voices" if one_sided else "r1.voices.mixed")
    return [Heading(title), Table(r.t("r4.table"), columns, tuple(rows))]


def meaning(r: Reading, delta: float, unknown: float) -> str:
    """Read a perception gap: not communicated, not felt, or good practice in the stores."""
    if delta > 0 and unknown > UNKNOWN_FINDING:
        return r.t("r1.meaning.unknown", share=numbers.percent(unknown))
    return r.t("r1.meaning.more" if delta > 0 else "r1.meaning.less")


def _waves(r: Reading, plan: Plan) -> WaveCards:
    cards: list[tuple[int, str, tuple[str, ...]]] = []
    for group in waves.summarise(plan):
        head = r.t("r1.wave.head", span=waves.span(r, group), name=r.of(labels.WAVES, group.wave))
        aim = _aim(r, aims.aim_of(r, plan, group.wave))
        cards.append((group.wave, head, (r.t("r1.wave.size", **waves.size(r, group)), aim)))
    return WaveCards(tuple(cards))


def _aim(r: Reading, aim: aims.Aim) -> str:
    """Say what a wave is for with as many areas as stand on one line of a card, at least one."""
    most = len(aim.areas)
    while most > 1 and not fits(aims.said(r, aim, most), size=CARD_SIZE, room=CARD_ROOM, lines=1, bold=False):
        most -= 1
    return aims.said(r, aim, most)
