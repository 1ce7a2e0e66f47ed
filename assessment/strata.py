"""The strata of a register: groups of stores that resemble each other."""

from collections.abc import Mapping, Sequence

from assessment.engagement import Store
from questionnaires.locale_text import LocaleText
from scoring import Stratum

CodeLists = Mapping[str, Mapping[str, LocaleText]]


def stratum_of(store: Store) -> str:
    """Return the stratum as the consultant spelt it, or ownership × format × region tier when it is blank."""
    return store.stratum or f"{store.ownership}·{store.format}·{store.region_tier}"


def strata_of(stores: Sequence[Store]) -> tuple[Stratum, ...]:
    """Return the strata with the number of their stores, in register order."""
    counts: dict[str, int] = {}
    for store in stores:
        counts[stratum_of(store)] = counts.get(stratum_of(store), 0) + 1
    return tuple(Stratum(key, n) for key, n in counts.items())


def strata_names(stores: Sequence[Store], lists: CodeLists) -> dict[str, LocaleText]:
    """Return what readers see for each key of ``stratum_of``: the consultant's words, or ours for a blank one."""
    names: dict[str, LocaleText] = {}
    for store in stores:
        key, spelt = stratum_of(store), store.stratum_en
        if store.stratum and (key not in names or spelt):
            names[key] = LocaleText(store.stratum, spelt or store.stratum)
        elif not store.stratum:
            names[key] = combined(store, lists)
    return names


def combined(store: Store, lists: CodeLists) -> LocaleText:
    """Word ownership × format × region tier as one phrase.

    Example: 加盟·标准店·一二线, Franchise, standard, first- and second-tier cities.
    """
    parts = (
        _word(lists, "ownership", store.ownership),
        format_name(store, lists),
        _word(lists, "region_tier", store.region_tier),
    )
    first, *others = (part.en for part in parts)
    return LocaleText("·".join(part.zh for part in parts), ", ".join((first, *map(_inside, others))))


def format_name(store: Store, lists: CodeLists) -> LocaleText:
    """Name the format of a store; a format of the client's own stays as it was typed."""
    return _word(lists, "store_format", store.format)


def _word(lists: CodeLists, name: str, code: str) -> LocaleText:
    return lists.get(name, {}).get(code) or LocaleText(code, code)


def _inside(word: str) -> str:
    """Return an English word as it stands in the middle of a phrase."""
    return word if word[1:2].isupper() else word[:1].lower() + word[1:]
