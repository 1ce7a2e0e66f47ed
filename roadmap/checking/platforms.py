"""Modules: platforms and initiatives have to speak of the same ones."""

from collections.abc import Iterator, Mapping

from questionnaires import Framework
from questionnaires.findings import Finding
from roadmap.catalogue import NO_MODULE, Rows
from roadmap.checking.telling import told
from roadmap.cycles import cycle_in
from roadmap.platform_rows import PlatformRow

SIDE_BY_SIDE = 2
WHOLE = 100
JUDGED: Mapping[str, str] = {"philosophy": "P1", "openness": "P3", "growth": "P4"}
"""Where in a platform file the lines of each criterion stand; P2 is computed from the modules."""


def check_platforms(rows: Rows, framework: Framework) -> Iterator[Finding]:
    """Yield what is wrong with platforms and their parts.

    R017 modules used and offered, R011 modules that require each other, R018 too few platforms, R031 lines of the
    rubric, R032 connectors to no known kind of tool, R033 bands of fees.
    """
    parts = [module for module in rows.modules if module not in NO_MODULE]
    used = {row.module for row in rows.initiatives.values()}
    for module in parts:
        if module not in used:
            yield told(rows, rows.modules[module], "R017.unused", (), module=module)
        offers = [offer.depth for one in rows.platforms.values() for offer in one.modules if offer.id == module]
        if offers and not any(offers):
            yield told(rows, rows.modules[module], "R017.unoffered", (), module=module)
    for row in rows.initiatives.values():
        if row.module in NO_MODULE and any(lifted.via == "platform" for lifted in row.raises):
            yield told(rows, row, "R017.none", ("module",), id=row.id)
    for platform in rows.platforms.values():
        offered = {module.id for module in platform.modules}
        for module in parts:
            if module not in offered:
                yield told(rows, platform, "R017.silent", ("modules",), platform=platform.id, module=module)
        cycle = cycle_in((need, module.id) for module in platform.modules for need in module.requires)
        if cycle is not None:
            yield told(rows, platform, "R011.modules", ("modules",), cycle=cycle)
        yield from _lines(rows, platform)
        yield from _prices_and_connectors(rows, platform, framework)
    if sum(criterion.weight for criterion in rows.rubric.values()) != WHOLE:
        for criterion in list(rows.rubric.values())[:1]:
            yield told(rows, criterion, "R031.weights", ("weight",))
    if 0 < len(rows.platforms) < SIDE_BY_SIDE:
        only = next(iter(rows.platforms.values()))
        yield told(rows, only, "R018", ())


def _lines(rows: Rows, platform: PlatformRow) -> Iterator[Finding]:
    """Every line that is judged stands once where its criterion stands, and no other."""
    for key, criterion in JUDGED.items():
        standards = rows.rubric[criterion].lines if criterion in rows.rubric else ()
        wanted = [standard.id for standard in standards if not standard.computed]
        written = [line.id for line in getattr(platform, key)]
        for line in wanted:
            if written.count(line) != 1:
                yield told(rows, platform, "R031.line", (key,), platform=platform.id, line=line, n=written.count(line))
        for line in written:
            if line not in wanted:
                yield told(rows, platform, "R031.unknown", (key,), platform=platform.id, line=line, criterion=criterion)


def _prices_and_connectors(rows: Rows, platform: PlatformRow, framework: Framework) -> Iterator[Finding]:
    known = framework.code_lists["tool_category"]
    for category in platform.connectors:
        if category not in known:
            yield told(rows, platform, "R032", ("connectors",), platform=platform.id, category=category)
    low, high = platform.fee_bands or ("A", "A")
    if low > high:
        yield told(rows, platform, "R033", ("fee_bands",), platform=platform.id, low=low, high=high)
