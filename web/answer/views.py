"""What the templates of a form are given. Pure, but for the hidden id of a screen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from questionnaires.locale_text import Locale, LocaleText
from reports.phrases.numbers import day
from web.answer.items import NOTHING_TYPED, Typed
from web.answer.posted import LONGEST, LONGEST_REASON
from web.answer.screens import (
    first_open,
    parts_of,
    progress_of,
    screen,
    sections_of,
)
from web.answer.troubles import refusal
from web.answer.visitors import OpenForm
from web.api.rendering import clock
from web.api.wording import speaker

CODED = frozenset({"E", "V"})
"""Source groups whose forms a consultant fills in: what was said in a talk, what was seen in a store."""


@dataclass(frozen=True, slots=True)
class Safety:
    """The badge: answers in the database of all given on this form, and when the last one arrived."""

    safe: int
    given: int
    waiting: int
    time: str


def safety_of(form: OpenForm, typed: Typed, now: datetime, locale: Locale) -> Safety:
    """Return the badge as the database has it; what is only typed counts as given and not as safe."""
    stored = {key for key, a in form.sheet.answers.items() if a.reason != "skipped" or a.note}
    given = stored | set(typed.drafts) | set(typed.clashes)
    time = clock(form.sheet.saved_at, now, locale) if form.sheet.saved_at else ""
    return Safety(len(given) - len(typed), len(given), len(typed), time)


def frame(form: OpenForm, now: datetime, locale: Locale, typed: Typed = NOTHING_TYPED) -> dict[str, Any]:
    """Return what every page of a form shows."""
    t = speaker(locale)
    sheet = form.sheet
    person = LocaleText(sheet.person.name, sheet.person.name_en or sheet.person.name).in_(locale)
    title = LocaleText(sheet.person.title, sheet.person.title_en or sheet.person.title).in_(locale)
    store = LocaleText(sheet.store.name, sheet.store.name_en or sheet.store.name).in_(locale) if sheet.store else ""
    if sheet.person.kind == "guide":
        person = ""
    return {
        "base": form.place.path,
        "client": sheet.client.in_(locale),
        "sample": t("sample") if sheet.sample else "",
        "heading": t("coding_title") if form.coding and form.instrument.group == "E" else _title(form, locale),
        "whose": " · ".join(part for part in (store, person, _day(form, locale) or ("" if store else title)) if part),
        "coding": form.coding,
        "voice": {"E": "_person", "V": "_seen"}.get(form.instrument.group, ""),
        "promise": form.instrument.promise.in_(locale),
        "progress": progress_of(form.questions, sheet.answers),
        "safety": safety_of(form, typed, now, locale),
    }


def _day(form: OpenForm, locale: Locale) -> str:
    return day(form.sheet.visit.day, locale) if form.sheet.visit else ""


def _title(form: OpenForm, locale: Locale) -> str:
    return form.instrument.title.in_(locale)


def section_page(
    form: OpenForm, section: str, now: datetime, locale: Locale, screen_id: str, typed: Typed = NOTHING_TYPED
) -> dict[str, Any] | None:
    """Return the page of one section, or None when this respondent has none of that name."""
    shown = screen(
        form.instrument,
        form.questions,
        form.sheet.answers,
        section,
        form.framework,
        locale,
        with_evidence=form.coding,
        typed=typed,
    )
    if shown is None:
        return None
    return {
        **frame(form, now, locale, typed),
        "screen": shown,
        "screen_id": screen_id,
        "revision": form.sheet.revision,
        "typed": typed,
        "longest": LONGEST,
        "longest_reason": LONGEST_REASON,
        "number_refused": lambda item: refusal(item, locale),
    }


def intro_page(form: OpenForm, now: datetime, locale: Locale) -> dict[str, Any]:
    """Return the first page: what this is, what is promised, how long it takes, and where to go on."""
    answers = form.sheet.answers
    sections = sections_of(form.questions)
    following = first_open(form.questions, answers) if answers else None
    return {
        **frame(form, now, locale),
        "intro": form.instrument.intro.in_(locale),
        "screens": len(sections),
        "start": f"{following.section}#{following.id}" if following else sections[0],
        "receipt": form.sheet.receipt,
    }


def review_page(form: OpenForm, now: datetime, locale: Locale, *, problem: str = "") -> dict[str, Any]:
    """Return the page before handing in: what is still open, section by section; ``problem`` says why it failed."""
    sheet = form.sheet
    return {
        **frame(form, now, locale),
        "heading": speaker(locale)("review"),
        "parts_of": parts_of(form.instrument, form.questions, sheet.answers, locale),
        "changed": _changed(form),
        "problem": problem,
        "last": sections_of(form.questions)[-1],
    }


def _changed(form: OpenForm) -> bool:
    """Return whether answers were changed since the form was handed in."""
    sheet = form.sheet
    return bool(sheet.submitted_at and sheet.saved_at and sheet.saved_at > sheet.submitted_at)


def done_page(form: OpenForm, now: datetime, locale: Locale) -> dict[str, Any]:
    """Return the receipt: when it was handed in, and what happens with it."""
    t = speaker(locale)
    sheet = form.sheet
    return {
        **frame(form, now, locale),
        "heading": t("thanks_coding") if form.coding and form.instrument.group in CODED else t("thanks"),
        "receipt": sheet.receipt,
        "changed": _changed(form),
        "time": clock(sheet.submitted_at, now, locale) if sheet.submitted_at else "",
        "first": sections_of(form.questions)[0],
        "away": f"/e/{form.place.engagement}/people" + ("?tab=visits" if sheet.visit else ""),
    }


KEPT = ("v:", "m:", "c:", "n:", "r:", "e:", "b:")
KEPT_WHOLE = frozenset({"screen", "rev", "go"})


def held_page(fields: Mapping[str, Any] | list[tuple[str, Any]], path: str) -> dict[str, Any]:
    """Return the page for a post that could not be let in: everything typed, ready to be sent again."""
    pairs = list(fields.items()) if isinstance(fields, Mapping) else fields
    kept = [(k, v) for k, v in pairs if isinstance(v, str) and (k.startswith(KEPT) or k in KEPT_WHOLE)]
    texts = [
        v for k, v in kept if v.strip() and (k.startswith(("n:", "r:", "m:")) or (k.startswith("v:") and len(v) > 2))
    ]
    return {"fields": kept, "typed": texts, "here": path}
