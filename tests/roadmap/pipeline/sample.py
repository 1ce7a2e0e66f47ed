"""A plausible planning question from the files of the sample chain."""

import csv
from collections import Counter
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import yaml

import roadmap
from questionnaires import load_library
from roadmap import PlanInput
from roadmap.situation import Constraints, Fact, Facts, IndustryRules, Standing, Suggestion, SystemEntry
from scoring import (
    Gap,
    Observation,
    Profile,
    ScoreSheet,
    Stratum,
    default_targets,
    find_gaps,
    score,
    tree_from_framework,
)

LIBRARY = Path(roadmap.__file__).parents[1] / "assessment" / "library"
HOME = LIBRARY / "samples" / "home"
MONEY = {"ticket", "member_ticket"}


def rows(name: str) -> list[dict[str, str]]:
    with (HOME / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _number(text: str) -> float | None:
    return float(text) if text.replace(".", "", 1).isdigit() else None


def _observed(capability: str, group: Any, unit: str, text: str, evidence: str, **more: Any) -> Observation | None:
    value = float(text) if text.replace(".", "", 1).isdigit() else None
    if not text:
        return None
    kinds = tuple(filter(None, evidence.split("|")))
    answer = f"{group}:{unit}:{capability}"
    state: Any = "dont_know" if value is None else "value"
    return Observation(capability, group, unit, unit, answer, state, value, evidence=kinds, **more)


def observations() -> list[Observation]:
    strata = {row["id"]: row["stratum"] for row in rows("stores.csv")}
    roles = {row["id"]: row["roles"].split("|") for row in rows("people.csv")}
    owns = {role.id: set(role.owns) for role in load_library().framework.roles}
    found: list[Observation | None] = []
    for row in rows("executive_coding.csv"):
        kind, _, c = row["question"].partition(".")
        if kind == "E":
            mine = any(c in owns.get(role, ()) for role in roles[row["person"]])
            found.append(_observed(c, "E", row["person"], row["value"], row["evidence"], owner=mine))
    for row in rows("manager_forms.csv"):
        for key, text in row.items():
            if key.startswith("M.") and "#" not in key and not key.startswith("M.open"):
                where: dict[str, Any] = {"stratum": strata[row["store"]], "selection": "census"}
                evidence = row.get(f"{key}#evidence") or ""
                found.append(_observed(key[2:], "F", row["store"], text or "", evidence, **where))
    for row in rows("visits.csv"):
        where = {"stratum": strata[row["unit"]], "selection": row["selection"]}
        found.append(_observed(row["capability"], "V", row["unit"], row["value"], row["evidence"], **where))
    found += [
        _observed(row["capability"], "D", row["unit"], row["value"], row["evidence"], selection="census")
        for row in rows("documents.csv")
    ]
    return [one for one in found if one is not None]


@cache
def wave() -> tuple[ScoreSheet, tuple[Gap, ...]]:
    weights = {area: Fraction(weight) for area, weight in industry()[1]["weights"].items()}
    profile = Profile(dimension_weights=weights)
    tree = tree_from_framework(load_library().framework, profile)
    counts = Counter(row["stratum"] for row in rows("stores.csv"))
    sheet = score(tree, observations(), profile, strata=[Stratum(key, n) for key, n in counts.items()])
    reach: dict[str, Fraction] = {}
    for initiative in roadmap.load_catalogue().initiatives.values():
        for lifted in initiative.raises:
            reach[lifted.capability] = max(reach.get(lifted.capability, Fraction(0)), Fraction(lifted.to))
    return sheet, find_gaps(sheet, default_targets(tree, profile, reach))


def levels() -> Mapping[str, float | None]:
    return {c: None if s.level is None else float(s.level) for c, s in wave()[0].capabilities.items()}


def industry(name: str = "home") -> tuple[IndustryRules, dict[str, Any]]:
    data = yaml.safe_load((LIBRARY / "industries" / f"{name}.yaml").read_text("utf-8"))
    rules = IndustryRules(
        data["id"],
        tuple(data["flags"]),
        tuple(data["lever_order"]),
        tuple(data["first_wave"]),
        data["repeat_business"],
    )
    return rules, data


def facts(name: str = "home") -> Facts:
    defaults = industry(name)[1]["fact_defaults"]

    def minor(fact: str, value: float) -> float:
        return value * 100 if fact in MONEY or fact.endswith(("_spend_year", "_cost_year")) else value

    values = {key: Fact(key, minor(key, value), "D", assumed=True) for key, value in defaults.items()}
    for row in rows("facts.csv"):
        grade: Any = row["grade"]
        value = minor(row["id"], float(row["value"]))
        values[row["id"]] = Fact(row["id"], value, grade, row["period"], row["source"])
    return Facts(
        values,
        months_of_data=int(values["months_of_data"].value),
        pilot_stores=int(values["pilot_stores"].value),
    )


def suggestions() -> tuple[Suggestion, ...]:
    needs = yaml.safe_load((HOME / "needs.yaml").read_text("utf-8"))["needs"]
    return tuple(
        Suggestion(initiative, "need", need["id"], "need", {"need": need["id"]})
        for need in needs
        for initiative in need.get("initiatives", ())
    )


def systems() -> tuple[SystemEntry, ...]:
    return tuple(SystemEntry(row["id"], row["category"], row["name"]) for row in rows("systems.csv"))


def planning(platform: str = "hub_existing", **changes: Any) -> PlanInput:
    """Return the question; keyword arguments replace its fields."""
    profile = yaml.safe_load((HOME / "engagement.yaml").read_text("utf-8"))["profile"]
    fields: dict[str, Any] = {
        "gaps": wave()[1],
        "standing": Standing(levels()),
        "suggestions": suggestions(),
        "catalogue": roadmap.load_catalogue(),
        "industry": industry()[0],
        "platform": platform,
        "facts": facts(),
        "constraints": constraints(profile),
    }
    return PlanInput(**{**fields, **changes})


def constraints(profile: Mapping[str, Any], **changes: Any) -> Constraints:
    start: date = profile["start"]
    peak = {month for first, last in profile["blackouts"] for month in range(first, last + 1)}
    blackouts = tuple(k for k in range(18) if (start.month - 1 + k) % 12 + 1 in peak)
    fields: dict[str, Any] = {
        "start": start,
        "budget": profile["budget"] * 100,
        "capacity": profile["capacity"],
        "blackouts": blackouts,
    }
    return Constraints(**{**fields, **changes})
