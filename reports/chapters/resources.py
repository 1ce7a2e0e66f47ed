"""R7: what the company owns and overlooks, the leverage chart and the top ten."""

from assessment.register_words import MOMENTS, NAMED_BY
from assessment.resources import AppraisedResource
from reports import figures
from reports.chapters import feet
from reports.chapters.resource_leads import lead_state, leads, planned
from reports.model import (
    Block,
    Cell,
    Column,
    Columns,
    Figure,
    Figures,
    Heading,
    Lede,
    Numbered,
    Row,
    Section,
    Source,
    Table,
)
from reports.phrases import labels, numbers
from reports.phrases.typography import fits
from reports.reading import Reading

TOP = 8


def resources(r: Reading) -> Section:
    """Compose R7."""
    ranked = figures.rank(r)
    if not ranked:
        return Section("R7", r.t("r7.label"), r.t("r7.title.empty"), (Lede(r.t("r7.lede")),), feet.sources(r))
    blocks: list[Block] = [
        Lede(r.t("r7.lede")),
        _strip(r),
        Columns(
            (Heading(r.t("r7.figure")), Figure(figures.leverage(r, ranked[:TOP], height=185))),
            (Heading(r.t("r7.first")), Numbered(tuple(_first(r, index, a) for index, a in enumerate(ranked[:3], 1)))),
        ),
        Heading(r.t("r7.table", n=min(TOP, len(ranked)))),
        _table(r, ranked),
        Source(r.t("r7.source")),
    ]
    return Section("R7", r.t("r7.label"), title(r), tuple(blocks), feet.sources(r), flows=True)


def title(r: Reading) -> str:
    """Conclude: how many resources are overlooked and which first."""
    overlooked = [a for a in figures.rank(r) if a.overlooked]
    if not overlooked:
        return r.t("r7.title.none", n=len(r.dossier.resources))
    params: dict[str, object] = {"n": len(r.dossier.resources), "overlooked": len(overlooked)}
    first = overlooked[0].resource
    full = r.t("r7.title", **params, first=r.name(first.id), use=numbers.percent(first.utilisation or 0))
    return full if fits(full) else r.t("r7.title", **params)


def _strip(r: Reading) -> Figures:
    items: list[tuple[str, str, str]] = []
    for cls, name in labels.RESOURCE_CLASSES.items():
        items.append((r.text(name), str(sum(a.resource.cls == cls for a in r.dossier.resources)), ""))
    missing = sum("rights" not in a.resource.readiness for a in r.dossier.resources)
    items.append((r.t("r7.missing"), str(missing), ""))
    return Figures(tuple(items))


def _first(r: Reading, index: int, appraised: AppraisedResource) -> tuple[str, str, str]:
    resource = appraised.resource
    end = ".。;；"
    text = r.t(
        "r7.first.item",
        can=r.both(resource.can_be_used, resource.can_be_used_en).rstrip(end),
    )
    return str(index), r.name(resource.id), text


def _table(r: Reading, ranked: list[AppraisedResource]) -> Table:
    columns = (
        Column(r.t("col.number"), 4, nowrap=True),
        Column(r.t("col.resource"), 27),
        Column(r.t("col.helps"), 15),
        Column(r.t("col.value"), 6, right=True, nowrap=True),
        Column(r.t("col.ready"), 7, right=True, nowrap=True),
        Column(r.t("col.use"), 9, right=True, nowrap=True),
        Column(r.t("col.leverage"), 9, right=True, nowrap=True),
        Column(r.t("col.leads"), 23),
    )
    rows = tuple(_row(r, index, a) for index, a in enumerate(ranked[:TOP], 1))
    rest = r.t("r7.rest", n=len(ranked) - TOP) if len(ranked) > TOP else ""
    return Table(r.t("r7.table", n=len(rows)), columns, rows, rest)


def _row(r: Reading, index: int, appraised: AppraisedResource) -> Row:
    resource = appraised.resource
    named = r.join(r.of(NAMED_BY, who) for who in resource.named_by)
    note = f"{r.of(labels.RESOURCE_CLASSES, resource.cls)} · {r.t('r7.named', who=named)}"
    use = numbers.percent(resource.utilisation) if resource.utilisation is not None else r.t("r7.untracked")
    return Row(
        (
            Cell(str(index)),
            Cell(r.name(resource.id), "plain", note),
            Cell(r.join(r.of(MOMENTS, moment) for moment in resource.moments[:2])),
            Cell(numbers.plain(appraised.value, 1)),
            Cell(f"{appraised.readiness} / 5"),
            Cell(use),
            Cell(numbers.plain(appraised.leverage, 2), "hot" if index <= 3 else "strong"),
            _leads(r, appraised),
        )
    )


def _leads(r: Reading, appraised: AppraisedResource) -> Cell:
    """Name the initiative a resource leads to, one of the plan where there is one, and what the plan does with it."""
    first = next(iter(leads(r, appraised)), None)
    if first is None:
        return Cell("—", "faint")
    return Cell(r.name(first), "plain" if planned(r, first) else "faint", lead_state(r, first))
