"""R4: where executives and stores see the same capability differently."""

from reports import figures
from reports.chapters import feet
from reports.chapters.one_page import UNKNOWN_FINDING, meaning
from reports.model import Block, Cell, Column, Figure, Heading, Lede, Paragraph, Row, Section, Source, Table
from reports.phrases import numbers
from reports.reading import Reading
from scoring.sheet import CapabilityScore

SHOWN = 16
NAMED = 5


def perception(r: Reading) -> Section:
    """Compose R4."""
    blocks: list[Block] = [Lede(_lede(r))]
    if not r.voices:
        blocks.append(Paragraph(r.t("r4.none")))
    else:
        shown = r.voices[:SHOWN]
        named = [s for s in r.voices if figures.called(s)]
        if named:  # first: a chapter may begin low on a page, where the figure would not fit any more
            blocks += [Heading(r.t("r4.table")), _table(r, named)]
        blocks += [
            Heading(r.t("r4.figure", n=len(shown))),
            Figure(figures.dumbbell(r, shown)),
            Source(r.t("r4.source")),
        ]
    return Section("R4", r.t("r4.label"), title(r), tuple(blocks), feet.sources(r), flows=True)


def title(r: Reading) -> str:
    """Conclude: who sees more, where, by how much."""
    named = [s for s in r.voices if figures.called(s) and s.gap]
    more = [s for s in named if s.gap and s.gap.delta > 0]
    less = [s for s in named if s.gap and s.gap.delta < 0]
    if more and less:
        return r.t("r4.title", more=len(more), less=len(less))
    for side, key in ((more, "r4.title.more"), (less, "r4.title.less")):
        if side and side[0].gap:
            delta = numbers.plain(abs(side[0].gap.delta), 1)
            return r.t(key, n=len(side), first=r.capability(side[0].id), delta=delta)
    return r.t("r4.title.none", n=len(r.voices))


def _lede(r: Reading) -> str:
    unknown = sum(s.gap is not None and float(s.gap.dont_know_share) > UNKNOWN_FINDING for s in r.voices)
    return r.t("r4.lede", unknown=r.t("r4.unknown", n=unknown) if unknown else "").strip()


def _table(r: Reading, named: list[CapabilityScore]) -> Table:
    columns = (
        Column(r.t("col.capability"), 26),
        Column(r.t("col.executives"), 7, right=True, nowrap=True),
        Column(r.t("col.stores"), 7, right=True, nowrap=True),
        Column(r.t("col.delta"), 7, right=True, nowrap=True),
        Column(r.t("r4.col.range"), 10, right=True, nowrap=True),
        Column(r.t("r4.col.n"), 13, right=True, nowrap=True),
        Column(r.t("col.meaning"), 30),
    )
    rows: list[Row] = []
    for score in named[:NAMED]:
        gap = score.gap
        if gap is None:
            continue
        low, high = (numbers.level(end) for end in gap.executive_range)
        rows.append(
            Row(
                (
                    Cell(r.capability(score.id)),
                    Cell(numbers.level(gap.executives)),
                    Cell(numbers.level(gap.stores)),
                    Cell(numbers.plain(gap.delta, 1, signed=True), "strong" if gap.delta > 0 else "hot"),
                    Cell(f"{low}{numbers.RANGE}{high}"),
                    Cell(f"{gap.n_executives} / {gap.n_stores}"),
                    Cell(meaning(r, float(gap.delta), float(gap.dont_know_share))),
                )
            )
        )
    rest = r.t("r4.rest", n=len(named) - NAMED) if len(named) > NAMED else ""
    return Table(r.t("r4.table"), columns, tuple(rows), rest)
