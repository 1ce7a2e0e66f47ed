"""What the script of an answer page is told after it sent what was typed: no page and no refusal, only where it stands.

The script posts the form to the address the button posts to, with ``auto``.
"""

from datetime import datetime
from typing import Any

from questionnaires.locale_text import Locale
from web.answer.items import item
from web.answer.merging import fingerprint
from web.answer.saving import SavedScreen
from web.answer.screens import progress_of
from web.answer.troubles import refusal
from web.answer.views import safety_of
from web.api.wording import speaker

FLAG = "auto"


def told(saved: SavedScreen, section: str, now: datetime, locale: Locale) -> dict[str, Any]:
    """Return what the script shows and remembers: the state in words, and what each question is now compared with."""
    t, form, typed = speaker(locale), saved.form, saved.typed
    safety = safety_of(form, typed, now, locale)
    progress = progress_of(form.questions, form.sheet.answers)
    waiting = [q.id for q in form.questions if q.id in typed.drafts or q.id in typed.clashes]
    refused = [q for q in form.questions if typed.troubles.get(q.id) == "no_number"]
    shown = [q.id for q in form.questions if q.section == section and q.id not in typed.clashes]
    state = "clash" if typed.clashes else "waiting" if waiting else "saved"
    words = {
        "clash": lambda: t("auto_clash", count=len(typed.clashes)),
        "waiting": lambda: t("waiting", safe=safety.safe, given=safety.given, count=safety.waiting),
        "saved": lambda: t("auto_saved", time=safety.time) if safety.safe else t("nothing_yet"),
    }
    mark = "●" if state == "saved" and safety.safe else "○" if state == "saved" else "◔"
    minutes = progress.minutes_left
    return {
        "state": state,
        "text": f"{mark} {words[state]()}",
        "waiting": waiting,
        "refused": {q.id: refusal(item(q, None, form.framework, locale, typed=typed), locale) for q in refused},
        "bases": {key: fingerprint(form.sheet.answers.get(key)) for key in shown},
        "rev": form.sheet.revision,
        "answered": progress.answered,
        "progress": t("answered", answered=progress.answered, total=progress.total),
        "left": t("time_left", minutes=minutes) if minutes else t("no_time_left"),
    }
