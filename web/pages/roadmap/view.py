"""The roadmap page as data: a pure function of the dossier."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from assessment.dossier import Dossier, PlatformComparison
from assessment.progress_rules import months_from
from assessment.usual_waves import usual_places
from questionnaires.locale_text import LocaleText
from reports.chapters import waves
from reports.chapters.feet import optimal
from reports.chapters.usual import placed
from reports.phrases import numbers as written
from roadmap.plan import Plan, Reason
from web.components import numbers
from web.components.bilingual import Bilingual
from web.components.choices import Choice
from web.i18n.sentences import NOTHING, both, joined
from web.pages.roadmap.items import owners_of
from web.pages.roadmap.money import NO_MONEY, Strip, strip_of
from web.pages.roadmap.verdict import verdict_of


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An initiative that is not planned, and the reason; or one of the trade's usual ones, and its place here."""

    id: str
    name: LocaleText
    reason: LocaleText


@dataclass(frozen=True, slots=True)
class GateLine:
    """The review that ends a wave: when, which figure it looks at, and what it funds."""

    head: LocaleText
    funds: LocaleText


@dataclass(frozen=True, slots=True)
class Comparison:
    """The same plan on another platform."""

    name: LocaleText
    figures: LocaleText


@dataclass(frozen=True, slots=True)
class RoadmapView:
    """The page. ``planned`` is False before a plan exists; ``stale`` says what moved on since."""

    loaded: bool = False
    planned: bool = False
    can_plan: bool = False
    title: LocaleText = NOTHING
    about: LocaleText = NOTHING
    version: LocaleText = NOTHING
    digest: str = ""
    stale: LocaleText = NOTHING
    rev: str = ""
    strip: Strip = NO_MONEY
    owners: tuple[Choice, ...] = ()
    gates: tuple[GateLine, ...] = ()
    usual_first: tuple[LeftOut, ...] = ()
    usual_next: tuple[LeftOut, ...] = ()
    excluded: tuple[LeftOut, ...] = ()
    there: tuple[LeftOut, ...] = ()
    forbidden: tuple[LeftOut, ...] = ()
    proof: LocaleText = NOTHING
    comparisons: tuple[Comparison, ...] = ()
    verdict: LocaleText = NOTHING


def roadmap_of(d: Dossier) -> RoadmapView:
    """Return the page; without a plan it says what a plan needs."""
    if d.snapshot is None:
        return RoadmapView(loaded=True, can_plan=bool(d.gaps), title=_unplanned(d), owners=owners_of(d))
    p, plan = Bilingual(d), d.snapshot.plan
    return RoadmapView(
        loaded=True,
        planned=True,
        can_plan=True,
        title=_title(p, plan),
        about=_about(p, plan),
        version=both("roadmap.version", n=d.snapshot.version, platform=p.name(plan.platform)),
        digest=f"{d.snapshot.digest[:4]}…{d.snapshot.digest[-4:]}",
        stale=_stale(d),
        rev=d.digest[:12],
        strip=strip_of(d),
        owners=owners_of(d),
        gates=gates_of(p, plan),
        usual_first=_usual(p, plan, 1),
        usual_next=_usual(p, plan, 2),
        excluded=_left_out(p, plan.selection.excluded),
        there=_left_out(p, plan.already_there),
        forbidden=_left_out(p, plan.forbidden),
        proof=_proof(plan),
        comparisons=tuple(_comparison(p, c) for c in d.comparisons),
        verdict=verdict_of(d),
    )


def _stale(d: Dossier) -> LocaleText:
    """Say which inputs are no longer what the plan was made from."""
    if not d.changed:
        return NOTHING
    return both("roadmap.stale", what=joined(both(f"input.{kind}") for kind in d.changed))


def _unplanned(d: Dossier) -> LocaleText:
    return both("roadmap.ready", n=len(d.gaps)) if d.gaps else both("roadmap.noscores")


def _title(p: Bilingual, plan: Plan) -> LocaleText:
    """Conclude: how many moves, done in how many months, for how much."""
    months = months_from(plan.start, plan.finish) + 1
    return both(
        "roadmap.title",
        n=len(plan.items),
        months=months,
        horizon=plan.horizon_months,
        range=numbers.money_range(plan.net.p10, plan.net.p90, p.dossier.profile.currency),
    )


def _about(p: Bilingual, plan: Plan) -> LocaleText:
    """Say how the plan stands: what is late, and when it ends now."""
    d = p.dossier
    if d.forecast is None or not d.progress:
        return both("roadmap.about.plan", start=p.day(plan.start), finish=p.day(plan.finish))
    late = [item for item in d.forecast.items if item.slip_days > 0 and item.rag not in {"done", "dropped"}]
    end = p.day(d.forecast.finish)
    done = sum(item.rag == "done" for item in d.forecast.items)
    if not late:
        return both("roadmap.about.ontime", done=done, n=len(plan.items), finish=end)
    worst = max(late, key=lambda item: (item.slip_days, item.initiative))
    money = p.money(d.forecast.net.p50 - plan.net.p50, signed=True)
    params = {"late": len(late), "name": p.name(worst.initiative), "days": worst.slip_days}
    return both("roadmap.about.late", finish=end, money=money, **params)


def _left_out(p: Bilingual, found: Mapping[str, Reason]) -> tuple[LeftOut, ...]:
    return tuple(
        LeftOut(ident, p.name(ident), p.say(found[ident].code, found[ident].params)) for ident in sorted(found)
    )


def gates_of(p: Bilingual, plan: Plan) -> tuple[GateLine, ...]:
    """Return the gates in the words of the report."""
    return tuple(
        GateLine(p.both(partial(waves.gate_words, group=group)), p.both(partial(waves.funds, gate=group.gate)))
        for group in waves.summarise(plan)
    )


def _usual(p: Bilingual, plan: Plan, wave: int) -> tuple[LeftOut, ...]:
    """Return what the trade usually does in this wave, each with its place in the plan."""
    places = [place for place in usual_places(p.dossier.industry, plan) if place.usual == wave]
    return tuple(
        LeftOut(place.initiative, p.name(place.initiative), p.both(partial(placed, place=place))) for place in places
    )


def _proof(plan: Plan) -> LocaleText:
    solution = plan.selection.solution
    return both(
        "roadmap.proof.optimal" if optimal(solution) else "roadmap.proof",
        gap=f"{written.plain(solution.gap * 100, 1)}%",
        seconds=written.plain(solution.seconds, 1),
        engine=solution.engine,
    )


def _comparison(p: Bilingual, other: PlatformComparison) -> Comparison:
    currency = p.dossier.profile.currency
    if not other.run:
        return Comparison(p.name(other.platform), p.both(lambda r: r.t(f"r9.plans.proof.{other.status}")))
    figures = both(
        "roadmap.compare.open" if other.status == "feasible" else "roadmap.compare",
        n=other.items,
        money=numbers.money(other.one_off, currency),
        weeks=written.plain(other.person_weeks),
        net=numbers.money(other.net_p50, currency),
    )
    return Comparison(p.name(other.platform), figures)
