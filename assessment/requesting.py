"""Asking for data and documents, and settling what came of each request."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from assessment.access import Actor
from assessment.audit import record
from assessment.database import Database
from assessment.door import enter_to_change
from assessment.errors import InvalidInput, Problem
from assessment.fieldwork import DocumentFinding, RequestState
from assessment.register_kinds import DOCUMENTS, REQUESTS
from assessment.request_states import OFFICE, standing
from questionnaires.cards import Request
from questionnaires.locale_text import LocaleText


def settle_request(
    db: Database,
    actor: Actor,
    engagement: str,
    state: RequestState,
    graded: Sequence[DocumentFinding],
    now: datetime,
    *,
    covers: Collection[str] = (),
) -> None:
    """Keep how far a request is, and what came for it as findings in the register of documents.

    A finding replaces head office's earlier one on the same capability: one document is one value. An earlier one on what
    the request ``covers`` goes when there is no new one: what did not come, or is no longer graded, shows nothing.

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
        new = {finding.capability: finding for finding in graded}
        there = DOCUMENTS.read(session, engagement)
        kept = [f for f in there if f.unit != OFFICE or f.capability not in {*new, *covers}]
        if new or len(kept) < len(there):
            DOCUMENTS.write(session, engagement, (*kept, *new.values()))
        detail = {"status": state.status, "levels": len(graded)}
        record(session, actor, "requests.saved", f"requests {state.id}", now, detail, engagement=engagement)


def ask_all(
    db: Database, actor: Actor, engagement: str, requests: Sequence[Request], today: date, now: datetime
) -> int:
    """Mark every request that is still open as asked today, due after the days it takes; return their number.

    What has come already is not asked for again.
    """
    with db.unit() as session:
        enter_to_change(session, actor, engagement, REQUESTS.to_write, now)
        known, documents = REQUESTS.read(session, engagement), DOCUMENTS.read(session, engagement)
        states = {state.id: state for state in known}
        states |= {state.id: state for state in standing(requests, known, documents)}
        asked = 0
        for request in requests:
            state = states[request.id]
            if state.status == "open":
                due = state.due or today + timedelta(days=request.days)
                states[request.id] = replace(state, status="asked", due=due)
                asked += 1
        REQUESTS.write(session, engagement, tuple(states.values()))
        record(session, actor, "requests.asked", "requests", now, {"requests": asked}, engagement=engagement)
    return asked
