"""The data and document requests, as the page shows them, and the form of one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast, get_args

from assessment.content import ContentPack
from assessment.fieldwork import DocumentFinding, RequestState, RequestStatus
from assessment.request_states import OFFICE, graded_by, standing
from questionnaires.cards import Request
from questionnaires.locale_text import LOCALES, LocaleText
from reports.phrases import numbers
from web.components.choices import Choice, choices
from web.components.posted import LONG, Posted
from web.i18n.sentences import NOTHING, both, joined, same

STATUSES: tuple[str, ...] = get_args(RequestStatus)
WAITING = frozenset({"open", "asked"})
MOST = 1_000_000_000


@dataclass(frozen=True, slots=True)
class RequestRow:
    """A request: ``late`` when it is due and has not come; ``levels`` what was read from what came."""

    id: str
    title: LocaleText
    ask: LocaleText
    who: LocaleText
    due: LocaleText
    status: str
    late: bool
    levels: LocaleText


@dataclass(frozen=True, slots=True)
class LevelField:
    """The level of one capability: its anchors to choose from."""

    name: str
    text: LocaleText
    value: str
    options: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class RequestForm:
    """The form of one request."""

    shown: bool = False
    id: str = ""
    title: LocaleText = NOTHING
    ask: LocaleText = NOTHING
    why: LocaleText = NOTHING
    privacy: LocaleText = NOTHING
    status: str = "open"
    who: str = ""
    due: str = ""
    received: str = ""
    note: str = ""
    number: LocaleText = NOTHING
    evidence: str = ""
    accepts: tuple[Choice, ...] = ()
    levels: tuple[LevelField, ...] = ()


@dataclass(frozen=True, slots=True)
class RequestsView:
    """The part of the page. ``to_ask`` requests were not sent yet; ``left_out`` says which are not made, and why."""

    title: LocaleText = NOTHING
    rows: tuple[RequestRow, ...] = ()
    left_out: LocaleText = NOTHING
    to_ask: int = 0
    received: int = 0


def requests_of(
    requests: Sequence[Request],
    pack: ContentPack,
    states: Iterable[RequestState],
    documents: Iterable[DocumentFinding],
    today: date,
) -> RequestsView:
    """Return the requests in the order of the content."""
    read = tuple(documents)
    known = {state.id: state for state in standing(requests, states, read)}
    found = {finding.capability: finding for finding in read if finding.unit == OFFICE}
    made = {request.id for request in requests}
    left = [request.title for request in pack.library.requests if request.id not in made]
    roles = {role.id: role.name for role in pack.library.framework.roles}
    rows = tuple(_row(r, known.get(r.id, RequestState(r.id)), found, roles, today) for r in requests)
    received = sum(row.status == "received" for row in rows)
    waiting = sum(row.status in WAITING for row in rows)
    late = sum(row.late for row in rows)
    key = "requests.title.late" if late else "requests.title.waiting" if waiting else "requests.title.all"
    return RequestsView(
        title=both(key, n=received, all=len(rows), late=late, waiting=waiting),
        rows=rows,
        left_out=both("requests.left_out", n=len(left), titles=joined(left)) if left else NOTHING,
        to_ask=sum(row.status == "open" for row in rows),
        received=received,
    )


def _row(
    request: Request,
    state: RequestState,
    found: Mapping[str, DocumentFinding],
    roles: Mapping[str, LocaleText],
    today: date,
) -> RequestRow:
    graded = [(c, found[c].value) for c in request.capabilities if c in found and found[c].value is not None]
    received = state.status == "received"
    return RequestRow(
        id=request.id,
        title=request.title,
        ask=request.ask,
        who=same(state.who) if state.who else roles.get(request.role, NOTHING),
        due=_day(state.received if received else state.due),
        status=state.status,
        late=state.status == "asked" and state.due is not None and state.due < today,
        levels=joined(both("requests.level", capability=c, level=value) for c, value in graded)
        if received
        else NOTHING,
    )


def _day(value: date | None) -> LocaleText:
    return LocaleText(*(numbers.day(value, locale, year=False) for locale in LOCALES)) if value else NOTHING


def form_of(
    request: Request, pack: ContentPack, state: RequestState, documents: Iterable[DocumentFinding]
) -> RequestForm:
    """Return the form of a request with what is known."""
    found = {f.capability: f for f in documents if f.unit == OFFICE and f.capability in request.capabilities}
    kinds = pack.library.framework.evidence_kinds
    accepts = {kind: kinds[kind].name for kind in request.accepts if kind in kinds}
    shown = next((e for f in found.values() for e in f.evidence if e in accepts), next(iter(accepts), ""))
    return RequestForm(
        shown=True,
        id=request.id,
        title=request.title,
        ask=request.ask,
        why=request.why,
        privacy=request.privacy,
        status=state.status,
        who=state.who,
        due=state.due.isoformat() if state.due else "",
        received=state.received.isoformat() if state.received else "",
        note=state.note,
        number=request.number or NOTHING if request.reading else NOTHING,
        evidence=shown,
        accepts=choices(accepts),
        levels=tuple(_level(capability, pack, found.get(capability)) for capability in request.capabilities),
    )


def _level(capability: str, pack: ContentPack, finding: DocumentFinding | None) -> LevelField:
    known = pack.library.framework.capabilities[capability]
    anchors = sorted(known.anchors, key=lambda anchor: anchor.level)
    return LevelField(
        name=f"level.{capability}",
        text=LocaleText(f"{capability} {known.name.zh}", f"{capability} {known.name.en}"),
        value=str(finding.value) if finding and finding.value is not None else "",
        options=tuple(
            Choice(str(a.level), LocaleText(f"{a.level} {a.text.zh}", f"{a.level} {a.text.en}")) for a in anchors
        ),
    )


def settled(form: Mapping[str, Any], request: Request, today: date) -> tuple[RequestState, tuple[DocumentFinding, ...]]:
    """Return what a form says: how far the request is, and the level of every capability that was read from it.

    Raises:
        InvalidInput: naming every field that cannot be used.
    """
    posted = Posted(form)
    status = cast("RequestStatus", posted.choice("status", STATUSES) or "open")
    here = status == "received"
    state = RequestState(
        id=request.id,
        status=status,
        who=posted.text("who", limit=60),
        due=posted.day("due"),
        received=(posted.day("received") or today) if here else None,
        note=posted.text("note", limit=LONG),
    )
    evidence = posted.choice("evidence", request.accepts, required=here)
    number = posted.whole("number", 0, request.reading.highest or MOST, -1) if request.reading else -1
    levels = {c: posted.whole(f"level.{c}", 1, 5, 0) for c in request.capabilities}
    posted.check()
    if not here:
        return state, ()
    graded = {c: graded_by(request, c, level or None, number if number >= 0 else None) for c, level in levels.items()}
    note = state.note or request.title.zh
    findings = (DocumentFinding(OFFICE, c, value, None, (evidence,), note) for c, value in graded.items() if value)
    return state, tuple(findings)
