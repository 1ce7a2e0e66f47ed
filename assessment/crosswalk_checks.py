"""Checks of the cross-walk: what it names exists, and its grades of fit say what they mean."""

from collections import Counter
from collections.abc import Iterator

from assessment.content_reading import ContentRows
from assessment.references import unknown
from questionnaires import Finding, Framework

INDICATIVE = ("仅供参考", "indicative")


def check_crosswalk(rows: ContentRows, framework: Framework) -> Iterator[Finding]:
    """Yield A003 (unknown capability) and A016: what contradicts itself.

    That is a scenario twice or in no group, a fit that does not fit, an official level without a name, no caveat.
    """
    row = rows.crosswalk
    if row is None:
        return
    chains = {chain.id for chain in row.chains}
    count = Counter(scenario.id for scenario in row.scenarios)
    for index, scenario in enumerate(row.scenarios):
        at = ("scenarios", index)
        yield from unknown(rows, row, "capability", scenario.capabilities, framework.capabilities, *at, "capabilities")
        if count[scenario.id] > 1:
            yield rows.says(row, "A016.twice", *at, ident=scenario.id)
        if scenario.chain not in chains:
            yield rows.says(row, "A016.chain", *at, "chain", ident=scenario.id, chain=scenario.chain)
        if (scenario.fit == "none") == bool(scenario.capabilities):
            yield rows.says(row, "A016.fit", *at, "fit", ident=scenario.id, fit=scenario.fit)
    for level in sorted({0, *row.levels.values()} - row.official.keys()):
        yield rows.says(row, "A016.official", "official", level=level)
    if INDICATIVE[0] not in row.caveat.zh or INDICATIVE[1] not in row.caveat.en.casefold():
        yield rows.says(row, "A016.caveat", "caveat")
