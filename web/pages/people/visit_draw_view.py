"""The random draw of stores, as the page shows it: what there is to draw from, and the log of draws."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from assessment.drawing import HIGHEST_SEED, VisitDraw
from assessment.engagement import Store
from assessment.strata import CodeLists, strata_names
from assessment.visit_board import StratumLeft, VisitBoard
from questionnaires.locale_text import LocaleText
from web.components.clock import moment
from web.components.posted import Posted
from web.i18n.sentences import NOTHING, both, joined, original, same
from web.pages.people.visit_view import VisitsView


@dataclass(frozen=True, slots=True)
class DrawField:
    """How many stores of one stratum: ``value`` is what the sample still lacks, ``most`` what can be drawn."""

    name: str
    stratum: str
    text: LocaleText
    value: str
    most: int


@dataclass(frozen=True, slots=True)
class DrawRow:
    """One draw of the log."""

    when: LocaleText
    who: str
    seed: str
    stores: LocaleText


@dataclass(frozen=True, slots=True)
class DrawView:
    """The part of the page. ``seed`` is the one offered for the next draw; anybody may write their own."""

    fields: tuple[DrawField, ...] = ()
    rows: tuple[DrawRow, ...] = ()
    seed: str = ""

    def labels(self) -> dict[str, LocaleText]:
        """Return what the fields of the form are called."""
        strata = {key: field.text for field in self.fields for key in (field.name, field.stratum)}
        words = {f"draw_{key}": both(f"draw.{key}") for key in ("seed", "visitor", "day")}
        return {**strata, **words, "seed": words["draw_seed"], "wanted": both("draw.wanted")}


@dataclass(frozen=True, slots=True)
class AskedDraw:
    """What the form of a draw says."""

    wanted: Mapping[str, int]
    seed: int
    visitor: str
    day: date


def draw_of(stores: Iterable[Store], board: VisitBoard | None, lists: CodeLists, seed: int) -> DrawView:
    """Return the strata to draw from and the log, newest draw first; nothing without a board."""
    if board is None:
        return DrawView()
    kept = tuple(stores)
    names = {store.id: original(store.name, store.name_en) for store in kept}
    strata = strata_names(kept, lists)
    return DrawView(
        fields=tuple(_field(index, row, strata) for index, row in enumerate(board.strata)),
        rows=tuple(_row(draw, names, strata) for draw in reversed(board.draws)),
        seed=str(seed),
    )


def _field(index: int, row: StratumLeft, strata: Mapping[str, LocaleText]) -> DrawField:
    name = strata.get(row.stratum, same(row.stratum))
    text = both("draw.stratum", stratum=name, n=row.stores, left=row.left)
    return DrawField(f"draw_n{index}", row.stratum, text, str(row.wanted), row.left)


def _row(draw: VisitDraw, names: Mapping[str, LocaleText], strata: Mapping[str, LocaleText]) -> DrawRow:
    parts = (
        both(
            "draw.of",
            stratum=strata.get(part.stratum, same(part.stratum)),
            n=len(part.frame),
            stores=joined(both("draw.store", id=s, name=names.get(s, NOTHING)) for s in part.stores),
        )
        for part in draw.strata
    )
    return DrawRow(moment(draw.at), draw.who, str(draw.seed), joined(parts, apart=True))


def drawing(form: Mapping[str, Any], view: DrawView, visits: VisitsView, today: date) -> AskedDraw:
    """Return the draw a form describes.

    Raises:
        InvalidInput: naming every field that cannot be used.
    """
    posted = Posted(form)
    wanted = {field.stratum: posted.whole(field.name, 0, field.most, 0) for field in view.fields}
    seed = posted.whole("draw_seed", 0, HIGHEST_SEED, int(view.seed or 0))
    visitor = posted.choice("draw_visitor", [choice.key for choice in visits.visitors])
    day = posted.day("draw_day") or today
    posted.check()
    return AskedDraw(wanted, seed, visitor, day)
