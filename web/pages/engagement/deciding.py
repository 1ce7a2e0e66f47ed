"""What is still to be decided, and the form with which a consultant decides the level of a capability."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from assessment.dossier import Dossier
from questionnaires.locale_text import LocaleText
from web.components.bilingual import Bilingual
from web.components.disputes import disputes_of
from web.components.posted import Posted

LEVELS = ("1", "2", "3", "4", "5")
REASON = 400


@dataclass(frozen=True, slots=True)
class Dispute:
    """A capability on which the answers contradict each other, and how it counts until somebody decides."""

    id: str
    name: LocaleText
    text: LocaleText


@dataclass(frozen=True, slots=True)
class Decision:
    """The decision a form asks for; ``level`` is None when an earlier one is withdrawn."""

    level: float | None
    reason: str


def disputes(d: Dossier) -> tuple[Dispute, ...]:
    """Return what is still to be decided."""
    p = Bilingual(d)
    return tuple(
        Dispute(remark.params["capability"], p.name(remark.params["capability"]), p.say(remark.code, remark.params))
        for remark in disputes_of(d)
    )


def decision_from(form: Mapping[str, Any]) -> Decision:
    """Return the decision a form describes.

    Raises:
        InvalidInput: for a level off the list, or when the reason is missing.
    """
    posted = Posted(form)
    level = posted.choice("level", (*LEVELS, "withdraw"))
    reason = posted.text("reason", required=True, limit=REASON)
    posted.check()
    return Decision(float(level) if level in LEVELS else None, reason)
