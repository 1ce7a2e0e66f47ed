"""Why each option is not in the plan: found by trying to add it to the final plan, with the exact rules and values."""

from typing import Any

from roadmap.plan import Reason
from roadmap.selection.evaluation import Starts
from roadmap.selection.feasibility import Ledger
from roadmap.selection.greedy import insertion_gain
from roadmap.selection.problem import Option, SelectionProblem

BINDING = ("gate", "precedence", "forbidden_period", "window", "concurrent", "capacity", "budget")
"""Rules that depend on the start, the one a reader would tackle first coming first."""


def exclusion_reasons(problem: SelectionProblem, starts: Starts) -> dict[str, Reason]:
    """Return the binding reason for every option that is neither chosen nor done, sorted by id.

    Codes: ``must_not``, ``horizon`` {duration, periods}, ``exclusive`` {with}, ``needs`` {needs: ids not chosen},
    ``negative_value`` {value, enables: nothing is earned directly}, ``crowded_out`` {kpi, value, alone} (worth its
    cost alone, not beside the chosen ones of its KPI), ``gate`` {area, at_least, reached}, ``precedence`` {needs},
    ``forbidden_period`` {tag}, ``window`` {tag}, ``concurrent`` {tag}, ``capacity`` {role, period, value},
    ``budget`` {period, value} (``value``: what it would add if it fitted), ``combined`` {rules, value} (each start
    meets another rule) and ``deadline`` {by, rules} (it had to be finished by then, and every start in time meets one of
    the rules; no rules: there is no such start). But for a deadline, only starts with which it would pay are considered.
    """
    ledger = Ledger(problem, starts)
    return {
        option.id: _reason(ledger, option)
        for option in sorted(problem.options, key=lambda item: item.id)
        if option.id not in starts and option.id not in ledger.done
    }


def _reason(ledger: Ledger, option: Option) -> Reason:
    problem = ledger.problem
    if option.id in problem.must_not:
        return Reason("must_not")
    if not problem.starts(option):
        return Reason("horizon", {"duration": option.duration, "periods": problem.periods})
    rivals = [name for name in ledger.rivals[option.id] if name in ledger.starts or name in ledger.done]
    if rivals:
        return Reason("exclusive", {"with": min(rivals)})
    lacking = sorted(need for need in ledger.before[option.id] if need not in ledger.starts and need not in ledger.done)
    if lacking:
        return Reason("needs", {"needs": lacking})
    return _too_late(ledger, option) or _worth(ledger, option)


def _worth(ledger: Ledger, option: Option) -> Reason:
    problem = ledger.problem
    gains = {start: insertion_gain(ledger, option, start) for start in problem.starts(option)}
    best = max(gains.values())
    if best <= 0:
        return _not_worth(ledger, option, best)
    return _in_the_way(ledger, option, gains)


def _too_late(ledger: Ledger, option: Option) -> Reason | None:
    """Return the deadline where the option would still be in time with none of its starts."""
    by = ledger.problem.deadlines.get(option.id)
    if by is None:
        return None
    found: set[str] = set()
    for start in (start for start in ledger.problem.starts(option) if start + option.duration <= by):
        ledger.enter(option.id, start)
        broken = {reason.code for reason in ledger.breaches(option.id)}
        ledger.withdraw(option.id)
        if not broken:
            return None
        found |= broken
    return Reason("deadline", {"by": by, **({"rules": sorted(found)} if found else {})})


def _not_worth(ledger: Ledger, option: Option, best: float) -> Reason:
    alone = max(insertion_gain(Ledger(ledger.problem), option, start) for start in ledger.problem.starts(option))
    if alone > 0 and option.kpi is not None:
        return Reason("crowded_out", {"kpi": option.kpi, "value": best, "alone": alone})
    return Reason("negative_value", {"value": best, "enables": option.benefit_per_period == 0})


def _in_the_way(ledger: Ledger, option: Option, gains: dict[int, float]) -> Reason:
    found: dict[int, dict[str, Reason]] = {}
    for start in (start for start, gain in gains.items() if gain > 0):
        ledger.enter(option.id, start)
        found[start] = {reason.code: reason for reason in reversed(ledger.breaches(option.id))}
        ledger.withdraw(option.id)
    everywhere = [code for code in BINDING if all(code in rules for rules in found.values())]
    if not everywhere:
        return Reason(
            "combined",
            {"rules": sorted({code for rules in found.values() for code in rules}), "value": max(gains.values())},
        )
    code = everywhere[0]
    nearest = min(found, key=lambda start: (len(found[start]), -gains[start], start))
    params: dict[str, Any] = dict(found[nearest][code].params)
    if code == "gate":
        params = dict(found[max(found)]["gate"].params)
    if code == "precedence":
        params = {"needs": [params["before"]]}
    if code in ("capacity", "budget"):
        params["value"] = max(gains.values())
    return Reason(code, params)
