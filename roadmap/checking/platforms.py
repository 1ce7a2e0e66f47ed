"""Modules: platforms and initiatives have to speak of the same ones."""

from collections.abc import Iterator

from questionnaires.findings import Finding
from roadmap.catalogue import NO_MODULE, Rows
from roadmap.checking.telling import told
from roadmap.cycles import cycle_in

SIDE_BY_SIDE = 2


def check_platforms(rows: Rows) -> Iterator[Finding]:
    """Yield R017 (modules used and offered), R011 (modules that require each other) and R018 (too few platforms)."""
    parts = [module for module in rows.modules if module not in NO_MODULE]
    used = {row.module for row in rows.initiatives.values()}
    for module in parts:
        if module not in used:
            yield told(rows, rows.modules[module], "R017.unused", (), warning=True, module=module)
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
    if 0 < len(rows.platforms) < SIDE_BY_SIDE:
        only = next(iter(rows.platforms.values()))
        yield told(rows, only, "R018", ())
