"""A believable dossier: a home-furnishing chain of 30 stores, really scored, with a plan made by hand.

The rows of the plan and of the resources are files beside this one. Nothing here needs the roadmap engine, so that a
report can be tested on a plan whose every number is known.
"""

import csv
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from assessment.dossier import Coverage, Dossier
from assessment.engagement import CompanyProfile, LeverOfNeed, Need, Person, Store, System
from assessment.resources import AppraisedResource, Resource
from questionnaires import load_library
from questionnaires.framework import Framework
from questionnaires.locale_text import LocaleText as L
from roadmap.catalogue import load_catalogue
from roadmap.initiatives import Catalogue
from roadmap.plan import (
    Chosen,
    ModuleUse,
    Money,
    Plan,
    PlanItem,
    Quarter,
    Reason,
    Selection,
    Snapshot,
    Solution,
    Valuation,
)
from roadmap.situation import Fact, Facts
from scoring import Observation, ScoreSheet, Stratum, Targets, find_gaps, score, tree_from_framework

HERE = Path(__file__).parent
WAN = 1_000_000  # 10,000 yuan in fen
STARS = {"STR": 2.9, "ORG": 2.5, "OPS": 2.4, "DIG": 2.2, "MEM": 2.3, "SAL": 2.7, "SVC": 2.9, "MKT": 2.6}
STARS |= {"RES": 1.9, "BIZ": 2.4}
LEADS = {"ORG3": 1.6, "MEM2": 1.4, "DIG5": 1.1, "STR3": 1.0, "SAL1": 0.7, "RES5": -1.2, "SVC5": -0.7}
SILENT = {"ORG3": 11, "STR3": 4}
OUT = {
    "I-SAL07": Reason("budget", {"period": 7, "value": 24 * WAN}),
    "I-DIG03": Reason("window", {"tag": "system", "length": 3}),
    "I-MEM07": Reason("needs", {"needs": ["I-MEM06"]}),
    "I-SVC03": Reason("capacity", {"role": "store_ops", "period": 9}),
}
FORBIDDEN = {"I-MKT03": Reason("must_not", {"id": "I-MKT03"})}
THERE = {"I-DIG06": Reason("started", {"id": "I-DIG06", "start": 0})}


def rows(name: str) -> Iterator[dict[str, str]]:
    with (HERE / "chain" / f"{name}.csv").open(encoding="utf-8", newline="") as source:
        yield from csv.DictReader(source)


@cache
def framework() -> Framework:
    return load_library().framework


@cache
def catalogue() -> Catalogue:
    return load_catalogue()


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


def money(p50: float, spread: float = 0.4, stress: float = 0.28) -> Money:
    ends = sorted((p50 * (1 - spread), p50 * (1 + spread)))
    return Money(round(ends[0] * WAN), round(p50 * WAN), round(ends[1] * WAN), round(p50 * stress * WAN))


def item(row: Mapping[str, str]) -> PlanItem:
    begin, needs = date.fromisoformat(row["start"]), tuple(row["needs"].split())
    benefit, one_off, weeks = float(row["benefit"]), float(row["one_off"]), float(row["weeks"])
    initiative = catalogue().initiatives[row["id"]]
    first = Reason("link", {"task": needs[0], "type": "FS", "lag": 0, "date": begin}) if needs else None
    value = Valuation(
        initiative=row["id"],
        one_off=round(one_off * WAN),
        monthly_cost=0,
        run_cost_per_month=0,
        benefit_per_month=round(benefit * WAN) // 24,
        ramp_months=6,
        benefit=money(benefit),
        net=money(benefit - one_off),
        parameter="conversion" if row["lever"] == "CNV" else None,
        enables=() if row["lever"] else ("ALL",),
        d_share=0.5,
        indication_only=False,
    )
    return PlanItem(
        initiative=row["id"],
        start=begin,
        finish=begin + timedelta(days=int(row["days"])),
        wave=int(row["wave"]),  # type: ignore[arg-type]
        critical=row["critical"] == "1",
        total_slack=0 if row["critical"] == "1" else 12,
        free_slack=0,
        because=(first,) if first else (Reason("network_start", {"date": begin}),),
        owner_role="business",
        module=ModuleUse(initiative.module, 2, 1.0, offered=True),
        closes=tuple(r.capability for r in initiative.raises),
        reasons=(Reason("suggest.need", {"need": "need-1", "opportunity": 14.0}), Reason("must", {"id": row["id"]})),
        flags=tuple(row["flags"].split()),
        needs=needs,
        effort={"business": weeks},
        valuation=value,
    )


def plan(**changes: object) -> Plan:
    items = tuple(item(row) for row in rows("items"))
    cash = [(30, 4), (34, 22), (26, 48), (14, 70), (4, 88), (4, 92), (4, 94), (4, 94)]
    quarters = tuple(Quarter(i, c * WAN, money(g), money(g - c, 0.5)) for i, (c, g) in enumerate(cash, 1))
    fields: dict[str, Any] = {
        "items": items,
        "selection": Selection(
            chosen=tuple(Chosen(i.initiative, 0) for i in items),
            excluded=OUT,
            coverage=8.4,
            best_coverage=10.0,
            theta=0.8,
            solution=Solution("feasible", 3.6e8, 3.61e8, 0.003, 4.1, "SCIP", reproducible=True),
        ),
        "already_there": THERE,
        "forbidden": FORBIDDEN,
        "platform": next(iter(catalogue().platforms)),
        "start": date(2026, 12, 1),
        "finish": max(i.finish for i in items),
        "horizon_months": 36,
        "one_off": 104 * WAN,
        "person_weeks": 83.0,
        "benefit": money(503),
        "net": Money(240 * WAN, 360 * WAN, 510 * WAN, 100 * WAN),
        "quarters": quarters,
        "payback_month": 11,
        "stress_payback_month": 19,
        "d_share": 0.46,
        "indication_only": False,
        "seed": 20260206,
        "draws": 20000,
    }
    return Plan(**{**fields, **changes})


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


def need() -> Need:
    return Need(
        id="need-1",
        request="我要一个裂变小程序。",
        said_by="顾一鸣",
        said_on="2026-10-21",
        statement="把看过方案的顾客 48 小时内得到第二次沟通的比例从 31% 提到 70%，并让老业主带来的每位客户可计可谢。",
        flow="信任",
        levers=(LeverOfNeed("people", "责任", "无", "有", "沈桥"),),
        serves={"goal": "签单率", "lever": "CNV"},
        initiatives=("I-SAL04",),
        importance={"executives": 9, "stores": 9},
        satisfaction={"executives": 4, "stores": 2},
        statement_en=(
            "Raise the share of customers contacted again within 48 hours of seeing a scheme from 31% to 70%, "
            "and count and thank every owner who brings a customer."
        ),
        request_en="I want a referral mini-programme.",
    )


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
        "stores": stores(),
        "people": people(),
        "coverage": Coverage(30, 30, 28, 4, 6, 17, scores.n_answers, 0.07, 0.61, by_stratum, ("S29", "S30")),
        "sheet": scores,
        "targets": targets(),
        "gaps": find_gaps(scores, targets()),
        "resources": resources(),
        "systems": (System("crm", "客户系统", "crm", name_en="Customer system"),),
        "flows": (),
        "silos": (),
        "facts": facts(),
        "needs": (need(),),
        "snapshot": snapshot(plan(), scores.digest),
        "progress": {},
        "forecast": None,
        "comparisons": (),
        "owners": {"I-RES05": "lin", "I-STR03": "gu", "I-MEM02": "he"},
        "content_version": framework().version,
        "content_hash": framework().content_hash,
        "digest": "d0551e" + "0" * 58,
    }
    return Dossier(**{**fields, **changes})  # type: ignore[arg-type]
