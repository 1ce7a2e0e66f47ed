"""From chosen months to working days, with what holds each date, waves, and the money of the whole plan."""

from collections.abc import Mapping, Sequence
from datetime import date
from math import inf
from typing import Any

from roadmap.adoption_work import lifters
from roadmap.calendar import Calendar
from roadmap.choice_problem import choice_problem
from roadmap.holding import Held, holds
from roadmap.initiatives import Catalogue
from roadmap.levelling import level
from roadmap.money import PlanMoney, plan_money
from roadmap.network import Link, Network, Task
from roadmap.plan import Candidate, Plan, PlanItem, Reason, Selection, Valued
from roadmap.schedule import Dated
from roadmap.situation import Constraints, Facts, IndustryRules, Standing
from roadmap.valuation.adoption import ADOPTION, share_at, usually_reached
from roadmap.waves import wave_of
from scoring.sheet import Gap

DRIVEN = frozenset({"link", "actual", "network_start"})


def schedule_plan(
    selection: Selection,
    valued: Valued,
    gaps: Sequence[Gap],
    catalogue: Catalogue,
    facts: Facts,
    constraints: Constraints,
    *,
    calendar: Calendar,
    standing: Standing,
    industry: IndustryRules,
) -> Plan:
    """Return the dated and valued plan.

    An item takes all working days of its months, so what waits for another follows it without a gap and the critical
    path shows; it runs through people and stores that are busy as well as through prerequisites. Roles are levelled
    within the chosen months. ``because`` says, for each start, what holds it there, and for work that has begun which
    rules it breaks. Standing levels are in ``valued``.
    """
    del standing
    starts = {one.initiative: one.start_month for one in selection.chosen}
    money = plan_money(starts, valued, catalogue, facts, industry, constraints)
    held = holds(choice_problem(valued, gaps, catalogue, constraints), starts)
    candidates = valued.proposal.candidates
    network = _network(starts, candidates, held, constraints, calendar)
    levelled = level(network, dict(constraints.capacity))
    items: list[PlanItem] = []
    for ident, dated in levelled.schedule.tasks.items():
        because = _because(ident, dated, held[ident], candidates[ident].needs, levelled.overloads)
        because += _stretched(candidates[ident], catalogue, constraints)
        items.append(_item(ident, starts[ident], dated, valued, catalogue, money, because))
    return Plan(
        items=tuple(sorted(items, key=lambda item: (item.start, item.finish, item.initiative))),
        selection=selection,
        already_there=valued.proposal.already_there,
        forbidden=valued.proposal.forbidden,
        platform=valued.proposal.platform,
        start=constraints.start,
        finish=levelled.schedule.finish if items else constraints.start,
        horizon_months=catalogue.defaults.horizon_months,
        one_off=money.one_off,
        person_weeks=round(sum(sum(item.effort.values()) for item in items), 2),
        benefit=money.benefit,
        net=money.net,
        quarters=money.quarters,
        payback_month=money.payback_month,
        stress_payback_month=money.stress_payback_month,
        d_share=money.d_share,
        indication_only=money.indication_only,
        seed=valued.seed,
        draws=valued.draws,
        blackouts=tuple(constraints.blackouts),
    )


def month_start(start: date, month: int) -> date:
    """Return the first day of a month of the plan; month 0 begins with the plan itself.

    >>> month_start(date(2026, 12, 7), 0), month_start(date(2026, 12, 7), 1), month_start(date(2026, 12, 7), -1)
    (datetime.date(2026, 12, 7), datetime.date(2027, 1, 1), datetime.date(2026, 11, 1))
    """
    if month == 0:
        return start
    ahead = start.month - 1 + month
    return date(start.year + ahead // 12, ahead % 12 + 1, 1)


def _network(
    starts: Mapping[str, int],
    candidates: Mapping[str, Candidate],
    held: Mapping[str, Held],
    constraints: Constraints,
    calendar: Calendar,
) -> Network:
    tasks: list[Task] = []
    for ident, start in sorted(starts.items(), key=lambda one: (one[1], one[0])):
        candidate = candidates[ident]
        month = month_start(constraints.start, start)
        began = ident in constraints.started
        first = constraints.began.get(ident, calendar.first(month)) if began else month
        days = calendar.offset(first, month_start(constraints.start, start + candidate.months))
        tasks.append(
            Task(
                ident,
                max(1, days),
                not_before=None if began or start <= 0 else first,
                actual_start=first if began else None,
                load={role: weeks / candidate.months for role, weeks in candidate.effort.items()},
            )
        )
    waits = {ident: {*candidates[ident].needs, *(hold.task for hold in held[ident].by)} for ident in starts}
    ends = {ident: start + candidates[ident].months for ident, start in starts.items()}
    for ident in constraints.started.keys() & waits.keys():  # what began before its prerequisite waits for it no more
        waits[ident] = {before for before in waits[ident] if ends.get(before, inf) <= starts[ident]}
    links = tuple(Link(before, ident) for ident in starts for before in sorted(waits[ident]))
    return Network(constraints.start, tuple(tasks), links, calendar)


def _because(
    ident: str, dated: Dated, held: Held, needs: Sequence[str], overloads: Sequence[Reason]
) -> tuple[Reason, ...]:
    """Return why an item starts when it does, the binding reason first, parameters in plain JSON."""
    busy = {hold.task: hold for hold in held.by}
    found: list[Reason] = []
    for reason in dated.because:
        task = reason.params.get("task")
        if reason.code == "link" and task in busy and task not in needs:
            hold, until = busy[task], {"task": task, "until": reason.params["date"]}
            found.append(
                Reason("role_busy", {"role": hold.role, **until})
                if hold.kind == "role"
                else Reason("stores_busy", until)
            )
        elif reason.code in DRIVEN:
            found.append(reason)
    found = found or list(held.rules) or [Reason("no_sooner", {})]
    found += [Reason("broken_rules", {"rules": list(held.broken)})] if held.broken else []
    found += [reason for reason in overloads if reason.params.get("task") == ident]
    return tuple(_plain(reason) for reason in found)


def _stretched(candidate: Candidate, catalogue: Catalogue, constraints: Constraints) -> tuple[Reason, ...]:
    """Return which role makes an item take longer than planned."""
    planned = catalogue.initiatives[candidate.initiative].months
    if candidate.months <= planned:
        return ()
    role = max(sorted(candidate.effort), key=lambda one: candidate.effort[one] / (constraints.capacity.get(one) or inf))
    return (Reason("stretched", {"role": role, "months": candidate.months, "planned": planned}),)


def _plain(reason: Reason) -> Reason:
    params: dict[str, Any] = {
        key: value.isoformat() if isinstance(value, date) else value for key, value in reason.params.items()
    }
    return Reason(reason.code, params)


def _item(
    ident: str,
    start: int,
    dated: Dated,
    valued: Valued,
    catalogue: Catalogue,
    money: PlanMoney,
    because: tuple[Reason, ...],
) -> PlanItem:
    candidate = valued.proposal.candidates[ident]
    return PlanItem(
        initiative=ident,
        start=dated.start,
        finish=dated.finish,
        wave=wave_of(start + candidate.months),
        critical=dated.critical,
        total_slack=dated.total_slack,
        free_slack=dated.free_slack,
        because=because,
        owner_role=_owner(candidate, catalogue),
        module=candidate.module,
        closes=candidate.closes,
        reasons=(*candidate.reasons, *_adoption(candidate, valued, catalogue)),
        flags=candidate.flags,
        needs=candidate.needs,
        effort=candidate.effort,
        valuation=money.valuations[ident],
    )


def _adoption(candidate: Candidate, valued: Valued, catalogue: Catalogue) -> tuple[Reason, ...]:
    """Return what an item does for everything else when it lifts front-line adoption: shares of staff before and, in the median, after."""
    reached = lifters(valued).get(candidate.initiative)
    if reached is None:
        return ()
    table, level = catalogue.defaults.adoption, valued.levels.get(ADOPTION) or 1.0
    usual = usually_reached(level, reached, catalogue.defaults.adoption_reached)
    params = {"share": round(share_at(level, table), 4), "to": round(share_at(usual, table), 4)}
    return (Reason("lifts_adoption", params),)


def _owner(candidate: Candidate, catalogue: Catalogue) -> str:
    """Return the role with most of the work; of equals the one named first."""
    order = list(catalogue.roles)
    return min(candidate.effort, key=lambda role: (-candidate.effort[role], order.index(role)), default="")
