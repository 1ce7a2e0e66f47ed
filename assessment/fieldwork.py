"""What is brought home beside the questionnaires: visits, mystery visits, documents, and approved not-applicables."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from assessment.engagement import Person, Store
from questionnaires.answers import Answer, Missing
from scoring.observation import Group, Selection


@dataclass(frozen=True, slots=True)
class VisitFinding:
    """What was seen about one capability in one visited store.

    ``value`` is the level 1-5 and None when there is a ``reason`` for having none. ``selection`` says how the store came
    to be visited: drawn at random by the tool, or chosen for contrast.
    """

    store: str
    capability: str
    value: int | None
    reason: Missing | None = None
    evidence: tuple[str, ...] = ()
    note: str = ""
    selection: Selection = "random"


@dataclass(frozen=True, slots=True)
class DocumentFinding:
    """What one requested document or export shows about one capability. ``unit`` says whose it is (``HQ``)."""

    unit: str
    capability: str
    value: int | None
    reason: Missing | None = None
    evidence: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class StoreVisit:
    """One visit: a store, a visitor (a consultant of the register) and a day. What was seen is answered on its form."""

    id: str
    store: str
    visitor: str
    day: date
    selection: Selection = "random"


@dataclass(frozen=True, slots=True)
class MysteryVisit:
    """One row of the mystery sheet. ``seen`` maps a point to what was met; a point left out did not arise."""

    store: str
    day: date
    visitor: str
    time: str = ""
    seen: Mapping[str, int | str] = field(default_factory=dict[str, int | str])


RequestStatus = Literal["open", "asked", "received", "not_available"]


@dataclass(frozen=True, slots=True)
class RequestState:
    """How far one data or document request is. ``who`` of the client has it; ``open`` is not asked yet."""

    id: str
    status: RequestStatus = "open"
    who: str = ""
    due: date | None = None
    received: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class NaApproval:
    """A consultant's approval that a capability does not apply to one unit, for one source group.

    ``unit`` is a store, a person (group E) or the owner of a document. Without approval a "not applicable" counts as
    missing; an approval without any answer stands as a not-applicable answer of its own.
    """

    group: Group
    capability: str
    unit: str
    reason: str
    approver: str


@dataclass(frozen=True, slots=True)
class Fieldwork:
    """Everything gathered in one wave.

    ``answers`` maps (person, form) to that person's answers by question; a form is an instrument, or the form of one
    visit (see ``forms``).
    """

    stores: tuple[Store, ...] = ()
    people: tuple[Person, ...] = ()
    answers: Mapping[tuple[str, str], Mapping[str, Answer]] = field(
        default_factory=dict[tuple[str, str], Mapping[str, Answer]]
    )
    visits: tuple[VisitFinding, ...] = ()
    documents: tuple[DocumentFinding, ...] = ()
    approvals: tuple[NaApproval, ...] = ()
    store_visits: tuple[StoreVisit, ...] = ()
    mystery: tuple[MysteryVisit, ...] = ()
    requests: tuple[RequestState, ...] = ()
