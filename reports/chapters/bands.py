"""R3: what each dimension's score looks like on the shop floor, what that costs, the next step, and what moves first."""

from collections import Counter

from assessment.narratives import band_of, narrative_of
from questionnaires.framework import Dimension
from reports.chapters import feet
from reports.model import Block, Cell, Column, Lede, Row, Section, Source, Table
from reports.phrases import labels, numbers
from reports.reading import Reading
from reports.titling import action_title


def bands(r: Reading) -> Section:
    """Compose the narratives of the ten dimensions; a dimension without a score says so."""
    columns = (Column(r.t("col.dimension"), 17), Column(r.t("r3.bands.col"), 83))
    rows: list[Row] = []
    for block in ("foundations", "areas"):
        rows.append(Row((Cell(r.of(labels.BLOCKS, block)),), group=True))
        rows += [_row(r, dimension) for dimension in r.dossier.framework.dimensions if dimension.block == block]
    blocks: tuple[Block, ...] = (
        Lede(r.t("r3.bands.lede")),
        Table(r.t("r3.bands.table"), columns, tuple(rows)),
        Source(r.t("r3.bands.source")),
    )
    return Section("R3.bands", r.t("r3.bands.label"), title(r), blocks, feet.scores(r), flows=True)


def title(r: Reading) -> str:
    """Conclude: at which level most dimensions stand; the lower one where two are equally frequent."""
    found = [level for d in r.dossier.framework.dimensions if (level := level_of(r, d)) is not None]
    counts = Counter(found)
    level = min(counts, key=lambda key: (-counts[key], key), default=None)
    figures = {"scored": len(found), "level": level, "most": counts[level] if level else None}
    return action_title(r, "R3", {**figures, "name": r.dossier.framework.levels[level - 1].name if level else None})


def level_of(r: Reading, dimension: Dimension) -> int | None:
    """Return the level whose band the verified score of a dimension falls into."""
    node = r.dossier.sheet.nodes.get(dimension.id)
    return band_of(node.score if node else None, r.dossier.framework)


def _row(r: Reading, dimension: Dimension) -> Row:
    level, name = level_of(r, dimension), r.text(dimension.name)
    lead = r.t("r3.bands.lead", figures=r.text(dimension.lead_indicator))
    if level is None:
        return Row((Cell(name, "strong", r.t("word.insufficient")), Cell(r.t("r3.bands.unknown"), "faint", lead)))
    score = numbers.score(r.dossier.sheet.nodes[dimension.id].score)
    note = r.t("r3.bands.level", score=score, level=level, name=r.level_name(level))
    told = narrative_of(r.dossier.narratives, dimension.id, level)
    text = r.text(told.text) if told else "—"
    return Row((Cell(name, "hot" if dimension.id in r.weakest else "strong", note), Cell(text, "plain", lead)))
