"""The plan of the chain, made by hand: every number is known. Loaded by conftest as ``reports_plans``."""

import csv
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

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
    Solution,
    Valuation,
)

HERE = Path(__file__).parent
WAN = 1_000_000  # 10,000 yuan in fen
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
def catalogue() -> Catalogue:
    return load_catalogue()


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
