"""A small world for hand-computed plans: one platform, a handful of initiatives, round numbers."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from questionnaires.locale_text import LocaleText
from roadmap import PlanInput
from roadmap.calendar import Calendar
from roadmap.initiatives import (
    Catalogue,
    ComplianceFlag,
    Defaults,
    Effect,
    Initiative,
    Raise,
    Range,
)
from roadmap.platforms import Module, Platform, RubricLine
from roadmap.situation import Constraints, Fact, Facts, IndustryRules, Standing, Suggestion
from scoring.sheet import Gap

YUAN = 100
TEXT = LocaleText("文", "text")
NONE = Range(0, 0, 0)


def exactly(amount: float) -> Range:
    return Range(amount, amount, amount)


def initiative(ident: str, raises: str, needs: Sequence[str] = (), **changes: Any) -> Initiative:
    """``raises`` reads ``X1→3 people, Y1→4 platform``."""
    lifted: list[Raise] = []
    for one in raises.split(", "):
        target, via = one.split(" ")
        capability, to = target.split("→")
        lifted.append(Raise(capability, int(to), via))  # type: ignore[arg-type]
    fields: dict[str, Any] = {
        "id": ident,
        "name": TEXT,
        "raises": tuple(lifted),
        "needs": tuple(needs),
        "effort": {"business": 1.0},
        "months": 1,
        "cost_band": "C0",
        "one_off": NONE,
        "yearly": NONE,
        "kpi": TEXT,
        "lever": "CNV" if changes.get("effect") else None,
        "enables": None if changes.get("effect") else "ALL",
        "first_benefit": (0, 1),
        "module": "ANY",
        "touches_stores": False,
        "flags": (),
        "effect": None,
    }
    return Initiative(**{**fields, **changes})


def effect(ident: str = "sell", parameter: str = "conversion", change: Range | None = None, **changes: Any) -> Effect:
    fields: dict[str, Any] = {
        "id": ident,
        "name": TEXT,
        "initiatives": (),
        "parameter": parameter,
        "change": change or exactly(0.1),
        "grade": "C",
        "basis": TEXT,
        "cap": None,
    }
    return Effect(**{**fields, **changes})


def module(ident: str, depth: int, **changes: Any) -> Module:
    return Module(ident, TEXT, depth, **changes)


def lines(*scores: int) -> tuple[RubricLine, ...]:
    return tuple(RubricLine(f"l{at}", TEXT, score, TEXT) for at, score in enumerate(scores))


def platform(ident: str = "p", modules: Sequence[Module] = (module("M", 3),), **changes: Any) -> Platform:
    fields: dict[str, Any] = {
        "id": ident,
        "version": 1,
        "kind": "suite",
        "name": TEXT,
        "best_for": TEXT,
        "modules": {one.id: one for one in modules},
        "philosophy": lines(2, 2),
        "openness": lines(4, 4, 4, 4, 4),
        "growth": lines(2, 2, 2, 2, 2),
        "connectors": ("pos",),
        "exports_members_and_orders": True,
        "hosting": TEXT,
        "licence": TEXT,
        "risks": (TEXT,),
        "price_as_of": "2026-11",
    }
    return Platform(**{**fields, **changes})


def defaults(**changes: Any) -> Defaults:
    fields: dict[str, Any] = {
        "person_week": 6000 * YUAN,
        "capacity_per_month": 10,
        "horizon_months": 12,
        "choice_months": 6,
        "discount_per_year": 0.0,
        "theta": 0.8,
        "stress_benefit": 0.44,
        "stress_cost": 1.45,
        "diminishing": (1.0, 0.7, 0.5),
        "caps": {"conversion": 0.25},
        "adoption": {1: 0.1, 2: 0.3, 3: 0.5, 4: 0.8, 5: 1.0},
        "draws": 1000,
    }
    return Defaults(**{**fields, **changes})


def flag(code: Any, pulls_in: Sequence[str]) -> ComplianceFlag:
    return ComplianceFlag(code, TEXT, TEXT, "law", ("home",), tuple(pulls_in), TEXT, "2026-11-24")


def catalogue(*initiatives: Initiative, effects: Sequence[Effect] = (), **changes: Any) -> Catalogue:
    fields: dict[str, Any] = {
        "initiatives": {one.id: one for one in initiatives},
        "effects": {one.id: one for one in effects},
        "modules": {"M": TEXT},
        "platforms": {"p": platform()},
        "flags": {},
        "forbidden": {},
        "roles": {"business": TEXT, "it": TEXT},
        "defaults": defaults(),
    }
    return Catalogue(**{**fields, **changes})


def facts(**changes: float) -> Facts:
    """Ten stores, 1,000 visits a month in all, 20 % buy for ¥10,000 at half margin: ¥1,000,000 gross profit a month."""
    numbers = {
        "stores": 10.0,
        "visits_per_store_month": 100.0,
        "conversion": 0.2,
        "ticket": 10_000.0 * YUAN,
        "gross_margin": 0.5,
        **changes,
    }
    return Facts({key: Fact(key, value, "A") for key, value in numbers.items()}, months_of_data=24, pilot_stores=3)


def gap(capability: str, level: float = 2, target: float = 3, priority: float = 1) -> Gap:
    one = Fraction(1)
    at, to = Fraction(level).limit_denominator(100), Fraction(target).limit_denominator(100)
    return Gap(capability, at, to, Fraction(priority).limit_denominator(1000), one, one, one, (f"answer-{capability}",))


def constraints(**changes: Any) -> Constraints:
    fields: dict[str, Any] = {
        "start": date(2027, 3, 1),
        "budget": 1_000_000 * YUAN,
        "capacity": {"business": 10.0, "it": 10.0},
    }
    return Constraints(**{**fields, **changes})


RULES = IndustryRules("home", ("ADV", "PIPL", "PLAT", "COMM", "PREP"), ("CNV",), (), repeat_business=False)


def question(
    known: Catalogue,
    gaps: Sequence[Gap],
    levels: Mapping[str, float | None] | None = None,
    suggestions: Sequence[Suggestion] = (),
    **changes: Any,
) -> PlanInput:
    fields: dict[str, Any] = {
        "gaps": tuple(gaps),
        "standing": Standing({"DIG5": 3.0, **(levels or {})}),
        "suggestions": tuple(suggestions),
        "catalogue": known,
        "industry": RULES,
        "platform": "p",
        "facts": facts(),
        "constraints": constraints(),
        "calendar": Calendar(),
        "time_limit": 20.0,
    }
    return PlanInput(**{**fields, **changes})
