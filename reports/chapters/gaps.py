"""R4: the capabilities furthest below their targets, most worthwhile first, with what closes each."""

from reports.chapters import feet
from reports.chapters.closing import told
from reports.model import Block, Cell, Column, Lede, Row, Section, Source, Table
from reports.phrases import labels, numbers
from reports.phrases.typography import fits
from reports.reading import Reading
from scoring.sheet import Gap

SHOWN = 16


def gaps(r: Reading) -> Section:
    """Compose the table of capability gaps; without gaps it says what that means."""
    found = r.dossier.gaps
    blocks: list[Block] = [Lede(_lede(r))]
    if found:
        blocks += [_table(r, found), Source(_source(r))]
    return Section("R4.gaps", r.t("r4.gaps.label"), title(r), tuple(blocks), feet.scores(r), flows=True)


def title(r: Reading) -> str:
    """Conclude: how many capabilities miss their target by half a level, and which comes first."""
    found = r.dossier.gaps
    if not found:
        known = sum(s.level is not None for s in r.dossier.sheet.capabilities.values())
        return r.t("r4.gaps.title.none", n=known)
    params: dict[str, object] = {"n": len(found)}
    total = sum(gap.priority for gap in found)
    if len(found) > 5 and total > 0:
        five = sum(gap.priority for gap in found[:5])
        full = r.t("r4.gaps.title", **params, share=numbers.percent(five / total))
        if fits(full):
            return full
    return r.t("r4.gaps.title", **params)


def _lede(r: Reading) -> str:
    lacking = sum(s.state in {"insufficient", "missing"} for s in r.dossier.sheet.capabilities.values())
    unknown = r.t("r4.gaps.unknown", n=lacking) if lacking else ""
    return r.sentences((r.t("r4.gaps.lede" if r.dossier.gaps else "r4.gaps.lede.none"), unknown))


def _source(r: Reading) -> str:
    rest = len(r.dossier.gaps) - SHOWN
    more = r.t("r4.gaps.rest", n=rest) if rest > 0 else ""
    wished = [gap.capability for gap in r.dossier.gaps[:SHOWN] if gap.capability in r.dossier.targets.reasons]
    origins = r.join(r.capability(c) + r.aside(r.of(labels.ORIGINS, r.dossier.targets.reasons[c])) for c in wished)
    return r.sentences((r.t("r4.gaps.source"), r.t("r4.gaps.origins", list=origins) if wished else "", more))


def _table(r: Reading, found: tuple[Gap, ...]) -> Table:
    planned = r.plan is not None
    columns = [
        Column(r.t("col.number"), 4, nowrap=True),
        Column(r.t("col.capability"), 25 if planned else 40),
        Column(r.t("col.dimension"), 12 if planned else 24),
        Column(r.t("col.now"), 6, right=True, nowrap=True),
        Column(r.t("col.target"), 7, right=True, nowrap=True),
        Column(r.t("col.delta"), 6, right=True, nowrap=True),
        Column(r.t("col.priority"), 8, right=True, nowrap=True),
        Column(r.t("col.answers"), 5, right=True, nowrap=True),
    ]
    if planned:
        columns.append(Column(r.t("col.closed"), 27))
    rows = tuple(_row(r, index, gap, planned=planned) for index, gap in enumerate(found[:SHOWN], 1))
    return Table(r.t("r4.gaps.table"), tuple(columns), rows)


def _row(r: Reading, index: int, gap: Gap, *, planned: bool) -> Row:
    dimension = r.name(r.dossier.framework.capabilities[gap.capability].dimension)
    mark = " †" if gap.capability in r.dossier.targets.reasons else ""
    cells = [
        Cell(str(index)),
        Cell(r.capability(gap.capability)),
        Cell(dimension),
        Cell(numbers.level(gap.level)),
        Cell(numbers.rung(gap.target) + mark),
        Cell(numbers.plain(-gap.size, 1, signed=True), "hot" if index <= 3 else "plain"),
        Cell(numbers.plain(gap.priority * 100, 2), "strong"),
        Cell(str(len(gap.answers))),
    ]
    if planned:
        cells.append(_closed(r, gap.capability))
    return Row(tuple(cells))


def _closed(r: Reading, capability: str) -> Cell:
    """Name the planned initiatives that lift the capability, and say when they do not reach the target."""
    names, note = told(r, capability)
    return Cell(names, "plain", note) if names else Cell(note, "faint")
