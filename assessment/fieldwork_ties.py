"""What visits, mystery visits and requests must fit, and what still hangs on a visit."""

from collections.abc import Iterator, Sequence

from sqlmodel import Session, col, select

from assessment.codec import decode
from assessment.errors import Problem
from assessment.fieldwork import MysteryVisit, RequestState, StoreVisit
from assessment.forms import visit_form
from assessment.tables import AnswerEventRow, PersonRow, StoreRow, StoreVisitRow
from questionnaires.locale_text import LocaleText


def store_visits_fit(session: Session, engagement: str, visits: Sequence[StoreVisit]) -> Iterator[Problem]:
    """Check store and visitor, and that a visit with answers keeps its visitor and store: they say whose answers these are."""
    stores = _stores(session, engagement)
    kinds = dict(session.exec(select(PersonRow.id, PersonRow.kind).where(PersonRow.engagement_id == engagement)).all())
    begun = _begun(session, engagement)
    before = session.exec(select(StoreVisitRow.body).where(StoreVisitRow.engagement_id == engagement))
    known = {visit.id: visit for visit in (decode(StoreVisit, body) for body in before)}
    for visit in visits:
        if visit.store not in stores:
            yield Problem(visit.id, _no_store(visit.store))
        if kinds.get(visit.visitor) != "consultant":
            text = LocaleText(
                f"走访的人 {visit.visitor} 不是名单里的顾问。", f"{visit.visitor} is no consultant of the register."
            )
            yield Problem(visit.id, text)
        old = known.get(visit.id)
        if old and visit.id in begun and (old.visitor, old.store) != (visit.visitor, visit.store):
            text = LocaleText(
                "这次走访已经有记录，不能换店或换人。",
                "Something was noted on this visit already: neither store nor visitor can change.",
            )
            yield Problem(visit.id, text)


def store_visits_tied(session: Session, engagement: str, ids: Sequence[str]) -> Iterator[Problem]:
    """Name the visits about to go of which something was noted."""
    for visit in sorted(_begun(session, engagement) & set(ids)):
        yield Problem(visit, LocaleText("这次走访已经有记录。", "Something was noted on this visit already."))


def mystery_fits(session: Session, engagement: str, visits: Sequence[MysteryVisit]) -> Iterator[Problem]:
    """Check that the stores are registered."""
    for store in sorted({visit.store for visit in visits} - _stores(session, engagement)):
        yield Problem(store, _no_store(store))


def requests_fit(_session: Session, _engagement: str, requests: Sequence[RequestState]) -> Iterator[Problem]:
    """Check that only what was received has a day of receipt."""
    for request in requests:
        if request.received is not None and request.status != "received":
            text = LocaleText("没有收到的资料不填收到日期。", "What was not received has no day of receipt.")
            yield Problem(request.id, text)


def _begun(session: Session, engagement: str) -> set[str]:
    forms = select(AnswerEventRow.instrument).where(
        AnswerEventRow.engagement_id == engagement, col(AnswerEventRow.instrument).startswith(visit_form(""))
    )
    return {form.removeprefix(visit_form("")) for form in session.exec(forms.distinct())}


def _stores(session: Session, engagement: str) -> frozenset[str]:
    return frozenset(session.exec(select(StoreRow.id).where(StoreRow.engagement_id == engagement)))


def _no_store(store: str) -> LocaleText:
    return LocaleText(f"门店表里没有 {store}。", f"There is no store {store} in the register.")
