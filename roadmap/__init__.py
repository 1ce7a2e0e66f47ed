"""From gaps to a dated, valued plan and its forecast. Pure: frozen input, frozen result, nothing read but the library.

The names are loaded when they are first used: who only reads or checks content does not wait for the solvers.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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
    from roadmap.valuation.valuing import value

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

_HOME = {
    "PlanInput": "making",
    "check_catalogue": "checks",
    "choose": "choosing",
    "consequence": "forecasting",
    "forecast": "forecasting",
    "load_catalogue": "catalogue",
    "make_plan": "making",
    "plan_from_json": "snapshot",
    "plan_to_json": "snapshot",
    "platform_fit": "fit",
    "propose": "candidates",
    "publish": "snapshot",
    "schedule_plan": "dating",
    "snapshot_from_json": "snapshot",
    "snapshot_to_json": "snapshot",
    "value": "valuation.valuing",
    "verify_snapshot": "snapshot",
}
"""Public name → the module it lives in."""


def __getattr__(name: str) -> Any:
    """Return a public name, loading its module on first use."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    return found
