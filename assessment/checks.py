"""Checks of this package's content: texts in both languages, references, sums, and rules that can do what they say.

Codes: A001 language · A002 numbers differ between languages · A003 unknown reference · A004 weights · A005 too little of
something · A006 journey · A007 defaults of facts · A008 first wave not closed · A009 rule that cannot fire · A010
forbidden combination · A011 words of needs · A012 findings of the register.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, cast

from assessment.content_reading import ContentRows, read_content_pack, touching
from assessment.content_rows import IndustryRow
from assessment.rule_checks import check_rules
from assessment.silos import CODES
from questionnaires import Finding, Framework, load_library
from roadmap.catalogue import load_catalogue
from roadmap.initiatives import Catalogue
from roadmap.pack_rows import Keys, Row

CHINESE = re.compile(r"[一-鿿]")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
TYPES_PER_CLASS = 2
KPIS = 6
FULL = 100
NOT_A_DEFAULT = frozenset({"stores"})


def check_content(overlay: Path | None = None) -> list[Finding]:
    """Return the defects of this package's library; ContentError when a file, or a lower package, cannot be read."""
    framework = load_library(touching(overlay, "questionnaires")).framework
    catalogue = load_catalogue(touching(overlay, "roadmap"))
    rows = ContentRows(read_content_pack(overlay))
    found: list[Finding] = list(rows.findings)
    rows.findings = []
    for document, data in rows.pack.documents.items():
        _texts(rows, document, (), data)
    found += rows.findings
    found += _references(rows, framework, catalogue)
    for row in rows.industries.values():
        found += _industry(rows, row, framework, catalogue)
    found += _facts_of_effects(rows, catalogue)
    found += check_rules(rows, framework, catalogue)
    found += _words(rows)
    found += _silos(rows)
    return found


def _texts(rows: ContentRows, document: str, keys: Keys, data: Any) -> None:
    """Walk a document; every mapping with a zh and an en sentence is a text."""
    if isinstance(data, list):
        for index, entry in enumerate(cast("list[Any]", data)):
            _texts(rows, document, (*keys, index), entry)
    if not isinstance(data, Mapping):
        return
    mapping = cast("Mapping[str, Any]", data)
    zh, en = mapping.get("zh"), mapping.get("en")
    if isinstance(zh, str) and isinstance(en, str):
        if not CHINESE.search(zh) or CHINESE.search(en):
            rows.refuse(
                document, keys, "A001", f"The languages are mixed up: “{zh}” / “{en}”.", "Write zh and en apart."
            )
        if sorted(NUMBER.findall(zh)) != sorted(NUMBER.findall(en)):
            rows.refuse(
                document, keys, "A002", f"The numbers differ: “{zh}” / “{en}”.", "Say the same in both languages."
            )
        return
    for key, entry in mapping.items():
        _texts(rows, document, (*keys, key), entry)


def _unknown(
    rows: ContentRows, row: Row, what: str, ids: Collection[str], known: Collection[str], *at: str | int
) -> Iterator[Finding]:
    for ident in ids:
        if ident not in known:
            yield rows.about(row, "A003", f"{ident} is no {what}.", f"Use the id of a {what}.", *at)


def _references(rows: ContentRows, framework: Framework, catalogue: Catalogue) -> Iterator[Finding]:
    trades = framework.code_lists["industry"]
    categories = framework.code_lists["tool_category"]
    for kind in rows.types.values():
        yield from _unknown(rows, kind, "industry", kind.industries, trades, "industries")
        yield from _unknown(rows, kind, "resource class", [kind.cls], rows.classes, "class")
    for category in rows.categories.values():
        yield from _unknown(rows, category, "tool category", [category.id], categories, "id")
    for missing in sorted(set(categories) - set(rows.categories)):
        for category in list(rows.categories.values())[:1]:
            yield rows.about(category, "A005", f"No question asks for {missing}.", "Add the tool category.")
    for channel in rows.channels.values():
        yield from _unknown(rows, channel, "tool category", [channel.category], categories, "category")
    for silo in rows.silos.values():
        yield from _unknown(rows, silo, "initiative", silo.initiatives, catalogue.initiatives, "initiatives")


def _industry(rows: ContentRows, row: IndustryRow, framework: Framework, catalogue: Catalogue) -> Iterator[Finding]:
    dimensions = [d.id for d in framework.dimensions]
    if sorted(row.weights) != sorted(dimensions) or sum(row.weights.values()) != FULL:
        yield rows.about(row, "A004", "The weights need all ten dimensions and the sum 100.", "Mend them.", "weights")
    yield from _unknown(rows, row, "industry", [row.id], framework.code_lists["industry"], "id")
    yield from _unknown(rows, row, "tool category", row.systems, rows.categories, "systems")
    yield from _unknown(rows, row, "initiative", row.first_wave, catalogue.initiatives, "first_wave")
    yield from _unknown(rows, row, "fact", row.fact_defaults, rows.facts, "fact_defaults")
    targets = [t.capability for t in row.targets]
    yield from _unknown(rows, row, "capability", targets, framework.capabilities, "targets")
    yield from _enough(rows, row)
    yield from _journey(rows, row)
    yield from _defaults(rows, row)
    for ident in row.first_wave:
        initiative = catalogue.initiatives.get(ident)
        for need in initiative.needs if initiative else ():
            if need not in row.first_wave:
                message = f"{ident} in the first wave needs {need}, which is not in it."
                yield rows.about(row, "A008", message, "Add it or take the other out.", "first_wave")


def _enough(rows: ContentRows, row: IndustryRow) -> Iterator[Finding]:
    for cls in rows.classes:
        kinds = sum(row.id in kind.industries and kind.cls == cls for kind in rows.types.values())
        if kinds < TYPES_PER_CLASS:
            message = f"{row.id} has {kinds} kinds of {cls}, fewer than {TYPES_PER_CLASS}."
            yield rows.about(row, "A005", message, "Add kinds of resources.", "id")
    if len({kpi.id for kpi in row.kpis}) < KPIS:
        yield rows.about(row, "A005", f"{row.id} has fewer than {KPIS} KPIs.", "Add some.", "kpis")


def _journey(rows: ContentRows, row: IndustryRow) -> Iterator[Finding]:
    steps = [step.id for step in row.journey.steps]
    if len(steps) != len(set(steps)):
        yield rows.about(
            row, "A006", "A step of the journey stands twice.", "Name every step once.", "journey", "steps"
        )
    for name, point in (("peak", row.journey.peak), ("end", row.journey.end)):
        if point.step not in steps:
            yield rows.about(row, "A006", f"{point.step} is no step of the journey.", "Use one.", "journey", name)
    for index, point in enumerate(row.journey.breaks):
        if point.step not in steps:
            at = ("journey", "breaks", index)
            yield rows.about(row, "A006", f"{point.step} is no step of the journey.", "Use one.", *at)


def _defaults(rows: ContentRows, row: IndustryRow) -> Iterator[Finding]:
    for missing in sorted(set(rows.facts) - set(row.fact_defaults) - NOT_A_DEFAULT):
        yield rows.about(row, "A007", f"{missing} has no default.", "Add one, grade D.", "fact_defaults")
    for key, value in row.fact_defaults.items():
        if key in rows.facts and rows.facts[key].kind == "share" and value > 1:
            message = f"{key} is a share and cannot be {value}."
            yield rows.about(row, "A007", message, "Write it between 0 and 1.", "fact_defaults", key)


def _facts_of_effects(rows: ContentRows, catalogue: Catalogue) -> Iterator[Finding]:
    """Every number an effect works on must be one that is asked for."""
    apart = {"", "none", "orders"}
    first = next(iter(rows.facts.values()), None)
    for effect in catalogue.effects.values():
        for ident in (effect.parameter, effect.of, effect.exposed, effect.without_repeat):
            if first is not None and ident not in rows.facts and ident not in apart:
                message = f"The effect {effect.id} works on {ident}, which is not asked for."
                yield rows.about(first, "A003", message, "Add the fact or mend the effect.")


def _words(rows: ContentRows) -> Iterator[Finding]:
    words = rows.need_words
    if words is None:
        return
    for name in ("tools", "features", "brands"):
        for locale in ("zh", "en"):
            barred = [w.casefold() for w in getattr(getattr(words, name), locale)]
            for index, word in enumerate(barred):
                if word in barred[:index]:
                    yield rows.about(words, "A011", f"“{word}” stands twice.", "Keep one.", name, locale, index)
                for pattern in ("directions", "measures", "situations"):
                    if word in {w.casefold() for w in getattr(getattr(words, pattern), locale)}:
                        message = f"“{word}” cannot be barred and belong to {pattern}."
                        yield rows.about(words, "A011", message, "Choose one.", name, locale, index)


def _silos(rows: ContentRows) -> Iterator[Finding]:
    for silo in rows.silos.values():
        if silo.code not in CODES:
            yield rows.about(
                silo, "A012", f"The analysis never finds {silo.code}.", "Use a code of the analysis.", "code"
            )
    for missing in sorted(CODES - set(rows.silos)):
        for silo in list(rows.silos.values())[:1]:
            yield rows.about(silo, "A012", f"{missing} has no entry.", "Say which initiatives it suggests.")
