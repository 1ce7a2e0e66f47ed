"""Facts of the profit model, each with its grade and source; blanks filled by the trade are marked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from assessment.content import ContentPack
from assessment.dossier import Dossier
from assessment.errors import Problem
from assessment.fact_checks import PARTS, misfits
from assessment.fact_definitions import FactDefinition
from assessment.facts import GivenFact
from assessment.grades import GRADES
from assessment.periods import is_to_come, period_of
from questionnaires.locale_text import LocaleText
from reports.phrases import numbers as written
from roadmap.initiatives import Grade
from web.components import numbers
from web.components.bilingual import Bilingual
from web.components.choices import Choice
from web.components.conflict import ConflictView, Difference
from web.components.posted import Posted, label_of
from web.i18n.sentences import NOTHING, both, original, same
from web.pages.roadmap.money import weakest

HIGHEST = 1e15
WHOLES = frozenset(whole for whole, _ in PARTS.values())
HUNDRED = 100


@dataclass(frozen=True, slots=True)
class FactRow:
    """One number. ``assumed`` marks the trade's default; ``entry`` is the value as it is typed (yuan, per cent).

    ``own_grade`` is the grade of the client's own number, empty while there is none: the form then asks.
    """

    id: str
    name: LocaleText
    unit: LocaleText
    help: LocaleText
    value: LocaleText
    entry: str
    kind: str
    period: str
    source: LocaleText
    source_zh: str
    source_en: str
    grade: str
    grade_name: LocaleText
    own_grade: str
    assumed: bool


@dataclass(frozen=True, slots=True)
class FactsView:
    """The facts."""

    loaded: bool = False
    title: LocaleText = NOTHING
    rows: tuple[FactRow, ...] = ()
    grades: tuple[Choice, ...] = ()
    assumed: int = 0
    weakest: LocaleText = NOTHING


def facts_of(d: Dossier, pack: ContentPack, given: Iterable[GivenFact]) -> FactsView:
    """Return the page; blanks show what is assumed for them."""
    own = {fact.id: fact for fact in given if fact.value is not None}
    rows = tuple(_row(d, definition, own.get(key)) for key, definition in pack.fact_definitions.items())
    assumed = sum(row.assumed for row in rows)
    share = written.percent(d.snapshot.plan.d_share) if d.snapshot else ""
    key = "facts.title.all" if not assumed else "facts.title.plan" if d.snapshot else "facts.title"
    return FactsView(
        loaded=True,
        title=both(key, n=assumed, all=len(rows), share=share),
        rows=rows,
        grades=tuple(Choice(grade, name) for grade, name in GRADES.items()),
        assumed=assumed,
        weakest=weakest(d),
    )


def _row(d: Dossier, definition: FactDefinition, own: GivenFact | None) -> FactRow:
    fact = d.facts.values.get(definition.id)
    value = fact.value if fact else 0.0
    assumed = bool(fact and fact.assumed) or (own is None and fact is None)
    counted = own is None and fact is not None and not fact.assumed  # from the store register
    if counted and not value:
        return _uncounted(definition)
    grade: Grade = fact.grade if fact else "D"
    return FactRow(
        id=definition.id,
        name=definition.name,
        unit=definition.unit,
        help=definition.help,
        value=_written(d, definition, value),
        entry=_entry(definition, own.value) if own and own.value is not None else "",
        kind=definition.kind,
        period=fact.period if fact else "",
        source=_source(d, own, assumed=assumed),
        source_zh=own.source if own else "",
        source_en=own.source_en if own else "",
        grade=grade,
        grade_name=GRADES[grade],
        own_grade=own.grade if own else "",
        assumed=assumed,
    )


def _uncounted(definition: FactDefinition) -> FactRow:
    """Return the row of a number the store register will give and cannot yet: no value, hence no grade."""
    return FactRow(
        id=definition.id,
        name=definition.name,
        unit=definition.unit,
        help=definition.help,
        value=same("—"),
        entry="",
        kind=definition.kind,
        period="",
        source=both("facts.register"),
        source_zh="",
        source_en="",
        grade="",
        grade_name=NOTHING,
        own_grade="",
        assumed=False,
    )


def _source(d: Dossier, own: GivenFact | None, *, assumed: bool) -> LocaleText:
    if own:
        return original(own.source, own.source_en)
    if assumed:
        return both("facts.assumed", industry=Bilingual(d).name(d.profile.industry))
    return both("facts.register")


def _written(d: Dossier, definition: FactDefinition, value: float) -> LocaleText:
    """Write a number as its kind asks; facts hold money in minor units."""
    if definition.kind == "money":
        return numbers.money(round(value), d.facts.currency)
    if definition.kind == "share":
        return same(f"{written.plain(value * HUNDRED, 1)}%".replace(".0%", "%"))
    return same(written.plain(value, 0 if float(value).is_integer() else 2))


def _entry(definition: FactDefinition, value: float) -> str:
    return f"{value * HUNDRED:g}" if definition.kind == "share" else f"{value:.10g}"


def fact_from(
    form: Mapping[str, Any],
    definition: FactDefinition,
    today: date,
    others: Iterable[GivenFact] = (),
    registered: int = 0,
) -> GivenFact:
    """Return the fact a form describes; an empty value makes it a blank, filled by the trade again.

    ``others`` are the facts it must fit, ``registered`` the stores of the register.

    Raises:
        InvalidInput: naming every field that cannot be used.
    """
    posted = Posted(form)
    value = posted.share("value", definition.highest) if definition.kind == "share" else _number(posted, definition)
    chosen = posted.choice("grade", GRADES, required=False)
    found = GivenFact(
        id=definition.id,
        value=value,
        grade=next((grade for grade in GRADES if grade == chosen), "D"),
        period=_period(posted, definition, today),
        source=posted.text("source.zh"),
        source_en=posted.text("source.en"),
    )
    if value is not None and not (found.source or found.source_en):
        posted.wrong("source", "missing")
    if value is not None and not chosen:
        posted.wrong("grade", "missing")
    for problem in misfits((*(fact for fact in others if fact.id != found.id), found), registered):
        if problem.where == found.id or found.id in WHOLES:
            posted.problems.append(Problem("value", problem.text))
            break
    posted.check()
    return found


def _number(posted: Posted, definition: FactDefinition) -> float | None:
    value = posted.number("value", 0, HIGHEST)
    if value is not None and value > Decimal(str(definition.highest)):
        posted.wrong("value", "beyond", most=written.plain(definition.highest))
        return None
    return None if value is None else float(value)


def _period(posted: Posted, definition: FactDefinition, today: date) -> str:
    try:
        period = period_of(posted.text("period"))
    except ValueError:
        posted.wrong("period", "period")
        return ""
    if is_to_come(period, today) and not definition.planned:
        posted.wrong("period", "future")
    return period


def fact_conflict(d: Dossier, definition: FactDefinition, mine: GivenFact, theirs: GivenFact | None) -> ConflictView:
    """Return what differs between my number and the one that was saved meanwhile."""
    other = theirs or GivenFact(mine.id, None)
    pairs = (
        ("value", _given(d, definition, mine), _given(d, definition, other)),
        ("period", same(mine.period or "—"), same(other.period or "—")),
        ("source", original(mine.source, mine.source_en), original(other.source, other.source_en)),
        ("grade", same(mine.grade), same(other.grade)),
    )
    return ConflictView(shown=True, rows=tuple(Difference(label_of(k), a, b) for k, a, b in pairs if a != b))


def _given(d: Dossier, definition: FactDefinition, fact: GivenFact) -> LocaleText:
    if fact.value is None:
        return same("—")
    return _written(d, definition, fact.value * (HUNDRED if definition.kind == "money" else 1))
