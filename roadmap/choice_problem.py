"""The candidates as the optimiser's question: months, money, people, order, and the rules of the stores.

Two simplifications keep the question small enough to be proven in seconds; dates and money are worked out exactly
afterwards. Benefits start in full at completion, and what the ramp takes from them is charged once instead (a linear
ramp of r months takes (r - 1) / 2 months). Front-line adoption is one share for all months.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from statistics import mean

from roadmap.initiatives import Catalogue, Platform
from roadmap.plan import Candidate, Valued
from roadmap.prerequisites import closure
from roadmap.selection import (
    Budget,
    Concurrent,
    Coverage,
    Gate,
    ModuleFee,
    Option,
    SelectionProblem,
    Synergy,
    Window,
)
from roadmap.selection import Gap as Closing
from roadmap.situation import Constraints
from roadmap.valuation.costs import MONTHS, fee_of, labour_of, modules_of, modules_there, monthly_rate
from roadmap.waves import FIRST_WAVE
from scoring.sheet import Gap

Condition = tuple[str, float]
"""A capability and the level it has to reach."""
STORES, SYSTEM = "stores", "system"
PEAK = (STORES, SYSTEM)
"""What a blackout month holds back: changes in stores, and starts and go-lives of large systems."""
SYSTEM_MONTHS, SYSTEM_STARTS = 3, 1
PAID = "charged once"
"""A finished option with which every choice is paired. What a choice costs once without drawing on the budget, internal
work and the ramp's share of its benefit, is the negative synergy of the pair."""
USUAL_CLAIMS = 4
"""Claims on one parameter that a plan joins as a rule."""
UNIT = 1_000_000
"""Minor units in the optimiser's unit of money, so that its numbers stay near 1."""


def choice_problem(
    valued: Valued,
    gaps: Sequence[Gap],
    catalogue: Catalogue,
    constraints: Constraints,
    *,
    kept: Sequence[str] | None = None,
    adoption: float = 1.0,
) -> SelectionProblem:
    """Return the selection problem in months.

    ``kept`` restricts the candidates (all when None); ``adoption`` is the share of staff at which benefits count.
    """
    candidates = valued.proposal.candidates
    idents = sorted(candidates) if kept is None else sorted(kept)
    chosen = {ident: candidates[ident] for ident in idents}
    done = sorted(constraints.done)
    platform = catalogue.platforms[valued.proposal.platform]
    periods = catalogue.defaults.choice_months
    areas = {gate for ident in idents for gate in _gates(ident, catalogue, valued).items()}
    there = modules_there(catalogue, platform, constraints.done)
    fees = {module: fee for module, fee in _fees(chosen, platform).items() if module not in there}
    options = [_option(c, valued, catalogue, adoption, areas, fees) for c in chosen.values()]
    options += [Option(ident, 1) for ident in (*done, PAID)]
    lost = _lost_to_ramps(valued, catalogue, adoption)
    charges = {i: labour_of(c, catalogue) + lost.get(i, 0.0) for i, c in chosen.items()}
    return SelectionProblem(
        periods=periods,
        options=tuple(options),
        budget=_budget(constraints, periods),
        tail_periods=catalogue.defaults.horizon_months - periods,
        discount_rate=monthly_rate(catalogue),
        precedence=_precedence(chosen),
        capacity={role: (weeks,) * periods for role, weeks in sorted(constraints.capacity.items())},
        exclusive=_exclusive(chosen, done, catalogue),
        synergies=tuple(Synergy((i, PAID), -charge / UNIT) for i, charge in charges.items() if charge),
        gates=tuple(Gate(i, area, 1) for i in idents for area in _gates(i, catalogue, valued)),
        kpi_caps={kpi: cap / UNIT for kpi, cap in valued.caps.items()},
        diminishing=dict.fromkeys(valued.caps, catalogue.defaults.diminishing),
        must=tuple(constraints.must),
        must_not=tuple(ident for ident in constraints.must_not if ident in chosen),
        started={ident: start for ident, start in constraints.started.items() if ident in chosen},
        done=(*done, PAID),
        forbidden_periods=dict.fromkeys(PEAK, constraints.blackouts),
        windows=(Window(SYSTEM, SYSTEM_MONTHS, SYSTEM_STARTS),),
        concurrent=(Concurrent(STORES, constraints.max_running_per_store_group),),
        modules=tuple(ModuleFee(module, fee_per_period=fee / UNIT) for module, fee in fees.items()),
        coverage=Coverage(constraints.theta, _closings(gaps, chosen)),
        first_start=constraints.not_before,
        deadlines={i: in_time(constraints) for i in idents if catalogue.initiatives[i].governs},
    )


def in_time(constraints: Constraints) -> int:
    """Return the months by whose end what governs the plan is in place: the first wave, counted from when work can start."""
    return constraints.not_before + FIRST_WAVE


def _option(
    candidate: Candidate,
    valued: Valued,
    catalogue: Catalogue,
    adoption: float,
    areas: Collection[tuple[str, Condition]],
    fees: Collection[str],
) -> Option:
    initiative = catalogue.initiatives[candidate.initiative]
    platform = catalogue.platforms[valued.proposal.platform]
    valuation = valued.valuations[candidate.initiative]
    tags = [STORES] if initiative.touches_stores else []
    tags += [SYSTEM] if initiative.is_system else []
    return Option(
        id=candidate.initiative,
        duration=candidate.months,
        cost_per_period=valuation.one_off / candidate.months / UNIT,
        benefit_per_period=valuation.benefit_per_month * adoption / UNIT,
        run_cost_per_period=(valuation.run_cost_per_month + valuation.variable_cost_per_month * adoption) / UNIT,
        load={role: weeks / candidate.months for role, weeks in candidate.effort.items()},
        kpi=valuation.parameter,
        uplift={area: 1 for area, (capability, level) in areas if candidate.raises.get(capability, (0.0,))[0] >= level},
        tags=tuple(tags),
        modules=tuple(m for m in modules_of([candidate], platform) if m in fees),
    )


def _fees(chosen: Mapping[str, Candidate], platform: Platform) -> dict[str, float]:
    """Return the modules that cost something a month; the others need not be known."""
    monthly = {module: fee_of(module, platform).base / MONTHS for module in modules_of(chosen.values(), platform)}
    return {module: fee for module, fee in monthly.items() if fee}


def _precedence(chosen: Mapping[str, Candidate]) -> tuple[tuple[str, str], ...]:
    """Return (before, after) without the pairs that follow from others: they would only slow the optimiser down."""
    pairs: list[tuple[str, str]] = []
    for ident, candidate in chosen.items():
        implied = {one for need in candidate.needs for one in closure([need], lambda i: chosen[i].needs) if one != need}
        pairs += [(need, ident) for need in candidate.needs if need not in implied]
    return tuple(pairs)


def _lost_to_ramps(valued: Valued, catalogue: Catalogue, adoption: float) -> dict[str, float]:
    """Return what each claim loses while it ramps up, at the mean weight of the claims that a plan usually joins.

    Which weight a claim gets depends on the others chosen; the mean treats claims on one parameter alike.
    """
    sizes = Counter(one.parameter for one in valued.valuations.values() if one.parameter is not None)
    weights = {
        parameter: mean(catalogue.defaults.diminishing[: min(count, USUAL_CLAIMS)])
        for parameter, count in sizes.items()
    }
    return {
        ident: weights[one.parameter] * one.benefit_per_month * adoption * (one.ramp_months - 1) / 2
        for ident, one in valued.valuations.items()
        if one.parameter is not None
    }


def _gates(ident: str, catalogue: Catalogue, valued: Valued) -> dict[str, Condition]:
    """Return what must be reached before an initiative starts and is not yet, each condition an area of its own.

    Levels do not add up, so an area counts the finished initiatives that reach the level by themselves.
    """
    return {
        f"{capability} ≥ {level:g}": (capability, level)
        for capability, level in catalogue.initiatives[ident].gates.items()
        if (valued.levels.get(capability) or 0.0) < level
    }


def _budget(constraints: Constraints, periods: int) -> Budget:
    """One sum to be spent when needed, or month by month when the client releases it so (nothing is carried over).

    What finished and dropped work has used is gone from the one sum. Released by the month it lies in months gone by.
    """
    monthly = constraints.budget_per_month
    if monthly is None:
        left = max(0, constraints.budget - constraints.spent)
        return Budget((left / UNIT, *[0.0] * (periods - 1)))
    filled = (*monthly, *[0] * periods)[:periods]
    return Budget(tuple(amount / UNIT for amount in filled), carry_over=False)


def _exclusive(
    chosen: Mapping[str, Candidate], done: Sequence[str], catalogue: Catalogue
) -> tuple[tuple[str, str], ...]:
    there = {*chosen, *done}
    pairs = {
        (min(ident, other), max(ident, other))
        for ident in chosen
        for other in catalogue.initiatives[ident].exclusive_with
        if other in there
    }
    return tuple(sorted(pairs))


def _closings(gaps: Sequence[Gap], chosen: Mapping[str, Candidate]) -> tuple[Closing, ...]:
    """Return the gaps that some candidate closes, with their priorities.

    A candidate whose prerequisites close a gap already is not named for it: it never comes without them.
    """
    before = {i: set(closure(c.needs, lambda one: chosen[one].needs)) for i, c in chosen.items()}
    found: list[Closing] = []
    for gap in sorted(gaps, key=lambda gap: gap.capability):
        closers = {ident for ident, c in chosen.items() if gap.capability in c.closes}
        first = tuple(ident for ident in chosen if ident in closers and not before[ident] & closers)
        if first:
            found.append(Closing(gap.capability, float(gap.priority), first))
    return tuple(found)
