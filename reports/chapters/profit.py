"""R10: the profit as a range with its stress line, where it comes from, quarter by quarter, and what is assumed."""

from itertools import accumulate

from reports import plan_figures
from reports.chapters import feet
from reports.model import (
    Block,
    Cell,
    Column,
    Columns,
    Figure,
    Figures,
    Heading,
    Lede,
    Paragraph,
    Row,
    Section,
    Source,
    Table,
)
from reports.phrases import labels, numbers
from reports.reading import Reading
from roadmap.plan import Plan
from roadmap.situation import Fact

TOP = 8


def profit(r: Reading, plan: Plan) -> Section:
    """Compose R10."""
    blocks: list[Block] = [Lede(_lede(r, plan))]
    if plan.indication_only:
        blocks.append(Paragraph(r.t("r10.indication")))
    spec = plan_figures.waterfall(r, plan)
    ranges = plan_figures.profit_range(r, plan, width=238)
    blocks += [
        _strip(r, plan),
        Columns(
            (Heading(_waterfall_title(r, plan) or spec.title), Figure(spec), Source(r.t("r10.waterfall.source"))),
            (
                Heading(ranges.title),
                Figure(ranges),
                Source(r.t("r10.range.source", draws=plan.draws, seed=str(plan.seed))),
            ),
            share=62,
        ),
        Heading(r.t("r10.quarters")),
        _quarters(r, plan),
        Source(r.t("r10.quarters.source")),
        *_items(r, plan),
        *_defaults(r),
    ]
    return Section("R10", r.t("r10.label"), title(r, plan), tuple(blocks), feet.profit(r), flows=True)


def title(r: Reading, plan: Plan) -> str:
    """Conclude: the range and the stress line, a gain or a loss."""
    params = {
        "months": plan.horizon_months,
        "range": numbers.money_range(plan.net.p10, plan.net.p90, r.locale, r.names.currency),
        "stress": r.money(abs(plan.net.stress)),
    }
    return r.t("r10.title" if plan.net.stress >= 0 else "r10.title.loss", **params)


def _lede(r: Reading, plan: Plan) -> str:
    if plan.payback_month is None:
        payback = r.t("r10.payback.none")
    elif plan.stress_payback_month is None:
        payback = r.t("r10.payback", month=plan.payback_month)
    else:
        payback = r.t("r10.payback", month=plan.payback_month, stress=plan.stress_payback_month)
    return r.t(
        "r10.lede",
        money=r.money(plan.one_off),
        weeks=numbers.plain(plan.person_weeks),
        payback=payback,
        dshare=numbers.percent(plan.d_share),
    )


def _strip(r: Reading, plan: Plan) -> Figures:
    net, benefit = plan.net, plan.benefit
    return Figures(
        (
            (
                r.t("col.range"),
                numbers.money_range(net.p10, net.p90, r.locale, r.names.currency),
                f"{r.t('col.median')} {r.money(net.p50)}",
            ),
            (r.t("col.stress"), r.money(net.stress), ""),
            (r.t("col.benefit"), r.money(benefit.p50), ""),
            (r.t("col.money"), r.money(plan.one_off), f"{numbers.plain(plan.person_weeks)} {r.t('word.person_weeks')}"),
            (r.t("col.dshare"), numbers.percent(plan.d_share), ""),
        )
    )


def _waterfall_title(r: Reading, plan: Plan) -> str:
    gains = [
        (c.amount, c.label)
        for c in plan_figures.waterfall(r, plan).changes
        if c.amount > 0 and c.id not in ("overlap", "cost")
    ]
    if not gains:
        return ""
    amount, name = max(gains)
    return r.t("r10.waterfall", lever=name, share=numbers.percent(amount / sum(g for g, _ in gains)))


def _quarters(r: Reading, plan: Plan) -> Table:
    columns = (
        Column(r.t("col.quarter"), 20),
        Column(r.t("col.cost"), 18, right=True, nowrap=True),
        Column(r.t("col.benefit"), 18, right=True, nowrap=True),
        Column(r.t("col.net"), 24, right=True, nowrap=True),
        Column(r.t("col.cumulative"), 20, right=True, nowrap=True),
    )
    totals = list(accumulate(q.net.p50 for q in plan.quarters))
    rows = tuple(
        Row(
            (
                Cell(r.t("r10.quarter", n=number)),
                Cell(r.money(q.cost)),
                Cell(r.money(q.benefit.p50)),
                Cell(numbers.money_range(q.net.p10, q.net.p90, r.locale, r.names.currency)),
                Cell(r.money(total, signed=True), "strong"),
            )
        )
        for number, (q, total) in enumerate(zip(plan.quarters, totals, strict=True), 1)
    )
    return Table(r.t("r10.quarters"), columns, rows[:16])


def _items(r: Reading, plan: Plan) -> list[Block]:
    earning = [item for item in plan.items if item.valuation.net.p90 > 0 and item.valuation.benefit.p50 > 0]
    best = sorted(earning, key=lambda item: (-item.valuation.net.p50, item.initiative))[:TOP]
    if not best:
        return []
    columns = (
        Column(r.t("col.initiative"), 32),
        Column(r.t("col.lever"), 12),
        Column(r.t("col.median"), 13, right=True, nowrap=True),
        Column(r.t("col.range"), 19, right=True, nowrap=True),
        Column(r.t("col.stress"), 13, right=True, nowrap=True),
        Column(r.t("col.dshare"), 11, right=True, nowrap=True),
    )
    rows = tuple(
        Row(
            (
                Cell(r.name(item.initiative)),
                Cell(r.of(labels.LEVERS, r.dossier.catalogue.initiatives[item.initiative].lever or "")),
                Cell(r.money(item.valuation.net.p50), "strong"),
                Cell(numbers.money_range(item.valuation.net.p10, item.valuation.net.p90, r.locale, r.names.currency)),
                Cell(r.money(item.valuation.net.stress), "hot"),
                Cell(numbers.percent(item.valuation.d_share)),
            )
        )
        for item in best
    )
    caption = r.t("r10.items", n=len(rows))
    return [Heading(caption), Table(caption, columns, rows), Source(r.t("r10.items.source"))]


def _defaults(r: Reading) -> list[Block]:
    assumed = sorted((f for f in r.dossier.facts.values.values() if f.assumed), key=lambda f: f.id)
    if not assumed:
        return [Paragraph(r.t("r10.defaults.none"), small=True)]
    columns = (
        Column(r.t("col.fact"), 32),
        Column(r.t("col.figure"), 12, right=True, nowrap=True),
        Column(r.t("col.grade"), 9, right=True, nowrap=True),
        Column(r.t("col.source"), 47),
    )
    rows = tuple(Row((Cell(r.name(f.id)), Cell(fact(r, f)), Cell(f.grade), Cell(_origin(r, f)))) for f in assumed[:40])
    return [Heading(r.t("r10.defaults", n=len(assumed))), Table(r.t("r10.defaults.table"), columns, rows)]


def _origin(r: Reading, found: Fact) -> str:
    """Say where a default comes from; its source is the trade whose profile gave it."""
    trade = r.name(found.source) if found.source else ""
    return r.t("r10.default.mark") + (r.aside(trade) if trade else "")


MONEY = frozenset({"ticket", "member_ticket"})
SHARES = ("_share", "_rate", "conversion", "gross_margin", "member_retention", "guide_turnover")


def fact(r: Reading, found: Fact) -> str:
    """Write a fact by its kind: money in minor units, a share, or a number."""
    if found.id in MONEY or found.id.endswith(("_spend_year", "_cost_year")):
        return r.money(round(found.value))
    if found.id.endswith(SHARES):
        return numbers.plain(found.value * 100, 1) + "%" if found.value < 0.1 else numbers.percent(found.value)
    whole = float(found.value).is_integer()
    return numbers.count(int(found.value), r.locale) if whole else numbers.plain(found.value, 2)
