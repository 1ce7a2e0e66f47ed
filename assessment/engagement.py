"""The things of an engagement: company, stores, people, systems, needs. Frozen, database-free."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from questionnaires.locale_text import LocaleText

Ownership = Literal["own", "franchise"]
FlowMode = Literal["manual", "file", "api", "live"]
PersonKind = Literal["executive", "manager", "guide", "client_team", "consultant"]


@dataclass(frozen=True, slots=True)
class TermNote:
    """Why a term of the plan was set, by whom and on which day."""

    reason: str
    by: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class CompanyProfile:
    """Who the client is and what the plan must respect. Money in minor units of ``currency``.

    ``dimension_weights`` overrides the industry's weights (printed as changed); ``blackouts`` are (month, month)
    calendar ranges of peak season, 1-12 inclusive; ``capacity`` maps role → person-weeks a month. ``confidentiality``
    and ``policy_notes`` are shown to readers, hence in both languages. ``budget_per_month`` 0 releases the budget at once;
    ``theta`` None takes the content's share of coverage. ``term_notes`` maps ``must.ID``, ``must_not.ID`` and ``waived.ID``
    to why and who, see ``assessment.terms``.
    """

    name: str
    industry: str
    platform: str
    currency: str = "CNY"
    start: date | None = None
    budget: int = 0
    capacity: Mapping[str, float] = field(default_factory=dict[str, float])
    blackouts: tuple[tuple[int, int], ...] = ()
    dimension_weights: Mapping[str, int] = field(default_factory=dict[str, int])
    confidentiality: LocaleText | None = None
    policy_notes: LocaleText | None = None
    compare_platform: str | None = None
    must: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()
    waived: Mapping[str, str] = field(default_factory=dict[str, str])
    name_en: str = ""
    sample: bool = False
    scope: Literal["full", "core"] = "full"
    budget_per_month: int = 0
    theta: float | None = None
    term_notes: Mapping[str, TermNote] = field(default_factory=dict[str, TermNote])


@dataclass(frozen=True, slots=True)
class Store:
    """One store of the register. The stratum is ownership × format × region tier, spelt by the consultant.

    The ``*_en`` fields here and below are what an English reader sees; the original stands when they are empty.
    """

    id: str
    name: str
    ownership: Ownership
    format: str
    region_tier: str
    city: str = ""
    stratum: str = ""
    manager: str = ""
    opened: str = ""
    name_en: str = ""
    city_en: str = ""
    stratum_en: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who answers or works on the plan. Executives are named; managers and guides answer for one store.

    Guides stay anonymous: they have an id and a store, and their name is that id. ``form`` is ``short`` for an executive
    who holds several roles and is asked the short form in one talk.
    """

    id: str
    name: str
    kind: PersonKind
    roles: tuple[str, ...] = ()
    title: str = ""
    store: str | None = None
    email: str = ""
    name_en: str = ""
    title_en: str = ""
    form: Literal["", "short"] = ""


@dataclass(frozen=True, slots=True)
class System:
    """An entry of the system register.

    ``members`` is the number of member records it holds, ``yearly_cost`` minor units; ``accounts`` are the seats paid
    for, ``active_accounts`` those used last month (None: not known).
    """

    id: str
    name: str
    category: str
    purpose: str = ""
    vendor: str = ""
    yearly_cost: int = 0
    owner: str = ""
    accounts: int | None = None
    active_accounts: int | None = None
    holds: tuple[str, ...] = ()
    members: int = 0
    contract_end: str = ""
    main_member_system: bool = False
    name_en: str = ""
    purpose_en: str = ""


@dataclass(frozen=True, slots=True)
class DataFlow:
    """Data that goes from one system to another, and how."""

    source: str
    target: str
    objects: tuple[str, ...]
    mode: FlowMode
    frequency: str = ""
    failure_alert: bool = False
    frequency_en: str = ""


@dataclass(frozen=True, slots=True)
class LeverOfNeed:
    """A system lever of a need (N4): what can be moved, from where to where, by whom."""

    kind: Literal["people", "process", "data", "resource", "tool"]
    name: str
    current: str
    target: str
    owner: str
    name_en: str = ""
    current_en: str = ""
    target_en: str = ""


@dataclass(frozen=True, slots=True)
class Need:
    """A need from N1 (words said) to N5 (fit).

    ``importance`` and ``satisfaction`` run 1-10 and keep executives and stores apart. ``serves`` answers the fit test:
    ``goal``, ``efficiency``, ``capability`` (an id) and ``lever`` (a profit lever); empty answers serve nothing.
    """

    id: str
    request: str
    said_by: str
    said_on: str
    statement: str
    flow: str
    levers: tuple[LeverOfNeed, ...]
    serves: Mapping[str, str]
    initiatives: tuple[str, ...]
    capabilities: tuple[str, ...] = ()
    importance: Mapping[str, float] = field(default_factory=dict[str, float])
    satisfaction: Mapping[str, float] = field(default_factory=dict[str, float])
    feature_only: bool = False
    statement_en: str = ""
    request_en: str = ""
    flow_en: str = ""
    serves_en: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class Silo:
    """A finding of the system analysis: code and parameters, with the initiatives it suggests."""

    code: str
    params: Mapping[str, object]
    initiatives: tuple[str, ...]
