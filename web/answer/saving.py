"""Store a posted screen. Everything that can be stored is; the rest comes back as typed, with what is wrong with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assessment.answering import AnswerEvent, save_answers, sheet_of
from assessment.errors import Conflict
from web.answer.items import Typed
from web.answer.merging import OwnChanges, after_saving, merge
from web.answer.posted import Form, event_id, read_screen
from web.answer.screens import sections_of
from web.answer.unheard import own_prints
from web.answer.visitors import OpenForm, Place, open_form
from web.storage import content, database, now

TRIES = 5


@dataclass(frozen=True, slots=True)
class SavedScreen:
    """The form as the database has it now, what is typed and not stored, and which revisions this browser made."""

    form: OpenForm
    typed: Typed
    own: OwnChanges | None


def save_screen(
    cookies: Mapping[str, str],
    place: Place,
    section: str,
    posted: Form,
    own: OwnChanges | None,
    earlier: Sequence[Form] = (),
) -> SavedScreen | None:
    """Store what was posted for ``section``, or return None when this respondent has no such section.

    ``earlier`` are posts of the same page that were sent before and never answered.

    When another device stores in the same instant, the form is read again and merged again, so that neither is lost.

    Raises:
        NotFound: when these cookies do not open the form.
    """
    for attempt in range(TRIES):
        form = open_form(cookies, place)
        if section not in sections_of(form.questions):
            return None
        try:
            return _store(form, section, posted, own, earlier)
        except Conflict:
            if attempt == TRIES - 1:
                raise
    raise AssertionError  # pragma: no cover - the loop returns or raises


def _store(form: OpenForm, section: str, posted: Form, own: OwnChanges | None, earlier: Sequence[Form]) -> SavedScreen:
    shown = [q for q in form.questions if q.section == section]
    current = form.sheet.answers
    read = read_screen(posted, shown, form.evidence_kinds, current)
    bases = {q.id: base for q in shown if isinstance(base := posted.get(f"b:{q.id}"), str)}
    rendered = posted.get("rev")
    alone = own is not None and own.covers(_whole(rendered), form.sheet.revision)
    sent = own_prints(earlier, shown, form.evidence_kinds, current)
    merged = merge(read.answers, bases, current, alone=alone, earlier=sent)
    typed = Typed(read.drafts, read.troubles, merged.clashes)
    if not merged.write:
        return SavedScreen(form, typed, own)
    screen_id = str(posted.get("screen") or "")[:64]
    place, revision, at = form.place, form.sheet.revision, now()
    events = tuple(
        AnswerEvent(
            event_id(screen_id, answer, current.get(answer.question), revision),
            place.person,
            answer.question,
            answer,
            at,
        )
        for answer in merged.write
    )
    save_answers(
        database(),
        form.visitor,
        place.engagement,
        place.person,
        place.instrument,
        events,
        at,
        expected=revision,
        content=content(),
    )
    after = reread(form)
    return SavedScreen(after, typed, after_saving(own, revision, after.sheet.revision))


def reread(form: OpenForm) -> OpenForm:
    """Return the same form as the database has it now."""
    place = form.place
    sheet = sheet_of(database(), form.visitor, place.engagement, place.person, place.instrument)
    return replace(form, sheet=sheet)


def _whole(text: object) -> int:
    return int(text) if isinstance(text, str) and text.isascii() and text.isdigit() and len(text) < 12 else -1
