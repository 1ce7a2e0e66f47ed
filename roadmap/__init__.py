"""From gaps to a dated, valued plan and its forecast. Pure: frozen input, frozen result, nothing read but the library."""

from roadmap.candidates import propose
from roadmap.catalogue import load_catalogue
from roadmap.checks import check_catalogue
from roadmap.choosing import choose
from roadmap.dating import schedule_plan
from roadmap.fit import platform_fit
from roadmap.forecasting import consequence, forecast
from roadmap.making import PlanInput, make_plan
from roadmap.snapshot import (
    plan_from_json,
    plan_to_json,
    publish,
    snapshot_from_json,
    snapshot_to_json,
    verify_snapshot,
)
from roadmap.valuation import value

__all__ = [
    "PlanInput",
    "check_catalogue",
    "choose",
    "consequence",
    "forecast",
    "load_catalogue",
    "make_plan",
    "plan_from_json",
    "plan_to_json",
    "platform_fit",
    "propose",
    "publish",
    "schedule_plan",
    "snapshot_from_json",
    "snapshot_to_json",
    "value",
    "verify_snapshot",
]
