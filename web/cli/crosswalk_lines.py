"""The cross-walk as lines to read and as rows for a program, in either language; never without its caveat."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from web.cli.words import say_in

if TYPE_CHECKING:
    from assessment.crosswalk import Crosswalk, ScenarioReading
    from questionnaires.locale_text import Locale

Levels = Mapping[str, Fraction | None]
"""Capability → level (1-5), None where it is not scored."""


def suggestion(walk: "Crosswalk", reading: "ScenarioReading", language: "Locale") -> str:
    """Return what a reading suggests for the official form."""
    fit = reading.scenario.fit
    if fit == "none" or reading.level is None:
        return say_in(language, "crosswalk.suggests.none" if fit == "none" else "crosswalk.suggests.unscored")
    level = walk.official[reading.level].in_(language)
    return say_in(language, f"crosswalk.suggests.{fit}", level=level)


def crosswalk_lines(
    name: str, walk: "Crosswalk", readings: "tuple[ScenarioReading, ...]", language: "Locale"
) -> Iterator[str]:
    """Yield the cross-walk as lines: the caveat, then every scenario below its group, with our note on the fit."""
    yield say_in(language, "crosswalk.head", name=name, index=walk.name.in_(language), edition=walk.edition)
    yield walk.caveat.in_(language)
    chain = ""
    for reading in readings:
        one = reading.scenario
        if one.chain != chain:
            chain = one.chain
            yield walk.chains[chain].in_(language)
        yield say_in(
            language,
            "crosswalk.scenario",
            name=one.name.in_(language),
            fit=say_in(language, f"crosswalk.fit.{one.fit}"),
            suggests=suggestion(walk, reading, language),
        )
        if one.capabilities:
            yield say_in(
                language,
                "crosswalk.unscored" if reading.ours is None else "crosswalk.ours",
                capabilities=" ".join(one.capabilities),
                scored=reading.scored,
                asked=len(one.capabilities),
                level=reading.ours,
            )
        yield say_in(language, "crosswalk.note", note=one.note.in_(language))


def crosswalk_row(
    walk: "Crosswalk", readings: "tuple[ScenarioReading, ...]", levels: Levels, language: "Locale"
) -> dict[str, Any]:
    """Return the cross-walk as JSON data; the caveat goes with it and with every scenario's ``indicative``."""
    return {
        "index": walk.id,
        "name": walk.name.in_(language),
        "edition": walk.edition,
        "source": walk.source.in_(language),
        "indicative": True,
        "caveat": walk.caveat.in_(language),
        "locale": language,
        "scenarios": [_scenario_row(reading, walk, levels, language) for reading in readings],
    }


def _scenario_row(reading: "ScenarioReading", walk: "Crosswalk", levels: Levels, language: "Locale") -> dict[str, Any]:
    one = reading.scenario
    return {
        "id": one.id,
        "chain": walk.chains[one.chain].in_(language),
        "name": one.name.in_(language),
        "indicative": True,
        "fit": one.fit,
        "capabilities": {c: None if (level := levels.get(c)) is None else float(level) for c in one.capabilities},
        "scored": reading.scored,
        "our_level": reading.ours,
        "official_level": reading.level,
        "suggests": suggestion(walk, reading, language),
        "note": one.note.in_(language),
    }
