"""The strip above the plan: spend, effort, profit as a range with the 44 % line, payback, what rests on defaults."""

from dataclasses import dataclass

from assessment.dossier import Dossier
from assessment.industries import rules_of
from assessment.progress_rules import months_from
from questionnaires.locale_text import LocaleText
from roadmap.plan import Plan
from roadmap.valuation.resting import share_left, weak_facts
from web.components import numbers
from web.components.bilingual import Bilingual
from web.i18n.sentences import NOTHING, both


@dataclass(frozen=True, slots=True)
class Strip:
    """Figures of the plan, each with what it is measured against."""

    spend: LocaleText = NOTHING
    cap: LocaleText = NOTHING
    spend_share: str = "0%"
    weeks: LocaleText = NOTHING
    available: LocaleText = NOTHING
    weeks_share: str = "0%"
    profit: LocaleText = NOTHING
    median: LocaleText = NOTHING
    stress: LocaleText = NOTHING
    payback: LocaleText = NOTHING
    stress_payback: LocaleText = NOTHING
    defaults: LocaleText = NOTHING
    weakest: LocaleText = NOTHING
    horizon: int = 0
    indication: bool = False


NAMED = 3
NO_MONEY = Strip()
"""Before there is a plan."""


def strip_of(d: Dossier) -> Strip:
    """Return the strip; empty before there is a plan."""
    if d.snapshot is None:
        return NO_MONEY
    plan, currency = d.snapshot.plan, d.profile.currency
    months = _months(plan)
    limits = d.terms or d.profile  # what the plan was built under, where it is kept
    weeks = sum(limits.capacity.values()) * months
    return Strip(
        spend=numbers.money(plan.one_off, currency),
        cap=both("strip.cap", money=numbers.money(limits.budget, currency)) if limits.budget else NOTHING,
        spend_share=_share(plan.one_off, limits.budget),
        weeks=numbers.plain(plan.person_weeks),
        available=both("strip.available", n=numbers.plain(weeks), months=months) if weeks else NOTHING,
        weeks_share=_share(plan.person_weeks, weeks),
        profit=numbers.money_range(plan.net.p10, plan.net.p90, currency),
        median=numbers.money(plan.net.p50, currency),
        stress=numbers.money(plan.net.stress, currency),
        payback=_payback(plan.payback_month),
        stress_payback=_payback(plan.stress_payback_month),
        defaults=numbers.percent(plan.d_share),
        weakest=weakest(d),
        horizon=plan.horizon_months,
        indication=plan.indication_only,
    )


def weakest(d: Dossier) -> LocaleText:
    """Name the two or three grade-D facts most of the profit hangs on, and how far the share falls when they are known."""
    if d.snapshot is None:
        return NOTHING
    asked = (d.snapshot.plan, d.catalogue, d.facts, rules_of(d.industry))
    facts = [one.fact for one in weak_facts(*asked)[:NAMED]]
    if not facts:
        return both("strip.effects") if share_left(*asked) else NOTHING
    left = share_left(*asked, frozenset(facts))
    return both("strip.weakest", names=Bilingual(d).names(facts, NAMED), left=numbers.percent(left))


def _share(part: float, whole: float) -> str:
    return f"{min(part / whole, 1):.0%}" if whole else "0%"


def _months(plan: Plan) -> int:
    """Return the months from the plan's start to its end, the last one counted."""
    return months_from(plan.start, plan.finish) + 1


def _payback(month: int | None) -> LocaleText:
    return both("strip.nopayback") if month is None else both("strip.month", n=month)
