"""Data and document requests: how far each is, and the level that what came speaks for."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from assessment.access import Actor
from assessment.audit import record
from assessment.database import Database
from assessment.door import enter_to_change
from assessment.errors import InvalidInput, Problem
from assessment.fieldwork import DocumentFinding, RequestState
from assessment.register_kinds import DOCUMENTS, REQUESTS
from questionnaires.cards import Request
from questionnaires.locale_text import LocaleText

OFFICE = "HQ"
"""Whose documents these are: requests go to head office."""


def settle_request(
    db: Database,
    actor: Actor,
    engagement: str,
    state: RequestState,
    graded: Sequence[DocumentFinding],
    now: datetime,
) -> None:
    """Keep how far a request is, and what came for it as findings in the register of documents.

    A finding replaces head office's earlier one on the same capability: one document is one value.

    Raises:
        InvalidInput: for a state or a finding that cannot be used, and for levels of what did not come.
    """
    if graded and state.status != "received":
        text = LocaleText("收到之后才能定级。", "A level can be given once it was received.")
        raise InvalidInput((Problem(state.id, text),))
    with db.unit() as session:
        enter_to_change(session, actor, engagement, REQUESTS.to_write, now)
        states = {known.id: known for known in REQUESTS.read(session, engagement)} | {state.id: state}
        REQUESTS.write(session, engagement, tuple(states.values()))
        if graded:
            new = {finding.capability: finding for finding in graded}
            kept = [f for f in DOCUMENTS.read(session, engagement) if f.unit != OFFICE or f.capability not in new]
            DOCUMENTS.write(session, engagement, (*kept, *new.values()))
        detail = {"status": state.status, "levels": len(graded)}
        record(session, actor, "requests.saved", f"requests {state.id}", now, detail, engagement=engagement)


def ask_all(
    db: Database, actor: Actor, engagement: str, requests: Sequence[Request], today: date, now: datetime
) -> int:
    """Mark every request that is still open as asked today, due after the days it takes; return their number."""
    with db.unit() as session:
        enter_to_change(session, actor, engagement, REQUESTS.to_write, now)
        states = {known.id: known for known in REQUESTS.read(session, engagement)}
        asked = 0
        for request in requests:
            state = states.get(request.id, RequestState(request.id))
            if state.status == "open":
                due = state.due or today + timedelta(days=request.days)
                states[request.id] = replace(state, status="asked", due=due)
                asked += 1
        REQUESTS.write(session, engagement, tuple(states.values()))
        record(session, actor, "requests.asked", "requests", now, {"requests": asked}, engagement=engagement)
    return asked


def graded_by(request: Request, capability: str, level: int | None, number: int | None) -> int | None:
    """Return the level of what came: the consultant's, else what its one number speaks for; None without either.

    >>> from questionnaires import load_library
    >>> counted = next(r for r in load_library().requests if r.reading)
    >>> graded_by(counted, counted.capabilities[0], 4, 0), graded_by(counted, counted.capabilities[0], None, None)
    (4, None)
    """
    if level is not None or number is None or request.reading is None or capability not in request.capabilities:
        return level
    return request.reading.level(number)
