"""R5: the customer's journey with peak, end and breaks, and the four moments in which a sale is won or lost."""

from fractions import Fraction

from questionnaires.cards import SalesMoment
from reports import register_charts, titling
from reports.chapters import feet
from reports.chapters.journey_steps import steps
from reports.model import Block, Cell, Column, Figure, Heading, Lede, Row, Section, Source, Table
from reports.reading import Reading

PEAK_END, JOURNEY = "SVC5", "SVC1"
TRADE_MOMENTS = {"trust": "first_trust", "payment": "order"}
"""Ids of cards whose wording in the trade's profile goes by another name."""


def journey(r: Reading) -> Section:
    """Compose R5."""
    found = r.dossier.industry.journey
    counts = {"n": len(found.steps), "breaks": len(found.breaks)}
    heading = r.t("r5.journey", trade=r.text(r.dossier.industry.name), **counts)
    blocks: list[Block] = [
        Lede(r.t("r5.lede")),
        Heading(heading),
        Figure(register_charts.journey(r)),
        _points(r),
        Source(r.t("r5.points.source", peakend=r.capability(PEAK_END), journey=r.capability(JOURNEY))),
    ]
    blocks += steps(r)
    if r.dossier.sales_moments:
        blocks += [Heading(r.t("r5.moments")), _moments(r), Source(r.t("r5.moments.source"))]
    return Section("R5", r.t("r5.label"), title(r), tuple(blocks), feet.sources(r), flows=True)


def title(r: Reading) -> str:
    """Conclude: which sales moment is weakest, and in how many places the journey breaks."""
    found = [(level, m) for m in r.dossier.sales_moments if (level := level_of(r, m)) is not None]
    figures: dict[str, titling.Figure] = {
        "scored": len(found),
        "steps": len(r.dossier.industry.journey.steps),
        "breaks": len(r.dossier.industry.journey.breaks),
    }
    if found:
        low, weakest = min(found, key=lambda pair: pair[0])
        figures |= {"low": float(low), "weakest": weakest.title}
    return titling.action_title(r, "R5", figures)


def level_of(r: Reading, moment: SalesMoment) -> Fraction | None:
    """Return the level of a moment: that of its lowest capability, as a sale is lost at the weakest point."""
    scores = r.dossier.sheet.capabilities
    known = [level for c in moment.capabilities if c in scores and (level := scores[c].level) is not None]
    return min(known, default=None)


def _points(r: Reading) -> Table:
    """List peak, end and breaks with the capability that carries them."""
    found = r.dossier.industry.journey
    names = {step.step: (number, r.text(step.text)) for number, step in enumerate(found.steps, 1)}
    columns = (
        Column(r.t("col.mark"), 10, nowrap=True),
        Column(r.t("col.step"), 24),
        Column(r.t("col.what"), 34),
        Column(r.t("col.levels"), 32),
    )
    marked = [("r5.peak", found.peak, PEAK_END), ("r5.end", found.end, PEAK_END)]
    marked += [("r5.break", point, JOURNEY) for point in found.breaks]
    rows: list[Row] = []
    for key, point, capability in marked:
        number, step = names.get(point.step, ("", point.step))
        hot = "hot" if key == "r5.break" else "strong"
        told = _carried(r, capability)
        rows.append(Row((Cell(r.t(key), hot), Cell(f"{number} {step}".strip()), Cell(r.text(point.text)), Cell(told))))
    return Table(r.t("r5.points.table"), columns, tuple(rows))


def _carried(r: Reading, ident: str) -> str:
    score, target = r.dossier.sheet.capabilities.get(ident), r.dossier.targets.levels.get(ident)
    name = r.capability(ident)
    if score is None:
        return r.t("r5.unasked", capability=name)
    if score.level is None or target is None:
        return r.t("r5.level", capability=name)
    return r.t("r5.level", capability=name, level=score.level, target=target)


def _moments(r: Reading) -> Table:
    columns = (
        Column(r.t("col.moment"), 20),
        Column(r.t("col.levels"), 30),
        Column(r.t("col.kpi"), 22),
        Column(r.t("col.inplan"), 28),
    )
    return Table(r.t("r5.moments.table"), columns, tuple(_moment(r, moment) for moment in r.dossier.sales_moments))


def _moment(r: Reading, moment: SalesMoment) -> Row:
    trade = r.dossier.industry.sales_moments.get(TRADE_MOMENTS.get(moment.id, moment.id))
    planned = {item.initiative for item in r.plan.items} if r.plan else set[str]()
    doing = [i for i in moment.initiatives if i in planned]
    others = [i for i in moment.initiatives if i in r.dossier.catalogue.initiatives]
    levels = r.list(_carried(r, c) for c in moment.capabilities if c in r.dossier.framework.capabilities)
    return Row(
        (
            Cell(r.text(moment.title), "strong", r.text(trade) if trade else ""),
            Cell(levels),
            Cell(_capital(r.list(r.text(kpi) for kpi in moment.kpis))),
            Cell(r.names.many(doing or others), "plain" if doing else "faint"),
        )
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
