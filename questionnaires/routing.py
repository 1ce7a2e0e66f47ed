"""Which questions apply to whom, and how long they take."""

import math
from collections.abc import Collection, Mapping

from questionnaires.answers import Answer
from questionnaires.framework import Framework
from questionnaires.instruments import Instrument, Question


def applicable(
    instrument: Instrument,
    roles: Collection[str] = (),
    answers: Mapping[str, Answer] | None = None,
    *,
    capabilities: Collection[str] | None = None,
) -> tuple[Question, ...]:
    """Return the questions that apply, in the order of the instrument.

    A question without roles is asked of everybody; a routed one when the respondent holds one of its roles.
    ``capabilities`` restricts anchored questions to the scope of the engagement. A question that was answered
    stays, whatever its routing: answers are never hidden.
    """
    answered = answers or {}
    return tuple(q for q in instrument.questions if q.id in answered or _asked(q, roles, capabilities))


def _asked(question: Question, roles: Collection[str], capabilities: Collection[str] | None) -> bool:
    in_role = not question.roles or bool(set(question.roles) & set(roles))
    in_scope = capabilities is None or question.capability is None or question.capability in capabilities
    return in_role and in_scope


def minutes(questions: Collection[Question]) -> int:
    """Return the planned minutes of these questions, rounded up; what is optional is not counted."""
    return math.ceil(sum(q.seconds for q in questions if not q.optional) / 60)


def scope_of(framework: Framework, scope: str) -> tuple[str, ...]:
    """Return the capabilities of a scope: ``full`` all 63, ``core`` the 26 of the short form."""
    return tuple(c.id for c in framework.capabilities.values() if scope == "full" or c.core)
