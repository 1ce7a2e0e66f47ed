"""Guides answer without a name: how many forms must be in before they count, and what stands for a guide until then."""

import hashlib
from collections.abc import Collection, Mapping

from assessment.engagement import Person
from assessment.forms import GUIDE
from questionnaires.answers import Answer

FEWEST_GUIDES = 5
"""No figure rests on fewer guides than this, neither in all nor on one capability."""


def alias_of(person: Person) -> str:
    """Return what stands for a guide in scores and explanations: the same every time, and not the register's id."""
    return hashlib.sha256(f"guide|{person.store}|{person.id}".encode()).hexdigest()[:8]


def heard(
    answers: Mapping[tuple[str, str], Mapping[str, Answer]],
    capabilities: Mapping[str, str | None],
    guides: Collection[str],
) -> frozenset[str]:
    """Return the capabilities on which enough guides answered for their answers to count.

    ``capabilities`` maps the questions of the guide form to what they ask about. Whoever said "don't know" or "not
    applicable" has answered; whoever skipped a question has not.
    """
    spoke: dict[str, set[str]] = {}
    for (person, form), given in answers.items():
        if form != GUIDE or person not in guides:
            continue
        for answer in given.values():
            capability = capabilities.get(answer.question)
            if capability and (answer.value is not None or answer.reason in {"dont_know", "not_applicable"}):
                spoke.setdefault(capability, set()).add(person)
    return frozenset(capability for capability, people in spoke.items() if len(people) >= FEWEST_GUIDES)
