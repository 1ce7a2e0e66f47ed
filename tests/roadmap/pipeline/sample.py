"""The planning question of a made-up chain of thirty stores, from numbers written down once."""

from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from roadmap import PlanInput, load_catalogue
from roadmap.situation import Constraints, Fact, Facts, IndustryRules, Standing, Suggestion, SystemEntry
from scoring.sheet import Gap

NUMBERS = Path(__file__).parent / "heyu.yaml"
YUAN = 100
ONE = Fraction(1)
HOME = IndustryRules(
    "home", ("ADV", "PIPL", "PLAT", "COMM", "PREP"), ("CNV", "REF", "ACQ", "TKT", "CST"), (), repeat_business=False
)


@cache
def numbers() -> dict[str, Any]:
    return yaml.safe_load(NUMBERS.read_text("utf-8"))


def gaps() -> tuple[Gap, ...]:
    return tuple(
        Gap(
            capability,
            Fraction(str(level)),
            Fraction(str(target)),
            Fraction(str(priority)) / 1000,
            ONE,
            ONE,
            ONE,
            (f"answer-{capability}",),
        )
        for capability, (level, target, priority) in numbers()["gaps"].items()
    )


def facts() -> Facts:
    values = {
        key: Fact(key, float(value), grade, assumed=grade == "D") for key, (value, grade) in numbers()["facts"].items()
    }
    return Facts(values, months_of_data=24, pilot_stores=3)


def suggestions() -> tuple[Suggestion, ...]:
    return tuple(
        Suggestion(initiative, "need", need, "need", {"need": need})
        for need, initiatives in numbers()["suggestions"].items()
        for initiative in initiatives
    )


def systems() -> tuple[SystemEntry, ...]:
    return tuple(SystemEntry(ident, category, ident) for ident, category in numbers()["systems"].items())


def constraints(**changes: Any) -> Constraints:
    """¥1.2 million, nine and a half person-weeks a month, peak season in February and from September to October."""
    fields: dict[str, Any] = {
        "start": date(2026, 12, 1),
        "budget": 1_200_000 * YUAN,
        "capacity": {"business": 3.0, "it": 2.5, "store_ops": 2.5, "finance_hr": 1.0, "legal": 1.0},
        "blackouts": (2, 9, 10, 14),
    }
    return Constraints(**{**fields, **changes})


def planning(platform: str = "hub_existing", **changes: Any) -> PlanInput:
    """Return the question; keyword arguments replace its fields."""
    fields: dict[str, Any] = {
        "gaps": gaps(),
        "standing": Standing(numbers()["levels"]),
        "suggestions": suggestions(),
        "catalogue": load_catalogue(),
        "industry": HOME,
        "platform": platform,
        "facts": facts(),
        "constraints": constraints(),
    }
    return PlanInput(**{**fields, **changes})
