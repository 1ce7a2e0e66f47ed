"""Candidates that no best plan holds, found before the optimiser is asked: leaving one out never costs anything.

Without such a candidate a plan keeps every rule (it frees money, people and stores), closes as many gaps, lets
everything else start as before, and is worth no less.
"""

from collections.abc import Collection, Mapping

from roadmap.plan import Reason
from roadmap.prerequisites import earliest_starts
from roadmap.selection import Option, SelectionProblem
from roadmap.selection.evaluation import own_value


def pruned(problem: SelectionProblem, useful: Collection[str] = ()) -> dict[str, Reason]:
    """Return what can be left out, with the reason as the optimiser would give it.

    ``useful`` options do something for the plan that the problem does not show, and are left out only for time.

    ``horizon`` {duration, periods}: cannot be finished in time even when only its prerequisites hold it back.
    ``negative_value`` {value, enables}: earns less than it costs at its best, closes no gap, opens nothing for others
    that are kept, and nobody demands it.
    """
    options = {option.id: option for option in problem.options if option.id not in problem.done}
    needs: dict[str, list[str]] = {ident: [] for ident in options}
    serves: dict[str, set[str]] = {ident: set() for ident in options}
    for before, after in problem.precedence:
        needs[after].append(before)
        serves[before].add(after)
    durations = {ident: option.duration for ident, option in options.items()}
    earliest = earliest_starts(needs, durations, problem.first_start, problem.started)
    wanted = {*useful, *_closers(problem), *_lifters(problem)}
    found: dict[str, Reason] = {}
    fresh = True
    while fresh:
        fresh = False
        for ident, option in options.items():
            if ident in found or ident in problem.must or ident in problem.started:
                continue
            reason = _reason(
                problem, option, earliest[ident], asked=bool(ident in wanted or serves[ident] - found.keys())
            )
            if reason is not None:
                found[ident] = reason
                fresh = True
    return found


def _closers(problem: SelectionProblem) -> set[str]:
    return set[str]() if problem.coverage is None else {i for gap in problem.coverage.gaps for i in gap.closed_by}


def _lifters(problem: SelectionProblem) -> set[str]:
    areas = {gate.area for gate in problem.gates}
    return {option.id for option in problem.options if areas & option.uplift.keys()}


def _reason(problem: SelectionProblem, option: Option, earliest: int, *, asked: bool) -> Reason | None:
    starts = [start for start in problem.starts(option) if start >= earliest]
    if not starts:
        return Reason("horizon", {"duration": option.duration, "periods": problem.periods})
    if asked:
        return None
    best = max(_most(problem, option, start) for start in starts) + _once(problem, option.id)
    return Reason("negative_value", {"value": best, "enables": not option.benefit_per_period}) if best <= 0 else None


def _most(problem: SelectionProblem, option: Option, start: int) -> float:
    """Return what an option is worth alone, its benefit in full from completion on, fees left aside."""
    months = range(start + option.duration, problem.horizon)
    return own_value(problem, option, start) + option.benefit_per_period * sum(map(problem.discount, months))


def _once(problem: SelectionProblem, ident: str) -> float:
    """Return what is charged or earned once with an option; gains that need another choice count in full."""
    return sum(
        synergy.value
        for synergy in problem.synergies
        if ident in synergy.pair and (synergy.value > 0 or set(synergy.pair) & set(problem.done))
    )


def without(problem: SelectionProblem, left_out: Mapping[str, Reason]) -> tuple[str, ...]:
    """Return the options that stay, sorted."""
    done = {*problem.done, *left_out}
    return tuple(sorted(option.id for option in problem.options if option.id not in done))
