"""R10: the profit as a range with its stress line, where it comes from, quarter by quarter, and what is assumed."""

from collections.abc import Mapping, Sequence
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
from reports.plan_sums import ItemSum, Parts, PlanSum, Step, Stress, sums_of
from reports.reading import Reading
from roadmap.plan import Plan
from roadmap.situation import Fact
from roadmap.sizing import factor_of

TOP = 8
STEPS: Mapping[Step, str] = {
    "items": "r10.items.all",
    "overlap": "r10.items.overlap",
    "fees": "r10.items.fees",
    "rest": "r10.items.medians",
    "plan": "r10.items.plan",
}
WHOLE = ("items", "plan")


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
    sums = sums_of(plan, r.dossier.catalogue)
    best = sums.ranked[:TOP]
    if not best:
        return []
    heads = (r.t("col.gross"), r.t("col.once"), r.t("col.running"), r.t("col.net50"))
    columns = (
        Column(r.t("col.initiative"), 40),
        *(Column(head, 15, right=True, nowrap=True) for head in heads),
    )
    caption = r.t("r10.items")
    return [
        Heading(caption),
        Table(caption, columns, _sum_rows(r, sums, best)),
        Source(r.t("r10.items.source")),
        Paragraph(_stress(r, sums.stress)),
        *_sized(r),
    ]


def _sum_rows(r: Reading, sums: PlanSum, best: Sequence[ItemSum]) -> tuple[Row, ...]:
    """List the best, the rest in one row, and every step from their sum to the plan."""

    def row(words: str, parts: Parts, note: str = "", *, whole: bool = False) -> Row:
        *cells, net = ("" if n is None else r.money(n) for n in parts)
        return Row((Cell(words, "strong" if whole else "plain", note), *map(Cell, cells), Cell(net, "strong")))

    rows = [row(r.name(one.initiative), one.parts, _lever(r, one.initiative)) for one in best]
    others = sums.ranked[len(best) :]
    if others:
        gross, once, running, net = map(sum, zip(*(one.parts for one in others), strict=True))
        rows.append(row(r.t("r10.items.rest", n=len(others)), (gross, once, running, net)))
    for step, parts in sums.steps.items():
        if step != "rest" or sums.rest:
            rows.append(row(r.t(STEPS[step], n=len(sums.items)), parts, whole=step in WHOLE))
    return tuple(rows)


def _lever(r: Reading, ident: str) -> str:
    """Name what an initiative works on; one the content has no more works on nothing that is known."""
    known = r.dossier.catalogue.initiatives.get(ident)
    return r.of(labels.LEVERS, known.lever) if known and known.lever else ""


def _stress(r: Reading, s: Stress) -> str:
    return r.t(
        "r10.stress",
        gross=r.money(s.gross),
        kept=f"{s.benefit_factor:g}",
        left=r.money(s.kept),
        cost=r.money(s.cost),
        raised=f"{s.cost_factor:g}",
        more=r.money(s.raised),
        net=r.money(s.net),
    )


def _sized(r: Reading) -> list[Block]:
    """Say how efforts follow the stores, where they differ from those of the chain they are written for."""
    chain, stores = r.dossier.catalogue.defaults.chain, r.dossier.facts.values.get("stores")
    factor = factor_of(stores.value, chain) if stores and stores.value else 1.0
    words = r.t("r10.chain", written=chain.stores, factor=numbers.plain(factor, 2))
    return [] if factor == 1 else [Paragraph(words, small=True)]


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
    note = Source(r.t("r10.default.note"))
    return [Heading(r.t("r10.defaults", n=len(assumed))), note, Table(r.t("r10.defaults.table"), columns, rows)]


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
