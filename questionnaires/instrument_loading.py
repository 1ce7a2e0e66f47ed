"""Build instruments, selections of them and the mystery sheet from plain data."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from questionnaires.framework import Framework
from questionnaires.instruments import Instrument, MysterySheet, Question, Section, SheetColumn
from questionnaires.locale_text import LocaleText, locale_text, locale_text_or_none
from questionnaires.readings import Option, Reading, Step

YES_NO: Mapping[str, LocaleText] = {"yes": LocaleText("是", "Yes"), "no": LocaleText("否", "No")}
CORE = "core"


def instrument_from(data: Mapping[str, Any], framework: Framework) -> Instrument:
    """Build one instrument with its sections and questions in the order of the file."""
    return Instrument(
        id=data["id"],
        group=data["group"],
        title=locale_text(data["title"]),
        intro=locale_text(data["intro"]),
        promise=locale_text(data["promise"]),
        sections=tuple(Section(s["id"], locale_text(s["title"])) for s in data["sections"]),
        questions=tuple(question_from(row, framework) for row in data["questions"]),
    )


def selection_from(data: Mapping[str, Any], whole: Instrument, framework: Framework) -> Instrument:
    """Build an instrument that asks some capabilities of another, every open question included, of one person.

    The questions keep their ids and words and lose their roles: whoever answers holds them all.
    """
    chosen = [c.id for c in framework.capabilities.values() if c.core]
    if data["capabilities"] != CORE:
        chosen = data["capabilities"]
    questions = tuple(
        replace(q, roles=(), seconds=q.seconds if q.capability else int(data["open_seconds"]))
        for q in whole.questions
        if q.capability is None or q.capability in chosen
    )
    used = {q.section for q in questions}
    return Instrument(
        id=data["id"],
        group=whole.group,
        title=locale_text(data["title"]),
        intro=locale_text(data["intro"]),
        promise=locale_text(data["promise"]),
        sections=tuple(section for section in whole.sections if section.id in used),
        questions=questions,
    )


def question_from(row: Mapping[str, Any], framework: Framework, section: str = "") -> Question:
    """Build one question; ``section`` is used where the row names none."""
    return Question(
        id=row["id"],
        kind=row["kind"],
        section=row.get("section", section),
        stem=locale_text(row["stem"]),
        help=locale_text_or_none(row.get("help")),
        probes=tuple(locale_text(p) for p in row.get("probes", ())),
        evidence_ask=locale_text_or_none(row.get("evidence_ask")),
        seconds=int(row["seconds"]),
        capability=row.get("capability"),
        roles=tuple(row.get("roles", ())),
        test=row.get("test"),
        options=_options(row, framework),
        reading=reading_from(row),
        optional=row.get("optional", False),
        noted=row.get("noted", False),
    )


def _options(row: Mapping[str, Any], framework: Framework) -> tuple[Option, ...]:
    if row["kind"] == "observe":
        levels = row.get("levels", {})
        return tuple(Option(key, words, levels.get(key)) for key, words in YES_NO.items())
    if "code_list" in row:
        return tuple(Option(code, words) for code, words in framework.code_lists[row["code_list"]].items())
    return tuple(Option(o["id"], locale_text(o), o.get("level")) for o in row.get("options", ()))


def reading_from(row: Mapping[str, Any]) -> Reading | None:
    """Build the table from a number to a level; None when the row has no unit, or no table without being only noted."""
    steps = row.get("levels") or ()
    if "unit" not in row or not (steps or row.get("noted")):
        return None
    lines = tuple(Step(s["level"], s.get("at_most"), s.get("at_least")) for s in steps)
    return Reading(row["unit"], lines, row.get("most"))


def mystery_from(data: Mapping[str, Any], framework: Framework) -> MysterySheet:
    """Build the sheet of mystery visits."""
    return MysterySheet(
        title=locale_text(data["title"]),
        intro=locale_text(data["intro"]),
        columns=tuple(SheetColumn(c["id"], locale_text(c["title"]), locale_text(c["help"])) for c in data["columns"]),
        points=tuple(question_from(row, framework, "mystery") for row in data["points"]),
        visits=(int(data["visits"]["fewest"]), int(data["visits"]["most"])),
    )
