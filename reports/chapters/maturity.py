"""R3: ten dimensions with targets, profile, coverage and bottleneck; then every capability."""

from collections.abc import Iterable

from reports import figures
from reports.chapters import feet
from reports.model import (
    Block,
    Bullets,
    Cell,
    Column,
    Columns,
    Figure,
    Heading,
    Lede,
    Row,
    Section,
    Source,
    Table,
    Tone,
)
from reports.phrases import labels, numbers
from reports.phrases.typography import fits
from reports.reading import Reading
from reports.support import support
from scoring.sheet import CapabilityScore, NodeScore

CONDITIONS = 4
GROUPS = ("E", "F", "V", "D")


def maturity(r: Reading) -> Section:
    """Compose R3's first page."""
    blocks: list[Block] = [
        Lede(_lede(r)),
        Figure(figures.index_band(r, width=665)),
        Columns(
            (Heading(r.t("r3.bars")), Figure(figures.ten_bars(r, row_height=16.5))),
            (Heading(r.t("r3.profile")), Figure(figures.radar(r, radius=78))),
        ),
        Source(feet.sources(r)),
        *_conditions(r),
        Heading(r.t("r3.table")),
        _table(r),
        Source(r.t("r3.table.source")),
    ]
    return Section("R3", r.t("r3.label"), title(r), tuple(blocks), feet.scores(r), flows=True)


def title(r: Reading) -> str:
    """Conclude: how many dimensions miss their targets and which are furthest off."""
    below = 0
    for dimension in r.dossier.framework.dimensions:
        node, target = r.dossier.sheet.nodes.get(dimension.id), r.target(dimension)
        below += bool(node and node.score is not None and target is not None and node.score < target)
    if not below:
        return r.t("r3.title.met", score=numbers.score(r.dossier.sheet.index.score))
    params: dict[str, object] = {"n": below}
    for key, low, ident in zip(("first", "second"), ("low", "low2"), r.weakest, strict=False):
        params[key], params[low] = r.name(ident), numbers.score(r.dossier.sheet.nodes[ident].score)
    full = r.t("r3.title", **params)
    return full if fits(full) else r.t("r3.title", n=below)


def _lede(r: Reading) -> str:
    sheet = r.dossier.sheet
    level = sheet.attained.level
    if level is None:
        words = r.t("r3.level.none")
    else:
        rung = r.dossier.framework.levels[level - 1]
        words = r.t("r3.level", level=level, name=r.text(rung.name), meaning=r.text(rung.meaning))
    return r.t(
        "r3.lede", score=numbers.score(sheet.index.score), claimed=numbers.score(sheet.index.claimed), level=words
    )


def _conditions(r: Reading) -> list[Block]:
    """List the conditions of the next level, met and not met."""
    attained = r.dossier.sheet.attained
    if not attained.conditions or attained.level is None:
        return []
    following = attained.level + 1
    asked = sorted((c for c in attained.conditions if c.params.get("level") == following), key=lambda c: c.holds)
    items = [r.t("r3.fails", text=r.say(c.code, c.params)) for c in asked if not c.holds]
    if len(items) > CONDITIONS:
        items[CONDITIONS - 1 :] = [r.t("r3.more", n=len(items) - CONDITIONS + 1)]
    met = sum(c.holds for c in asked)
    items += [r.t("r3.holds", n=met)] if met else []
    return [Heading(r.t("r3.next", level=following)), Bullets(tuple(items))] if items else []


def _table(r: Reading) -> Table:
    nodes = r.dossier.sheet.nodes
    intervals = any(n.interval for n in nodes.values())
    traced = r.dossier.sheet.trace is not None
    columns = (
        Column(r.t("col.dimension"), 15),
        Column(r.t("col.score"), 7, right=True, nowrap=True),
        Column(r.t("col.claimed"), 8, right=True, nowrap=True),
        Column(r.t("col.interval" if intervals else "col.bounds"), 11, right=True, nowrap=True),
        Column(r.t("col.target"), 7, right=True, nowrap=True),
        Column(r.t("col.coverage"), 8, right=True, nowrap=True),
        *((Column(r.t("col.n"), 7, right=True), Column(r.t("col.evidence"), 8, right=True)) if traced else ()),
        Column(r.t("col.bottleneck"), 29 if traced else 44),
    )
    rows: list[Row] = []
    for block in ("foundations", "areas"):
        rows.append(Row((Cell(r.of(labels.BLOCKS, block)),), group=True))
        for dimension in r.dossier.framework.dimensions:
            if dimension.block != block:
                continue
            node = nodes.get(dimension.id)
            target = r.target(dimension)
            tone: Tone = "hot" if dimension.id in r.weakest else "plain"
            if node is None:
                continue
            ends = node.interval or node.bounds
            rows.append(
                Row(
                    (
                        Cell(r.text(dimension.name), tone),
                        Cell(numbers.score(node.score), "hot" if tone == "hot" else "strong"),
                        Cell(numbers.score(node.claimed)),
                        Cell(f"{numbers.score(ends[0])}{numbers.RANGE}{numbers.score(ends[1])}"),
                        Cell(numbers.score(target)),
                        Cell(numbers.percent(node.coverage)),
                        *_supported(r, dimension.capabilities),
                        Cell(_bottleneck(r, node)),
                    )
                )
            )
    return Table(r.t("r3.table"), columns, tuple(rows))


def _supported(r: Reading, capabilities: Iterable[str]) -> tuple[Cell, ...]:
    found = support(r.dossier.sheet, capabilities)
    return (Cell(numbers.plain(found.answers)), Cell(numbers.percent(found.share))) if found else ()


def _bottleneck(r: Reading, node: NodeScore) -> str:
    if node.score is None:
        return r.t("word.insufficient")
    if not node.bottleneck or node.bottleneck not in r.dossier.sheet.capabilities:
        return "—"
    score = r.dossier.sheet.capabilities[node.bottleneck]
    return f"{r.capability(node.bottleneck)} {numbers.level(score.level)}"


def capabilities(r: Reading) -> Section:
    """Compose the pages with every capability: level, claimed, target, n by source, confidence."""
    scored = [s for s in r.dossier.sheet.capabilities.values() if s.level is not None]
    levels = r.dossier.targets.levels
    below = sum(s.level is not None and s.id in levels and s.level < levels[s.id] for s in scored)
    key = "r3.caps.title" if below else "r3.caps.title.met"
    title = r.t(key, below=below, n=len(scored))
    blocks: list[Block] = []
    for block in ("foundations", "areas"):
        caption = r.t("r3.caps.caption", block=r.of(labels.BLOCKS, block))
        rows: list[Row] = []
        for dimension in r.dossier.framework.dimensions:
            found = [
                r.dossier.sheet.capabilities[c] for c in dimension.capabilities if c in r.dossier.sheet.capabilities
            ]
            if dimension.block == block and found:
                rows.append(Row((Cell(r.text(dimension.name)),), group=True))
                rows += [_capability(r, score) for score in found]
        if rows:
            blocks += [Heading(caption), Table(caption, _capability_columns(r), tuple(rows))]
    blocks.append(Source(r.t("r3.caps.source")))
    return Section("R3.capabilities", r.t("r3.caps.label"), title, tuple(blocks), feet.scores(r), flows=True)


def _capability_columns(r: Reading) -> tuple[Column, ...]:
    traced = r.dossier.sheet.trace is not None
    return (
        Column(r.t("col.capability"), 33 if traced else 41),
        Column(r.t("col.score"), 9, right=True, nowrap=True),
        Column(r.t("col.claimed"), 9, right=True, nowrap=True),
        Column(r.t("col.target"), 8, right=True, nowrap=True),
        Column(r.t("col.units"), 19, right=True, nowrap=True),
        *((Column(r.t("col.evidence"), 8, right=True, nowrap=True),) if traced else ()),
        Column(r.t("col.confidence"), 14, right=True, nowrap=True),
    )


def _capability(r: Reading, score: CapabilityScore) -> Row:
    target = r.dossier.targets.levels.get(score.id)
    n = Cell(" / ".join(str(score.groups[g].units) if g in score.groups else "–" for g in GROUPS))
    found = support(r.dossier.sheet, (score.id,))
    shown = (Cell(numbers.percent(found.share)),) if found else ()
    if score.level is None:
        state = Cell(r.of(labels.STATES, score.state), "faint")
        blank = Cell("—")
        return Row((Cell(r.capability(score.id)), blank, blank, Cell(numbers.rung(target)), n, *shown, state))
    low = target is not None and target - score.level >= 2
    return Row(
        (
            Cell(r.capability(score.id)),
            Cell(numbers.level(score.level), "hot" if low else "strong"),
            Cell(numbers.level(score.claimed)),
            Cell(numbers.rung(target)),
            n,
            *shown,
            Cell(r.of(labels.CONFIDENCE, score.confidence)),
        )
    )
