"""R11: the figures that move before a score does, one row for every dimension with gaps, and what the plan does for it."""

from reports.model import Block, Cell, Column, Heading, Row, Source, Table
from reports.reading import Reading
from roadmap.plan import Plan


def lead_indicators(r: Reading, plan: Plan) -> list[Block]:
    """List the lead indicators of the dimensions with gaps, most gaps first; nothing where no gap is left."""
    gaps = {gap.capability for gap in r.dossier.gaps}
    found = [(d, gaps & set(d.capabilities)) for d in r.dossier.framework.dimensions]
    followed = sorted(((d, own) for d, own in found if own), key=lambda pair: -len(pair[1]))
    if not followed:
        return []
    columns = (
        Column(r.t("col.dimension"), 18),
        Column(r.t("col.leadindicator"), 40),
        Column(r.t("col.movedby"), 42),
    )
    rows: list[Row] = []
    for dimension, own in followed:
        doing = [item.initiative for item in plan.items if own & set(item.closes)]
        told = r.names.many(doing, limit=3) if doing else r.t("r11.lead.none")
        note = r.t("r11.lead.gaps", n=len(own))
        name, figures = r.text(dimension.name), r.text(dimension.lead_indicator)
        rows.append(Row((Cell(name, "strong", note), Cell(figures), Cell(told, "plain" if doing else "faint"))))
    table = Table(r.t("r11.lead.table"), columns, tuple(rows))
    return [Heading(r.t("r11.lead")), table, Source(r.t("r11.lead.source"))]
