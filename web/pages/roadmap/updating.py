"""Reporting on an item: what is being said, what saving it would move, and both sides when two people said it."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from assessment.dossier import Dossier
from assessment.tracking import Change
from questionnaires.locale_text import LocaleText
from roadmap.calendar import load_calendar
from roadmap.plan import Consequence, Forecast, PlanItem, Progress, Status
from web.components import numbers
from web.components.bilingual import Bilingual
from web.components.clock import moment
from web.components.conflict import ConflictView, Difference
from web.i18n.sentences import NOTHING, both, same, sentences

STATUSES: tuple[Status, ...] = ("on_track", "at_risk", "off_track", "done", "not_started", "dropped")
AS_PLANNED = -1
MOST_DAYS = 999
LONGEST_NUMBER = 9
MOVED = 6
DAYS = frozenset({"finish", "actual_start", "actual_finish"})
TEXT = 400


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody is about to report. ``remaining`` working days, -1 for the date as it stands; ``base`` is that.

    ``typed`` is what stands in the field of days; ``wrong`` says why that cannot be used, and then nothing is saved.
    """

    initiative: str = ""
    status: str = "not_started"
    remaining: int = AS_PLANNED
    base: int = 0
    blocker: str = ""
    blocker_owner: str = ""
    note: str = ""
    revision: int = 0
    touched: bool = False
    typed: str = ""
    wrong: LocaleText = NOTHING


@dataclass(frozen=True, slots=True)
class MovedLine:
    """An item that would move."""

    name: LocaleText
    days: LocaleText
    finish: LocaleText


@dataclass(frozen=True, slots=True)
class Preview:
    """What saving would do, shown before it is saved."""

    shown: bool = False
    before: LocaleText = NOTHING
    after: LocaleText = NOTHING
    later: bool = False
    others: LocaleText = NOTHING
    moved: tuple[MovedLine, ...] = ()
    money: LocaleText = NOTHING
    end: LocaleText = NOTHING


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One line of the change log."""

    at: LocaleText
    who: LocaleText
    what: LocaleText


def item_of(d: Dossier, ident: str) -> PlanItem | None:
    """Return an item of the plan, or None."""
    return next((i for i in d.snapshot.plan.items if i.initiative == ident), None) if d.snapshot else None


def draft_of(d: Dossier, ident: str, revision: int, today: date) -> Draft:
    """Return the report as it stands, to be changed; an empty one for an item that is not in the plan."""
    item = item_of(d, ident)
    if item is None:
        return Draft()
    now = next((f for f in d.forecast.items if f.initiative == ident), None) if d.forecast else None
    start, finish = (now.start, now.finish) if now else (item.start, item.finish)
    last = d.progress.get(ident)
    return Draft(
        initiative=ident,
        status=last.status if last else "not_started",
        base=max(load_calendar().offset(max(start, today), finish + timedelta(days=1)), 0),
        blocker=last.blocker if last else "",
        blocker_owner=last.blocker_owner if last else "",
        note="",
        revision=revision,
    )


def with_status(draft: Draft, status: object) -> Draft:
    """Return the draft with another status; a word that is none changes nothing."""
    return replace(draft, status=str(status), touched=True) if status in STATUSES else draft


def with_remaining(draft: Draft, text: object) -> Draft:
    """Return the draft with this many working days left; an empty field means *as it stands*.

    Anything but a whole number from 0 to ``MOST_DAYS`` stays as typed, with the reason why it cannot be used.
    """
    typed = str(text).strip()[:20]
    digits = unicodedata.normalize("NFKC", typed)
    if not typed:
        return replace(draft, remaining=AS_PLANNED, touched=True, typed="", wrong=NOTHING)
    if not (digits.isascii() and digits.isdigit() and len(digits) <= LONGEST_NUMBER and int(digits) <= MOST_DAYS):
        wrong = both("wrong.days", most=MOST_DAYS, typed=typed)
        return replace(draft, remaining=AS_PLANNED, touched=True, typed=typed, wrong=wrong)
    return replace(draft, remaining=int(digits), touched=True, typed=str(int(digits)), wrong=NOTHING)


def with_words(draft: Draft, form: dict[str, object], people: Iterable[str]) -> Draft:
    """Return the draft with blocker, its owner and a note from a posted form, and the days as they stand in it."""
    owner = str(form.get("blocker_owner", ""))
    days = form.get("remaining")
    if days is not None and str(days).strip() != draft.typed:  # typed and sent before the page had told
        draft = with_remaining(draft, days)
    return replace(
        draft,
        blocker=str(form.get("blocker", "")).strip()[:TEXT],
        blocker_owner=owner if owner in set(people) else "",
        note=str(form.get("note", "")).strip()[:TEXT],
    )


def progress_of(d: Dossier, draft: Draft, today: date) -> Progress:
    """Return the report to be saved; a finish that was not touched stays where it is.

    Days left count from the day of the report, so days reported earlier are counted again from today.
    """
    last = d.progress.get(draft.initiative)
    asis = draft.remaining == AS_PLANNED
    counted = draft.base if last and last.remaining_days is not None else None
    return Progress(
        initiative=draft.initiative,
        status=next(s for s in STATUSES if s == draft.status),
        remaining_days=counted if asis else draft.remaining,
        finish=last.finish if last and asis else None,
        actual_start=last.actual_start if last else None,
        blocker=draft.blocker,
        blocker_owner=draft.blocker_owner,
        note=draft.note,
        reported=today,
    )


def preview_of(d: Dossier, found: Consequence) -> Preview:
    """Return what saving would do to this item, to others, to the money and to the end of the plan."""
    p = Bilingual(d)
    others = [m for m in found.moved if m.initiative != found.initiative]
    before, after = _finish(d.forecast, found.initiative), _finish(found.forecast, found.initiative)
    same_end = found.finish_after == found.finish_before
    return Preview(
        shown=True,
        before=numbers.day(before, year=False),
        after=numbers.day(after),
        later=bool(before and after and after > before),
        others=both("preview.others", n=len(others)) if others else both("preview.noothers"),
        moved=tuple(_moved(p, m.initiative, m.days, m.finish) for m in others[:MOVED]),
        money=p.money(found.money, signed=True) if found.money else both("preview.nomoney"),
        end=both("preview.sameend" if same_end else "preview.end", day=p.day(found.finish_after)),
    )


def _finish(forecast: Forecast | None, initiative: str) -> date | None:
    """Return when an item ends by a forecast."""
    return next((i.finish for i in forecast.items if i.initiative == initiative), None) if forecast else None


def _moved(p: Bilingual, ident: str, days: int, finish: date) -> MovedLine:
    return MovedLine(p.name(ident), numbers.plain(days, signed=True), numbers.day(finish, year=False))


def conflict_of(d: Dossier, mine: Progress, other: Progress | None) -> ConflictView:
    """Return what differs between my report and the one that was saved meanwhile."""
    theirs = other or Progress(mine.initiative, "not_started")
    rows = [
        Difference(both(f"field.{name}"), worded(d, name, getattr(mine, name)), worded(d, name, getattr(theirs, name)))
        for name in ("status", "remaining_days", "finish", "blocker", "blocker_owner", "note")
        if getattr(mine, name) != getattr(theirs, name)
    ]
    return ConflictView(shown=True, rows=tuple(rows))


def worded(d: Dossier, name: str, value: object) -> LocaleText:
    """Write the value of a field of a report as a reader says it."""
    if value in (None, ""):
        return same("—")
    if name == "status":
        return both(f"status.{value}")
    if name in {"blocker_owner", "owner"}:
        return Bilingual(d).person(str(value))
    if name in DAYS:
        return numbers.day(value if isinstance(value, date) else date.fromisoformat(str(value)))
    return same(value)


def log_of(d: Dossier, changes: Iterable[Change]) -> tuple[ChangeLine, ...]:
    """Return the change log, newest first."""
    return tuple(_line(d, change) for change in changes)


def _line(d: Dossier, change: Change) -> ChangeLine:
    p = Bilingual(d)
    key = f"field.{change.field}"
    known = key in sentences()["zh"]
    what = both(
        "log.line",
        item=p.name(change.initiative),
        field=both(key) if known else same(change.field),
        before=worded(d, change.field, change.before),
        after=worded(d, change.field, change.after),
    )
    said = both("log.noted", what=what, note=change.note) if change.note else what
    return ChangeLine(moment(change.at), same(change.who), said)
