"""Checks of this package's content: texts in both languages, references, sums, and rules that can do what they say.

Codes: A001 language · A003 unknown reference · A004 weights · A005 too little of
something · A006 journey · A007 defaults of facts · A008 first wave not closed · A009 rule that cannot fire · A010
forbidden combination · A011 words of needs · A012 findings of the register · A014 narratives · A015 titles · A016
cross-walk · A017 source trace · A018 key figure without a date of late · A019 brand in a question · A020 worked
example of a need · A021 pay the law bars · A022 section or text of the report without data. A013, a file of an overlay that nothing reads, is found in ``content``. T001 to T005 are what the two languages of a text owe each other.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from assessment.age_checks import check_ages
from assessment.brand_checks import check_brands
from assessment.content_reading import PREFIX, ContentRows, read_content_pack, touching
from assessment.content_rows import IndustryRow
from assessment.crosswalk_checks import check_crosswalk
from assessment.example_checks import check_examples
from assessment.law_checks import check_law
from assessment.references import unknown
from assessment.rule_checks import check_rules
from assessment.section_checks import check_sections, holdings_of
from assessment.silos import CODES
from assessment.text_checks import check_texts
from assessment.trace_checks import check_trace
from questionnaires import Finding, Framework, load_library
from questionnaires.checking.pairs import check_pairs, mixed_up, texts_of
from questionnaires.glossary import load_glossary
from roadmap.catalogue import load_catalogue
from roadmap.initiatives import Catalogue

TYPES_PER_CLASS = 2
KPIS = 6
FULL = 100
NOT_A_DEFAULT = frozenset({"stores"})


def check_content(overlay: Path | None = None, today: date | None = None) -> list[Finding]:
    """Return the defects of this package's library; ContentError when a file, or a lower package, cannot be read.

    Without a day (``today``) nothing is called old.
    """
    library = load_library(touching(overlay, "questionnaires"))
    framework = library.framework
    catalogue = load_catalogue(touching(overlay, "roadmap"))
    rows = ContentRows(read_content_pack(overlay))
    found: list[Finding] = [*rows.findings, *rows.unread()]
    found += _languages(rows)
    found += check_pairs(rows.pack, PREFIX, load_glossary(touching(overlay, "questionnaires")))
    found += _references(rows, framework, catalogue)
    for row in rows.industries.values():
        found += _industry(rows, row, framework, catalogue)
    found += _facts_of_effects(rows, catalogue)
    found += check_rules(rows, framework, catalogue)
    words = list(_words(rows))
    found += words or check_examples(rows)  # words that contradict each other say nothing about an example
    found += _silos(rows)
    found += check_texts(rows, framework)
    found += check_crosswalk(rows, framework)
    found += check_trace(rows, catalogue, overlay)
    found += check_brands(rows, overlay)
    found += check_law(rows, overlay)
    found += check_sections(rows, holdings_of(rows, library, catalogue))
    found += check_ages(rows, today)
    return found


def _languages(rows: ContentRows) -> Iterator[Finding]:
    for document, data in rows.pack.documents.items():
        for keys, zh, en in texts_of(data):
            if mixed_up(zh, en):
                yield rows.says_at(document, keys, "A001", zh=zh, en=en)


def _references(rows: ContentRows, framework: Framework, catalogue: Catalogue) -> Iterator[Finding]:
    trades = framework.code_lists["industry"]
    categories = framework.code_lists["tool_category"]
    for kind in rows.types.values():
        yield from unknown(rows, kind, "industry", kind.industries, trades, "industries")
        yield from unknown(rows, kind, "class", [kind.cls], rows.classes, "class")
    for category in rows.categories.values():
        yield from unknown(rows, category, "category", [category.id], categories, "id")
    for missing in sorted(set(categories) - set(rows.categories)):
        for category in list(rows.categories.values())[:1]:
            yield rows.says(category, "A005.category", ident=missing)
    for channel in rows.channels.values():
        yield from unknown(rows, channel, "category", [channel.category], categories, "category")
    for silo in rows.silos.values():
        yield from unknown(rows, silo, "initiative", silo.initiatives, catalogue.initiatives, "initiatives")


def _industry(rows: ContentRows, row: IndustryRow, framework: Framework, catalogue: Catalogue) -> Iterator[Finding]:
    dimensions = [d.id for d in framework.dimensions]
    if sorted(row.weights) != sorted(dimensions) or sum(row.weights.values()) != FULL:
        yield rows.says(row, "A004", "weights")
    yield from unknown(rows, row, "industry", [row.id], framework.code_lists["industry"], "id")
    yield from unknown(rows, row, "category", row.systems, rows.categories, "systems")
    yield from unknown(rows, row, "initiative", row.first_wave, catalogue.initiatives, "first_wave")
    yield from unknown(rows, row, "initiative", row.next_wave, catalogue.initiatives, "next_wave")
    yield from unknown(rows, row, "fact", row.fact_defaults, rows.facts, "fact_defaults")
    targets = [t.capability for t in row.targets]
    yield from unknown(rows, row, "capability", targets, framework.capabilities, "targets")
    yield from _enough(rows, row)
    yield from _journey(rows, row, framework)
    yield from _defaults(rows, row)
    for ident in row.first_wave:
        initiative = catalogue.initiatives.get(ident)
        for need in initiative.needs if initiative else ():
            if need not in row.first_wave:
                yield rows.says(row, "A008", "first_wave", ident=ident, need=need)
        if ident in catalogue.forbidden.get(row.id, ()):
            yield rows.says(row, "A010.wave", "first_wave", ident=ident, trade=row.id)


def _enough(rows: ContentRows, row: IndustryRow) -> Iterator[Finding]:
    for cls in rows.classes:
        kinds = sum(row.id in kind.industries and kind.cls == cls for kind in rows.types.values())
        if kinds < TYPES_PER_CLASS:
            least = TYPES_PER_CLASS
            yield rows.says(row, "A005.types", "id", trade=row.id, cls=cls, n=kinds, least=least)
    if len({kpi.id for kpi in row.kpis}) < KPIS:
        yield rows.says(row, "A005.kpis", "kpis", trade=row.id, least=KPIS)


def _journey(rows: ContentRows, row: IndustryRow, framework: Framework) -> Iterator[Finding]:
    steps = [step.id for step in row.journey.steps]
    for index, step in enumerate(row.journey.steps):
        at = ("journey", "steps", index, "capabilities")
        yield from unknown(rows, row, "capability", step.capabilities, framework.capabilities, *at)
    for name, point in (("peak", row.journey.peak), ("end", row.journey.end)):
        if point.step not in steps:
            yield rows.says(row, "A006", "journey", name, ident=point.step)
    for index, point in enumerate(row.journey.breaks):
        if point.step not in steps:
            yield rows.says(row, "A006", "journey", "breaks", index, ident=point.step)


def _defaults(rows: ContentRows, row: IndustryRow) -> Iterator[Finding]:
    for missing in sorted(set(rows.facts) - set(row.fact_defaults) - NOT_A_DEFAULT):
        yield rows.says(row, "A007.missing", "fact_defaults", ident=missing)
    for key, value in row.fact_defaults.items():
        if key in rows.facts and rows.facts[key].kind == "share" and value > 1:
            yield rows.says(row, "A007.share", "fact_defaults", key, ident=key, value=value)


def _facts_of_effects(rows: ContentRows, catalogue: Catalogue) -> Iterator[Finding]:
    """Every number an effect works on must be one that is asked for."""
    apart = {"", "none", "orders"}
    first = next(iter(rows.facts.values()), None)
    for effect in catalogue.effects.values():
        for ident in (effect.parameter, effect.of, effect.exposed, effect.without_repeat):
            if first is not None and ident not in rows.facts and ident not in apart:
                yield rows.says(first, "A003.effect", effect=effect.id, ident=ident)


def _words(rows: ContentRows) -> Iterator[Finding]:
    words = rows.need_words
    if words is None:
        return
    for name in ("tools", "features", "brands"):
        for locale in ("zh", "en"):
            barred = [w.casefold() for w in getattr(getattr(words, name), locale)]
            for index, word in enumerate(barred):
                if word in barred[:index]:
                    yield rows.says(words, "A011.twice", name, locale, index, word=word)
                for pattern in ("directions", "measures", "situations"):
                    if word in {w.casefold() for w in getattr(getattr(words, pattern), locale)}:
                        yield rows.says(words, "A011.both", name, locale, index, word=word, pattern=pattern)


def _silos(rows: ContentRows) -> Iterator[Finding]:
    for silo in rows.silos.values():
        if silo.code not in CODES:
            yield rows.says(silo, "A012.unknown", "code", ident=silo.code)
    for missing in sorted(CODES - set(rows.silos)):
        for silo in list(rows.silos.values())[:1]:
            yield rows.says(silo, "A012.missing", ident=missing)
