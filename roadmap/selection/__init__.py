"""Choosing initiatives and their start under budget, capacity, order and readiness, with a proven bound."""

from roadmap.selection.document import read_problem
from roadmap.selection.errors import NoPlanInTimeError, SelectionInputError
from roadmap.selection.evaluation import plan_value
from roadmap.selection.feasibility import violations
from roadmap.selection.machine import plan_document, select_document
from roadmap.selection.problem import (
    Budget,
    Concurrent,
    Coverage,
    Gap,
    Gate,
    ModuleFee,
    Option,
    SelectionProblem,
    Synergy,
    Window,
)
from roadmap.selection.result import CoverageResult, SelectionResult
from roadmap.selection.selecting import select

__all__ = [
    "Budget",
    "Concurrent",
    "Coverage",
    "CoverageResult",
    "Gap",
    "Gate",
    "ModuleFee",
    "NoPlanInTimeError",
    "Option",
    "SelectionInputError",
    "SelectionProblem",
    "SelectionResult",
    "Synergy",
    "Window",
    "plan_document",
    "plan_value",
    "read_problem",
    "select",
    "select_document",
    "violations",
]
