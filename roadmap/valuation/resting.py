"""What the profit of a plan rests on: the grade-D facts behind it, by the benefit that hangs on each."""

from collections.abc import Mapping
from dataclasses import dataclass

from roadmap.initiatives import Catalogue
from roadmap.plan import Plan
from roadmap.situation import Facts, IndustryRules
from roadmap.valuation.claims import inputs_of, parameter_of


@dataclass(frozen=True, slots=True)
class WeakFact:
    """A fact that is a guess or a default: the share of the benefit's P50 that would change with it."""

    fact: str
    share: float


def weak_facts(plan: Plan, catalogue: Catalogue, facts: Facts, industry: IndustryRules) -> tuple[WeakFact, ...]:
    """Return the grade-D facts behind the plan's benefit, the one with most of it first."""
    rows = _rows(plan, catalogue, industry)
    total = sum(amount for amount, _, _ in rows)
    resting: dict[str, int] = {}
    for amount, used, _ in rows:
        for fact in used:
            if _weak(facts, fact):
                resting[fact] = resting.get(fact, 0) + amount
    found = [WeakFact(fact, amount / total) for fact, amount in resting.items() if amount]
    return tuple(sorted(found, key=lambda one: (-one.share, one.fact)))


def share_left(
    plan: Plan, catalogue: Catalogue, facts: Facts, industry: IndustryRules, known: frozenset[str] = frozenset()
) -> float:
    """Return the share of the benefit's P50 on grade-D inputs if the facts ``known`` were the client's own."""
    rows = _rows(plan, catalogue, industry)
    total = sum(amount for amount, _, _ in rows)
    weak = sum(
        amount for amount, used, grade in rows if grade == "D" or any(_weak(facts, f) for f in used if f not in known)
    )
    return weak / total if total else 0.0


def _weak(facts: Facts, fact: str) -> bool:
    return fact not in facts.values or facts.values[fact].grade == "D"


def _rows(plan: Plan, catalogue: Catalogue, industry: IndustryRules) -> list[tuple[int, tuple[str, ...], str]]:
    """Return, per item that earns, its benefit, the facts in it and the grade of its effect."""
    effects: Mapping[str, str | None] = {i: row.effect for i, row in catalogue.initiatives.items()}
    rows: list[tuple[int, tuple[str, ...], str]] = []
    for item in plan.items:
        effect = catalogue.effects.get(effects.get(item.initiative) or "")
        moved = parameter_of(effect, repeat=industry.repeat_business) if effect else None
        if effect is not None and moved is not None and item.valuation.benefit.p50:
            rows.append((abs(item.valuation.benefit.p50), inputs_of(effect, *moved), effect.grade))
    return rows
