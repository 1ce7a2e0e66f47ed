"""A believable dossier: a home-furnishing chain of 30 stores, really scored, with a plan made by hand.

The rows of the plan and of the resources are files beside this one. Nothing here needs the roadmap engine, so that a
report can be tested on a plan whose every number is known.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from fractions import Fraction
from functools import cache
from typing import Any

from reports_plans import WAN, catalogue, money, plan, rows
from reports_registers import flows, need, needs, systems, urgencies

from assessment.content import ContentPack, load_pack
from assessment.dossier import Coverage, Dossier, PlatformComparison
from assessment.engagement import CompanyProfile, Person, Store
from assessment.reasons import weigh_reasons
from assessment.resources import AppraisedResource, Resource
from assessment.silos import find_silos
from questionnaires import load_library
from questionnaires.framework import Framework
from questionnaires.locale_text import LocaleText as L
from roadmap.plan import Plan, Snapshot
from roadmap.situation import Fact, Facts
from scoring import Observation, ScoreSheet, Stratum, Targets, find_gaps, score, tree_from_framework

STARS = {"STR": 2.9, "ORG": 2.5, "OPS": 2.4, "DIG": 2.2, "MEM": 2.3, "SAL": 2.7, "SVC": 2.9, "MKT": 2.6}
STARS |= {"RES": 1.9, "BIZ": 2.4}
LEADS = {"ORG3": 1.6, "MEM2": 1.4, "DIG5": 1.1, "STR3": 1.0, "SAL1": 0.7, "RES5": -1.2, "SVC5": -0.7}
SILENT = {"ORG3": 11, "STR3": 4}


@cache
def content() -> ContentPack:
    return load_pack()


@cache
def framework() -> Framework:
    return load_library().framework


def stores() -> tuple[Store, ...]:
    own, franchise = ("直营", "own stores"), ("加盟", "franchise")
    found = []
    for i in range(1, 31):
        zh, en = own if i < 19 else franchise
        kind = "own" if i < 19 else "franchise"
        found.append(
            Store(f"S{i:02d}", f"门店{i}", kind, "标准", "t12", stratum=zh, name_en=f"Store {i}", stratum_en=en)
        )
    return tuple(found)


def people() -> tuple[Person, ...]:
    return (
        Person("shen", "沈桥", "executive", ("sales",), "销售总监", name_en="Shen Qiao", title_en="Sales director"),
        Person("gu", "顾一鸣", "executive", ("owner",), "董事长", name_en="Gu Yiming", title_en="Chair"),
        Person("lin", "林佳", "client_team", name_en="Lin Jia"),
        Person("he", "何俊", "executive", ("it",), "信息总监", name_en="He Jun", title_en="CIO"),
    )


def observations() -> Iterator[Observation]:
    """Yield 28 manager forms and four executives; every third capability has no form, two stores never answered."""
    for dimension in framework().dimensions:
        for index, capability in enumerate(dimension.capabilities):
            level = STARS[dimension.id] + (index - 3) / 5
            lead = LEADS.get(capability, 0.2)
            for person in range(4):
                value = min(max(round(level + lead + (person - 1.5) / 3), 1), 5)
                shown = ("document",) if person % 2 else ()
                yield Observation(
                    capability, "E", f"e{person}", f"e{person}", f"E-{capability}-{person}", value=value, evidence=shown
                )
            if index % 3 == 2 and capability not in LEADS:
                continue
            for store in range(1, 29):
                if store <= SILENT.get(capability, 1):
                    yield form(capability, store, None)
                    continue
                yield form(capability, store, min(max(round(level - 0.2 + (store % 5 - 2) / 2), 1), 5))


def form(capability: str, store: int, value: int | None) -> Observation:
    return Observation(
        capability,
        "F",
        f"S{store:02d}",
        f"m{store}",
        f"F-{capability}-{store}",
        state="dont_know" if value is None else "value",
        value=value,
        stratum="直营" if store < 19 else "加盟",
        selection="census",
        evidence=("photo",) if store % 4 == 0 else (),
    )


@cache
def sheet() -> ScoreSheet:
    asked = dict.fromkeys(framework().capabilities, 30)
    strata = (Stratum("直营", 18), Stratum("加盟", 12))
    return score(tree_from_framework(framework()), tuple(observations()), strata=strata, forms_asked=asked)


def targets() -> Targets:
    return Targets(
        {c: Fraction(4) if c.startswith(("SAL", "SVC", "RES")) else Fraction(3) for c in framework().capabilities}
    )


def resources() -> tuple[AppraisedResource, ...]:
    found = []
    for row in rows("resources"):
        ready = frozenset(("identified", "digitised", "owner", "rights", "fresh")[: int(row["readiness"])])
        use = float(row["use"]) if row["use"] else None
        resource = Resource(
            id=row["id"],
            name=row["zh"],
            cls=row["cls"],  # type: ignore[arg-type]
            type="x",
            can_be_used=row["can"],
            helps=row["helps"],
            moments=tuple(row["moments"].split()),  # type: ignore[arg-type]
            value_parts={},
            readiness=ready,
            utilisation=use,
            effort=1,
            named_by=tuple(row["named_by"].split()),  # type: ignore[arg-type]
            flags=tuple(row["flags"].split()),
            name_en=row["en"],
            can_be_used_en=row["can_en"],
            helps_en=row["helps_en"],
        )
        overlooked = row["overlooked"] == "1"
        found.append(
            AppraisedResource(
                resource=resource,
                value=float(row["value"]),
                readiness=len(ready),
                leverage=float(row["leverage"]),
                overlooked=overlooked,
                why_overlooked=("named_below",) if overlooked else (),
                suggests=tuple(row["suggests"].split()),
                rules=(),
            )
        )
    return tuple(found)


def facts() -> Facts:
    grades = {"conversion": (0.22, "A"), "ticket": (2_860_000, "A"), "enrolment_rate": (0.35, "D")}
    grades |= {"discount_rate": (0.08, "D"), "member_ticket": (1_780_000, "D"), "members_total": (51200, "D")}
    return Facts({k: Fact(k, value, grade, assumed=grade == "D") for k, (value, grade) in grades.items()})  # type: ignore[arg-type]


def profile(**changes: Any) -> CompanyProfile:
    fields: dict[str, Any] = {
        "name": "禾屿家居",
        "industry": "home",
        "platform": "hub",
        "start": date(2026, 12, 1),
        "budget": 120 * WAN,
        "blackouts": ((2, 2), (9, 10)),
        "confidentiality": L("仅供董事会", "board only"),
        "name_en": "Heyu Home",
        "sample": True,
    }
    return CompanyProfile(**{**fields, **changes})


def comparisons() -> tuple[PlatformComparison, ...]:
    """Return the plan on its own platform and on another one, which fits worse and earns more."""
    first, second = tuple(catalogue().platforms)[:2]
    fit = {"P1": 50.0, "P2": 80.0, "P3": 60.0, "P4": 60.0, "total": 63.0, "knocked_out": 0.0}
    return (
        PlatformComparison(first, 23, 104 * WAN, 83.0, 360 * WAN, fit, ("I-RES05",), 9.5),
        PlatformComparison(second, 25, 131 * WAN, 90.0, 400 * WAN, {**fit, "P3": 40.0, "total": 56.0}, (), 6.2),
    )


def snapshot(found: Plan, digest: str) -> Snapshot:
    return Snapshot(1, found, digest, framework().version, framework().content_hash, "7c1e" + "0" * 56 + "40d2")


def dossier(**changes: object) -> Dossier:
    """Build the dossier; keyword arguments replace its fields."""
    scores = sheet()
    by_stratum = {"直营": (18, 18), "加盟": (10, 12)}
    fields: dict[str, object] = {
        "engagement_id": "e1",
        "profile": profile(),
        "wave": 1,
        "as_of": date(2026, 11, 20),
        "composed_at": datetime(2026, 11, 20, 9, tzinfo=UTC),
        "consultants": ("周岚", "许哲"),
        "framework": framework(),
        "catalogue": catalogue(),
        "industry": content().industries["home"],
        "narratives": content().narratives,
        "titles": content().titles,
        "sales_moments": content().library.sales_moments,
        "stores": stores(),
        "people": people(),
        "coverage": Coverage(30, 30, 28, 4, 6, 17, scores.n_answers, 0.07, 0.61, by_stratum, ("S29", "S30")),
        "sheet": scores,
        "targets": targets(),
        "gaps": find_gaps(scores, targets()),
        "resources": resources(),
        "systems": systems(),
        "flows": flows(),
        "silos": find_silos(systems(), flows(), content().silos),
        "facts": facts(),
        "needs": needs(),
        "reasons": weigh_reasons(
            content().library.reasons, people(), urgencies(content().library.reasons), facts(), systems(), flows()
        ),
        "snapshot": snapshot(plan(), scores.digest),
        "progress": {},
        "forecast": None,
        "comparisons": comparisons(),
        "owners": {"I-RES05": "lin", "I-STR03": "gu", "I-MEM02": "he"},
        "content_version": framework().version,
        "content_hash": framework().content_hash,
        "digest": "d0551e" + "0" * 58,
    }
    return Dossier(**{**fields, **changes})  # type: ignore[arg-type]


__all__ = ["catalogue", "dossier", "flows", "money", "need", "needs", "plan", "systems"]
