"""R9: platforms side by side on four questions, the same roadmap on each of them, and coverage of need by module."""

from collections.abc import Callable, Mapping

from assessment.comparing import rivals
from assessment.dossier import PlatformComparison
from reports import titling
from reports.chapters import feet
from reports.chapters.platform_choice import choice
from reports.model import Block, Cell, Column, Heading, Lede, Paragraph, Row, Section, Source, Table
from reports.phrases import labels, numbers
from reports.platform_needs import ModuleNeed, depth_in, fits_of, module_needs, served
from reports.reading import Reading
from roadmap.carrying import USEFUL_DEPTH
from roadmap.fit import WEIGHTS

MODULES = 12
CRITERIA = ("P1", "P2", "P3", "P4")
WHOLE = 0.999


def platforms(r: Reading) -> Section:
    """Compose R9; the comparison of plans only where the plan was run on another platform too."""
    fits = fits_of(r)
    blocks: list[Block] = [Lede(r.t("r9.lede")), Heading(r.t("r9.fit")), _fit(r, fits), Source(_as_of(r, fits))]
    blocks += [*_plans(r, tuple(fits)), *choice(r), *_modules(r, tuple(fits)), *_facts(r, tuple(fits))]
    return Section("R9", r.t("r9.label"), title(r), tuple(blocks), feet.plan(r), flows=True)


def title(r: Reading) -> str:
    """Conclude: which platform fits, by how much, and whether the roadmap earns more or less on it."""
    fits = fits_of(r)
    first, second = (*fits, None, None)[:2]
    totals = {ident: fit["total"] for ident, fit in fits.items()}
    figures: dict[str, titling.Figure] = {"platforms": len(fits), "best": max(totals.values(), default=0.0)}
    if first and second:
        lead = round(totals[first] - totals[second], 1)
        figures |= {"first": first, "second": second, "fit": totals[first], "fit2": totals[second]}
        figures |= {"lead": lead} if lead >= 0 else {"behind": -lead}
        nets = {one.platform: one.net_p50 for one in r.dossier.comparisons if one.run}
        if first in nets and second in nets:
            more = nets[first] - nets[second]
            figures |= {"more" if more >= 0 else "less": abs(more), "net": abs(more)}
        figures |= _richer(r, first, nets)
    return titling.action_title(r, "R9", figures)


def _richer(r: Reading, first: str, nets: Mapping[str, int]) -> dict[str, titling.Figure]:
    """Return which platform earns most where it is not the plan's, and how much more."""
    others = rivals(r.dossier.comparisons, first) if first in nets else ()
    richest = max(others, key=lambda one: one.net_p50, default=None)
    if richest is None or richest.fit["knocked_out"] or richest.net_p50 <= nets[first]:
        return {}
    return {"richer": richest.platform, "gain": richest.net_p50 - nets[first]}


def _heads(r: Reading, idents: tuple[str, ...], share: float, *, right: bool = False) -> tuple[Column, ...]:
    return tuple(Column(r.name(ident), share / len(idents), right=right) for ident in idents)


def _fit(r: Reading, fits: Mapping[str, Mapping[str, float]]) -> Table:
    idents = tuple(fits)
    columns = (Column(r.t("col.criterion"), 46), *_heads(r, idents, 54, right=True))
    rows = [
        Row(
            (
                Cell(r.t(f"r9.{part}"), "plain", r.t("r9.weight", share=numbers.percent(WEIGHTS[part]))),
                *(Cell(numbers.plain(fits[ident][part], 1)) for ident in idents),
            )
        )
        for part in CRITERIA
    ]
    rows.append(_exports(r, fits))
    chosen = r.published.platform if r.published else ""
    total = (
        Cell(numbers.plain(fits[i]["total"], 1), "strong", r.t("r9.chosen") if i == chosen else "") for i in idents
    )
    rows.append(Row((Cell(r.t("r9.total"), "strong"), *total)))
    return Table(r.t("r9.fit.table"), columns, tuple(rows))


def _exports(r: Reading, fits: Mapping[str, Mapping[str, float]]) -> Row:
    out = {ident: bool(fit["knocked_out"]) for ident, fit in fits.items()}
    cells = (Cell(r.t("r9.export.no" if out[i] else "r9.export.yes"), "hot" if out[i] else "plain") for i in fits)
    return Row((Cell(r.t("r9.export")), *cells))


def _as_of(r: Reading, fits: Mapping[str, object]) -> str:
    dates = sorted({r.dossier.catalogue.platforms[ident].price_as_of for ident in fits})
    return r.t("r9.fit.source", date=numbers.RANGE.join(dict.fromkeys((dates[0], dates[-1]))))


def _plans(r: Reading, idents: tuple[str, ...]) -> list[Block]:
    kept = {one.platform: one for one in r.dossier.comparisons}
    found = tuple(kept[ident] for ident in idents if ident in kept)
    if r.plan is None:
        return []
    if len(found) < 2:
        return [Paragraph(r.t("r9.plans.none"))]
    columns = (Column(r.t("col.compared"), 27), *_heads(r, tuple(one.platform for one in found), 73, right=True))
    lines: tuple[tuple[str, Callable[[PlatformComparison], str]], ...] = (
        (r.t("r9.plans.items"), lambda one: str(one.items)),
        (r.t("r9.plans.money"), lambda one: r.money(one.one_off)),
        (r.t("r9.plans.weeks"), lambda one: numbers.plain(one.person_weeks)),
        (r.t("r9.plans.net"), lambda one: r.money(one.net_p50)),
        (r.t("r9.plans.ratio", one=r.money(100)), lambda one: _ratio(r, one)),
        (r.t("r9.plans.lacks"), lambda one: _lacks(r, one)),
    )
    rows = [Row((Cell(name), *(Cell(write(one) if one.run else "—") for one in found))) for name, write in lines]
    if any(one.status for one in found):
        rows.append(Row((Cell(r.t("r9.plans.proof")), *(Cell(r.t(f"r9.plans.proof.{one.status}")) for one in found))))
    source = r.t("r9.plans.source", months=r.plan.horizon_months)
    return [Heading(r.t("r9.plans")), Table(r.t("r9.plans.table"), columns, tuple(rows)), Source(source)]


def _ratio(r: Reading, one: PlatformComparison) -> str:
    return "—" if one.profit_per_yuan is None else r.money(round(100 * one.profit_per_yuan))


def _lacks(r: Reading, one: PlatformComparison) -> str:
    if not one.not_offered:
        return r.t("r9.plans.lacks.none")
    names = r.names.many(one.not_offered, limit=2)
    return r.t("r9.plans.lacks.some", n=len(one.not_offered), names=names)


def _modules(r: Reading, idents: tuple[str, ...]) -> list[Block]:
    needs = module_needs(r.dossier.gaps, r.dossier.catalogue)
    if not needs:
        return [Paragraph(r.t("r9.modules.none"))]
    columns = (
        Column(r.t("col.module"), 21),
        Column(r.t("col.moduleneed"), 11, right=True),
        *_heads(r, idents, 45, right=True),
        Column(r.t("col.otherway"), 23),
    )
    rows = tuple(_module(r, need, idents) for need in needs[:MODULES])
    rest = r.t("r9.rest", n=len(needs) - MODULES) if len(needs) > MODULES else ""
    return [
        Heading(r.t("r9.modules", n=len(needs))),
        Table(r.t("r9.modules.table"), columns, rows, rest),
        Source(r.t("r9.modules.source")),
    ]


def _module(r: Reading, need: ModuleNeed, idents: tuple[str, ...]) -> Row:
    catalogue = r.dossier.catalogue
    whole = sum(float(gap.priority) for gap in r.dossier.gaps)
    share = numbers.percent(need.total / whole if whole else 0)
    cells = [Cell(r.module(need.module)), Cell(share, "plain", r.t("r9.modules.need", gaps=len(need.weights)))]
    for ident in idents:
        part = served(need, ident, catalogue)
        depth = r.of(labels.DEPTHS, depth_in(need, ident, catalogue))
        cells.append(Cell(numbers.percent(part), "plain" if part >= WHOLE else "hot", depth))
    return Row((*cells, _other_way(r, need, idents[0])))


def _other_way(r: Reading, need: ModuleNeed, ident: str) -> Cell:
    """Say how a module's need is met where the first platform serves only part of it."""
    catalogue = r.dossier.catalogue
    if served(need, ident, catalogue) >= WHOLE:
        return Cell(r.t("r9.modules.ok"), "faint")
    others = [
        other
        for other in sorted(catalogue.platforms)
        if other != ident and depth_in(need, other, catalogue) >= USEFUL_DEPTH
    ]
    if others:
        return Cell(r.say("other_platform", {"module": need.module, "platforms": others}))
    return Cell(r.say("by_hand", {"module": need.module}))


def _facts(r: Reading, idents: tuple[str, ...]) -> list[Block]:
    found = [r.dossier.catalogue.platforms[ident] for ident in idents]
    columns = (Column(r.t("col.compared"), 13), *_heads(r, idents, 87))
    lines = (
        (r.t("r9.facts.for"), [r.text(platform.best_for) for platform in found]),
        (r.t("r9.facts.licence"), [r.text(platform.licence) for platform in found]),
        (r.t("r9.facts.hosting"), [r.text(platform.hosting) for platform in found]),
        (r.t("r9.facts.risks"), [_capital(r.fragments(r.text(risk) for risk in p.risks[:3])) for p in found]),
    )
    rows = tuple(Row((Cell(name, "strong"), *(Cell(text) for text in texts))) for name, texts in lines)
    return [Heading(r.t("r9.facts")), Table(r.t("r9.facts.table"), columns, rows)]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
