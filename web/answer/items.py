"""One question of an answer page: what may be chosen, what was typed or stored, what somebody else stored. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from questionnaires.answers import Answer
from questionnaires.framework import EvidenceKind, Framework
from questionnaires.instruments import OBSERVED, Question
from questionnaires.levelling import ticked
from questionnaires.locale_text import Locale
from web.answer.merging import Clash, fingerprint
from web.answer.posted import DONT_KNOW, NOT_APPLICABLE, Trouble

PHOTO = "photo_timed"


@dataclass(frozen=True, slots=True)
class Choice:
    """One line to choose: an anchor or a sight. Its number or id is ``value``; respondents never see it."""

    value: str
    text: str
    checked: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """One kind of evidence and the highest level it supports alone."""

    kind: str
    name: str
    cap: int
    checked: bool


@dataclass(frozen=True, slots=True)
class Item:
    """One question as shown. ``lines`` run from the lowest anchor to the highest, or are the sights to choose from.

    ``boxes`` are what may be ticked, ``nothing`` that none was seen; ``text`` is the typed number of a measure, ``unit``
    what it counts, ``most`` its bound. A ``timed`` one is taken with the stopwatch of the page.

    ``base`` is the fingerprint of the stored answer this item was rendered from; ``theirs`` the answer another device
    stored meanwhile, in words, empty when there is none.
    """

    id: str
    kind: str
    stem: str
    help: str
    probes: tuple[str, ...]
    evidence_ask: str
    lines: tuple[Choice, ...]
    dont_know: bool
    not_applicable: bool
    na_reason: str
    na_hint: str
    note: str
    text: str
    ticks: tuple[Tick, ...]
    base: str
    trouble: Trouble | None
    clash: bool
    theirs: tuple[str, ...]
    boxes: tuple[Choice, ...] = ()
    nothing: bool = False
    unit: str = ""
    most: int | None = None
    timed: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed on a screen and is not stored: drafts with their trouble, and clashes with another device."""

    drafts: Mapping[str, Answer] = field(default_factory=dict[str, Answer])
    troubles: Mapping[str, Trouble] = field(default_factory=dict[str, Trouble])
    clashes: Mapping[str, Clash] = field(default_factory=dict[str, Clash])

    def __bool__(self) -> bool:
        return bool(self.drafts or self.clashes)

    def __len__(self) -> int:
        return len(self.drafts) + len(self.clashes)

    def shown(self, key: str, stored: Answer | None) -> Answer | None:
        """Return the answer a page shows: what was typed, else what is stored."""
        clash = self.clashes.get(key)
        return clash.mine if clash else self.drafts.get(key, stored)


NOTHING_TYPED = Typed()


def in_words(answer: Answer, question: Question, framework: Framework, locale: Locale) -> tuple[str, ...]:
    """Return an answer in words: the chosen line or text, the reason, the note. Codes stay codes: ``dk``, ``na``."""
    capability = framework.capabilities.get(question.capability or "")
    if question.kind in OBSERVED:
        main = _sight(answer, question, locale) or _chosen(answer)
    elif isinstance(answer.value, int):
        anchors = {a.level: a.text for a in capability.anchors} if capability else {}
        anchors |= {o.level: o.text for o in question.options if o.level is not None}
        main = anchors[answer.value].in_(locale) if answer.value in anchors else str(answer.value)
    else:
        main = answer.value or _chosen(answer)
    return tuple(part for part in (main, answer.na_reason, answer.note) if part)


def item(
    question: Question,
    stored: Answer | None,
    framework: Framework,
    locale: Locale,
    *,
    with_evidence: bool = False,
    typed: Typed = NOTHING_TYPED,
) -> Item:
    """Return one question with what was typed or stored."""
    capability = framework.capabilities.get(question.capability or "")
    anchors = sorted(capability.anchors, key=lambda a: a.level) if capability and question.kind == "level" else []
    answer = typed.shown(question.id, stored)
    clash = typed.clashes.get(question.id)
    chosen = _chosen(answer)
    shown = answer.evidence if answer else ()
    kinds = _kinds(question, framework) if with_evidence else ()
    options = tuple(Choice(o.id, o.text.in_(locale), _marked(o.id, question, answer)) for o in question.options)
    lines = tuple(Choice(str(a.level), a.text.in_(locale), chosen == str(a.level)) for a in anchors)
    return Item(
        id=question.id,
        kind=question.kind,
        stem=question.stem.in_(locale),
        help=question.help.in_(locale) if question.help else "",
        probes=tuple(probe.in_(locale) for probe in question.probes),
        evidence_ask=question.evidence_ask.in_(locale) if question.evidence_ask else "",
        lines=lines or (options if question.kind != "checks" else ()),
        dont_know=chosen == DONT_KNOW,
        not_applicable=chosen == NOT_APPLICABLE,
        na_reason=answer.na_reason if answer else "",
        na_hint=capability.na_when.in_(locale) if capability and capability.na_when else "",
        note=answer.note if answer else "",
        text=_typed(question, answer),
        ticks=tuple(Tick(kind.id, kind.name.in_(locale), kind.cap, kind.id in shown) for kind in kinds),
        base=fingerprint(stored),
        trouble=typed.troubles.get(question.id),
        clash=clash is not None,
        theirs=in_words(clash.theirs, question, framework, locale) if clash and clash.theirs else (),
        boxes=options if question.kind == "checks" else (),
        nothing=question.kind == "checks" and answer is not None and answer.value == "",
        unit=question.reading.unit if question.kind == "measure" and question.reading else "",
        most=question.reading.highest if question.kind == "measure" and question.reading else None,
        timed=question.test == "stopwatch",
        optional=question.optional,
    )


def _kinds(question: Question, framework: Framework) -> tuple[EvidenceKind, ...]:
    """Return the evidence that can be ticked; a sight is its own evidence, a photo of it may come on top."""
    if question.capability is None:
        return ()
    if question.kind == "level":
        return tuple(framework.evidence_kinds.values())
    photo = framework.evidence_kinds.get(PHOTO)
    return (photo,) if photo and question.kind in OBSERVED else ()


def _marked(option: str, question: Question, answer: Answer | None) -> bool:
    if answer is None or answer.value is None:
        return False
    return option in ticked(str(answer.value)) if question.kind == "checks" else option == str(answer.value)


def _typed(question: Question, answer: Answer | None) -> str:
    if answer is None or answer.value is None or question.kind not in {"text", "measure"}:
        return ""
    return str(answer.value)


def _sight(answer: Answer, question: Question, locale: Locale) -> str:
    """Return what was seen in words, empty when nothing was."""
    if answer.value is None:
        return ""
    if question.kind == "measure":
        return str(answer.value)
    names = [o.text.in_(locale) for o in question.options if _marked(o.id, question, answer)]
    return " · ".join(names) or "–"


def _chosen(answer: Answer | None) -> str:
    if answer is None:
        return ""
    if answer.value is not None:
        return str(answer.value)
    return {"dont_know": DONT_KNOW, "not_applicable": NOT_APPLICABLE}.get(answer.reason or "", "")
