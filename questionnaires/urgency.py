"""The three reasons as questions: every executive says alone how urgent each is, from 1 (can wait) to 5 (now)."""

from collections.abc import Sequence
from dataclasses import replace

from questionnaires.cards import Reason
from questionnaires.instruments import Instrument, Question, Section
from questionnaires.locale_text import LocaleText
from questionnaires.readings import Option

SECTION = Section("reasons", LocaleText("三个理由，各有多急", "Three reasons, how urgent each"))
SECONDS = 10
HELP = LocaleText("只说自己的看法，不用和别人统一。", "Your own view; there is no need to agree with anybody.")
SCALE = (
    LocaleText("可以等", "can wait"),
    LocaleText("明年做也行", "next year will do"),
    LocaleText("今年要做", "this year"),
    LocaleText("半年内要做", "within six months"),
    LocaleText("现在就要做", "now"),
)


def with_reasons(instrument: Instrument, reasons: Sequence[Reason]) -> Instrument:
    """Return an instrument that also asks how urgent each reason is, after what is said in own words.

    A reason is asked under its own id; the answer is its urgency 1-5, and no capability is scored by it.
    """
    if not reasons:
        return instrument
    opening = _opening(instrument)
    asked = tuple(_asked(reason) for reason in reasons)
    questions = (*instrument.questions[:opening], *asked, *instrument.questions[opening:])
    sections = dict.fromkeys(question.section for question in questions)
    known = {section.id: section for section in (*instrument.sections, SECTION)}
    return replace(instrument, sections=tuple(known[key] for key in sections), questions=questions)


def _opening(instrument: Instrument) -> int:
    """Return where the first question on a capability stands."""
    places = [place for place, question in enumerate(instrument.questions) if question.capability is not None]
    return places[0] if places else len(instrument.questions)


def _asked(reason: Reason) -> Question:
    return Question(
        id=reason.id,
        kind="level",
        section=SECTION.id,
        stem=reason.ask,
        help=HELP,
        probes=reason.facts,
        evidence_ask=None,
        seconds=SECONDS,
        options=tuple(Option(str(urgency), text, urgency) for urgency, text in enumerate(SCALE, 1)),
    )
