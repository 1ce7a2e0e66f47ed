"""The panel of one initiative: how to start, why it was chosen, why on that day, with what, what the law asks."""

from dataclasses import dataclass

from assessment.dossier import Dossier
from questionnaires.locale_text import LocaleText
from reports.phrases import labels
from reports.plan_sums import sums_of
from roadmap.initiatives import Initiative
from roadmap.plan import Plan, PlanItem, Reason
from web.components import numbers
from web.components.bilingual import Bilingual
from web.i18n.sentences import NOTHING, both
from web.pages.roadmap.monday import NO_PLAYBOOK, MondayView, monday_of


@dataclass(frozen=True, slots=True)
class FlagLine:
    """A compliance flag and what to do about it."""

    code: str
    name: LocaleText
    wording: LocaleText


@dataclass(frozen=True, slots=True)
class PanelView:
    """One initiative, in full. ``shown`` is False while none is picked."""

    shown: bool = False
    id: str = ""
    name: LocaleText = NOTHING
    wave: int = 0
    critical: bool = False
    status: str = ""
    dates: LocaleText = NOTHING
    slack: LocaleText = NOTHING
    owner: LocaleText = NOTHING
    owner_id: str = ""
    why: tuple[LocaleText, ...] = ()
    when: tuple[LocaleText, ...] = ()
    module: LocaleText = NOTHING
    kpi: LocaleText = NOTHING
    profit: LocaleText = NOTHING
    sum: LocaleText = NOTHING
    effort: LocaleText = NOTHING
    closes: tuple[LocaleText, ...] = ()
    needs: LocaleText = NOTHING
    flags: tuple[FlagLine, ...] = ()
    monday: MondayView = NO_PLAYBOOK


def panel_of(d: Dossier, ident: str) -> PanelView:
    """Return the panel of an item of the plan; an empty one for anything else."""
    item = next((i for i in d.snapshot.plan.items if i.initiative == ident), None) if d.snapshot else None
    if item is None:
        return PanelView()
    p, initiative = Bilingual(d), d.catalogue.initiatives.get(ident)  # a plan outlives what the content renames
    progress = d.progress.get(ident)
    return PanelView(
        shown=True,
        id=ident,
        name=p.name(ident),
        wave=item.wave,
        critical=item.critical,
        status=progress.status if progress else "not_started",
        dates=both(
            "panel.dates",
            start=numbers.day(item.start, year=item.start.year != item.finish.year),
            finish=numbers.day(item.finish),
        ),
        slack=both("panel.slack", n=item.total_slack) if item.total_slack else both("panel.noslack"),
        owner=p.both(lambda r: r.owner(item)),
        owner_id=d.owners.get(ident, ""),
        why=_said(p, item.reasons),
        when=_said(p, item.because),
        module=_module(p, item),
        kpi=initiative.kpi if initiative else NOTHING,
        profit=_profit(p, item, initiative),
        sum=_sum(p, d.snapshot.plan, ident) if d.snapshot else NOTHING,
        effort=_effort(p, item),
        closes=_closes(p, item),
        needs=p.names(item.needs, 6) if item.needs else NOTHING,
        flags=_flags(d, item),
        monday=monday_of(d, ident),
    )


def _said(p: Bilingual, reasons: tuple[Reason, ...]) -> tuple[LocaleText, ...]:
    words = (p.say(reason.code, reason.params) for reason in reasons)
    return tuple(dict.fromkeys(words))


def _module(p: Bilingual, item: PlanItem) -> LocaleText:
    use, name = item.module, p.name(item.module.module)
    if use.module in labels.MODULE_WORDS:
        return name
    if not use.offered:
        way = p.say(use.alternative.code, use.alternative.params) if use.alternative else both("panel.otherway")
        return both("panel.module.none", name=name, way=way)
    return both("panel.module", name=name, depth=labels.DEPTHS[use.depth])


def _profit(p: Bilingual, item: PlanItem, initiative: Initiative | None) -> LocaleText:
    """Say what it earns over the horizon as a range, or that it only makes others earn.

    The lever of an initiative that the content has no more is not known: its own benefit tells the two apart.
    """
    lever = initiative.lever if initiative else None
    if lever is None and (initiative is not None or not item.valuation.benefit.p90):
        enabled = (initiative.enables if initiative else None) or "ALL"
        return both("panel.enables", lever=labels.LEVERS.get(enabled, labels.LEVERS["ALL"]))
    net, currency = item.valuation.net, p.dossier.profile.currency
    return both(
        "panel.profit",
        lever=labels.LEVERS[lever or "ALL"],
        net=numbers.money(net.p50, currency),
        range=numbers.money_range(net.p10, net.p90, currency),
        stress=numbers.money(net.stress, currency),
    )


def _sum(p: Bilingual, plan: Plan, ident: str) -> LocaleText:
    """Say how the net of an initiative comes about; nothing for one that was done before the plan was made."""
    one = next((one for one in sums_of(plan, p.dossier.catalogue).items if one.initiative == ident), None)
    if one is None:
        return NOTHING
    amounts = {key: p.money(getattr(one, key)) for key in ("gross", "once", "running", "net")}
    return both("panel.sum", months=plan.horizon_months, **amounts)


def _effort(p: Bilingual, item: PlanItem) -> LocaleText:
    weeks = numbers.plain(sum(item.effort.values()))
    return both("panel.effort", weeks=weeks, money=p.money(item.valuation.one_off))


def _closes(p: Bilingual, item: PlanItem) -> tuple[LocaleText, ...]:
    gaps = {gap.capability: gap for gap in p.dossier.gaps}
    return tuple(
        both(
            "panel.closes",
            name=p.name(c),
            level=numbers.level(gaps[c].level),
            target=numbers.level(gaps[c].target),
        )
        for c in item.closes
        if c in gaps
    )


def _flags(d: Dossier, item: PlanItem) -> tuple[FlagLine, ...]:
    flags = {str(code): flag for code, flag in d.catalogue.flags.items()}
    return tuple(FlagLine(code, flags[code].name, flags[code].wording) for code in item.flags if code in flags)
