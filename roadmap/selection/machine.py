"""``zhidian.plan/1``: the answer to a ``zhidian.selection/1`` document."""

from dataclasses import asdict
from typing import Any

from roadmap.plan import Reason
from roadmap.selection.document import read_problem
from roadmap.selection.result import SelectionResult
from roadmap.selection.selecting import select

PROOF_GAP = 1e-4


def select_document(data: dict[str, Any], time_limit: float) -> dict[str, Any]:
    """Solve a ``zhidian.selection/1`` document and return a ``zhidian.plan/1`` document.

    The search goes on until optimality is proven or ``time_limit`` seconds are over. Raises `SelectionInputError`
    with a sentence naming the JSON path of the first defect.
    """
    return plan_document(select(read_problem(data), time_limit, gap=PROOF_GAP))


def plan_document(result: SelectionResult) -> dict[str, Any]:
    """Write a result as plain JSON data; value, bound and gap are null when no plan is possible."""
    solved = result.status != "infeasible"
    return {
        "format": "zhidian.plan/1",
        "status": result.status,
        "value": result.value if solved else None,
        "bound": result.bound if solved else None,
        "gap": result.gap if solved else None,
        "seconds": round(result.seconds, 3),
        "engine": result.engine,
        "reproducible": result.reproducible,
        "coverage": asdict(result.coverage) if result.coverage else None,
        "chosen": [{"id": name, "start": start} for name, start in sorted(result.starts.items())],
        "excluded": [
            {"id": name, "reason": reason.code, "detail": dict(reason.params)}
            for name, reason in sorted(result.excluded.items())
        ],
        "broken": [
            {"id": name, "rule": reason.code, "detail": dict(reason.params)}
            for name, reasons in result.broken.items()
            for reason in reasons
        ],
        "conflicts": [_rule(reason) for reason in result.conflicts],
    }


def _rule(reason: Reason) -> dict[str, Any]:
    return {"rule": reason.code, **reason.params}
