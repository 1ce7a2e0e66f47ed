"""What consultants bring home beside the questionnaires: store visits, documents, and approved not-applicables."""

from collections.abc import Mapping
from dataclasses import dataclass, field

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

    ``answers`` maps (person, instrument) to that person's answers by question.
    """

    stores: tuple[Store, ...] = ()
    people: tuple[Person, ...] = ()
    answers: Mapping[tuple[str, str], Mapping[str, Answer]] = field(
        default_factory=dict[tuple[str, str], Mapping[str, Answer]]
    )
    visits: tuple[VisitFinding, ...] = ()
    documents: tuple[DocumentFinding, ...] = ()
    approvals: tuple[NaApproval, ...] = ()
