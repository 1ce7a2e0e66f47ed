"""How the profit range of a plan comes about: lever by lever to the median, then what each initiative claims and why."""

from collections.abc import Iterable
from dataclasses import dataclass

from assessment.dossier import Dossier
from questionnaires.locale_text import LocaleText
from reports.phrases import labels
from reports.phrases import numbers as written
from reports.plan_figures import waterfall
from reports.plan_sums import Parts, PlanSum, Stress, sums_of
from roadmap.initiatives import Effect
from roadmap.plan import Plan, PlanItem
from web.components import numbers
from web.components.bilingual import Bilingual
from web.i18n.sentences import NOTHING, both, joined

UPLIFT = "lifts_adoption"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the sum: what, and how much it adds or takes."""

    name: LocaleText
    amount: LocaleText


@dataclass(frozen=True, slots=True)
class SumLine:
    """One initiative, or a step from their sum to the plan: gross − once − running = net."""

    name: LocaleText
    gross: LocaleText
    once: LocaleText
    running: LocaleText
    net: LocaleText
    total: bool = False


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """What one initiative claims: its effect, how far it reaches, how soon, and what that is worth."""

    id: str
    name: LocaleText
    effect: LocaleText
    reach: LocaleText
    ramp: LocaleText
    month: LocaleText
    worth: LocaleText


@dataclass(frozen=True, slots=True)
class MoneyWhy:
    """The drawer. ``shown`` is False while it is closed."""

    shown: bool = False
    sentence: LocaleText = NOTHING
    steps: tuple[Step, ...] = ()
    adoption: tuple[LocaleText, ...] = ()
    sums: tuple[SumLine, ...] = ()
    stress: tuple[Step, ...] = ()
    claims: tuple[ClaimLine, ...] = ()
    enabling: LocaleText = NOTHING
    draws: LocaleText = NOTHING


def derivation_of(d: Dossier) -> MoneyWhy:
    """Return the drawer; a closed one before there is a plan."""
    if d.snapshot is None:
        return MoneyWhy()
    p, plan = Bilingual(d), d.snapshot.plan
    earning = sorted(filter(_earns, plan.items), key=lambda item: (-item.valuation.benefit.p50, item.initiative))
    quiet = [item.initiative for item in plan.items if not _earns(item)]
    currency, sums = d.profile.currency, sums_of(plan, d.catalogue)
    return MoneyWhy(
        shown=True,
        sentence=both(
            "money.sentence",
            months=plan.horizon_months,
            range=numbers.money_range(plan.net.p10, plan.net.p90, currency),
            median=p.money(plan.net.p50),
            stress=p.money(plan.net.stress),
        ),
        steps=_steps(p, plan),
        sums=_items(p, sums),
        stress=_stress(p, sums.stress),
        adoption=_adoption(p, plan.items),
        claims=tuple(_claim(p, item) for item in earning),
        enabling=both("money.enabling", n=len(quiet), names=p.names(quiet, 6)) if quiet else NOTHING,
        draws=both("money.draws", draws=written.plain(plan.draws), seed=plan.seed, share=written.percent(plan.d_share)),
    )


def _earns(item: PlanItem) -> bool:
    return item.valuation.benefit.p90 > 0


def _steps(p: Bilingual, plan: Plan) -> tuple[Step, ...]:
    """Return the steps of the report's waterfall: they add up to the median."""
    zh, en = waterfall(p.zh, plan), waterfall(p.en, plan)
    changes = zip(zh.changes, en.changes, strict=True)
    steps = (Step(LocaleText(a.label, b.label), p.money(round(a.amount), signed=True)) for a, b in changes)
    return (*steps, Step(LocaleText(zh.net_label, en.net_label), p.money(plan.net.p50)))


def _items(p: Bilingual, sums: PlanSum) -> tuple[SumLine, ...]:
    """Return every initiative, their sum, what does not add up and why, and the plan."""
    steps = (
        _line(p, both(f"money.sum.{step}", n=len(sums.items)), parts, total=step in {"items", "plan"})
        for step, parts in sums.steps.items()
    )
    return (*(_line(p, p.name(one.initiative), one.parts) for one in sums.ranked), *steps)


def _line(p: Bilingual, name: LocaleText, amounts: Parts, *, total: bool = False) -> SumLine:
    return SumLine(name, *(NOTHING if n is None else p.money(n) for n in amounts), total=total)


def _stress(p: Bilingual, s: Stress) -> tuple[Step, ...]:
    """Return the stress line step by step: a part of the benefit, more than the cost, what is left."""
    kept, raised = f"{s.benefit_factor:g}", f"{s.cost_factor:g}"
    return (
        Step(both("money.stress.benefit", money=p.money(s.gross), factor=kept), p.money(s.kept)),
        Step(both("money.stress.cost", money=p.money(s.cost), factor=raised), p.money(-s.raised)),
        Step(both("money.stress.net"), p.money(s.net)),
    )


def _adoption(p: Bilingual, items: Iterable[PlanItem]) -> tuple[LocaleText, ...]:
    """Return which share of the staff uses a thing, and the items that raise it."""
    return tuple(
        both("money.lifts", name=p.name(item.initiative), what=p.say(reason.code, reason.params))
        for item in items
        for reason in item.reasons
        if reason.code == UPLIFT
    )


def _claim(p: Bilingual, item: PlanItem) -> ClaimLine:
    initiative = p.dossier.catalogue.initiatives.get(item.initiative)  # a plan outlives what the content renames
    effect = p.dossier.catalogue.effects.get((initiative.effect if initiative else "") or "")
    value, currency = item.valuation, p.dossier.profile.currency
    return ClaimLine(
        id=item.initiative,
        name=p.name(item.initiative),
        effect=_effect(p, effect) if effect else NOTHING,
        reach=_reach(p, effect) if effect else NOTHING,
        ramp=both("money.ramp", day=p.day(item.finish), months=value.ramp_months),
        month=both("money.month", money=p.money(value.benefit_per_month)),
        worth=both(
            "money.range",
            range=numbers.money_range(value.benefit.p10, value.benefit.p90, currency),
            share=written.percent(value.d_share),
        ),
    )


def _effect(p: Bilingual, effect: Effect) -> LocaleText:
    change = effect.change
    low, base, high = (f"{written.plain(x * 100, 1, signed=True)}%" for x in (change.low, change.base, change.high))
    return both(
        "money.effect",
        name=effect.name,
        parameter=labels.FACTS.get(effect.parameter, p.name(effect.parameter)),
        low=low.replace(".0%", "%"),
        base=base.replace(".0%", "%"),
        high=high.replace(".0%", "%"),
        grade=effect.grade,
    )


def _reach(p: Bilingual, effect: Effect) -> LocaleText:
    """Say which part of the business is reached: a fact of the client, a range, or all of it; and what the claim costs."""
    facts, over = p.dossier.facts.values, effect.exposed_share
    if effect.exposed and effect.exposed in facts:
        share = written.percent(facts[effect.exposed].value)
        reach = both("money.reach.fact", share=share, name=labels.FACTS.get(effect.exposed, p.name(effect.exposed)))
    elif over:
        reach = both("money.reach.range", low=written.percent(over.low), high=written.percent(over.high))
    else:
        reach = both("money.reach.all")
    if effect.incremental:
        new = effect.incremental
        reach = both("money.new", reach=reach, low=written.percent(new.low), high=written.percent(new.high))
    costs = joined(both(f"money.cost.{kind}") for kind in sorted(effect.variable_cost))
    return both("money.reach.costs", reach=reach, costs=costs) if effect.variable_cost else reach


NO_DERIVATION = MoneyWhy()
"""The drawer while it is closed."""
