"""Rules that lead from a resource to initiatives: what they look at, as read from ``library/resources/rules.yaml``."""

from dataclasses import dataclass

from assessment.resources import ResourceClass
from questionnaires.locale_text import LocaleText


@dataclass(frozen=True, slots=True)
class FactTest:
    """A fact of the engagement, or a quotient of two, against a limit; holds when it is strictly larger."""

    id: str
    more_than: float
    over: str | None = None


@dataclass(frozen=True, slots=True)
class Noted:
    """Something written into a resource's own facts."""

    key: str
    value: str


@dataclass(frozen=True, slots=True)
class Condition:
    """All parts that are set must hold.

    ``value_at_least`` is on 1-5, ``readiness_at_least`` counts steps reached (0-5), ``lacks`` names a step not reached,
    ``trait`` belongs to the resource's type, ``not_noted`` holds when nothing (or "no", 0, false) is written,
    ``type`` and ``not_type`` name kinds of resource that are meant, or not.
    """

    value_at_least: float | None = None
    readiness_at_least: int | None = None
    lacks: str | None = None
    trait: str | None = None
    untracked: bool = False
    noted: Noted | None = None
    not_noted: str | None = None
    fact: FactTest | None = None
    industry: tuple[str, ...] = ()
    not_industry: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    not_type: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ResourceRule:
    """One rule. ``cls`` None means every class; ``suggests`` comes in the order the initiatives should be done."""

    id: str
    cls: ResourceClass | None
    when: Condition
    suggests: tuple[str, ...]
    why: LocaleText
