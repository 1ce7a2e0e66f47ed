"""The response board: which stores answered, stratum by stratum. Stores are named only inside the team."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.dossier import Dossier
from assessment.engagement import Store
from assessment.strata import strata_names, stratum_of
from questionnaires.locale_text import LocaleText
from web.components import numbers
from web.i18n.sentences import both, original

ENOUGH = 0.6


@dataclass(frozen=True, slots=True)
class StoreCell:
    """One store of the register and whether its form came back."""

    id: str
    name: LocaleText
    missing: bool


@dataclass(frozen=True, slots=True)
class StratumRow:
    """A homogeneous group of stores. ``short`` marks a response under 60 %."""

    name: LocaleText
    returned: LocaleText
    share: LocaleText
    short: bool
    stores: tuple[StoreCell, ...]


def board_of(d: Dossier, *, named: bool) -> tuple[StratumRow, ...]:
    """Return the strata; ``named`` lists their stores too."""
    missing = set(d.coverage.missing_forms)
    by_stratum: dict[str, list[Store]] = {}
    for store in d.stores:
        by_stratum.setdefault(stratum_of(store), []).append(store)
    names = strata_names(d.stores, d.framework.code_lists)
    return tuple(
        _row(names.get(key, both("board.nostratum")), counts, by_stratum.get(key, []), missing, named=named)
        for key, counts in _strata(d).items()
    )


def _strata(d: Dossier) -> Mapping[str, tuple[int, int]]:
    return dict(sorted(d.coverage.by_stratum.items(), key=lambda pair: (-pair[1][1], pair[0])))


def _row(
    name: LocaleText, counts: tuple[int, int], stores: list[Store], missing: set[str], *, named: bool
) -> StratumRow:
    returned, asked = counts
    share = returned / asked if asked else 0.0
    return StratumRow(
        name=name,
        returned=both("board.returned", returned=returned, asked=asked),
        share=numbers.percent(share),
        short=share < ENOUGH,
        stores=tuple(StoreCell(s.id, original(s.name, s.name_en), s.id in missing) for s in stores) if named else (),
    )
