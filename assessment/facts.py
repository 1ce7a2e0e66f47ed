"""Numbers of the profit model: the client's own where given, the trade's usual ones where blank — and marked as such."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessment.fact_definitions import FactDefinition
from assessment.industries import REFERENCE_STORES, Industry
from roadmap.initiatives import Grade
from roadmap.pack_rows import MINOR_UNITS
from roadmap.situation import Fact, Facts

STORES = "stores"
MONTHS = "months_of_data"
PILOT = "pilot_stores"
ASSUMED: Grade = "D"


@dataclass(frozen=True, slots=True)
class GivenFact:
    """A number as the client gave it: money in yuan, shares between 0 and 1. ``value`` None is a blank row."""

    id: str
    value: float | None
    grade: Grade = "D"
    period: str = ""
    source: str = ""
    source_en: str = ""


def fill_facts(
    given: Sequence[GivenFact],
    definitions: Mapping[str, FactDefinition],
    industry: Industry,
    stores: int,
    currency: str = "CNY",
) -> Facts:
    """Return all facts of the profit model in minor units, blanks filled from the trade and marked ``assumed``.

    ``stores`` is the number of stores in the register; it is used when the client did not give one. A default that
    grows with the chain (``scales``) is written for 30 stores and scaled by stores/30. A blank without a default is 0.
    """
    own = {row.id: row for row in given if row.value is not None and row.id in definitions}
    said = own.get(STORES)
    count = said.value if said is not None and said.value else float(stores)
    values = {
        key: _given(own[key], definition) if key in own else _assumed(definition, industry, count)
        for key, definition in definitions.items()
    }
    if STORES in values and STORES not in own:
        values[STORES] = Fact(STORES, count, "A", source="register")
    return Facts(
        values=values,
        currency=currency,
        months_of_data=int(values[MONTHS].value) if MONTHS in values else 0,
        pilot_stores=int(values[PILOT].value) if PILOT in values else 0,
    )


def _given(row: GivenFact, definition: FactDefinition) -> Fact:
    return Fact(row.id, _minor(row.value or 0.0, definition), row.grade, row.period, row.source)


def _assumed(definition: FactDefinition, industry: Industry, stores: float) -> Fact:
    usual = industry.fact_defaults.get(definition.id, 0.0)
    if definition.scales:
        usual *= stores / REFERENCE_STORES
    return Fact(definition.id, _minor(usual, definition), ASSUMED, source=industry.id, assumed=True)


def _minor(value: float, definition: FactDefinition) -> float:
    """Return money in minor units, rounded to whole ones; everything else as it is."""
    return float(round(value * MINOR_UNITS)) if definition.kind == "money" else float(value)
