"""The list of store visits and the mystery visits, as the page shows them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from assessment.dossier import Coverage
from assessment.engagement import Person, Store
from assessment.mystery import MysteryStore
from assessment.visit_board import TabledVisit, VisitBoard, VisitProgress
from questionnaires.locale_text import LOCALES, LocaleText
from reports.phrases import numbers
from scoring.observation import Selection
from web.components.choices import Choice, choices
from web.components.clock import moment
from web.components.posted import Posted
from web.i18n.sentences import NOTHING, both, original, same


@dataclass(frozen=True, slots=True)
class VisitRow:
    """A visit: ``state`` is planned, begun or submitted; ``free`` when nothing hangs on it and it may go.

    One that came as rows of a table is ``tabled``: it has no day, no visitor and no form.
    """

    id: str
    store: LocaleText
    visitor: LocaleText
    day: LocaleText
    selection: str
    state: str
    when: LocaleText
    href: str
    free: bool


@dataclass(frozen=True, slots=True)
class MysteryRow:
    """A store visited as a customer: how often, and whether it may be spoken about by itself."""

    store: LocaleText
    visits: str
    enough: bool


@dataclass(frozen=True, slots=True)
class VisitsView:
    """The part of the page. ``open`` is False for readers who may not see what was found.

    ``mix`` counts the stores by how they were chosen; ``drawn`` are those of the logged draws.
    """

    open: bool = False
    title: LocaleText = NOTHING
    rows: tuple[VisitRow, ...] = ()
    mystery: tuple[MysteryRow, ...] = ()
    mystery_note: LocaleText = NOTHING
    stores: tuple[Choice, ...] = ()
    visitors: tuple[Choice, ...] = ()
    mix: LocaleText = NOTHING
    drawn: tuple[str, ...] = ()
    today: str = ""


def visits_of(
    engagement: str,
    stores: Iterable[Store],
    people: Iterable[Person],
    board: VisitBoard | None,
    coverage: Coverage,
    now: datetime,
) -> VisitsView:
    """Return the visits in the order of their days; without a board, only how many there are."""
    names = {store.id: original(store.name, store.name_en) for store in stores}
    consultants = {p.id: original(p.name, p.name_en) for p in people if p.kind == "consultant"}
    missing = max(coverage.visits_wanted - coverage.visits, 0)
    key = "visits.title.missing" if missing else "visits.title.all" if coverage.visits_wanted else "visits.title.none"
    title = both(key, n=coverage.visits, wanted=coverage.visits_wanted, missing=missing)
    if board is None:
        return VisitsView(title=title)
    listed = sorted(board.visits, key=lambda row: (row.visit.day, row.visit.id))
    return VisitsView(
        open=True,
        title=title,
        rows=(
            *(_row(engagement, names, consultants, progress) for progress in listed),
            *(_tabled(names, row) for row in board.tabled),
        ),
        mystery=tuple(_mystery(names, row) for row in board.mystery),
        mystery_note=both("mystery.note", n=board.fewest),
        stores=choices(names),
        visitors=choices(consultants),
        mix=_mix(board),
        drawn=tuple(store for draw in board.draws for store in draw.stores),
        today=now.date().isoformat(),
    )


def _row(
    engagement: str, stores: Mapping[str, LocaleText], people: Mapping[str, LocaleText], progress: VisitProgress
) -> VisitRow:
    visit = progress.visit
    if progress.submitted:
        state, when = "submitted", moment(progress.submitted)
    elif progress.answered:
        state, when = "begun", same(f"{progress.answered} / {progress.asked}")
    else:
        state, when = "planned", NOTHING
    return VisitRow(
        id=visit.id,
        store=stores.get(visit.store, same(visit.store)),
        visitor=people.get(visit.visitor, same(visit.visitor)),
        day=_day(visit.day),
        selection=visit.selection,
        state=state,
        when=when,
        href=f"/answer/{engagement}/{visit.visitor}/{progress.form}",
        free=state == "planned",
    )


def _tabled(stores: Mapping[str, LocaleText], row: TabledVisit) -> VisitRow:
    return VisitRow(
        id=row.store,
        store=stores.get(row.store, same(row.store)),
        visitor=both("visits.by_table"),
        day=NOTHING,
        selection=row.selection,
        state="tabled",
        when=both("visits.findings", n=row.findings),
        href="",
        free=False,
    )


def _mix(board: VisitBoard) -> LocaleText:
    """Count the stores visited and planned by how they came to be visited; a store drawn and chosen counts as drawn."""
    pairs = [(row.store, row.selection) for row in board.tabled]
    pairs += [(progress.visit.store, progress.visit.selection) for progress in board.visits]
    stores = {store for store, _ in pairs}
    drawn = {store for store, selection in pairs if selection != "chosen"}
    return both("visits.mix", n=len(stores), drawn=len(drawn), chosen=len(stores - drawn)) if stores else NOTHING


def _mystery(stores: Mapping[str, LocaleText], row: MysteryStore) -> MysteryRow:
    return MysteryRow(stores.get(row.store, same(row.store)), str(row.visits), row.enough)


def _day(value: date) -> LocaleText:
    return LocaleText(*(numbers.day(value, locale) for locale in LOCALES))


@dataclass(frozen=True, slots=True)
class PlannedVisit:
    """What the form of a new visit says."""

    store: str
    visitor: str
    day: date
    selection: Selection


def planned(form: Mapping[str, Any], view: VisitsView, today: date) -> PlannedVisit:
    """Return the visit a form describes. A store of a logged draw is random, any other was chosen by somebody.

    Raises:
        InvalidInput: naming every field that cannot be used.
    """
    posted = Posted(form)
    store = posted.choice("visit_store", [choice.key for choice in view.stores])
    visitor = posted.choice("visit_visitor", [choice.key for choice in view.visitors])
    day = posted.day("visit_day") or today
    posted.check()
    return PlannedVisit(store, visitor, day, "random" if store in view.drawn else "chosen")
