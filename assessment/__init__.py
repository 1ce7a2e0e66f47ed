"""The engagement: its pure rules and content, and — in the store modules only — its database and use cases.

save_answers     events of one form → acknowledged from the database
assess           what was gathered → score sheet, kept as a run
build_roadmap    scores and reasons → the next published version
record_progress  a report on an item → its new revision
dossier_of       everything stored → what a page or a report prints

Every use case takes the database and the actor. They are loaded when asked for: the rules need no database.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assessment.answering import save_answers
    from assessment.assessing import assess
    from assessment.dossiers import dossier_of
    from assessment.planning import build_roadmap
    from assessment.tracking import record_progress

__all__ = ["assess", "build_roadmap", "dossier_of", "record_progress", "save_answers"]

_WHERE = {
    "assess": "assessing",
    "build_roadmap": "planning",
    "dossier_of": "dossiers",
    "record_progress": "tracking",
    "save_answers": "answering",
}


def __getattr__(name: str) -> Any:
    """Return a use case by its name."""
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
