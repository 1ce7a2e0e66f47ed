"""The three reasons to upgrade: how urgent executives say each is, role by role, and the facts that test what they say.

Domain §1.5. A reason is scored 1-5 by each executive alone; the answer carries the id of the reason as its question. Facts
are the client's own figures and its registers; an industry default tests nothing and is left out.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from assessment.engagement import DataFlow, Person, System
from assessment.register_graph import register_figures
from questionnaires.answers import Answer
from questionnaires.cards import Reason
from roadmap.initiatives import Grade
from roadmap.situation import Fact, Facts

FactKind = Literal["money", "share"]
APART = 2
"""Levels of urgency that lie so far apart are named: the roles do not see the same company."""
MOST_URGENT = 5
MONTHS = 12
REGISTER: Grade = "A"


@dataclass(frozen=True, slots=True)
class ReasonFact:
    """A figure that tests what was said: money in minor units, a share of 1. ``grade`` is that of its weakest part."""

    id: str
    kind: FactKind
    value: float
    grade: Grade


@dataclass(frozen=True, slots=True)
class WeighedReason:
    """A reason with the urgencies said by role (1-5) and the figures that test them; both may be empty."""

    reason: Reason
    said: Mapping[str, tuple[int, ...]] = field(default_factory=dict[str, tuple[int, ...]])
    facts: tuple[ReasonFact, ...] = ()

    @property
    def spread(self) -> int | None:
        """Most urgent minus least urgent word; None where fewer than two roles spoke."""
        if len(self.said) < 2:
            return None
        every = [value for values in self.said.values() for value in values]
        return max(every) - min(every)

    @property
    def apart(self) -> bool:
        """Whether roles differ by two or more."""
        return self.spread is not None and self.spread >= APART


def weigh_reasons(
    cards: Sequence[Reason],
    people: Sequence[Person],
    answers: Mapping[tuple[str, str], Mapping[str, Answer]],
    facts: Facts,
    systems: Sequence[System],
    flows: Sequence[DataFlow],
) -> tuple[WeighedReason, ...]:
    """Return every reason in the order of the cards with what was said about it and what tests it."""
    known = {fact.id: fact for fact in _facts(facts, systems, flows)}
    return tuple(
        WeighedReason(
            card,
            _said(card.id, people, answers),
            tuple(known[ident] for ident in TESTS.get(card.id, ()) if ident in known),
        )
        for card in cards
    )


TESTS: Mapping[str, tuple[str, ...]] = {
    "long_run": (),
    "owned_customers": ("acquisition_cost", "enrolment_rate", "member_order_share", "referred_share", "main_share"),
    "digital_firm": ("guide_turnover", "seats_used"),
}
"""Reason → the figures that test it. What tests the first one (rivals, subsidies) is no number of the model."""

GIVEN: Collection[str] = ("enrolment_rate", "member_order_share", "referred_share", "guide_turnover")


def _said(
    reason: str, people: Sequence[Person], answers: Mapping[tuple[str, str], Mapping[str, Answer]]
) -> dict[str, tuple[int, ...]]:
    """Return the urgencies executives gave a reason, by their first role; people are not told apart further."""
    roles = {person.id: person.roles[0] for person in people if person.kind == "executive" and person.roles}
    found: dict[str, list[int]] = {}
    for (who, _), given in sorted(answers.items()):
        answer = given.get(reason)
        if who in roles and answer is not None and isinstance(answer.value, int) and 1 <= answer.value <= MOST_URGENT:
            found.setdefault(roles[who], []).append(answer.value)
    return {role: tuple(sorted(values)) for role, values in sorted(found.items())}


def _facts(facts: Facts, systems: Sequence[System], flows: Sequence[DataFlow]) -> list[ReasonFact]:
    own = {key: fact for key, fact in facts.values.items() if not fact.assumed}
    found = [ReasonFact(key, "share", own[key].value, own[key].grade) for key in GIVEN if key in own]
    cost = _acquisition_cost(own)
    if cost is not None:
        found.append(cost)
    share = register_figures(systems, flows).main_share
    if share is not None:
        found.append(ReasonFact("main_share", "share", share, REGISTER))
    used = _seats_used(systems)
    if used is not None:
        found.append(ReasonFact("seats_used", "share", used, REGISTER))
    return found


def _acquisition_cost(own: Mapping[str, Fact]) -> ReasonFact | None:
    """Return what one new buyer costs: acquisition spend a year over buyers among counted visits a year."""
    wanted = ("acquisition_spend_year", "visits_per_store_month", "stores", "conversion")
    parts = [own[key] for key in wanted if key in own]
    if len(parts) < len(wanted):
        return None
    spend, visits, stores, conversion = (part.value for part in parts)
    buyers = visits * stores * MONTHS * conversion
    if buyers <= 0:
        return None
    return ReasonFact("acquisition_cost", "money", spend / buyers, max(part.grade for part in parts))


def _seats_used(systems: Sequence[System]) -> float | None:
    """Return the share of paid seats that were used last month, over the systems where both are known."""
    known = [(s.active_accounts, s.accounts) for s in systems if s.accounts and s.active_accounts is not None]
    paid = sum(accounts for _, accounts in known)
    return sum(active for active, _ in known) / paid if paid else None
