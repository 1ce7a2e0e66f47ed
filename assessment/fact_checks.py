"""What numbers of the profit model cannot be: beyond any chain, more than the whole they are part of. Pure."""

from collections.abc import Iterator, Mapping, Sequence

from assessment.errors import Problem
from assessment.fact_definitions import FactDefinition
from assessment.facts import STORES, GivenFact
from questionnaires.locale_text import LocaleText

PARTS: Mapping[str, tuple[str, LocaleText]] = {
    "members_active": ("members_total", LocaleText("会员总数", "members in all")),
    "members_dormant": ("members_total", LocaleText("会员总数", "members in all")),
    "pilot_stores": (STORES, LocaleText("门店数", "stores")),
}
"""A number that is part of another one, and what that one is called."""


def beyond(fact: GivenFact, definition: FactDefinition) -> bool:
    """Return whether a number lies beyond what any chain has, in yuan, counts or shares of 1."""
    most = definition.highest
    return fact.value is not None and not 0 <= fact.value <= most


def misfits(facts: Sequence[GivenFact], registered: int) -> Iterator[Problem]:
    """Name the numbers that contradict each other or the register of ``registered`` stores, and how to mend them."""
    values = {fact.id: fact.value for fact in facts if fact.value is not None}
    for key, (whole, name) in PARTS.items():
        part, total = values.get(key), values.get(whole)
        if part is not None and total is not None and part > total:
            text = LocaleText(
                f"不能多于{name.zh} {total:,.0f}。先核对哪一个数不对。",
                f"Cannot exceed {name.en}, {total:,.0f}. Check which of the two is wrong.",
            )
            yield Problem(key, text)
    stores = values.get(STORES)
    if stores is not None and registered and stores != registered:
        text = LocaleText(
            f"门店表里是 {registered} 家。先改门店表，或把这个数清空，系统会按门店表计。",
            f"The register has {registered} stores. Change the register, or clear this number and the register counts.",
        )
        yield Problem(STORES, text)
