"""Resources the company may overlook: types, acceptance test, overlooked test, leverage index (四两拨千斤)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from questionnaires.locale_text import LocaleText

ResourceClass = Literal["RC-M", "RC-E", "RC-C", "RC-K", "RC-X"]
Moment = Literal["found", "first_trust", "follow_up", "closing", "order", "service", "return", "refer"]
NamedBy = Literal["executive", "store", "data", "consultant"]
READINESS = ("identified", "rights", "digitised", "owner", "fresh")


@dataclass(frozen=True, slots=True)
class Resource:
    """One asset. ``value_parts`` holds reach, relevance, trust, margin (1-5 each); ``readiness`` the steps reached.

    ``utilisation`` is the share of relevant deal moments of the last quarter in which it was used, None when not
    tracked (counted 0). ``effort`` 1-3. ``can_be_used`` and ``helps`` are the acceptance test, both mandatory.
    """

    id: str
    name: str
    cls: ResourceClass
    type: str
    can_be_used: str
    helps: str
    moments: tuple[Moment, ...]
    value_parts: Mapping[str, int]
    readiness: frozenset[str]
    utilisation: float | None
    effort: int
    named_by: tuple[NamedBy, ...]
    rights: str = ""
    flags: tuple[str, ...] = ()
    facts: Mapping[str, object] | None = None
    owner: str = ""
    note: str = ""
    name_en: str = ""
    can_be_used_en: str = ""
    helps_en: str = ""
    rights_en: str = ""
    note_en: str = ""


@dataclass(frozen=True, slots=True)
class ResourceType:
    """A kind of resource an industry usually has.

    ``traits``: ``scarce_right`` (in short supply), ``content`` (can be shown), ``franchise`` (partners under an
    agreement). ``private`` marks what may only be used one to one.
    """

    id: str
    cls: ResourceClass
    name: LocaleText
    industries: tuple[str, ...]
    traits: frozenset[str] = frozenset()
    private: bool = False


@dataclass(frozen=True, slots=True)
class ResourceClassInfo:
    """One of the five classes with the question that finds what was overlooked."""

    id: ResourceClass
    name: LocaleText
    ask: LocaleText


@dataclass(frozen=True, slots=True)
class AppraisedResource:
    """A resource with its computed figures and the initiatives its rules suggest.

    ``leverage`` = value × (1 − utilisation) × (readiness + 1)/6 ÷ effort.
    """

    resource: Resource
    value: float
    readiness: int
    leverage: float
    overlooked: bool
    why_overlooked: tuple[str, ...]
    suggests: tuple[str, ...]
    rules: tuple[str, ...]
    blocked: tuple[str, ...] = ()
