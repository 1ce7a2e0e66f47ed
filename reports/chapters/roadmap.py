"""R8: the plan on one axis, waves and gates, and the trace from gap to profit."""

from reports import aims, plan_figures
from reports.chapters import closing, feet, terms, waves
from reports.charts import gantt_sheets
from reports.model import Block, Cell, Column, Figure, Heading, Lede, Row, Section, Source, Table
from reports.phrases import labels, numbers
from reports.phrases.typography import fits
from reports.reading import Reading
from roadmap.plan import Plan, PlanItem

ROWS = 40
FEW, ROOMY, DENSE = 24, 15.5, 14.0
"""Up to so many initiatives the rows of the axis are roomy (px); denser ones still fit under the table of waves."""


def roadmap(r: Reading, plan: Plan) -> Section:
    """Compose the table of waves and the Gantt pages."""
    today = r.dossier.forecast.today if r.dossier.forecast else r.dossier.as_of
    spec = plan_figures.gantt(
        r, plan, today=today if today >= plan.start else None, row_height=ROOMY if len(plan.items) <= FEW else DENSE
    )
    blocks: list[Block] = [Lede(r.sentences((_lede(r, plan), _progress(r, plan))))]
    blocks += [Heading(r.t("r8.waves")), _waves(r, plan)]  # first, for the axis takes most of a page
    blocks += [Figure(sheet) for sheet in gantt_sheets(spec)]
    blocks.append(Source(r.t("r8.gantt.source")))
    blocks += terms.kept_to(r)
    return Section("R8", r.t("r8.label"), title(r, plan), tuple(blocks), feet.plan(r), flows=True)


def nothing_chosen(r: Reading, plan: Plan) -> Section:
    """Say that no initiative pays within the limits, and what would change that."""
    lede = r.t("r8.none.lede", money=r.money(r.dossier.profile.budget))
    title = r.t("r8.none", n=len(plan.selection.excluded))
    return Section("R8", r.t("r8.label"), title, (Lede(lede), *terms.kept_to(r)), feet.scores(r), flows=True)


def title(r: Reading, plan: Plan) -> str:
    """Conclude: how many waves and items, done by when, what first."""
    groups = waves.summarise(plan)
    params: dict[str, object] = {"waves": len(groups), "n": len(plan.items), "finish": r.day(plan.finish)}
    if groups:
        full = r.t("r8.title", **params, first=aims.headlines(r, plan)[0])
        if fits(full):
            return full
    return r.t("r8.title", **params)


def _lede(r: Reading, plan: Plan) -> str:
    critical = r.t("r8.critical", critical=sum(item.critical for item in plan.items), finish=r.day(plan.finish))
    return r.sentences((critical, *closing.coverage(r, plan), r.t("r8.peak")))


def _progress(r: Reading, plan: Plan) -> str:
    """Say how far the plan is and what that does to its end and its profit, once anybody has reported."""
    now = r.dossier.forecast
    if now is None or not r.dossier.progress:
        return ""
    late = sum(item.slip_days > 0 and item.rag != "dropped" for item in now.items)
    words = r.t("r8.progress", today=r.day(now.today), percent=numbers.percent(now.percent / 100), late=late)
    moved = r.t("r8.progress.finish", finish=r.day(now.finish), net=r.money(now.net.p50), planned=r.money(plan.net.p50))
    return r.sentences((words, moved))


def _waves(r: Reading, plan: Plan) -> Table:
    columns = (
        Column(r.t("col.wave"), 20),
        Column(r.t("col.items"), 7, right=True, nowrap=True),
        Column(r.t("col.pw"), 12, right=True, nowrap=True),
        Column(r.t("col.money"), 14, right=True, nowrap=True),
        Column(r.t("col.until"), 47),
    )
    rows: list[Row] = []
    for group in waves.summarise(plan):
        gate = waves.gate_words(r, group)
        rows.append(
            Row(
                (
                    Cell(f"{group.wave} · {r.of(labels.WAVES, group.wave)}", "strong", waves.span(r, group)),
                    Cell(str(len(group.items))),
                    Cell(numbers.plain(group.weeks)),
                    Cell(r.money(group.one_off)),
                    Cell(gate, "plain", waves.funds(r, group.gate)),
                )
            )
        )
    return Table(r.t("r8.waves"), columns, tuple(rows))


def ordered(plan: Plan) -> list[PlanItem]:
    """Return items by wave, then date, then id, as in the Gantt."""
    return sorted(plan.items, key=lambda item: (item.wave, item.start, item.finish, item.initiative))


def trace(r: Reading, plan: Plan) -> Section:
    """Compose the table gap → initiative → module → KPI → lever."""
    columns = (
        Column(r.t("col.initiative"), 23),
        Column(r.t("col.gap"), 26),
        Column(r.t("col.module"), 17),
        Column(r.t("col.kpi"), 20),
        Column(r.t("col.lever"), 14),
    )
    items = ordered(plan)
    rows: list[Row] = []
    wave = 0
    for item in items[:ROWS]:
        if item.wave != wave:
            wave = item.wave
            group = [other for other in items if other.wave == wave]
            rows.append(Row((Cell(plan_figures.wave_words(r, wave, group)),), group=True))
        rows.append(_traced(r, item))
    rest = r.t("r8.rest", n=len(items) - ROWS) if len(items) > ROWS else ""
    caption = r.t("r8.trace.table")
    lede = r.t("r8.trace.lede", platform=r.name(plan.platform))
    blocks: tuple[Block, ...] = (Lede(lede), Table(caption, columns, tuple(rows), rest))
    title = r.t("r8.trace.title", n=len(items))
    return Section("R8.trace", r.t("r8.trace.label"), title, blocks, feet.plan(r), flows=True)


def _traced(r: Reading, item: PlanItem) -> Row:
    initiative = r.dossier.catalogue.initiatives[item.initiative]
    gaps = {gap.capability: gap for gap in r.dossier.gaps}
    closes = [gaps[capability] for capability in item.closes if capability in gaps]
    raised = closes or [gaps[x.capability] for x in initiative.raises if x.capability in gaps]
    first = sorted(raised, key=lambda gap: (-gap.priority, gap.capability))[:2]
    gap = ("; " if r.locale == "en" else "；").join(
        r.t("r8.gap", capability=r.capability(g.capability), level=g.level, target=g.target) for g in first
    )
    if initiative.lever:
        money = r.t("r8.net", money=r.money(item.valuation.net.p50))
        lever = Cell(r.of(labels.LEVERS, initiative.lever), "strong", money)
    else:
        aim = initiative.enables or "ALL"
        words = r.t("r8.enables.all") if aim == "ALL" else r.t("r8.enables", lever=r.of(labels.LEVERS, aim))
        lever = Cell(words, "faint")
    return Row(
        (
            Cell(r.name(item.initiative), "plain", f"{item.initiative} · {r.owner(item)}"),
            Cell(gap or r.t("r8.nogap")),
            _module(r, item),
            Cell(r.text(initiative.kpi)),
            lever,
        )
    )


def _module(r: Reading, item: PlanItem) -> Cell:
    use = item.module
    if use.module in labels.MODULE_WORDS:
        return Cell(r.module(use.module), "faint")
    if not use.offered:
        way = r.say(use.alternative.code, use.alternative.params) if use.alternative else ""
        note = r.t("r8.module.none", way=way) if way else r.t("r8.module.plain")
        return Cell(r.module(use.module), "plain", note)
    return Cell(r.module(use.module), "plain", r.of(labels.DEPTHS, use.depth))
