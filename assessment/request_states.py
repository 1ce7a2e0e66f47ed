"""Which data and document requests are made of a company, how far each stands, and the level that what came speaks for. Pure."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from assessment.fieldwork import DocumentFinding, RequestState
from questionnaires.cards import Request

OFFICE = "HQ"
"""Whose documents these are: requests go to head office."""


def applying(
    requests: Iterable[Request], scope: Collection[str], states: Iterable[RequestState] = ()
) -> tuple[Request, ...]:
    """Return the requests made of this company: those on a capability in scope, and any that was asked already."""
    asked = {state.id for state in states if state.status != "open"}
    return tuple(r for r in requests if r.id in asked or not set(r.capabilities).isdisjoint(scope))


def standing(
    requests: Iterable[Request], states: Iterable[RequestState], documents: Iterable[DocumentFinding]
) -> tuple[RequestState, ...]:
    """Return how far every request is, in the order of the content.

    What head office's documents were read for has come, though nobody wrote down that it was asked for.

    >>> from questionnaires import load_library
    >>> first, second = load_library().requests[:2]
    >>> came = DocumentFinding(OFFICE, first.capabilities[0], 3)
    >>> [state.status for state in standing((first, second), (), (came,))]
    ['received', 'open']
    """
    known = {state.id: state for state in states}
    read = {finding.capability for finding in documents if finding.unit == OFFICE and finding.value is not None}
    found: list[RequestState] = []
    for request in requests:
        state = known.get(request.id, RequestState(request.id))
        came = not read.isdisjoint(request.capabilities)
        found.append(replace(state, status="received") if came and state.status != "received" else state)
    return tuple(found)


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
