"""Starting files for content of one's own: commented, valid as they stand, and named after what they begin."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from assessment.content import ContentPack
from assessment.errors import AssessmentError
from questionnaires.locale_text import LocaleText
from roadmap.catalogue import LIBRARY

Kind = Literal["platform", "initiative", "question"]
TEMPLATES = LIBRARY / "templates"
PATTERNS: Mapping[Kind, tuple[re.Pattern[str], str]] = {
    "platform": (re.compile(r"[A-Za-z][A-Za-z0-9_]*"), "shop_suite"),
    "initiative": (re.compile(r"I-[A-Z]{3}\d{2}"), "I-OWN01"),
    "question": (re.compile(r"[EMGV](\.[A-Za-z0-9_]+)+"), "M.open.90"),
}
"""What ids look like, with an example."""

INSTRUMENTS: Mapping[str, str] = {"E": "executive", "M": "manager", "G": "guide", "V": "visit"}
"""First letter of a question's id → its instrument."""

SEEN = re.compile(r"[OY]\.\S*")
"""Ids of points that are seen: each comes with its own table to levels, so no template fits them."""

STEMS: Mapping[str, tuple[str, str]] = {
    "E": ("上个季度，哪一件事最耽误数字化？", "Last quarter, what held up the digital work most?"),
    "M": ("上个月，哪一件事最耽误你接待顾客？", "Last month, what kept you most from serving customers?"),
    "G": ("上个星期，哪一件事最耽误你接待顾客？", "Last week, what kept you most from serving customers?"),
    "V": ("上个月，哪一件事最耽误店里接待顾客？", "Last month, what kept the store most from serving customers?"),
}
"""An example of a stem for each instrument."""

EXAMPLES: Mapping[Kind, str] = {"platform": "own_platform", "initiative": "I-OWN01", "question": "M.open.90"}
"""The id that stands in the template."""


@dataclass(frozen=True, slots=True)
class StartingFile:
    """A file to write: its place in the overlay and its text."""

    place: str
    text: str


def starting_files(kind: Kind, ident: str, pack: ContentPack) -> tuple[StartingFile, ...]:
    """Return the files that begin a platform, an initiative with its playbook, or a question, under a new id.

    Raise AssessmentError ``id_malformed``, ``id_taken`` or, for a point that is seen, ``id_seen``.
    """
    pattern, example = PATTERNS[kind]
    if kind == "question" and SEEN.fullmatch(ident):
        zh, en = (
            f"“{ident}”是现场看的点，要带自己的对照表，不能从模板开始。请照 visit.yaml 或 mystery.yaml 里的一条写，或换用 V. 开头的编号。",
            f"{ident} would be a point that is seen, which needs its own table to levels: copy one from visit.yaml, or use V.",
        )
        raise AssessmentError("id_seen", LocaleText(zh, en))
    if not pattern.fullmatch(ident):
        zh, en = (
            f"“{ident}”不能用作编号，请写成 {example} 这样。",
            f"{ident} cannot be an id here. Write it like {example}.",
        )
        raise AssessmentError("id_malformed", LocaleText(zh, en))
    if ident in _taken(kind, pack):
        zh, en = f"编号 {ident} 已经有了，请换一个。", f"The id {ident} is taken. Choose another one."
        raise AssessmentError("id_taken", LocaleText(zh, en))
    if kind == "question":
        return (_question(ident, pack),)
    if kind == "platform":
        return (StartingFile(f"roadmap/platforms/{ident}.yaml", _filled("platform", {EXAMPLES[kind]: ident})),)
    names = {EXAMPLES[kind]: ident, "own.yaml": f"{ident}.yaml"}
    return (
        StartingFile(f"roadmap/initiatives/{ident}.yaml", _filled("initiative", names)),
        StartingFile(f"roadmap/playbooks/{ident}.yaml", _filled("playbook", names)),
    )


def _taken(kind: Kind, pack: ContentPack) -> set[str]:
    if kind == "platform":
        return set(pack.catalogue.platforms)
    if kind == "initiative":
        return set(pack.catalogue.initiatives)
    return {question.id for instrument in pack.library.instruments.values() for question in instrument.questions}


def _question(ident: str, pack: ContentPack) -> StartingFile:
    """Put the question into a section of its instrument that has open questions, else into the first one."""
    name = INSTRUMENTS[ident[0]]
    instrument = pack.library.instruments[name]
    open_ones = [question.section for question in instrument.questions if question.kind == "text"]
    section = open_ones[0] if open_ones else instrument.sections[0].id
    zh, en = STEMS[ident[0]]
    title = instrument.title
    names = {
        "{form_zh}": f"《{title.zh}》",
        "{form_en}": f"“{title.en}”",
        "{stem}": f'{{zh: "{zh}", en: "{en}"}}',
        EXAMPLES["question"]: ident,
        "instruments/manager.yaml": f"instruments/{ident}.yaml",
        "id: manager\n": f"id: {name}\n",
        "section: open ": f"section: {section} ",
    }
    return StartingFile(f"questionnaires/instruments/{ident}.yaml", _filled("question", names))


def _filled(template: str, names: Mapping[str, str]) -> str:
    text = (TEMPLATES / f"{template}.yaml.txt").read_text("utf-8")
    for old, new in names.items():
        text = text.replace(old, new)
    return text
