"""References: everything that is named has to exist."""

from collections.abc import Collection, Iterator

from questionnaires.findings import Finding
from roadmap.catalogue import Rows
from roadmap.checking.beside import Beside
from roadmap.checking.telling import told
from roadmap.finding_words import KINDS
from roadmap.pack_rows import Row


def check_references(rows: Rows, near: Beside) -> Iterator[Finding]:
    """Yield R010 for unknown ids, R025 for an initiative that excludes or needs itself, R030 for one from nowhere."""
    capabilities = near.framework.capabilities
    known = rows.initiatives
    for initiative in known.values():
        for key, named in (("needs", initiative.needs), ("exclusive_with", initiative.exclusive_with)):
            yield from _unknown(rows, initiative, key, named, known, "initiative")
            if initiative.id in named:
                yield told(rows, initiative, "R025", (key,), id=initiative.id, where=key)
        raised = [lifted.capability for lifted in initiative.raises]
        yield from _unknown(rows, initiative, "raises", raised, capabilities, "capability")
        yield from _unknown(rows, initiative, "gates", initiative.gates, capabilities, "capability")
        yield from _unknown(rows, initiative, "effort", initiative.effort, rows.roles, "role")
        yield from _unknown(rows, initiative, "module", [initiative.module], rows.modules, "module")
        yield from _unknown(rows, initiative, "source", initiative.source, near.trace, "source")
        if not initiative.source and not initiative.own_addition:
            yield told(rows, initiative, "R030", (), id=initiative.id)
        named = [initiative.effect] if initiative.effect else []
        yield from _unknown(rows, initiative, "effect", named, rows.effects, "effect")
    for effect in rows.effects.values():
        yield from _unknown(rows, effect, "initiatives", effect.initiatives, known, "initiative")
    for flag in rows.flags.values():
        yield from _unknown(rows, flag, "pulls_in", flag.pulls_in, known, "initiative")
    for rule in rows.forbidden.values():
        yield from _unknown(rows, rule, "initiatives", rule.initiatives, known, "initiative")
        yield from _unknown(rows, rule, "instead", rule.instead, known, "initiative")
    for platform in rows.platforms.values():
        parts = {module.id for module in platform.modules}
        yield from _unknown(rows, platform, "modules", sorted(parts), rows.modules, "module")
        for module in platform.modules:
            yield from _unknown(rows, platform, "modules", module.requires, parts, "part")
            yield from _unknown(rows, platform, "modules", module.overrides, capabilities, "capability")


def _unknown(
    rows: Rows, row: Row, key: str, named: Collection[str], known: Collection[str], kind: str
) -> Iterator[Finding]:
    for ident in named:
        if ident not in known:
            words = KINDS[kind]
            yield told(rows, row, "R010", (key,), id=ident, kind=words.en, kind_zh=words.zh)
