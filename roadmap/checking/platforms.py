"""Modules: platforms and initiatives have to speak of the same ones."""

from collections.abc import Iterator

from questionnaires.findings import Finding
from roadmap.catalogue import NO_MODULE, Rows
from roadmap.cycles import cycle_in

SIDE_BY_SIDE = 2


def check_platforms(rows: Rows) -> Iterator[Finding]:
    """Yield R017 (modules used and offered), R011 (modules that require each other) and R018 (too few platforms)."""
    parts = [module for module in rows.modules if module not in NO_MODULE]
    used = {row.module for row in rows.initiatives.values()}
    for module in parts:
        if module not in used:
            message = f"No initiative uses the module {module}."
            yield rows.about(rows.modules[module], "R017", message, "Let one use it, or remove it.", warning=True)
    for row in rows.initiatives.values():
        if row.module in NO_MODULE and any(lifted.via == "platform" for lifted in row.raises):
            message = f"{row.id} raises a capability through a platform but runs on no module."
            yield rows.about(row, "R017", message, "Name the module, or say via: people.", "module")
    for platform in rows.platforms.values():
        offered = {module.id for module in platform.modules}
        for module in parts:
            if module not in offered:
                message = f"{platform.id} says nothing about the module {module}."
                yield rows.about(platform, "R017", message, "Add it; depth 0 when it is not offered.", "modules")
        cycle = cycle_in((need, module.id) for module in platform.modules for need in module.requires)
        if cycle is not None:
            message = f"Each of these modules requires the next: {cycle}."
            yield rows.about(platform, "R011", message, "Remove one requirement.", "modules")
    if 0 < len(rows.platforms) < SIDE_BY_SIDE:
        only = next(iter(rows.platforms.values()))
        yield rows.about(only, "R018", "A platform alone cannot be compared.", "Add a second one.")
